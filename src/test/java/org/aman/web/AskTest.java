package org.aman.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON interface and the plain form on a real port, with whatever people and programs send. */
@WholeService
@ExtendWith(OutputCaptureExtension.class)
class AskTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Environment environment;

    AskTest(@Autowired Environment environment) {
        this.environment = environment;
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + environment.getProperty("local.server.port") + path);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, BodyHandlers.ofString(UTF_8));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post(body.getBytes(UTF_8));
    }

    private HttpResponse<String> post(byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(address("/api/ask"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private HttpResponse<String> form(String body) throws Exception {
        return send(HttpRequest.newBuilder(address("/ask"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return send(HttpRequest.newBuilder(address(path))
                .header("Accept", accept)
                .header("Accept-Language", "en")
                .build());
    }

    private static ObjectNode asks(String text) {
        return JSON.createObjectNode().put("text", text);
    }

    private JsonNode answer(ObjectNode question) throws Exception {
        HttpResponse<String> response = post(question.toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static void saysOnlyASentence(HttpResponse<String> response) {
        assertThat(response.body())
                .doesNotContain("Exception", "org.aman", "org.apache", "Tomcat", "\tat ", "jackson", "Whitelabel");
    }

    @Test
    void aQuestionIsAnsweredWithWhatStandsBehindIt() throws Exception {
        JsonNode told = answer(asks("is the ceasefire holding in Ariha?"));

        assertThat(told.path("kind").stringValue()).isEqualTo("found");
        assertThat(told.path("language").stringValue()).isEqualTo("en");
        JsonNode update = told.path("updates").get(0);
        assertThat(update.propertyNames())
                .containsExactly(
                        "id", "topic", "status", "places", "verified", "expires", "confidence", "distanceKm");
        assertThat(update.path("topic").stringValue()).isEqualTo("truce");
        assertThat(update.path("verified").stringValue()).startsWith("2020-01-1").endsWith("Z");
        assertThat(told.path("reply").path("text").stringValue()).contains("Last checked");
        assertThat(told.path("reply").propertyNames()).containsExactly("text", "buttons", "pins");
    }

    @Test
    void aPressedButtonContinuesTheLastQuestion() throws Exception {
        ObjectNode pressed = asks("/in idlib").put("language", "en");
        pressed.putArray("before").add("where is the nearest camp with room?");

        JsonNode told = answer(pressed);

        assertThat(told.path("updates").get(0).path("topic").stringValue()).isEqualTo("camp");
    }

    @Test
    void aPositionGivesDistancesAndNoMoreDigitsThanPlacesHave() throws Exception {
        JsonNode told = answer(asks("nearest camp with room").put("latitude", 35.93017).put("longitude", 36.63385));

        assertThat(told.path("updates").get(0).path("distanceKm").toString()).matches("[0-9]+\\.[0-9]");
        assertThat(told.toString()).doesNotContain("35.93017").doesNotContain("36.63385");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/privacy", "/now", "/nearest camp", "/nearest", "/forget", "/place saraqib", "/nonsense", "/in nowhere", "/about nothing", "/useful none", "/"})
    void everyCommandHasAnAnswerInTheLanguageAskedFor(String command) throws Exception {
        JsonNode told = answer(asks(command).put("language", "ar"));

        assertThat(told.path("language").stringValue()).isEqualTo("ar");
        assertThat(told.path("reply").path("text").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "   \n ", "\uD83D\uDE00\uD83D\uDE00", "\u0000", "a\u0000b camp", "\uD800", "camp \uDC00 \uD800 where",
        "\u202Ecamp\u202D\u2066 where", "<script>alert(1)</script> <b>camp</b>", "'; drop table updates; --",
        "title:(camp AND -room)^9 ~ [a TO z] /.*/ \\", "*?*?*?*?", "\u200B\u200D\uFEFF", "${7*7} #{7*7} {{7*7}}"
    })
    void strangeWordsGetAnAnswer(String words) throws Exception {
        JsonNode told = answer(asks(words).put("language", "en"));

        assertThat(told.path("reply").path("text").stringValue()).isNotBlank().doesNotContain("<script", "drop table");
    }

    @Test
    void longWordsAndPiledMarksGetAnAnswer() throws Exception {
        assertThat(answer(asks("w".repeat(4097))).path("reply").path("text").stringValue()).isNotBlank();
        assertThat(answer(asks("ق" + "\u0301".repeat(5000))).path("reply").path("text").stringValue()).isNotBlank();
        assertThat(answer(asks("م" + "\u064B".repeat(4000))).path("reply").path("text").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":"camp"                                     | not-json
            text=camp                                          | not-json
            {"text":"a","text":"b"}                            | not-json
            {"text":"camp"} {"text":"road"}                    | not-json
            {"text":"camp","latitude":NaN,"longitude":1}       | not-json
            {"text":"camp","before":[["deep"]]}                | not-json
            ["camp"]                                           | not-a-question
            null                                               | not-a-question
            "camp"                                             | not-a-question
            {}                                                 | text-missing
            {"text":null}                                      | text-missing
            {"text":7}                                         | text-missing
            {"text":"camp","langauge":"en"}                    | unknown-key
            {"text":"camp","language":"fr"}                    | language-unknown
            {"text":"camp","language":7}                       | language-unknown
            {"text":"camp","place":"atlantis"}                 | place-unknown
            {"text":"camp","place":""}                         | place-unknown
            {"text":"camp","place":["saraqib"]}                | place-unknown
            {"text":"camp","latitude":36}                      | position-wrong
            {"text":"camp","longitude":36}                     | position-wrong
            {"text":"camp","latitude":91,"longitude":36}       | position-wrong
            {"text":"camp","latitude":36,"longitude":-181}     | position-wrong
            {"text":"camp","latitude":1e999,"longitude":36}    | position-wrong
            {"text":"camp","latitude":"NaN","longitude":36}    | position-wrong
            {"text":"camp","latitude":true,"longitude":36}     | position-wrong
            {"text":"camp","before":"road"}                    | before-wrong
            {"text":"camp","before":[7]}                       | before-wrong
            {"text":"camp","before":["","","","","","","","","","",""]} | before-wrong
            """)
    void whatCannotBeReadIsObjectedToWithASentence(String body, String reason) throws Exception {
        HttpResponse<String> response = post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode objected = JSON.readTree(response.body());
        assertThat(objected.path("error").stringValue()).isEqualTo(reason);
        assertThat(objected.path("sentence").stringValue()).matches("[A-Z][^\n]+\\.");
        saysOnlyASentence(response);
    }

    @Test
    void anEarlierQuestionMayNotBeTooLong() throws Exception {
        ObjectNode question = asks("and in Binnish?");
        question.putArray("before").add("w".repeat(4097));

        assertThat(post(question.toString()).body()).contains("before-wrong");
    }

    @Test
    void theObjectionIsSaidInTheLanguageOfTheRequest() throws Exception {
        HttpResponse<String> response = post("{\"text\":\"camp\",\"place\":\"atlantis\",\"language\":\"ar\"}");

        assertThat(JSON.readTree(response.body()).path("sentence").stringValue()).matches("[\\p{IsArabic} .]+");
    }

    @Test
    void brokenUtf8AndNothingAtAllAreNotJson() throws Exception {
        byte[] halfALetter = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xD8, '"', '}'};

        assertThat(post(halfALetter).body()).contains("not-json");
        assertThat(post("").statusCode()).isEqualTo(400);
    }

    @Test
    void tenMegabytesAndTenThousandLevelsAreRefused() throws Exception {
        HttpResponse<String> large = post(("{\"text\":\"" + "w".repeat(10_000_000) + "\"}").getBytes(UTF_8));
        HttpResponse<String> deep = post("[".repeat(10_000) + "]".repeat(10_000));

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("too-large");
        assertThat(deep.statusCode()).isEqualTo(400);
        saysOnlyASentence(deep);
    }

    @Test
    void aLargeFormIsRefusedToo() throws Exception {
        HttpResponse<String> large = form("text=" + "w".repeat(3_000_000));

        assertThat(large.statusCode()).isBetween(400, 499);
        saysOnlyASentence(large);
    }

    @Test
    void otherTypesMethodsAndAddressesGetASentence() throws Exception {
        HttpResponse<String> plain = send(HttpRequest.newBuilder(address("/api/ask"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("camp"))
                .build());
        HttpResponse<String> got = get("/api/ask", "*/*");
        HttpResponse<String> nowhere = get("/no/such/page", "text/html");
        HttpResponse<String> nothing = get("/api/nothing", "text/html");
        HttpResponse<String> error = get("/error", "text/html");

        assertThat(plain.statusCode()).isEqualTo(415);
        assertThat(plain.body()).contains("not-accepted");
        assertThat(got.statusCode()).isEqualTo(405);
        assertThat(got.body()).contains("not-this-way");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("<html", "There is nothing at this address.");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).startsWith("{");
        assertThat(error.statusCode()).isEqualTo(404);
        for (HttpResponse<String> response : List.of(plain, got, nowhere, nothing, error)) {
            saysOnlyASentence(response);
        }
    }

    @Test
    void requestsThatAreNoHttpLearnNothing() throws IOException {
        for (String request : new String[] {
            "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a|b<c HTTP/1.1\r\nHost: x\r\n\r\n", "NONSENSE\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"
        }) {
            try (Socket socket = new Socket("localhost", address("/").getPort())) {
                socket.getOutputStream().write((request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")).getBytes(UTF_8));
                socket.getOutputStream().flush();
                try (InputStream in = socket.getInputStream()) {
                    assertThat(new String(in.readAllBytes(), UTF_8))
                            .as(request)
                            .matches("(?s)HTTP/1\\.1 4\\d\\d .*")
                            .doesNotContain("Exception", "Tomcat", "org.apache");
                }
            }
        }
    }

    /** P8, P10: neither words nor addresses, not even where the parts we stand on tell much. */
    @Test
    void nothingThatWasSaidReachesTheLog(CapturedOutput output) throws Exception {
        answer(asks("canary-in-the-words مخيم-الكناري").put("latitude", 36.123457).put("longitude", 36.765432));
        post("{\"text\":\"canary-in-broken-json");
        post("{\"text\":\"camp\",\"place\":\"canary-place\"}");
        form("text=canary-in-a-form&lang=en&before=canary-before");
        send(HttpRequest.newBuilder(address("/api/ask"))
                .header("Content-Type", "application/json")
                .header("User-Agent", "canary-agent")
                .POST(BodyPublishers.ofString("{\"text\":\"x\"}"))
                .build());

        assertThat(output.getAll())
                .doesNotContain("canary", "الكناري", "36.123457", "36.765432", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void thePlainFormAnswersWithoutScripts() throws Exception {
        HttpResponse<String> response = form("text=where+is+the+nearest+camp+to+Saraqib+with+room%3F&lang=en");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("where is the nearest camp to Saraqib with room?", "Last checked", "data-kind=\"found\"")
                .contains("name=\"before\" value=\"where is the nearest camp to Saraqib with room?\"")
                .contains("geo:");
    }

    @Test
    void aPlacePressedOnThePlainFormStaysForTheTopicPressedNext() throws Exception {
        String pressed = form("text=%2Fin+saraqib&lang=en&before=is+the+road+open%3F").body();
        assertThat(pressed).contains("name=\"before\" value=\"is the road open?\"", "name=\"before\" value=\"/in saraqib\"");

        String topic = form("text=%2Fabout+truce&lang=en&before=is+the+road+open%3F&before=%2Fin+saraqib").body();
        assertThat(topic).contains("Your question is about: Saraqib").contains("value=\"/in saraqib\"");
    }

    @Test
    void markupInThePlainFormStaysText() throws Exception {
        HttpResponse<String> response =
                form("text=%3Cscript%3Ealert(1)%3C/script%3E&lang=en&before=%22%3E%3Cimg%20src=x%3E&label=%3Cb%3E");

        assertThat(response.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<img", "<b>");
    }

    @Test
    void everyPageCarriesTheHeadersThatKeepItToItself() throws Exception {
        for (String path : new String[] {"/", "/chat.js", "/no/such/page", "/texts/ar.json"}) {
            HttpResponse<String> response = get(path, "text/html");

            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(response.headers().firstValue("Permissions-Policy").orElse("")).contains("geolocation=(self)");
            assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(response.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void healthAnswersOnItsOwnPortOnly() throws Exception {
        URI health = URI.create(
                "http://localhost:" + environment.getProperty("local.management.port") + "/actuator/health");

        assertThat(send(HttpRequest.newBuilder(health).build()).body()).contains("\"UP\"");
        assertThat(get("/actuator/health", "*/*").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/prometheus", "*/*").statusCode()).isEqualTo(404);
    }
}

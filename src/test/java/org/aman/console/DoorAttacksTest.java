package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aman.language.Language;
import org.aman.staff.Newcomer;
import org.aman.staff.PeopleDesk;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.aman.staff.Volunteers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attacks on the staff's doors, against the real port. */
@WholeConsole
class DoorAttacksTest {
    @Autowired
    ApplicationContext house;

    @Autowired
    PeopleDesk desk;

    @Autowired
    Volunteers volunteers;

    @Autowired
    JdbcClient jdbc;

    private Newcomer newcomer(Role role) {
        return Newcomer.in(house, role, Language.ENGLISH);
    }

    private static HttpResponse<String> signIn(StaffBrowser browser, String name, String password, String code)
            throws Exception {
        return browser.post("/console/sign-in", "name", name, "password", password, "code", code, "to", "/console/try");
    }

    @Test
    void whoeverKnowsEverythingComesInWhereTheyWantedToGo() throws Exception {
        Newcomer rana = newcomer(Role.EDITOR);
        StaffBrowser browser = StaffBrowser.stranger(house);

        HttpResponse<String> answer = signIn(browser, rana.volunteer().name(), Newcomer.PASSWORD, rana.code());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/console/try");
        assertThat(browser.get("/console/try").statusCode()).isEqualTo(200);
        assertThat(browser.post("/console/sign-out").statusCode()).isEqualTo(303);
        assertThat(browser.get("/console/try").statusCode()).isEqualTo(303);
    }

    @Test
    void a2_otherHeadersOtherLettersOtherPathsAreTheSameGuesser() throws Exception {
        Newcomer rana = newcomer(Role.EDITOR);
        for (int i = 0; i < 10; i++) {
            StaffBrowser browser = StaffBrowser.stranger(house)
                    .with("X-Forwarded-For", "203.0.113." + i)
                    .with("Forwarded", "for=203.0.113." + i);
            String name = i % 2 == 0 ? rana.volunteer().name() : " " + rana.volunteer().name().replace("a", "A");
            signIn(browser, name, "guess " + i, "000000");
        }
        StaffBrowser right = StaffBrowser.stranger(house).with("X-Forwarded-For", "203.0.113.99");

        assertThat(signIn(right, rana.volunteer().name(), Newcomer.PASSWORD, rana.code()).statusCode())
                .isEqualTo(401);
        assertThat(right.post("/console/sign-in/", "name", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void a3_whateverIsWrongThePageIsTheSame() throws Exception {
        Newcomer rana = newcomer(Role.EDITOR);
        Newcomer gone = newcomer(Role.EDITOR);
        desk.disable(newcomer(Role.ADMIN).volunteer(), gone.volunteer().id());
        String name = rana.volunteer().name();
        List<HttpResponse<String>> answers = List.of(
                signIn(StaffBrowser.stranger(house), "nobody at all", "x", "000000"),
                signIn(StaffBrowser.stranger(house), name, "wrong", rana.code()),
                signIn(StaffBrowser.stranger(house), name, Newcomer.PASSWORD, "abc"),
                signIn(StaffBrowser.stranger(house), gone.volunteer().name(), Newcomer.PASSWORD, gone.code()),
                signIn(StaffBrowser.stranger(house), "", "", ""),
                signIn(StaffBrowser.stranger(house), "n".repeat(5000), "p".repeat(5000), "9".repeat(5000)));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(answers.stream().map(answer -> withoutTokens(answer.body())).distinct()).hasSize(1);
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void a7_aPlantedSessionIsNotTheOneThatIsOpened() throws Exception {
        Newcomer rana = newcomer(Role.EDITOR);
        StaffBrowser browser = StaffBrowser.stranger(house);
        browser.cookies().put("aman-session", "planted-by-somebody-else");

        signIn(browser, rana.volunteer().name(), Newcomer.PASSWORD, rana.code());

        assertThat(browser.cookies().get("aman-session")).hasSize(43).isNotEqualTo("planted-by-somebody-else");
        StaffBrowser planter = StaffBrowser.stranger(house);
        planter.cookies().put("aman-session", "planted-by-somebody-else");
        assertThat(planter.get("/console/try").statusCode()).isEqualTo(303);
    }

    @Test
    void a8_oldSessionsAreShutOutAtTheNextRequest() throws Exception {
        Volunteer admin = newcomer(Role.ADMIN).volunteer();
        Newcomer rana = newcomer(Role.EDITOR);
        StaffBrowser browser = StaffBrowser.of(house, rana);
        StaffBrowser phone = StaffBrowser.of(house, rana);
        assertThat(browser.get("/console/try").statusCode()).isEqualTo(200);

        HttpResponse<String> changed = browser.post(
                "/console/account/change/password",
                "password", Newcomer.PASSWORD, "code", rana.code(), "new-password", "another long sentence");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(browser.get("/console/try").statusCode()).as("where it was changed").isEqualTo(200);
        assertThat(phone.get("/console/try").statusCode()).as("elsewhere").isEqualTo(303);
        desk.disable(admin, rana.volunteer().id());
        assertThat(browser.get("/console/try").statusCode()).as("disabled").isEqualTo(303);
    }

    @Test
    void a10_a12_noPageStandsInAFrameAndCookiesAreHiddenAndOurs() throws Exception {
        Newcomer rana = newcomer(Role.EDITOR);
        StaffBrowser browser = StaffBrowser.stranger(house);
        browser.cookies().clear();
        HttpResponse<String> page = browser.get("/console/sign-in");
        HttpResponse<String> in = signIn(browser, rana.volunteer().name(), Newcomer.PASSWORD, rana.code());

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("https://").contains("name=\"_csrf\"");
        List<String> cookies = new ArrayList<>(page.headers().allValues("Set-Cookie"));
        cookies.addAll(in.headers().allValues("Set-Cookie"));
        assertThat(cookies).hasSize(2).allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
        assertThat(cookies.stream().filter(cookie -> cookie.startsWith("aman-session")))
                .as("gone with the browser")
                .allMatch(cookie -> !cookie.contains("Max-Age") && !cookie.contains("Domain"));
    }

    @Test
    void a14_aVolunteerWhoPostsAnAdminsFormsChangesNothing() throws Exception {
        Newcomer rana = newcomer(Role.VOLUNTEER);
        StaffBrowser browser = StaffBrowser.of(house, rana);
        String own = "/console/people/" + rana.volunteer().id().value() + "/role";

        assertThat(browser.post(own, "role", "ADMIN").statusCode()).isEqualTo(404);
        assertThat(browser.post("/console/language", "language", "ar", "role", "ADMIN").statusCode()).isEqualTo(303);
        assertThat(volunteers.volunteer(rana.volunteer().id()).orElseThrow().role()).isEqualTo(Role.VOLUNTEER);
        assertThat(volunteers.volunteer(rana.volunteer().id()).orElseThrow().language()).isEqualTo(Language.ARABIC);
    }

    @Test
    void anInvitedPersonJoinsOnceAndIsIn() throws Exception {
        Newcomer admin = newcomer(Role.ADMIN);
        StaffBrowser browser = StaffBrowser.of(house, admin);
        String name = "Invited " + admin.volunteer().id();
        HttpResponse<String> made = browser.post("/console/people/invite", "name", name, "role", "VOLUNTEER", "language", "en");
        Matcher link = Pattern.compile("/console/link/([\\w-]{43})").matcher(made.body());
        assertThat(link.find()).as(made.body()).isTrue();

        StaffBrowser guest = StaffBrowser.stranger(house);
        HttpResponse<String> page = guest.get(link.group());
        assertThat(page.body()).contains(name, "<svg", "otpauth://totp/");
        String secret = found(page.body(), Pattern.compile("secret=([A-Z2-7]{32})"));
        String envelope = field(page.body(), "envelope");
        HttpResponse<String> weak = guest.post(link.group(), "password", "short", "code", "1", "envelope", envelope);
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).as("the same secret stays").contains(secret);
        HttpResponse<String> joined = guest.post(
                link.group(), "password", Newcomer.PASSWORD, "code", Newcomer.code(house, secret), "envelope", envelope);

        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
        assertThat(Pattern.compile("[a-z0-9]{4}(-[a-z0-9]{4}){3}").matcher(joined.body()).results()).hasSize(10);
        assertThat(guest.get("/console/account").body()).contains(name);
        assertThat(StaffBrowser.stranger(house).get(link.group()).statusCode()).isEqualTo(404);
    }

    @Test
    void aSecretOfSomebodyElsesLinkIsNotTaken() throws Exception {
        StaffBrowser browser = StaffBrowser.of(house, newcomer(Role.ADMIN));
        String one = invited(browser, "One " + browser.cookies().get("aman-device"));
        String two = invited(browser, "Two " + browser.cookies().get("aman-device"));
        StaffBrowser guest = StaffBrowser.stranger(house);
        String page = guest.get(one).body();

        HttpResponse<String> answer = guest.post(
                two,
                "password", Newcomer.PASSWORD,
                "code", Newcomer.code(house, found(page, Pattern.compile("secret=([A-Z2-7]{32})"))),
                "envelope", field(page, "envelope"));

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    private static String invited(StaffBrowser browser, String name) throws Exception {
        return "/console/link/"
                + found(
                        browser.post("/console/people/invite", "name", name, "role", "READER", "language", "en").body(),
                        Pattern.compile("/console/link/([\\w-]{43})"));
    }

    @Test
    void anEndedSessionKeepsWhatWasTypedForItsOwnPersonOnly() throws Exception {
        Newcomer rana = newcomer(Role.EDITOR);
        Newcomer other = newcomer(Role.EDITOR);
        StaffBrowser browser = StaffBrowser.of(house, rana);
        jdbc.sql("update staff_session set until_at = 0 where volunteer_id = :id")
                .param("id", rana.volunteer().id().value())
                .update();

        HttpResponse<String> over = browser.post("/console/questions/abc/close", "reason", "a long <i>reason</i>");
        String carried = field(over.body(), "carried");
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(carried).isNotBlank();
        assertThat(over.body()).doesNotContain("a long");

        StaffBrowser stranger = StaffBrowser.stranger(house);
        HttpResponse<String> wrong = stranger.post(
                "/console/sign-in",
                "name", other.volunteer().name(), "password", Newcomer.PASSWORD, "code", other.code(), "carried", carried);
        assertThat(wrong.statusCode()).as("somebody else").isEqualTo(303);

        HttpResponse<String> mistyped = browser.post(
                "/console/sign-in", "name", rana.volunteer().name(), "password", "x", "code", "1", "carried", carried);
        HttpResponse<String> again = browser.post(
                "/console/sign-in",
                "name", rana.volunteer().name(), "password", Newcomer.PASSWORD, "code", rana.code(),
                "carried", field(mistyped.body(), "carried"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body())
                .contains("action=\"/console/questions/abc/close\"", "value=\"a long &lt;i&gt;reason&lt;/i&gt;\"");
        HttpResponse<String> sent = browser.postBare(
                "/console/questions/abc/close",
                StaffBrowser.form("_csrf", field(again.body(), "_csrf"), "reason", "a long reason"));
        assertThat(sent.statusCode()).as("the page's own token fits the new session").isEqualTo(303);
    }

    @Test
    void aFormThatIsTooLongToCarryIsSaidToBe() throws Exception {
        Newcomer rana = newcomer(Role.EDITOR);
        StaffBrowser browser = StaffBrowser.of(house, rana);
        jdbc.sql("update staff_session set until_at = 0 where volunteer_id = :id")
                .param("id", rana.volunteer().id().value())
                .update();

        HttpResponse<String> over = browser.post("/console/questions/abc/close", "reason", "x".repeat(70_000));

        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(field(over.body(), "carried")).isEmpty();
        assertThat(over.body()).contains("too long to take along");
    }

    @Test
    void aLinkFollowedFromElsewhereFindsItsCookiesOnTheSecondStep() throws Exception {
        StaffBrowser browser = StaffBrowser.of(house, newcomer(Role.EDITOR))
                .with("Sec-Fetch-Site", "cross-site")
                .with("Sec-Fetch-Mode", "navigate");

        HttpResponse<String> page = browser.get("/console/try?question=a%22b");

        assertThat(page.body()).contains("http-equiv=\"refresh\"", "url=/console/try?question=a%22b");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a32_noFormWithANulAndNoHalfOfASignBreaksAPage() throws Exception {
        StaffBrowser admin = StaffBrowser.of(house, newcomer(Role.ADMIN));
        for (String path : List.of("/console/write", "/console/freeze", "/console/people/invite", "/console/sign-in")) {
            assertThat(admin.post(path, "name", "a\u0000b", "reason", "a\u0000b").statusCode()).as(path).isEqualTo(400);
        }
        for (String words : List.of("\u0000", "\ud800", "\udc00x", "x".repeat(4097))) {
            for (String path : List.of("/console/updates?words=", "/console/try?question=", "/console/map?place=")) {
                String asked = path + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
                assertThat(admin.get(asked).statusCode()).as(asked).isIn(200, 400);
            }
        }
        assertThat(admin.get("/console/updates?words=%ED%A0%80&topic=%ff").statusCode()).isIn(200, 400);
    }

    @Test
    void a45_nothingOfTheInsideIsShownAtThePublicPort() throws Exception {
        StaffBrowser admin = StaffBrowser.of(house, newcomer(Role.ADMIN));
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/health", "/h2-console", "/login", "/logout")) {
            assertThat(admin.get(path).statusCode()).as(path).isEqualTo(404);
        }
        HttpResponse<String> broken = admin.get("/console/journal?before=abc");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).doesNotContain("Exception", "org.aman", "springframework");
    }

    @Test
    void a46_noLinkIsMadeFromWhatARequestClaims() throws Exception {
        StaffBrowser admin = StaffBrowser.of(house, newcomer(Role.ADMIN))
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "https")
                .with("Forwarded", "host=evil.example");
        HttpResponse<String> made = admin.post(
                "/console/people/invite", "name", "Guest " + admin.cookies().get("aman-device"), "role", "READER");

        assertThat(made.body()).contains("/console/link/").doesNotContain("evil.example");
        String raw = raw(admin, "GET /console/try HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(raw).contains("303").doesNotContain("evil.example");
    }

    private static String raw(StaffBrowser browser, String request) throws Exception {
        URI address = URI.create(browser.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void f30_withoutAJournalTheDoorStaysShutAndResidentsAreAnswered() throws Exception {
        Newcomer rana = newcomer(Role.EDITOR);
        StaffBrowser browser = StaffBrowser.stranger(house);
        jdbc.sql("alter table journal_head rename to mislaid").update();
        try {
            HttpResponse<String> refused = signIn(browser, rana.volunteer().name(), Newcomer.PASSWORD, rana.code());
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(browser.cookies()).doesNotContainKey("aman-session");
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create(browser.address() + "/api/ask"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"hello\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
            }
        } finally {
            jdbc.sql("alter table mislaid rename to journal_head").update();
        }
    }

    @Test
    void p12_namesOfTheStaffAreOnTheirPagesOnly() throws Exception {
        Newcomer rana = newcomer(Role.ADMIN);
        StaffBrowser admin = StaffBrowser.of(house, rana);
        String name = rana.volunteer().name();

        assertThat(admin.get("/console/people").body()).contains(name);
        assertThat(admin.get("/console/journal").body()).contains(name);
        for (String path : List.of("/", "/places.json", "/texts/en.json", "/console/sign-in")) {
            assertThat(StaffBrowser.stranger(house).get(path).body()).as(path).doesNotContain(name, "Canary");
        }
    }

    private static String field(String page, String name) {
        return found(page, Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\""));
    }

    private static String found(String page, Pattern pattern) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
        return matcher.group(1);
    }
}

package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aman.Aman;
import org.aman.language.Language;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.aman.unanswered.OpenQuestion;
import org.aman.unanswered.OpenQuestions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who comes in to the pages about open questions, corrections and figures, and what they find. */
@SpringBootTest(
        classes = {Aman.class, DoorTest.SignedIn.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorTest {
    private static final List<String> PAGES =
            List.of("/console/questions", "/console/corrections", "/console/try?question=camp+saraqib", "/console/figures");

    @TempDir
    private static Path data;

    @Autowired
    OpenQuestions questions;

    @Autowired
    Environment environment;

    /** Believes the names of this test: role and language. */
    @TestConfiguration
    static class SignedIn {
        @Bean
        Presence presence() {
            return request -> Optional.ofNullable(request.getHeader("Test-Role"))
                    .map(role -> new Volunteer(
                            new Volunteer.Id("v1"),
                            "Canary",
                            Role.valueOf(role),
                            Language.of(request.getHeader("Accept-Language")).orElseThrow(),
                            true));
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:sqlite:" + data.resolve("aman.db"));
        settings.add("aman.key-file", () -> data.resolve("aman.key").toString());
        settings.add("aman.index", () -> data.resolve("index").toString());
        settings.add("aman.telegram.token", () -> "");
        settings.add("management.server.port", () -> "0");
    }

    @Test
    void strangersFindNothingHere() throws Exception {
        for (String page : PAGES) {
            assertThat(get(page, null, "en").statusCode()).as(page).isEqualTo(404);
        }
    }

    @Test
    void p12_everyPageIsWhollyInTheLanguageOfWhoReadsItAndNamesNobody() throws Exception {
        questions.ask("where is <b>dialysis</b>", Language.ENGLISH, null, null, OpenQuestion.Reason.UNKNOWN);
        for (String page : PAGES) {
            for (String language : List.of("ar", "en")) {
                HttpResponse<String> shown = get(page, "EDITOR", language);
                assertThat(shown.statusCode()).as(page + shown.body()).isEqualTo(200);
                assertThat(shown.body())
                        .contains("lang=\"" + language + "\"", language.equals("ar") ? "dir=\"rtl\"" : "dir=\"ltr\"")
                        .doesNotContain("<b>dialysis", "Canary", "console.page");
            }
        }
        assertThat(get("/console/questions", "EDITOR", "en").body()).contains("&lt;b&gt;dialysis");
    }

    @Test
    void a9_aFormIsTakenOnlyFromOurOwnPagesAndFromThoseWhoMay() throws Exception {
        OpenQuestion.Id id =
                questions.ask("who are you", Language.ENGLISH, null, null, OpenQuestion.Reason.UNKNOWN);
        String close = "/console/questions/" + id.value() + "/close";

        // The one error page says 400 for whatever is refused.
        assertThat(post(close, "EDITOR", "cross-site").statusCode()).isEqualTo(400);
        assertThat(post(close, "READER", "same-origin").statusCode()).isEqualTo(404);
        assertThat(questions.all()).extracting(OpenQuestion::id).contains(id);
        assertThat(post(close, "VOLUNTEER", "same-origin").statusCode()).isEqualTo(303);
        assertThat(questions.all()).extracting(OpenQuestion::id).doesNotContain(id);
    }

    private HttpResponse<String> get(String path, String role, String language) throws Exception {
        return send(request(path, role).header("Accept-Language", language).GET());
    }

    private HttpResponse<String> post(String path, String role, String site) throws Exception {
        return send(request(path, role)
                .header("Accept-Language", "en")
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("reason=not+ours")));
    }

    private HttpRequest.Builder request(String path, String role) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + environment.getProperty("local.server.port") + path));
        return role == null ? request : request.header("Test-Role", role);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

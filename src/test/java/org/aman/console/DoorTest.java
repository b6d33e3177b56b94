package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aman.language.Language;
import org.aman.staff.Role;
import org.aman.unanswered.OpenQuestion;
import org.aman.unanswered.OpenQuestions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who comes in to the pages about open questions, corrections and figures, and what they find. */
@WholeConsole
class DoorTest {
    private static final List<String> PAGES =
            List.of("/console/questions", "/console/corrections", "/console/try?question=camp+saraqib", "/console/figures");

    @Autowired
    OpenQuestions questions;

    @Autowired
    ApplicationContext house;

    @Test
    void strangersAreLedToTheSignInAndBack() throws Exception {
        StaffBrowser stranger = StaffBrowser.stranger(house);
        for (String page : PAGES) {
            HttpResponse<String> answer = stranger.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .isEqualTo("/console/sign-in?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
        }
        HttpResponse<String> signIn = stranger.get("/console/sign-in?to=//evil.example/console");
        assertThat(signIn.statusCode()).isEqualTo(200);
        assertThat(signIn.body()).doesNotContain("evil.example");
    }

    @Test
    void p12_everyPageIsWhollyInTheLanguageOfWhoReadsItAndNamesNobody() throws Exception {
        questions.ask("where is <b>dialysis</b>", Language.ENGLISH, null, null, OpenQuestion.Reason.UNKNOWN);
        for (String page : PAGES) {
            for (String language : List.of("ar", "en")) {
                HttpResponse<String> shown = of(Role.EDITOR, language).get(page);
                assertThat(shown.statusCode()).as(page + shown.body()).isEqualTo(200);
                assertThat(shown.body())
                        .contains("lang=\"" + language + "\"", language.equals("ar") ? "dir=\"rtl\"" : "dir=\"ltr\"")
                        .doesNotContain("<b>dialysis", "Canary", "console.page");
            }
        }
        assertThat(of(Role.EDITOR, "en").get("/console/questions").body()).contains("&lt;b&gt;dialysis");
    }

    @Test
    void a9_aFormIsTakenOnlyFromOurOwnPagesAndFromThoseWhoMay() throws Exception {
        OpenQuestion.Id id =
                questions.ask("who are you", Language.ENGLISH, null, null, OpenQuestion.Reason.UNKNOWN);
        String close = "/console/questions/" + id.value() + "/close";

        StaffBrowser editor = of(Role.EDITOR, "en");
        String token = StaffBrowser.form("_csrf", editor.token(), "reason", "not ours");

        // The one error page says 400 for whatever is refused.
        assertThat(editor.postBare(close, "reason=not+ours").statusCode()).isEqualTo(400);
        assertThat(editor.postBare(close, StaffBrowser.form("_csrf", of(Role.EDITOR, "en").token(), "reason", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(editor.with("Sec-Fetch-Site", "cross-site").postBare(close, token).statusCode()).isEqualTo(400);
        assertThat(of(Role.READER, "en").post(close, "reason", "not ours").statusCode()).isEqualTo(404);
        assertThat(questions.all()).extracting(OpenQuestion::id).contains(id);
        assertThat(of(Role.VOLUNTEER, "en").post(close, "reason", "not ours").statusCode()).isEqualTo(303);
        assertThat(questions.all()).extracting(OpenQuestion::id).doesNotContain(id);
    }

    private StaffBrowser of(Role role, String language) {
        return StaffBrowser.of(house, role, Language.of(language).orElseThrow());
    }
}

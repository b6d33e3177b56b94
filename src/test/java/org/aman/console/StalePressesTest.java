package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Freeze;
import org.aman.knowledge.Import;
import org.aman.knowledge.Life;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A press on a page that was overtaken does nothing and shows what changed; the brake is seen on every page. */
@WholeConsole
class StalePressesTest {
    @Autowired
    ApplicationContext house;

    @Autowired
    DraftDesk desk;

    @Autowired
    Drafts drafts;

    @Autowired
    Updates updates;

    @Autowired
    Freeze freeze;

    @Autowired
    Import files;

    @ParameterizedTest
    @ValueSource(strings = {"hold", "withdraw", "still-true", "revert"})
    void a16APressOnAnUpdateThatSaysOtherwiseByNowDoesNothingAndShowsWhatChanged(String act) throws Exception {
        Update update = changed("aid-water-qah-0112", "Nobody is sent away.");
        int seen = update.revision() - 1;

        HttpResponse<String> answer = StaffBrowser.of(house, Role.EDITOR, Language.ENGLISH)
                .post("/console/updates/" + update.id() + "/" + act, "revision", "" + seen, "to", "1", "reason", "x");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Nothing was done.", "What changed since you read it", "Nobody is sent away.");
        assertThat(updates.update(update.id()).orElseThrow().revision()).isEqualTo(update.revision());
        assertThat(updates.state(update.id())).contains(Updates.State.PUBLISHED);
    }

    /** Says one sentence more from now on, or one less where an earlier run has said it. */
    private Update changed(String id, String sentence) {
        Volunteer writer = Newcomer.in(house, Role.EDITOR, Language.ENGLISH).volunteer();
        Draft draft = turned(writer, ((Ruling.Kept) desk.startFrom(writer, new Update.Id(id))).draft(), sentence);
        return ((Ruling.Published) desk.publishAlone(writer, draft.id(), draft.hash())).update();
    }

    private static String turned(String text, String sentence) {
        return text.contains(sentence) ? text.replace(" " + sentence, "") : text + " " + sentence;
    }

    private Draft turned(Volunteer writer, Draft draft, String sentence) {
        Written.Words english = draft.written().english();
        Written written = new Written(
                draft.written().id(), draft.written().topic(), draft.written().status(), draft.written().places(),
                draft.written().confidence(), draft.written().severity(), draft.written().verified(),
                draft.written().expires(), draft.written().latitude(), draft.written().longitude(),
                draft.written().supersedes(), draft.written().arabic(),
                new Written.Words(english.title(), turned(english.text(), sentence), english.questions()),
                draft.written().sources());
        return ((Ruling.Kept) desk.save(writer, draft.id(), draft.version(), written)).draft();
    }

    @Test
    void a16APressOnADraftThatSaysOtherwiseByNowDoesNothingAndShowsWhatChanged() throws Exception {
        Volunteer writer = Newcomer.in(house, Role.EDITOR, Language.ENGLISH).volunteer();
        Draft draft = ((Ruling.Kept) desk.startFrom(writer, new Update.Id("aid-tents-killi-0112"))).draft();
        Draft now = turned(writer, draft, "Bring a can.");
        desk.handIn(writer, now.id(), now.version());
        StaffBrowser editor = StaffBrowser.of(house, Role.EDITOR, Language.ENGLISH);
        String address = "/console/drafts/" + draft.id();

        for (String act : List.of("/discard", "/give-back", "/approve")) {
            HttpResponse<String> answer =
                    editor.post(address + act, "version", "1", "hash", draft.hash(), "reason", "Call them");
            assertThat(answer.statusCode()).as(act).isEqualTo(422);
            assertThat(answer.body()).as(act).contains("Nothing was done.", "What changed since you read it", "Bring a can.");
        }
        assertThat(drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(Life.IN_REVIEW);
        String version = Integer.toString(drafts.draft(draft.id()).orElseThrow().version());
        assertThat(editor.post(address + "/discard", "version", version).statusCode()).isEqualTo(303);
    }

    @Test
    void aDraftWhoseUpdateWasChangedShowsTheChangeAndGoesOnOnceItWasSeen(@TempDir Path folder) throws Exception {
        Path file = Path.of("knowledge/aid-bread-idlib-0112.yaml");
        Newcomer rana = Newcomer.in(house, Role.EDITOR, Language.ENGLISH);
        Draft draft = ((Ruling.Kept) desk.startFrom(rana.volunteer(), new Update.Id("aid-bread-idlib-0112"))).draft();
        String words = "bakery of " + rana.volunteer().id();
        Files.writeString(folder.resolve(file.getFileName()), Files.readString(file).replace("bakery", words));
        files.take(files.read(folder), (done, all) -> {});
        StaffBrowser browser = StaffBrowser.of(house, rana);
        String address = "/console/drafts/" + draft.id();

        assertThat(browser.get(address).body()).contains("changed after this draft was begun", rana.volunteer().id().value());
        int revision = updates.update(new Update.Id("aid-bread-idlib-0112")).orElseThrow().revision();
        String version = Integer.toString(draft.version());
        assertThat(takeUp(browser, address, version, revision - 1)).isEqualTo(422);
        assertThat(takeUp(browser, address, version, revision)).isEqualTo(303);
        assertThat(browser.get(address).body()).doesNotContain("changed after this draft was begun");
        assertThat(drafts.draft(draft.id()).orElseThrow().baseRevision()).isEqualTo(revision);
    }

    @Test
    void law2ADraftWhoseUpdateWasWithdrawnSaysSoAndGoesOnOnceItWasSeen() throws Exception {
        Update.Id id = new Update.Id("aid-food-sarmin-0112");
        Newcomer rana = Newcomer.in(house, Role.EDITOR, Language.ENGLISH);
        Draft draft = ((Ruling.Kept) desk.startFrom(rana.volunteer(), id)).draft();
        StaffBrowser browser = StaffBrowser.of(house, rana);
        String address = "/console/drafts/" + draft.id();
        int seen = updates.update(id).orElseThrow().revision();
        assertThat(browser.get(address).body()).doesNotContain("It was withdrawn.");
        String revision = Integer.toString(seen);
        assertThat(browser.post("/console/updates/" + id + "/withdraw", "revision", revision, "reason", "x").statusCode())
                .isEqualTo(303);

        assertThat(desk.publishAlone(rana.volunteer(), draft.id(), draft.hash())).isInstanceOf(Ruling.Refused.class);
        assertThat(browser.get(address).body()).contains("changed after this draft was begun", "It was withdrawn.");
        assertThat(takeUp(browser, address, Integer.toString(draft.version()), seen + 1)).isEqualTo(303);
        assertThat(browser.get(address).body()).doesNotContain("It was withdrawn.");
        Draft taken = drafts.draft(draft.id()).orElseThrow();
        assertThat(desk.publishAlone(rana.volunteer(), taken.id(), taken.hash())).isInstanceOf(Ruling.Published.class);
    }

    private static int takeUp(StaffBrowser browser, String address, String version, int revision) throws Exception {
        return browser.post(address + "/take-up", "version", version, "revision", Integer.toString(revision))
                .statusCode();
    }

    @Test
    void a25AnyVolunteerPullsTheBrakeEveryPageShowsItAndTwoWhoReviewLetGo() throws Exception {
        StaffBrowser volunteer = StaffBrowser.of(house, Role.VOLUNTEER, Language.ENGLISH);
        StaffBrowser reader = StaffBrowser.of(house, Role.READER, Language.ARABIC);
        StaffBrowser editor = StaffBrowser.of(house, Role.EDITOR, Language.ENGLISH);
        StaffBrowser admin = StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH);
        assertThat(volunteer.get("/console").body()).doesNotContain("Publishing of what needs two people is stopped");

        assertThat(reader.post("/console/freeze", "reason", "no").statusCode()).isEqualTo(404);
        assertThat(volunteer.post("/console/freeze", "reason", "Two accounts act oddly").statusCode()).isEqualTo(303);
        try {
            for (String page : List.of("/console", "/console/updates", "/console/write", "/console/account", "/console/freeze")) {
                assertThat(volunteer.get(page).body()).as(page).contains("Publishing of what needs two people is stopped");
            }
            assertThat(reader.get("/console/figures").body()).contains("نشر ما يحتاج إلى شخصين متوقف");
            assertThat(volunteer.get("/console/freeze").body())
                    .contains("Two accounts act oddly")
                    .doesNotContain("/console/freeze/release");
            assertThat(volunteer.post("/console/freeze/release").statusCode()).isEqualTo(404);
            editor.post("/console/freeze/release");
            editor.post("/console/freeze/release");
            assertThat(freeze.now()).isPresent();
        } finally {
            admin.post("/console/freeze/release");
        }
        assertThat(freeze.now()).isEmpty();
        assertThat(volunteer.get("/console").body()).doesNotContain("Publishing of what needs two people is stopped");
    }
}

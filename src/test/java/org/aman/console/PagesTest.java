package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.Filed;
import org.aman.alert.Follow;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.place.Place;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.aman.unanswered.OpenQuestion;
import org.aman.unanswered.OpenQuestions;
import org.aman.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every page in both languages, on a phone and on a laptop: fit to be used, and speaking to nobody but us. */
@WholeConsole
class PagesTest {
    private static Chromium chromium;

    private final ApplicationContext house;
    private final String home;
    private final DraftDesk desk;
    private final Updates updates;
    private final OpenQuestions questions;

    PagesTest(
            @Autowired ApplicationContext house,
            @Autowired DraftDesk desk,
            @Autowired Updates updates,
            @Autowired OpenQuestions questions) {
        this.house = house;
        home = "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
        this.desk = desk;
        this.updates = updates;
        this.questions = questions;
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource("ARABIC, rtl, 390")
    void p10_everyPageIsFitToBeUsedAndSpeaksToNobodyElse(Language language, String direction, int width) {
        everyPageIsFit(language, direction, width);
    }

    @ParameterizedTest
    @CsvSource("ARABIC, rtl, 390")
    void everyPageOfAlertsIsFitToBeUsedAndSpeaksToNobodyElse(Language language, String direction, int width) {
        everyPageOfAlertsIsFit(language, direction, width);
    }

    /** In the other language and on the other screen; it takes three minutes more. */
    @Tag("proof")
    @ParameterizedTest
    @CsvSource({"ARABIC, rtl, 1280", "ENGLISH, ltr, 390", "ENGLISH, ltr, 1280"})
    void everyPageIsFitInTheOtherLanguageAndOnTheOtherScreenToo(Language language, String direction, int width) {
        everyPageIsFit(language, direction, width);
        everyPageOfAlertsIsFit(language, direction, width);
    }

    private void everyPageIsFit(Language language, String direction, int width) {
        questions.ask(
                "where is dialysis in Idlib", Language.ENGLISH, new Place.Id("idlib"), "medical",
                OpenQuestion.Reason.UNKNOWN);
        String draft = handedIn(Newcomer.in(house, Role.EDITOR, language).volunteer());
        try (Screen screen = new Screen(chromium, home, width).of(Newcomer.in(house, Role.ADMIN, language))) {
            Map.ofEntries(
                            Map.entry("now", "/console"),
                            Map.entry("updates", "/console/updates?topic=camp"),
                            Map.entry("update", "/console/updates/" + aCamp().id()),
                            Map.entry("map", "/console/map"),
                            Map.entry("write", "/console/write"),
                            Map.entry("draft", "/console/drafts/" + draft),
                            Map.entry("review", "/console/drafts/" + draft + "/review"),
                            Map.entry("questions", "/console/questions"),
                            Map.entry("corrections", "/console/corrections"),
                            Map.entry("try", "/console/try?question=nearest+camp+for+saraqib&draft=" + draft),
                            Map.entry("figures", "/console/figures"),
                            Map.entry("endings", "/console/endings"),
                            Map.entry("files", "/console/files"),
                            Map.entry("freeze", "/console/freeze"),
                            Map.entry("team", "/console/people"),
                            Map.entry("journal", "/console/journal"),
                            Map.entry("account", "/console/account"),
                            Map.entry("change", "/console/account/change/second-factor"),
                            Map.entry("telegram", "/console/account/telegram"),
                            Map.entry("passkeys", "/console/account/passkeys"),
                            Map.entry("missing", "/console/updates/no-such"))
                    .forEach((name, path) -> {
                        int status = screen.go(path).status();
                        assertThat(status).as(path).isEqualTo(name.equals("missing") ? 404 : 200);
                        assertThat(screen.page().locator("html").getAttribute("dir")).isEqualTo(direction);
                        screen.shoot(name + "-" + language.code() + "-" + width);
                        screen.isFit();
                    });
            screen.leftNoTrace();
        }
    }

    private void everyPageOfAlertsIsFit(Language language, String direction, int width) {
        AlertHouse alerts = new AlertHouse(house).lives(12);
        Filed sent = alerts.sent(alerts.warning());
        Filed waiting = alerts.proposed(alerts.warning());
        Filed exercise = alerts.sent(alerts.draft(Alert.Kind.EXERCISE));
        Filed followed = alerts.sent(alerts.following(alerts.sent(alerts.warning()), Follow.Way.UPDATE));
        String draft = alerts.begun().id();
        try (Screen screen = new Screen(chromium, home, width).of(Newcomer.in(house, Role.ADMIN, language))) {
            Map.ofEntries(
                            Map.entry("alerts-now", "/console"),
                            Map.entry("alerts", "/console/alerts"),
                            Map.entry("alert-exercises", "/console/alerts/exercises"),
                            Map.entry("alert-write", "/console/alerts/write"),
                            Map.entry("alert-draft", "/console/alerts/drafts/" + draft),
                            Map.entry("alert-exercise-write", "/console/alerts/write?kind=EXERCISE"),
                            Map.entry("alert-correct", "/console/alerts/write?correct=" + number(sent)),
                            Map.entry("alert-clear", "/console/alerts/write?after=" + number(sent) + "&way=ALL_CLEAR"),
                            Map.entry("alert-approval", "/console/alerts/" + number(waiting) + "/1/approval"),
                            Map.entry("alert", "/console/alerts/" + number(sent)),
                            Map.entry("alert-exercise", "/console/alerts/" + number(exercise)),
                            Map.entry("alert-followed", "/console/alerts/" + number(followed)),
                            Map.entry("alert-brake", "/console/alerts/brake"),
                            Map.entry("posters", "/console/posters"),
                            Map.entry("poster", "/console/posters?place=saraqib&bot=aman_bot"))
                    .forEach((name, path) -> {
                        assertThat(screen.go(path).status()).as(path).isEqualTo(200);
                        assertThat(screen.page().locator("html").getAttribute("dir")).isEqualTo(direction);
                        screen.shoot(name + "-" + language.code() + "-" + width);
                        screen.isFit();
                    });
            screen.leftNoTrace();
        }
    }

    private static Alert.Number number(Filed filed) {
        return filed.alert().number();
    }

    /** A change of an update by somebody else, waiting for a second pair of eyes; the same one for every language. */
    private String handedIn(Volunteer author) {
        Update camp = aCamp();
        Ruling begun = desk.startFrom(author, camp.id());
        Draft draft = ((Ruling.Kept) begun).draft();
        if (draft.version() > 1) {
            return draft.id().value();
        }
        Written.Words english = draft.written().english();
        Written changed = new Written(
                draft.written().id(), draft.written().topic(), "full", draft.written().places(),
                draft.written().confidence(), draft.written().severity(), draft.written().verified(), "", "", "",
                draft.written().supersedes(), draft.written().arabic(),
                new Written.Words(english.title(), english.text() + " Nobody else is taken in.", english.questions()),
                draft.written().sources());
        Draft saved = ((Ruling.Kept) desk.save(author, draft.id(), draft.version(), changed)).draft();
        desk.handIn(author, saved.id(), saved.version());
        return saved.id().value();
    }

    private Update aCamp() {
        Optional<Update> camp = updates.update(new Update.Id("camp-maarrat-misrin-0112"));
        return camp.orElseThrow();
    }
}

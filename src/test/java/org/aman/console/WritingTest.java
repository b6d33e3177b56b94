package org.aman.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.aman.language.Language;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What somebody meets while writing: objections beside the field, others at the same draft, a lost connection. */
@WholeConsole
class WritingTest {
    private static final Pattern A_DRAFT = Pattern.compile(".*/console/drafts/[^/?]+\\?done=saved");

    private static Chromium chromium;

    private final ApplicationContext house;
    private final String home;

    WritingTest(@Autowired ApplicationContext house) {
        this.house = house;
        home = "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private Screen screen(Language language) {
        return new Screen(chromium, home, 390).of(Newcomer.in(house, Role.EDITOR, language));
    }

    /** The parts that make a draft without an error, but for what a test adds. */
    private static void fill(Screen screen, String english, String arabic) {
        screen.page().locator("#about").selectOption("camp/open");
        screen.page().locator("#place").fill("Saraqib");
        screen.page().locator("[id='title.en']").fill("Room in the " + english + " camp");
        screen.page().locator("[id='text.en']").fill("The " + english + " camp has room for 20 families.");
        screen.page().locator("[id='title.ar']").fill("متسع في مخيم " + arabic);
        screen.page().locator("[id='text.ar']").fill("في مخيم " + arabic + " متسع لنحو 20 عائلة.");
        screen.page().locator("#verified").fill("2020-01-12T17:00");
        screen.page().locator("#confidence").selectOption("single-source");
        screen.page().locator("[id='sources.0.name.en']").fill("Camp management");
        screen.page().locator("[id='sources.0.name.ar']").fill("إدارة المخيم");
        screen.page().locator("[id='sources.0.kind']").selectOption("agency");
        screen.page().locator("[id='sources.0.at']").fill("2020-01-12T16:30");
    }

    private static void save(Screen screen) {
        screen.page().locator("button[value=save]").last().click();
        screen.page().waitForURL(A_DRAFT);
    }

    @Test
    void objectionsStandBesideTheFieldWhileOneTypesAndNothingTypedIsLost() {
        try (Screen screen = screen(Language.ENGLISH)) {
            screen.go("/console/write");
            fill(screen, "eastern", "الشرقي");
            screen.page().locator("[id='text.en']").fill("The camp is now safe for 30 families!");

            Locator why = screen.page().locator("[id='why-text.en'] li");
            assertThat(why.first()).isVisible();
            assertThat(screen.page().locator("[id='text.en']")).hasValue("The camp is now safe for 30 families!");
            assertThat(screen.page().locator("#said-verified")).containsText("Sunday 12 January, 17:00");
            assertThat(screen.page().locator("#confidence")).not().hasAttribute("aria-invalid", "true");
            screen.shoot("objections-en-390");
            screen.isFit();
            save(screen);

            assertThat(screen.page().locator("[role=status]").first()).containsText("Saved.");
            assertThat(screen.page().locator("[id='text.en']")).hasValue("The camp is now safe for 30 families!");
            assertThat(screen.page().locator(".chip")).containsText("Saraqib");
            screen.leftNoTrace();
        }
    }

    @Test
    void whatIsHandedInWithErrorsComesBackWithEveryObjectionAndWhatWasTyped() {
        try (Screen screen = screen(Language.ARABIC)) {
            screen.go("/console/write");
            screen.page().locator("[id='title.ar']").fill("عنوان فقط");
            save(screen);
            screen.page().locator("button[value=hand-in]").click();

            assertThat(screen.page().locator("main > [role=alert]")).isVisible();
            assertThat(screen.page().locator("#why-about li.error").first()).isVisible();
            assertThat(screen.page().locator("[id='title.ar']")).hasValue("عنوان فقط");
            screen.shoot("errors-ar-390");
            screen.isFit();
        }
    }

    @Test
    void rowsOfSourcesAndPlacesComeAndGoWithoutLosingWhatWasTyped() {
        try (Screen screen = screen(Language.ENGLISH)) {
            screen.go("/console/write");
            fill(screen, "northern", "الشمالي");
            screen.button("Add").click();
            assertThat(screen.page().locator(".chip")).containsText("Saraqib");
            screen.button("Add a source").click();
            assertThat(screen.page().locator("fieldset.card")).hasCount(2);
            assertThat(screen.page().locator("[id='sources.0.name.en']")).hasValue("Camp management");
            screen.button("Remove this source").last().click();
            assertThat(screen.page().locator("fieldset.card")).hasCount(1);
            screen.page().locator(".chip button").click();
            assertThat(screen.page().locator(".chip")).hasCount(0);
            assertThat(screen.page().locator("[id='title.en']")).hasValue("Room in the northern camp");
        }
    }

    @Test
    void theSecondOfTwoWhoSaveIsShownWhatTheFirstChangedAndOverwritesNothing() {
        try (Screen first = screen(Language.ENGLISH); Screen second = screen(Language.ARABIC)) {
            first.go("/console/write");
            fill(first, "western", "الغربي");
            save(first);
            String address = first.page().url().replaceAll(".*(/console/drafts/[^?]+).*", "$1");
            second.go(address);
            first.page().locator("[id='text.en']").fill("The western camp has room for 25 families.");
            save(first);
            second.page().locator("[id='text.en']").fill("The western camp has room for 40 families.");
            second.page().locator("button[value=save]").last().click();

            assertThat(second.page().locator("section[role=alert]")).isVisible();
            assertThat(second.page().locator("section[role=alert] ins").first()).containsText("25");
            assertThat(second.page().locator("[id='text.en']"))
                    .hasValue("The western camp has room for 40 families.");
            second.shoot("conflict-ar-390");
            second.isFit();
            save(second);
            assertThat(second.page().locator("[id='text.en']"))
                    .hasValue("The western camp has room for 40 families.");
        }
    }

    @Test
    void aLostConnectionIsSaidAndWhatWasTypedStaysAndCanBeSentAgain() {
        try (Screen screen = screen(Language.ENGLISH)) {
            screen.go("/console/write");
            fill(screen, "southern", "الجنوبي");
            screen.context().setOffline(true);
            screen.page().locator("button[value=save]").last().click();
            assertThat(screen.page().locator("#lost")).containsText("Nothing was lost");
            screen.shoot("lost-en-390");
            assertThat(screen.page().locator("[id='title.en']")).hasValue("Room in the southern camp");
            screen.context().setOffline(false);
            screen.button("Try again").click();
            screen.page().waitForURL(A_DRAFT);
            assertThat(screen.page().locator("[id='title.en']")).hasValue("Room in the southern camp");
        }
    }

    @Test
    void whatWasTypedIsThereAgainInThisTabUntilItIsSavedAndGoneAfterwards() {
        try (Screen screen = screen(Language.ENGLISH)) {
            screen.go("/console/write");
            screen.page().locator("[id='title.en']").fill("Half a thought");
            screen.page().reload();
            assertThat(screen.page().locator("[id='title.en']")).hasValue("Half a thought");
            assertThat(screen.page().locator("form [role=status]").first()).containsText("not saved yet");
            assertThat(screen.page().evaluate("JSON.stringify(localStorage)")).isEqualTo("{}");
            save(screen);
            assertThat(screen.page().evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('aman.kept.')).length"))
                    .isEqualTo(0);
        }
    }
}

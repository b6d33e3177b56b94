package org.aman.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aman.Aman;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.telegram.StandInBotApi;
import org.aman.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole life of an update in real browsers: somebody is invited, signs in with a second factor, writes, mends what is
 * objected to; somebody else publishes; a resident is answered; it is held and answers no more; an open question is
 * answered by writing, and whoever waited on Telegram is told.
 */
@Order(1)
@SpringBootTest(
        classes = Aman.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "aman.scenario-time=",
            "aman.telegram.token=" + StandInBotApi.TOKEN,
            "management.server.port=0"
        })
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class WholeLifeTest {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final StandInBotApi TELEGRAM = new StandInBotApi();
    private static final Duration SOON = Duration.ofSeconds(30);

    private static Chromium chromium;

    private final ApplicationContext house;
    private final Clock clock;
    private final String home;
    private final Messages messages = new Messages();

    /** What is written and asked in a walk; the second update answers what nobody knew. */
    private enum Told {
        ENGLISH(
                "Sarmin",
                new Sheet("camp/open", "Room in the school camp of Sarmin", "The school camp of Sarmin has room for 20 families.",
                        "متسع في مخيم المدرسة في سرمين", "في مخيم المدرسة في سرمين متسع لنحو 20 عائلة."),
                "Is there room in a camp in Sarmin?",
                "Where is dialysis in Ariha?",
                new Sheet("medical/open", "Dialysis in Ariha", "The dialysis centre in Ariha works from 08:00.",
                        "غسيل الكلى في أريحا", "يعمل مركز غسيل الكلى في أريحا من الساعة 08:00.")),
        ARABIC(
                "بنش",
                new Sheet("camp/open", "Room in the orchard camp of Binnish", "The orchard camp of Binnish has room for 30 families.",
                        "متسع في مخيم البستان في بنش", "في مخيم البستان في بنش متسع لنحو 30 عائلة."),
                "هل يوجد متسع في مخيم في بنش؟",
                "أين أجد غسيل الكلى في سراقب؟",
                new Sheet("medical/open", "Dialysis in Saraqib", "The dialysis centre in Saraqib works from 09:00.",
                        "غسيل الكلى في سراقب", "يعمل مركز غسيل الكلى في سراقب من الساعة 09:00."));

        private final String place;
        private final Sheet camp;
        private final String question;
        private final String open;
        private final Sheet answer;

        Told(String place, Sheet camp, String question, String open, Sheet answer) {
            this.place = place;
            this.camp = camp;
            this.question = question;
            this.open = open;
            this.answer = answer;
        }
    }

    /** The words of an update. */
    private record Sheet(String about, String title, String text, String titleArabic, String textArabic) {
        String title(Language language) {
            return language == Language.ARABIC ? titleArabic : title;
        }

        String text(Language language) {
            return language == Language.ARABIC ? textArabic : text;
        }
    }

    WholeLifeTest(@Autowired ApplicationContext house, @Autowired Clock clock) {
        this.house = house;
        this.clock = clock;
        home = "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
    }

    @DynamicPropertySource
    static void fresh(DynamicPropertyRegistry settings) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "whole-life");
        settings.add("spring.datasource.url", () -> "jdbc:sqlite:" + folder.resolve("aman.db"));
        settings.add("aman.index", () -> folder.resolve("index"));
        settings.add("aman.key-file", () -> folder.resolve("aman.key"));
        settings.add("aman.telegram.api-url", TELEGRAM::url);
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        TELEGRAM.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fromTheInvitationToTheAnswerAndOutOfItAgain(Language language) {
        Told told = Told.valueOf(language.name());
        try (Screen writer = new Screen(chromium, home, 390); Screen editor = screen(Role.EDITOR, language)) {
            arrives(writer, invited(language), language);
            write(writer, told, language);
            String address = approved(editor, told.camp, language);
            assertThat(asked(told.question, language)).containsText(told.camp.text(language));

            held(writer, address, language);
            assertThat(asked(told.question, language)).not().containsText(told.camp.text(language));

            long chat = 7_000 + language.ordinal();
            waits(chat, told.open, language);
            answer(writer, told, language);
            approved(editor, told.answer, language);
            TELEGRAM.await(
                    () -> TELEGRAM.textsTo(chat).getLast().contains(messages.text("tidings.known", language)), SOON);
            assertThat(TELEGRAM.textsTo(chat).getLast().replaceAll("\\p{Cf}", "")).contains(told.answer.text(language));
            writer.leftNoTrace();
            editor.leftNoTrace();
        }
    }

    private Screen screen(Role role, Language language) {
        return new Screen(chromium, home, 390).of(Newcomer.in(house, role, language));
    }

    private String said(String key, Language language) {
        return Sheets.readable(messages.text("console.page." + key, language), language);
    }

    /** An admin makes a link; gives its path. */
    private String invited(Language language) {
        try (Screen admin = screen(Role.ADMIN, language)) {
            admin.go("/console/people");
            admin.page().locator("#name").fill(language == Language.ARABIC ? "ليلى من الفريق" : "Layla of the team");
            admin.page().locator("#role").selectOption("VOLUNTEER");
            admin.page().locator("#language").selectOption(language.code());
            admin.button(said("invite", language)).click();
            shoot(admin, "invited", language);
            return admin.page().locator("code.secret").textContent().replaceAll("https?://[^/]+", "");
        }
    }

    /** Joins by the link, leaves, and comes back with password and code. */
    private void arrives(Screen guest, String link, Language language) {
        guest.go(link);
        String secret = guest.page().locator("code.secret").textContent().replace(" ", "");
        guest.page().locator("#password").fill(Newcomer.PASSWORD);
        guest.page().locator("#code").fill(Newcomer.code(house, secret));
        shoot(guest, "joining", language);
        guest.button(said("link-do.NEW_ACCOUNT", language)).click();
        assertThat(guest.page().locator("main code")).hasCount(10);
        shoot(guest, "recovery-codes", language);
        guest.link(said("to-start", language)).click();
        guest.button(said("sign-out", language)).click();
        guest.go("/console/sign-in?lang=" + language.code());
        guest.page().locator("#name").fill(language == Language.ARABIC ? "ليلى من الفريق" : "Layla of the team");
        guest.page().locator("#password").fill(Newcomer.PASSWORD);
        guest.page().locator("#code").fill(Newcomer.code(house, secret));
        guest.button(said("sign-in", language)).click();
        assertThat(guest.page().locator("h1")).hasText(said("needs-me", language));
        shoot(guest, "signed-in", language);
    }

    /** Writes with a fault, sees the objection beside its field, mends it, hands in. */
    private void write(Screen writer, Told told, Language language) {
        writer.go("/console/write");
        writer.page().locator("#place").fill(told.place);
        fill(writer, told.camp);
        Locator text = writer.page().locator("[id='text.en']");
        text.fill(told.camp.text.replaceAll("[0-9]+", "50"));
        Locator objection = writer.page().locator("[id='why-text.en'] li.error");
        assertThat(objection).containsText("50");
        shoot(writer, "objection", language);
        text.fill(told.camp.text);
        assertThat(objection).hasCount(0);
        handIn(writer, language);
        shoot(writer, "handed-in", language);
    }

    private void fill(Screen writer, Sheet sheet) {
        writer.page().locator("#about").selectOption(sheet.about);
        writer.page().locator("[id='title.en']").fill(sheet.title);
        writer.page().locator("[id='text.en']").fill(sheet.text);
        writer.page().locator("[id='title.ar']").fill(sheet.titleArabic);
        writer.page().locator("[id='text.ar']").fill(sheet.textArabic);
        String now = FIELD.format(clock.instant().minusSeconds(600).atZone(ZoneId.of("Asia/Damascus")));
        writer.page().locator("#verified").fill(now);
        writer.page().locator("#confidence").selectOption("confirmed");
        writer.page().locator("[id='sources.0.name.en']").fill("Camp management");
        writer.page().locator("[id='sources.0.name.ar']").fill("إدارة المخيم");
        writer.page().locator("[id='sources.0.kind']").selectOption("agency");
        writer.page().locator("[id='sources.0.at']").fill(now);
    }

    private void handIn(Screen writer, Language language) {
        writer.page().locator("button[value=save]").last().click();
        writer.page().waitForURL(Pattern.compile(".*/console/drafts/[^/?]+\\?done=saved"));
        writer.button(said("hand-in", language)).click();
        writer.page().waitForURL(Pattern.compile(".*/review\\?done=handed-in"));
        assertThat(writer.button(said("approve", language))).hasCount(0);
    }

    /** Somebody else finds it among what needs them, reads it, approves it; gives the path of the update. */
    private String approved(Screen editor, Sheet sheet, Language language) {
        editor.go("/console");
        editor.link(sheet.title(language)).click();
        assertThat(editor.page().locator("main")).containsText(sheet.text(language));
        shoot(editor, "review-" + sheet.about.replaceAll("/.*", ""), language);
        editor.button(said("approve", language)).click();
        editor.page().waitForURL(Pattern.compile(".*/console/updates/[^/?]+\\?done=published"));
        shoot(editor, "published-" + sheet.about.replaceAll("/.*", ""), language);
        return editor.page().url().replaceAll(".*(/console/updates/[^?]+).*", "$1");
    }

    /** Held by one press and one more: what answers is other from the moment the page says so. */
    private void held(Screen writer, String address, Language language) {
        writer.go(address);
        writer.page().locator("details.confirm summary", new Page.LocatorOptions().setHasText(said("hold", language)))
                .first()
                .click();
        writer.button(said("hold-sure", language)).click();
        assertThat(writer.page().locator("[role=status]").first()).hasText(said("done.held", language));
        shoot(writer, "held", language);
    }

    /** The answer on the residents' page. */
    private Locator asked(String question, Language language) {
        BrowserContext context = chromium.visitor(new NewContextOptions().setLocale(language.code()).setViewportSize(390, 800));
        Page page = context.newPage();
        page.navigate(home + "/");
        page.locator("#question").fill(question);
        page.locator("#question").press("Enter");
        Locator answer = page.locator(".answer").first();
        assertThat(answer).isVisible();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/life/asked-" + language.code() + "-" + System.nanoTime() + ".png"))
                .setCaret(ScreenshotCaret.INITIAL));
        return answer;
    }

    /** Asks on Telegram what nobody knows, and wants to be told. */
    private void waits(long chat, String question, Language language) {
        TELEGRAM.says(chat, "/language " + language.code());
        TELEGRAM.await(() -> !TELEGRAM.textsTo(chat).isEmpty(), SOON);
        TELEGRAM.says(chat, question);
        String tell = messages.text("button.tell", language);
        TELEGRAM.await(() -> TELEGRAM.buttonsTo(chat).containsKey(tell), SOON);
        TELEGRAM.presses(chat, TELEGRAM.buttonsTo(chat).get(tell));
        TELEGRAM.await(() -> TELEGRAM.textsTo(chat).contains(messages.text("tell.noted", language)), SOON);
    }

    /** Writes from the group of the open question: place and topic are there already. */
    private void answer(Screen writer, Told told, Language language) {
        writer.go("/console/questions");
        Locator group = writer.page().locator(".group", new Page.LocatorOptions().setHasText(told.open));
        assertThat(group.locator(".waiting")).isVisible();
        shoot(writer, "open-questions", language);
        group.getByText(said("write", language)).click();
        assertThat(writer.page().locator(".chip")).hasCount(1);
        assertThat(writer.page().locator("[id='questions." + language.code() + "']")).hasValue(told.open);
        fill(writer, told.answer);
        handIn(writer, language);
    }

    private static void shoot(Screen screen, String name, Language language) {
        screen.shoot("life-" + name + "-" + language.code());
        screen.isFit();
    }
}

package org.aman.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.aman.Aman;
import org.aman.alert.Alert;
import org.aman.alert.AlertState;
import org.aman.alert.Alerts;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Reply;
import org.aman.staff.CheapPasswords;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Two people propose and approve an alert, and watch it reach everybody; then end it. In both languages. */
@Order(1)
@Import(CheapPasswords.class)
@SpringBootTest(
        classes = {Aman.class, BroadcastWatchedTest.Wire.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:sqlite:target/broadcast-watched-test/aman.db",
            "aman.index=target/broadcast-watched-test/index",
            "aman.key-file=target/broadcast-watched-test/aman.key",
            "aman.telegram.token=",
            "aman.alert.override=true",
            "aman.alert.daily-cap=50",
            "management.server.port=0"
        })
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class BroadcastWatchedTest {
    private static final int PEOPLE = 40;
    private static final Pattern AN_APPROVAL = Pattern.compile(".*/console/alerts/[0-9]+/1/approval.*");
    private static final Pattern AN_ALERT = Pattern.compile(".*/console/alerts/[0-9]+\\?done=.*");

    private static Chromium chromium;

    private final ApplicationContext house;
    private final Gate gate;
    private final Messages messages;
    private final String home;

    BroadcastWatchedTest(
            @Autowired ApplicationContext house, @Autowired Gate gate, @Autowired Messages messages) {
        this.house = house;
        this.gate = gate;
        this.messages = messages;
        home = "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
    }

    @TestConfiguration
    static class Wire {
        @Bean
        Gate gate() {
            return new Gate();
        }
    }

    /** A channel that lets as many messages through as the test says, and tells who got one. */
    static final class Gate implements Messenger {
        private final Semaphore open = new Semaphore(0);
        private final Set<String> blocked = new ConcurrentSkipListSet<>();
        private final Map<String, String> last = new ConcurrentHashMap<>();

        @Override
        public Outcome send(Chat chat, Reply reply, Lane lane) {
            open.acquireUninterruptibly();
            if (blocked.contains(chat.address())) {
                return new Outcome.Rejected("400 Bad Request: the canary is out");
            }
            last.put(chat.address(), reply.text());
            return new Outcome.Delivered("m");
        }

        @Override
        public int perSecond() {
            return 1000;
        }
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** Lets everything out that a test left under way, so that the next one begins with a closed gate. */
    @AfterEach
    void settle() {
        gate.blocked.clear();
        gate.open.release(100 * PEOPLE);
        await().atMost(Duration.ofSeconds(60)).until(() -> house.getBean(Alerts.class)
                .published(Instant.EPOCH).stream()
                .noneMatch(filed -> filed.state().isUnderWay()));
        gate.open.drainPermits();
        gate.last.clear();
    }

    private String say(String key, Language language) {
        return messages.text("console.page." + key, language);
    }

    private Screen somebody(Language language, int width) {
        return new Screen(chromium, home, width).of(Newcomer.in(house, Role.ADMIN, language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void twoPeopleProposeAndApproveAndWatchItReachEverybody(Language language) {
        new AlertHouse(house).lives(PEOPLE);
        gate.blocked.add("8000003");
        String in = language.code();
        try (Screen author = somebody(language, 390); Screen second = somebody(language, 1280)) {
            author.go("/console/alerts/write");
            fill(author);
            assertThat(author.page().locator("#effect")).containsText(Integer.toString(PEOPLE));
            assertThat(author.page().locator(".bubble").first()).containsText("12");
            author.shoot("broadcast-written-" + in);
            author.isFit();
            author.button(say("alert-propose", language)).click();
            author.page().waitForURL(AN_APPROVAL);
            assertThat(author.page().locator("main")).containsText(say("alert-own", language));

            second.go("/console");
            second.page().locator("#alerts a").first().click();
            assertThat(second.page().locator(".bubble")).hasCount(2);
            second.field(say("alert-type-area", language)).fill(language == Language.ARABIC ? "سراقب" : "Saraqib");
            second.shoot("broadcast-approval-" + in);
            second.button(say("alert-approve", language)).click();
            second.page().waitForURL(AN_ALERT);
            second.isFit();

            String here = second.page().url().replaceAll(".*(/console/alerts/[0-9]+).*", "$1");
            author.go(here);
            figure(author, "alert-waiting", language, PEOPLE);
            gate.open.release(20);
            figure(author, "alert-waiting", language, 20);
            figure(second, "alert-waiting", language, 20);
            assertThat(author.page().locator("[data-part=state]")).containsText(say("alert-state.sending", language));
            author.shoot("broadcast-live-" + in);
            author.isFit();

            second.button(say("alert-pause", language)).click();
            assertThat(author.page().locator("[data-part=state]")).containsText(say("alert-state.paused", language));
            author.button(say("alert-resume", language)).click();
            gate.open.release(10 * PEOPLE);
            assertThat(author.page().locator("[data-part=state]")).containsText(say("alert-state.sent", language));
            assertThat(second.page().locator("[data-ended]")).isVisible();
            assertThat(second.page().locator("main > [role=status]")).hasCount(0);
            second.shoot("broadcast-ended-" + in);

            failuresAreSentAgain(second, here, language);
            author.leftNoTrace();
            second.leftNoTrace();
        }
        assertThat(gate.last).hasSize(PEOPLE);
    }

    private void fill(Screen author) {
        Page page = author.page();
        page.locator("#kind").selectOption("WARNING");
        page.locator("#severity").selectOption("SEVERE");
        page.locator("#urgency").selectOption("IMMEDIATE");
        page.locator("#certainty").selectOption("OBSERVED");
        page.locator("#place").fill("Saraqib");
        page.locator("[id='source.ar']").fill("الدفاع المدني");
        page.locator("[id='source.en']").fill("Civil Defence");
        page.locator("[id='text.ar']").fill("قصف على 12 شارعاً في سراقب.");
        page.locator("[id='text.en']").fill("Shelling of 12 streets in Saraqib.");
        page.locator("[id='instruction.ar']").fill("ابقوا في الأقبية.");
        page.locator("[id='instruction.en']").fill("Stay in cellars.");
        page.locator("#until").fill("2020-01-13T06:00");
    }

    /** Waits until the live page says so. */
    private void figure(Screen screen, String key, Language language, int people) {
        assertThat(screen.page().locator("[data-part=numbers] dt", new Page.LocatorOptions().setHasText(say(key, language)))
                        .locator("xpath=following-sibling::dd[1]"))
                .hasText(Integer.toString(people));
    }

    private void failuresAreSentAgain(Screen second, String here, Language language) {
        second.go(here);
        assertThat(second.page().locator("[data-part=failures]")).containsText("the canary is out");
        second.shoot("broadcast-report-" + language.code());
        second.isFit();
        gate.blocked.clear();
        second.button(say("alert-again", language)).click();
        second.page().waitForURL(AN_ALERT);
        assertThat(second.page().locator("[data-part=state], .badge.published").first())
                .containsText(say("alert-state.sent", language));
        await().atMost(Duration.ofSeconds(20)).until(() -> gate.last.containsKey("8000003"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anEndedDangerIsClearedForThoseWhoGotItAndACorrectionChangesWhatTheyHave(Language language) {
        AlertHouse alarms = new AlertHouse(house).lives(PEOPLE);
        gate.open.release(10 * PEOPLE);
        Alert.Number number = alarms.sent(alarms.warning()).alert().number();
        Alerts alerts = house.getBean(Alerts.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> alerts.filed(number).orElseThrow().state() == AlertState.SENT);
        try (Screen author = somebody(language, 390)) {
            author.go("/console/alerts/" + number);
            author.link(say("alert-next.correct", language)).click();
            author.page().locator("[id='text.en']").fill("Shelling on the main roads of Saraqib.");
            assertThat(author.page().locator("#effect")).containsText(say("alert-changed-at", language));
            assertThat(author.page().locator("#effect .rows")).containsText(Integer.toString(PEOPLE));
            author.shoot("correction-" + language.code());
            author.isFit();

            author.go("/console/alerts/" + number);
            author.link(say("alert-next.all-clear", language)).click();
            author.page().locator("[id='why.ar']").fill("انتهى القصف.");
            author.page().locator("[id='why.en']").fill("The shelling is over.");
            author.page().locator("[id='text.ar']").fill("لم يُبلَّغ عن قصف في سراقب.");
            author.page().locator("[id='text.en']").fill("No shelling reported in Saraqib.");
            author.page().locator("[id='instruction.ar']").fill("ابتعدوا عن الأجسام الغريبة.");
            author.page().locator("[id='instruction.en']").fill("Keep away from strange objects.");
            assertThat(author.page().locator("#effect .rows")).containsText(Integer.toString(PEOPLE));
            author.shoot("all-clear-" + language.code());
            author.isFit();
            author.button(say("alert-propose", language)).click();
            author.page().waitForURL(AN_APPROVAL);
            author.leftNoTrace();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whereTheInstallationAllowsItOnePersonSendsAShortAlertAlone(Language language) {
        new AlertHouse(house).lives(PEOPLE);
        gate.open.release(10 * PEOPLE);
        try (Screen alone = somebody(language, 390)) {
            alone.go("/console/alerts/emergency");
            fill(alone);
            alone.button(say("alert-look", language)).click();
            assertThat(alone.page().locator("fieldset .chip")).hasCount(1);
            assertThat(alone.page().locator(".bubble")).hasCount(2);
            alone.page().locator("#area").fill("Ariha");
            alone.button(say("alert-send-alone", language)).click();
            assertThat(alone.page().locator("main > [role=alert]")).isVisible();
            assertThat(alone.page().locator("[id='text.en']")).hasValue("Shelling of 12 streets in Saraqib.");
            alone.shoot("emergency-" + language.code());
            alone.isFit();
            alone.page().locator("#area").fill("Saraqib");
            alone.button(say("alert-send-alone", language)).click();
            alone.page().waitForURL(AN_ALERT);
            assertThat(alone.page().locator("main")).containsText(say("alert-was-alone", language));
            alone.leftNoTrace();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLivePageEndsWithTheSessionOfWhoWatches(Language language) {
        AlertHouse alarms = new AlertHouse(house).lives(PEOPLE);
        Alert.Number number = alarms.sent(alarms.warning()).alert().number();
        Newcomer watcher = Newcomer.in(house, Role.READER, language);
        try (Screen screen = new Screen(chromium, home, 390).of(watcher)) {
            screen.go("/console/alerts/" + number);
            figure(screen, "alert-waiting", language, PEOPLE);
            assertThat(screen.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(say("alert-pause", language))))
                    .hasCount(0);
            house.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql("update staff_session set until_at = 0 where volunteer_id = :id")
                    .param("id", watcher.volunteer().id().value())
                    .update();
            screen.page().waitForURL(Pattern.compile(".*/console/sign-in.*"));
        }
    }
}

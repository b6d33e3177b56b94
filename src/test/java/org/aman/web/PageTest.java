package org.aman.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What a resident does on the page, in real Chromium over the shipped scenario. */
@Order(1)
@WholeService
class PageTest {
    private static final String CAMP_AR = "أين أقرب مخيم لسراقب فيه متسع؟";
    private static final String CAMP_EN = "Where is the nearest camp to Saraqib with room?";
    private static final int BUDGET_BYTES = 200_000;

    private static Chromium chromium;

    private final String home;
    private final Set<String> hosts = new ConcurrentSkipListSet<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;

    PageTest(@Autowired Environment environment) {
        home = "http://localhost:" + environment.getProperty("local.server.port") + "/";
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** P10: whatever a test did, only our own server was spoken to, nothing failed, and no cookie was set. */
    @AfterEach
    void leaveNoTrace() {
        assertThat(hosts).containsExactly("localhost");
        assertThat(faults).isEmpty();
        assertThat(context.cookies()).isEmpty();
        context.close();
    }

    private void visit(String locale, int width, int height, NewContextOptions options) {
        context = chromium.visitor(options.setLocale(locale).setViewportSize(width, height).setDeviceScaleFactor(2));
        page = context.newPage();
        page.onRequest(request -> {
            hosts.add(URI.create(request.url()).getHost());
            if (request.url().endsWith("/api/ask")) {
                sent.add(request.postData());
            }
        });
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
                faults.add(message.text());
            }
        });
        page.navigate(home);
    }

    private void visit(String locale) {
        visit(locale, 360, 740, new NewContextOptions());
    }

    private void ask(String words) {
        page.locator("#question").fill(words);
        page.locator("#question").press("Enter");
    }

    private Locator answers() {
        return page.locator(".answer");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
    }

    private void readsFrom(String direction) {
        assertThat(page.locator("html")).hasAttribute("dir", direction);
        assertThat(page.locator("body")).hasCSS("direction", direction);
        assertThat(overflow()).isZero();
    }

    private int overflow() {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @ParameterizedTest
    @CsvSource({"ar, rtl, أين أقرب مخيم لسراقب فيه متسع؟, آخر تحقق", "en, ltr, Where is the nearest camp to Saraqib with room?, Last checked"})
    void aQuestionIsAnsweredAndAButtonContinues(String locale, String direction, String words, String checked) {
        visit(locale);
        shoot("first-" + locale);
        ask(words);

        assertThat(page.locator(".asked p").first()).hasText(words);
        assertThat(answers().first()).hasAttribute("data-kind", "found");
        assertThat(answers().first()).containsText(checked);
        assertThat(answers().first()).hasCSS("direction", direction);
        assertThat(answers().first().locator("a.pin").first()).hasAttribute("href", Pattern.compile(
                "geo:[0-9.]+,[0-9.]+\\?q=[0-9.]+,[0-9.]+"));
        readsFrom(direction);
        shoot("answer-" + locale);

        answers().first().locator(".row .button").last().click();

        assertThat(answers()).hasCount(2);
        assertThat(sent.getLast()).contains("\"text\":\"/", words, "\"language\":\"" + locale + "\"");
        shoot("button-" + locale);
    }

    @Test
    void theLanguageIsSwitchedWithoutLosingTheTalkAndKept() {
        visit("ar");
        ask(CAMP_AR);
        assertThat(answers()).hasCount(1);

        page.locator("#language").click();

        readsFrom("ltr");
        assertThat(page.locator(".lead")).containsText("Ask in your own words");
        assertThat(answers().first()).hasCSS("direction", "rtl");
        page.reload();
        readsFrom("ltr");
        page.locator("#language").click();
        readsFrom("rtl");
    }

    @Test
    void aPositionGoesOutOnceOnAPressAndRoughly() {
        visit("en", 360, 740, new NewContextOptions()
                .setGeolocation(new Geolocation(35.930171, 36.633852))
                .setPermissions(List.of("geolocation")));
        ask("nearest camp with room");
        assertThat(answers()).hasCount(1);
        assertThat(sent.getLast()).doesNotContain("latitude");

        button("Send with my location").click();

        assertThat(answers()).hasCount(2);
        assertThat(answers().last()).containsText("km");
        assertThat(sent.getLast()).contains("\"latitude\":35.93,\"longitude\":36.634");
        ask("and medical help?");
        assertThat(answers()).hasCount(3);
        assertThat(sent.getLast()).doesNotContain("latitude");
        assertThat(page.evaluate("JSON.stringify([...Object.entries(localStorage)])")).isEqualTo("[]");
        shoot("position-en");
    }

    @Test
    void aRefusedPositionIsNoDeadEnd() {
        visit("en");
        context.grantPermissions(List.of());

        button("Send with my location").click();

        assertThat(page.locator("#notice")).containsText("You can write the name of the place instead.");
        assertThat(sent).isEmpty();
    }

    @Test
    void whenTheServerIsGoneTheQuestionIsKeptAndCanBeSentAgain() {
        visit("ar");
        context.setOffline(true);
        ask(CAMP_AR);

        assertThat(answers().first()).containsText("لا يمكن الوصول إلينا الآن");
        shoot("gone-ar");
        context.setOffline(false);
        button("حاولوا مرة أخرى").click();

        assertThat(answers()).hasCount(1);
        assertThat(answers().first()).hasAttribute("data-kind", "found");
        assertThat(page.locator(".asked")).hasCount(1);
    }

    @Test
    void anAreaIsChosenUsedAndCleared() {
        visit("en");
        button("Choose").click();
        page.locator("#area-search").fill("saraq");
        shoot("areas-en");
        page.locator("#area-list .button").first().click();

        assertThat(page.locator("#area-name")).hasText("Saraqib");
        button("What is in force there").click();
        assertThat(answers()).hasCount(1);
        assertThat(sent.getLast()).contains("\"place\":\"saraqib\"");
        page.reload();
        assertThat(page.locator("#area-name")).hasText("Saraqib");
        button("Clear").click();
        assertThat(page.locator("#area-name")).hasText("not chosen");
        assertThat(page.evaluate("localStorage.getItem('aman.area')")).isNull();
    }

    @Test
    void aFormerAreaThatIsGoneIsClearedAndSaid() {
        visit("en");
        page.evaluate("localStorage.setItem('aman.area', '{\"id\":\"atlantis\",\"names\":{\"en\":\"Atlantis\"}}')");
        page.reload();
        page.onConsoleMessage(message -> faults.removeIf(fault -> fault.contains("400")));
        ask(CAMP_EN);

        assertThat(answers().first()).containsText("we cleared it");
        button("Try again").click();
        assertThat(answers().first()).hasAttribute("data-kind", "found");
        faults.removeIf(fault -> fault.contains("400"));
    }

    @Test
    void earlierQuestionsGoAlongThreeAtMostAndTheKeyboardIsEnough() {
        visit("en");
        for (String words : List.of("one", "two", "three", "is the truce holding in Ariha?")) {
            ask(words);
            assertThat(page.locator("#notice")).hasText("");
        }
        assertThat(answers()).hasCount(4);
        ask("and in Saraqib?");
        assertThat(answers()).hasCount(5);

        assertThat(sent.getLast()).contains("\"before\":[\"two\",\"three\",\"is the truce holding in Ariha?\"]");
        assertThat(page.locator("#question")).isFocused();
        assertThat((String) page.evaluate("document.getElementById('talk').getAttribute('aria-live')")).isEqualTo("polite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void theSmallestPhonesNeedNoSidewaysScrollingAndLargeTargets(String locale) {
        visit(locale, 320, 568, new NewContextOptions().setColorScheme(ColorScheme.DARK));
        ask("ar".equals(locale) ? CAMP_AR : CAMP_EN);
        assertThat(answers()).hasCount(1);
        ask("https://example.org/" + "w".repeat(300));
        assertThat(answers()).hasCount(2);

        assertThat(overflow()).isZero();
        Object small = page.evaluate("[...document.querySelectorAll('button, a.button, textarea')]"
                + ".filter(at => at.offsetParent && (at.offsetHeight < 44 || at.offsetWidth < 44)).map(at => at.outerHTML)");
        assertThat((List<?>) small).isEmpty();
        shoot("small-dark-" + locale);
    }

    @Test
    void whatIsAskedIsShownAsTextWhateverItHolds() {
        visit("en");
        ask("<img src=x onerror=document.title='taken'> <b>camp</b> \u202Etxet");

        assertThat(answers()).hasCount(1);
        assertThat(page.locator(".asked img, .asked b")).hasCount(0);
        assertThat(page.title()).startsWith("Aman");
    }

    @Test
    void theWholePageAndAnAnswerStayFarBelowTheBudget() {
        visit("ar");
        AtomicLong bytes = new AtomicLong();
        CDPSession session = context.newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.setCacheDisabled", disabled());
        session.on("Network.loadingFinished", event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        page.reload();
        ask(CAMP_AR);
        assertThat(answers()).hasCount(1);
        button("اختيار").click();
        assertThat(page.locator("#area-list .button").first()).isVisible();

        assertThat(bytes.get()).isBetween(5_000L, (long) BUDGET_BYTES);
    }

    private static JsonObject disabled() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("cacheDisabled", true);
        return parameters;
    }

    @Test
    void withoutScriptsThePlainFormAnswersAndItsButtonsWork() {
        visit("en", 360, 740, new NewContextOptions().setJavaScriptEnabled(false));
        page.locator("#question").fill(CAMP_EN);
        button("Ask").click();

        assertThat(answers().first()).hasAttribute("data-kind", "found");
        answers().first().locator(".row .button").last().click();
        assertThat(answers()).hasCount(1);
        assertThat(page.locator(".asked p")).not().containsText("/about");
        shoot("plain-en");
    }

    @Test
    void theReadmeShowsARealAnswer() {
        visit("ar", 360, 620, new NewContextOptions());
        ask(CAMP_AR);
        assertThat(answers().first()).hasAttribute("data-kind", "found");
        page.evaluate("document.querySelector('.asked').scrollIntoView({block: 'start'})");
        page.evaluate("document.activeElement.blur()");
        shoot("readme");
    }
}

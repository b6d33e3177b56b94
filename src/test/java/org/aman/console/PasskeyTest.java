package org.aman.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.staff.Journal;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A passkey in place of the code, with a virtual one in real Chromium. */
@WholeConsole
class PasskeyTest {
    private static Chromium chromium;

    private final ApplicationContext house;
    private final Journal journal;
    private final String home;
    private final Messages messages = new Messages();

    PasskeyTest(@Autowired ApplicationContext house, @Autowired Journal journal) {
        this.house = house;
        this.journal = journal;
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

    @ParameterizedTest
    @EnumSource(Language.class)
    void a4_aPasskeyStandsInForTheCodeOnceBesideThePasswordAndForNobodyElse(Language language) throws Exception {
        Newcomer rana = Newcomer.in(house, Role.EDITOR, language);
        Newcomer omar = Newcomer.in(house, Role.EDITOR, language);
        try (Screen screen = new Screen(chromium, home, 390).of(rana)) {
            hasAPasskey(screen);
            add(screen, rana, language);
            screen.button(said("sign-out", language)).click();
            List<String> sent = new ArrayList<>();
            screen.page().onRequest(request -> {
                if (request.method().equals("POST") && request.url().endsWith("/console/sign-in")) {
                    sent.add(request.postData());
                }
            });

            signIn(screen, omar.volunteer().name(), Newcomer.PASSWORD, language);
            assertThat(screen.page().locator("main > [role=alert]").first()).hasText(said("sign-in-wrong", language));
            signIn(screen, rana.volunteer().name(), "not the password at all", language);
            assertThat(screen.page().locator("main > [role=alert]").first()).hasText(said("sign-in-wrong", language));
            signIn(screen, rana.volunteer().name(), Newcomer.PASSWORD, language);
            assertThat(screen.page().locator("h1")).hasText(said("needs-me", language));

            assertThat(again(sent.getLast()).statusCode()).as("the same answer once more").isEqualTo(401);
            screen.go("/console/account/passkeys");
            remove(screen, rana, language);
            screen.button(said("sign-out", language)).click();
            signIn(screen, rana.volunteer().name(), Newcomer.PASSWORD, language);
            assertThat(screen.page().locator("main > [role=alert]").first()).hasText(said("sign-in-wrong", language));
            screen.leftNoTrace();
        }
        assertThat(journal.before(Long.MAX_VALUE, 30)).extracting(Journal.Entry::act)
                .contains("passkey-added", "passkey-removed");
    }

    private String said(String key, Language language) {
        return Sheets.readable(messages.text("console.page." + key, language), language);
    }

    private static void hasAPasskey(Screen screen) {
        CDPSession devtools = screen.context().newCDPSession(screen.page());
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject authenticator = new JsonObject();
        authenticator.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }

    private void add(Screen screen, Newcomer rana, Language language) {
        screen.go("/console/account/passkeys");
        screen.page().locator("#label").fill("my phone");
        screen.page().locator("#password").fill("not the password at all");
        screen.page().locator("#code").fill(rana.code());
        screen.button(said("passkey-add-do", language)).click();
        assertThat(screen.page().locator("main > [role=alert]").first()).hasText(said("change-fault.wrong-proof", language));
        screen.page().locator("#label").fill("my phone");
        screen.page().locator("#password").fill(Newcomer.PASSWORD);
        screen.page().locator("#code").fill(rana.recoveryCodes().getFirst());
        screen.button(said("passkey-add-do", language)).click();
        assertThat(screen.page().locator("[role=status]").first()).hasText(said("done.passkey-added", language));
        assertThat(screen.page().locator("section h2").first()).hasText("my phone");
        screen.shoot("passkeys-added-" + language.code());
        screen.isFit();
    }

    private void signIn(Screen screen, String name, String password, Language language) {
        screen.go("/console/sign-in?lang=" + language.code());
        screen.page().locator("#name").fill(name);
        screen.page().locator("#password").fill(password);
        screen.shoot("sign-in-" + language.code());
        screen.isFit();
        screen.page().waitForNavigation(() -> screen.button(said("passkey-use", language)).click());
    }

    /** What was sent once, sent by somebody else with a token of their own. */
    private java.net.http.HttpResponse<String> again(String form) throws Exception {
        List<String> fields = new ArrayList<>();
        for (String field : form.split("&")) {
            String[] pair = field.split("=", 2);
            if (!pair[0].equals("_csrf")) {
                fields.add(pair[0]);
                fields.add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return StaffBrowser.stranger(house).post("/console/sign-in", fields.toArray(String[]::new));
    }

    private void remove(Screen screen, Newcomer rana, Language language) {
        screen.page().locator("details.confirm summary").first().click();
        screen.page().locator("details.confirm input[name=password]").fill(Newcomer.PASSWORD);
        screen.page().locator("details.confirm input[name=code]").fill(rana.recoveryCodes().getLast());
        screen.button(said("passkey-remove", language)).click();
        assertThat(screen.page().locator("[role=status]").first()).hasText(said("done.passkey-removed", language));
    }
}

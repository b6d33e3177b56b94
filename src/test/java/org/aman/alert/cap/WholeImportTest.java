package org.aman.alert.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.aman.Aman;
import org.aman.alert.Alerts;
import org.aman.alert.Suggestion;
import org.aman.alert.Suggestions;
import org.aman.console.StaffBrowser;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.message.Chat;
import org.aman.place.Place;
import org.aman.resident.Residents;
import org.aman.staff.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From a line in the settings to the page of whoever is on duty, in the whole service. */
@SpringBootTest(
        classes = Aman.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:sqlite:target/import-test/aman.db",
            "aman.index=target/import-test/index",
            "aman.key-file=target/import-test/aman.key",
            "aman.telegram.token=",
            "management.server.port=0"
        })
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class WholeImportTest {
    private static final KeyPair KEYS = CapDocumentTest.keys();
    private static final ForeignService SERVICE = new ForeignService();

    @Autowired
    ApplicationContext house;

    @Autowired
    FeedPoller poller;

    @Autowired
    Imports imports;

    @Autowired
    Suggestions suggestions;

    @DynamicPropertySource
    static void feeds(DynamicPropertyRegistry settings) throws IOException {
        Path key = Files.createTempFile("neighbour", ".pem");
        Files.writeString(key, "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n");
        settings.add("aman.cap.feeds[0].address", () -> SERVICE.at("/cap").toString());
        settings.add("aman.cap.feeds[0].sender", () -> ForeignMessage.SENDER);
        settings.add("aman.cap.feeds[0].key", key::toString);
        settings.add("aman.cap.feeds[0].plain-http", () -> "true");
        settings.add("aman.cap.feeds[0].private-network", () -> "true");
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @BeforeEach
    void somebodyLivesThere() {
        Residents residents = house.getBean(Residents.class);
        Chat chat = new Chat("telegram", "7000001");
        residents.remember(chat, Language.ARABIC);
        residents.settle(chat, new Place.Id("saraqib"));
    }

    /** The database may hold what an earlier run brought: names are new each time. */
    private String comes() throws Exception {
        String name = "n-" + java.util.UUID.randomUUID();
        SERVICE.offers("/" + name, ForeignMessage.named(name).signed(KEYS));
        SERVICE.offers("/" + name + "-test", ForeignMessage.named(name + "-test").sentAt("15:51:00").with("<status>Actual", "<status>Test").signed(KEYS));
        SERVICE.offers("/cap", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/" + name + "'/></entry>"
                + "<entry><link href='/" + name + "-test'/></entry></feed>");
        house.getBean(JdbcClient.class).sql("update cap_feed set due_at = 0").update();
        poller.lookAround();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isThere(name + "-test") && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return name;
    }

    private boolean isThere(String name) {
        return imports.latest(9).stream()
                .anyMatch(one -> one.name() != null && one.name().identifier().equals(name));
    }

    private Suggestion suggestion(String name) {
        return suggestions.waiting().stream()
                .filter(one -> one.original().identifier().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsOnDutyFindsWhatCameInWithResultAndReasonAndProposesIt() throws Exception {
        String name = comes();
        StaffBrowser admin = StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH);
        StaffBrowser reader = StaffBrowser.of(house, Role.READER, Language.ARABIC);
        String address = "/console/imports/" + suggestion(name).id();

        assertThat(admin.get("/console/imports").body())
                .contains(name, "taken", "refused", "It is neither a real warning nor an exercise.", "Last read");
        assertThat(reader.get("/console/imports").body()).contains(name, "ليس إنذاراً حقيقياً ولا تمريناً.");
        assertThat(admin.get(address).body())
                .contains("Shelling on the roads of Saraqib.", "قصف على طرق سراقب.", "Stay in cellars.", ForeignMessage.SENDER,
                        "Propose to a second person");
        assertThat(reader.get(address).body()).contains("قصف").doesNotContain("<form method=\"post\" action=\"/console/imports");

        assertThat(admin.post(address + "/propose").statusCode()).isEqualTo(303);
        assertThat(house.getBean(Alerts.class).proposals())
                .anyMatch(filed -> filed.alert().words().text().best(Language.ENGLISH).startsWith("Shelling"));
        assertThat(admin.get(address).body()).contains("was proposed").doesNotContain("Propose to a second person");
        assertThat(admin.post(address + "/propose").statusCode()).isEqualTo(422);
        assertThat(admin.get("/console/imports/no-such").statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsOnDutyGoesOnWritingWhatCameIn() throws Exception {
        String name = comes();
        StaffBrowser admin = StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH);
        String address = "/console/imports/" + suggestion(name).id();

        assertThat(admin.get("/console").body()).contains(suggestion(name).id().value());
        assertThat(admin.get(address).body()).contains("/console/alerts/write?suggestion=" + suggestion(name).id());
        assertThat(admin.get("/console/alerts/write?suggestion=" + suggestion(name).id()).body())
                .contains("Shelling on the roads of Saraqib.");
    }

    @Test
    void everyReasonHasItsSentence() {
        Messages messages = new Messages();
        for (Reason reason : Reason.values()) {
            switch (reason) {
                // Only our own documents are held against these.
                case NOT_UUID, LONG_HEADLINE, LANGUAGES, DIFFERS, NO_SHAPE -> {}
                default -> assertThat(messages.keys()).contains("console.page.import-reason." + reason.word());
            }
        }
    }
}

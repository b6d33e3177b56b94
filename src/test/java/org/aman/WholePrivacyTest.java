package org.aman;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.aman.conversation.Conversation;
import org.aman.conversation.Incoming.Left;
import org.aman.conversation.Incoming.Pressed;
import org.aman.conversation.Incoming.Said;
import org.aman.conversation.Incoming.Shared;
import org.aman.message.Button;
import org.aman.message.Chat;
import org.aman.message.Reply;
import org.aman.place.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service, talked to as residents do, leaves no trace of them where none may be. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Isolated
class WholePrivacyTest {
    private static final List<String> PEOPLE = List.of("resident", "receipt", "tell_handle", "owed");
    private static final Chat RANA = new Chat("telegram", "4815162342");
    private static final String SAID = "zumurruda";

    @TempDir
    private static Path data;

    @Autowired
    Conversation conversation;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:sqlite:" + data.resolve("aman.db"));
        settings.add("aman.key-file", () -> data.resolve("aman.key"));
        settings.add("aman.scenario-time", () -> "2020-01-12T18:00:00+02:00");
        settings.add("aman.telegram.token", () -> "");
        settings.add("management.server.port", () -> "0");
    }

    @BeforeEach
    void nobodyIsKnown() {
        conversation.hear(new Left(RANA));
        assertThat(stored()).isEmpty();
    }

    @Test
    void p17_theFirstContactStoresNothingBeforeTheFirstChoice() {
        say("/start");
        say("هل الطريق M5 آمن؟");
        share();
        assertThat(stored()).isEmpty();

        press("/language ar");
        assertThat(stored()).isNotEmpty();
    }

    @Test
    void p6_whoeverHasLivedWithUsIsGoneFromEveryTableAfterForget() {
        live();
        assertThat(stored()).hasSizeGreaterThan(2);

        say("/forget");
        press("/forget yes");

        assertThat(stored()).isEmpty();
    }

    @Test
    void p5AndP8_noPositionTextOrChatReachesALogAtAnyLevel() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        Lines log = new Lines();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            live();
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }

        assertThat(log.lines).anyMatch(line -> line.contains("insert into open_question"));
        assertThat(log.lines).noneMatch(WholePrivacyTest::betrays);
    }

    @Test
    void p1AndP5_aStolenDatabaseHoldsNeitherChatNorPositionNorNumber() throws IOException {
        live();

        String loot = "";
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("aman.db")).toList()) {
                loot += new String(Files.readAllBytes(file), ISO_8859_1);
            }
        }

        assertThat(loot).contains("open_question", SAID).doesNotContain("4815162342", "36.123457", "0933123456");
    }

    @Test
    void p5_noPositionIsLeftInATemporaryFile() throws IOException {
        live();

        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.startsWith("aman.") || name.equals(data.getFileName().toString()));
        }
    }

    @Test
    void p3AndP16_whatHasBeenKeptLongEnoughIsSweptOutHourByHour(@Autowired ScheduledTaskHolder schedule) {
        assertThat(schedule.getScheduledTasks())
                .extracting(ScheduledTask::toString)
                .contains(
                        "org.aman.resident.Erasure.sweep",
                        "org.aman.unanswered.OpenQuestions.sweep",
                        "org.aman.unanswered.Usefulness.sweep");
    }

    @Test
    void p19_noEndpointShowsTheKey(@Autowired Environment environment) throws Exception {
        String keys = Files.readString(data.resolve("aman.key"), UTF_8);
        String material = keys.replaceAll("(?s).*?\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        assertThat(material).hasSizeGreaterThan(40).doesNotContain("\"");
        String actuator = "http://localhost:" + environment.getProperty("local.management.port") + "/actuator";

        for (String hidden : List.of("env", "configprops", "beans", "heapdump", "loggers", "threaddump", "flyway", "mappings")) {
            assertThat(get(actuator + "/" + hidden).statusCode()).as(hidden).isEqualTo(404);
        }
        for (String open : List.of("", "/health", "/prometheus")) {
            HttpResponse<String> response = get(actuator + open);
            assertThat(response.statusCode()).as(open).isEqualTo(200);
            assertThat(response.body()).doesNotContain(material, "aman.key");
        }
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Everything a resident can do. */
    private void live() {
        say("/start");
        press("/language en");
        share();
        say("is the road to Saraqib open? I am Rana, 0933123456, at 36.123457, 36.765432 " + SAID);
        say("where is the " + SAID + " of Ariha, my number is 0933123456?").stream()
                .flatMap(reply -> reply.buttons().stream().flatMap(List::stream))
                .map(Button::value)
                .forEach(this::press);
        say("/now");
        say("is the ceasefire holding in Ariha?");
        press("/tell " + jdbc.sql("select id from open_question").query(String.class).list().getFirst());
        press("/notuseful truce-idlib-0112");
    }

    private List<Reply> say(String words) {
        return conversation.hear(new Said(RANA, "en", words, false));
    }

    private void press(String value) {
        conversation.hear(new Pressed(RANA, "en", value, false));
    }

    private void share() {
        conversation.hear(new Shared(RANA, "en", new Position(36.123457, 36.765432)));
    }

    /** The rows that belong to somebody. */
    private List<String> stored() {
        List<String> rows = new ArrayList<>();
        for (String table : PEOPLE) {
            jdbc.sql("select * from " + table).query().listOfRows().forEach(row -> rows.add(table + row));
        }
        return rows;
    }

    private static boolean betrays(String line) {
        return Stream.of("4815162342", "36.123457", "36.765432", "0933123456", SAID).anyMatch(line::contains);
    }

    /** Everything logged by whichever thread. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }
}

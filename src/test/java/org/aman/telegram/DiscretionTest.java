package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Whatever happens, no token, chat, word or position reaches a log, at any level (P8). */
@Isolated
class DiscretionTest {
    private static final long CHAT = 5_550_987_654L;
    private static final String WORDS = "canarywords about my aunt";

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    private final StandInBotApi telegram = new StandInBotApi();
    private final Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Catching lines = new Catching();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private Level usual;

    /** Every line with its exception, as a log file would have it. */
    private static final class Catching extends AppenderBase<ILoggingEvent> {
        final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLoggerName().startsWith("com.sun.net.httpserver")) {
                return; // the stand-in server's own lines; the service has no such server
            }
            IThrowableProxy thrown = event.getThrowableProxy();
            lines.add(event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    }

    @BeforeEach
    void listen() {
        usual = root.getLevel();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender); // a console at this level would drown the build
        root.setLevel(Level.TRACE);
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(lines);
        others.forEach(root::addAppender);
        root.setLevel(usual);
        telegram.close();
    }

    @Test
    void anOrdinaryTalkWithRefusalsAndBreaksLeavesNoTraceP8() {
        telegram.badGateways(1);
        telegram.hangsUpAfterTaking(1);
        telegram.throttles(CHAT, 1);
        telegram.refusesMarkup();
        try (Room room = new Room(database, telegram.url()).started()) {
            telegram.says(CHAT, WORDS);
            telegram.presses(CHAT, "/in canarywords");
            telegram.asksInline(CHAT, WORDS);
            var position = StandInBotApi.from(CHAT, "private", CHAT);
            position.putObject("location").put("latitude", 36.123457).put("longitude", 36.654321);
            telegram.update("message", position);
            telegram.await(
                    () -> telegram.textsTo(CHAT).contains("shared") && room.inbox.open() == 0, Duration.ofSeconds(30));
            room.conversation.talk = incoming -> {
                throw new IllegalStateException("failed on " + Echo.words(incoming));
            };
            telegram.says(CHAT, WORDS);
            telegram.await(() -> room.inbox.aside() == 1, Duration.ofSeconds(30));
            telegram.blocks(CHAT);
            telegram.refusesToken();
            telegram.await(room.standing::isRefused, Duration.ofSeconds(80));
        }
        assertNothingIsTold();
    }

    @Test
    void aServerThatIsNotThereLeavesNoTraceP8() {
        URI nowhere = telegram.url();
        telegram.close();
        try (Room room = new Room(database, nowhere).started()) {
            telegram.await(() -> lines.lines.stream().anyMatch(line -> line.contains("cannot be reached")
                    || room.standing.state() == Standing.State.UNREACHABLE), Duration.ofSeconds(20));
        }
        assertNothingIsTold();
    }

    @Test
    void neitherSettingsNorWhatWasReceivedTellWhatTheyHold() {
        assertThat(Room.settings(telegram.url(), 30).toString()).doesNotContain("canary");
        assertThat(Received.said("5550987654", "ar", WORDS, false).toString()).isEqualTo("Received[SAID]");
    }

    private void assertNothingIsTold() {
        String secret = StandInBotApi.TOKEN.substring(StandInBotApi.TOKEN.indexOf(':') + 1);
        assertThat(lines.lines).isNotEmpty();
        for (String line : lines.lines) {
            assertThat(line).doesNotContain(secret, Long.toString(CHAT), "canarywords", "36.1234", "36.6543");
        }
    }
}

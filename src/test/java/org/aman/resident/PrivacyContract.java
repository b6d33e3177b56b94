package org.aman.resident;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.place.Place;
import org.aman.unanswered.OpenQuestion;
import org.aman.unanswered.OpenQuestion.Reason;
import org.aman.unanswered.OpenQuestions;
import org.aman.unanswered.Usefulness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** What a thief of the database, or a reader of the logs, learns of people: nothing. */
@Isolated
abstract class PrivacyContract {
    private static final List<Long> IDS = List.of(4815162342L, 1234567890L, 987654321L, -1001234567890L, 7700112233L);
    private static final String LATITUDE = "36.123457";
    private static final String SAID = "لا تخبروا أحدا أني هنا";

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:47:31Z");

    abstract FreshDatabase database();

    @Test
    void p1_aStolenDatabaseNamesNoChatInAnyGuise() {
        IDS.forEach(this::live);
        String loot = new String(database().stolen(), ISO_8859_1).toLowerCase(Locale.ROOT);

        assertThat(loot).contains("resident", "saraqib");
        for (long id : IDS) {
            assertThat(guises(id)).allSatisfy(guise -> assertThat(loot.contains(guise))
                    .as("%d as %s", id, guise)
                    .isFalse());
        }
    }

    @Test
    void p1_theSearchWouldFindWhatIsNotSealed() {
        database().jdbc()
                .sql("insert into usefulness (update_id, day, useful, not_useful) values (:hash, 1, 1, 1)")
                .param("hash", HexFormat.of().formatHex(hash("SHA-256", "4815162342")))
                .update();
        String loot = new String(database().stolen(), ISO_8859_1).toLowerCase(Locale.ROOT);

        assertThat(guises(4815162342L)).anyMatch(loot::contains);
    }

    @Test
    void p5_aPositionInAQuestionIsNotKept() {
        IDS.forEach(this::live);

        assertThat(new String(database().stolen(), ISO_8859_1)).doesNotContain(LATITUDE, "123457");
    }

    @Test
    void p8_nothingPeopleSayOrAreReachesALogAtAnyLevel() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger hikari = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.list = Collections.synchronizedList(new ArrayList<>()); // others write there still
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        hikari.setLevel(Level.TRACE);
        asTheServiceItself();
        try {
            IDS.forEach(this::live);
            fail();
        } finally {
            root.setLevel(before);
            hikari.setLevel(Level.WARN);
            root.detachAppender(log);
        }

        List<ILoggingEvent> heard = List.copyOf(log.list);
        assertThat(heard).anyMatch(event -> event.getFormattedMessage().contains("insert into resident"));
        List<String> lines = heard.stream().map(PrivacyContract::whole).toList();
        for (long id : IDS) {
            assertThat(lines).noneMatch(line -> line.contains(Long.toString(id)));
        }
        assertThat(lines).noneMatch(line -> line.contains(LATITUDE) || line.contains("0933123456"));
        assertThat(lines).noneMatch(line -> line.contains(SAID));
    }

    @Test
    void p8_theValuesThatCarryPeopleDoNotPrintThem() {
        Chat chat = new Chat("telegram", "4815162342");
        Resident rana = residents().remember(chat, Language.ARABIC);
        OpenQuestion.Id question = ask();

        assertThat(rana.toString() + chat + question + questions().all()).doesNotContain("4815162342", SAID);
    }

    private void live(long id) {
        Chat chat = new Chat("telegram", Long.toString(id));
        Resident resident = residents().remember(chat, Language.ARABIC);
        residents().settle(chat, new Place.Id("saraqib"));
        residents().at(chat);
        new Receipts(database().jdbc(), clock)
                .told(resident.id(), "road-m4", 1, clock.instant().plus(Duration.ofHours(9)));
        questions().tellWhenKnown(ask(), chat);
        new Usefulness(database().jdbc(), clock).rate("road-m4", true);
    }

    /** The levels that the service gives to single loggers hold even where an operator turns all logs on. */
    private static void asTheServiceItself() {
        try {
            for (PropertySource<?> settings :
                    new YamlPropertySourceLoader().load("service", new ClassPathResource("application.yaml"))) {
                for (String name : ((EnumerablePropertySource<?>) settings).getPropertyNames()) {
                    if (name.startsWith("logging.level.")) {
                        ((Logger) LoggerFactory.getLogger(name.substring("logging.level.".length())))
                                .setLevel(Level.toLevel(String.valueOf(settings.getProperty(name))));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Statements that the database refuses must not quote what they carried. */
    private void fail() {
        try {
            residents().settle(new Chat("telegram", "4815162342"), new Place.Id("\u0000"));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(PrivacyContract.class).error("Refused", e);
        }
    }

    private OpenQuestion.Id ask() {
        return questions()
                .ask(
                        SAID + " " + LATITUDE + ", 36.765432 رقمي 0933123456",
                        Language.ARABIC,
                        null,
                        null,
                        Reason.UNKNOWN);
    }

    private static String whole(ILoggingEvent event) {
        return event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy());
    }

    /** The ways in which a chat id may hide, in lower case; an unkeyed hash counts as plain text. */
    private static List<String> guises(long id) {
        String decimal = Long.toString(id);
        List<byte[]> bytes = new ArrayList<>(List.of(
                decimal.getBytes(UTF_8),
                ("telegram:" + decimal).getBytes(UTF_8),
                ByteBuffer.allocate(8).putLong(id).array(),
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(id).array()));
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
            bytes.add(hash(algorithm, decimal));
            bytes.add(hash(algorithm, "telegram:" + decimal));
        }
        List<String> guises = new ArrayList<>(List.of(decimal, Long.toHexString(id)));
        for (byte[] form : bytes) {
            guises.add(new String(form, ISO_8859_1));
            guises.add(HexFormat.of().formatHex(form));
            guises.add(Base64.getEncoder().withoutPadding().encodeToString(form));
            guises.add(Base64.getUrlEncoder().withoutPadding().encodeToString(form));
        }
        return guises.stream().map(guise -> guise.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    private static byte[] hash(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private OpenQuestions questions() {
        return new OpenQuestions(
                database().jdbc(), database().dialect(), database().seal(), clock, database().identifiers());
    }

    private Residents residents() {
        return new Residents(
                database().jdbc(), database().transaction(), database().seal(), clock, database().identifiers());
    }
}

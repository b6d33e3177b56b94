package org.aman.console;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** Says and reads times in the installation's zone: always with the weekday, and how far away they are. */
@Component
public final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private final Messages messages;
    private final ZoneId zone;
    private final Clock clock;

    Times(Messages messages, ConsoleSettings settings, Clock clock) {
        this.messages = messages;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /** Weekday, date and time, such as "Sunday 12 January, 16:00"; the year too where it is not this one. */
    public String moment(Instant moment, Language language) {
        ZonedDateTime there = moment.atZone(zone);
        boolean thisYear = there.getYear() == clock.instant().atZone(zone).getYear();
        String day = DateTimeFormatter.ofPattern(thisYear ? "EEEE d MMMM" : "EEEE d MMMM yyyy", language.locale())
                .format(there);
        String key = there.toLocalTime().equals(LocalTime.MIDNIGHT) ? "moment.midnight" : "moment";
        return messages.text(key, language, Map.of("day", day, "time", TIME.format(there)));
    }

    /** How long ago, or how long until, in whole minutes, hours or days. */
    public String distance(Instant moment, Language language) {
        Duration age = Duration.between(moment, clock.instant());
        String stem = age.isNegative() ? "in." : "ago.";
        Duration far = age.abs();
        if (far.toHours() < 1) {
            return messages.text(stem + "minutes", language, Map.of("n", far.toMinutes()));
        }
        return far.toDays() < 2
                ? messages.text(stem + "hours", language, Map.of("n", far.toHours()))
                : messages.text(stem + "days", language, Map.of("n", far.toDays()));
    }

    /** How long ago, to the hour, as times are kept of what residents did. */
    String hoursAgo(Instant moment, Language language) {
        long hours = Math.max(0, Duration.between(moment, clock.instant()).toHours());
        return hours < 48
                ? messages.text("ago.hours", language, Map.of("n", hours))
                : messages.text("ago.days", language, Map.of("n", hours / 24));
    }

    /** A moment as its field holds it, and in words; what cannot be read stands in the field as it was typed. */
    public record Shown(String field, String said) {}

    /** @param written with its offset; empty for none */
    Shown shown(String written, Language language) {
        try {
            return written.isBlank()
                    ? new Shown("", "")
                    : new Shown(field(read(written)), moment(read(written), language));
        } catch (DateTimeParseException e) {
            return new Shown(written, "");
        }
    }

    /** The hour of the day, such as 16:00. */
    String hour(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    public Instant now() {
        return clock.instant();
    }

    /** How long, in whole minutes, hours or days. */
    public String length(Duration length, Language language) {
        if (length.toHours() < 1) {
            return messages.text("for.minutes", language, Map.of("n", length.toMinutes()));
        }
        return length.toDays() < 2
                ? messages.text("for.hours", language, Map.of("n", length.toHours()))
                : messages.text("for.days", language, Map.of("n", length.toDays()));
    }

    /** As the field of a form holds it. */
    public String field(Instant moment) {
        return FIELD.format(moment.truncatedTo(ChronoUnit.MINUTES).atZone(zone));
    }

    /** What the field of a form holds; empty where it is no time. */
    public Optional<Instant> of(String field) {
        try {
            return Optional.of(LocalDateTime.parse(field.strip(), FIELD).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A moment written with its offset, such as {@code 2020-01-12T16:00:00+02:00}. */
    static Instant read(String written) {
        return OffsetDateTime.parse(written).toInstant();
    }

    /** The city by which the zone is known, such as Damascus. */
    public String zoneName(Language language) {
        String city = TimeZoneNames.getInstance(ULocale.forLocale(language.locale()))
                .getExemplarLocationName(zone.getId());
        return city == null ? zone.getId() : city;
    }
}

package org.aman.conversation;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** Says when: the absolute time in the installation's zone, and how long ago that was. */
@Component
final class Moments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Messages messages;
    private final ZoneId zone;
    private final Map<Language, Said> said = new EnumMap<>(Language.class);

    /** How one language says days and names the zone. */
    private record Said(DateTimeFormatter day, DateTimeFormatter dayOfYear, String zone) {}

    Moments(Messages messages, TalkSettings settings) {
        this.messages = messages;
        this.zone = settings.zone();
        for (Language language : Language.values()) {
            // Arabic months are those of the Levant (كانون الثاني), which the locale ar-SY knows.
            said.put(
                    language,
                    new Said(
                            DateTimeFormatter.ofPattern("EEEE d MMMM", language.locale()),
                            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", language.locale()),
                            city(zone, language)));
        }
    }

    private static String city(ZoneId zone, Language language) {
        String city = TimeZoneNames.getInstance(ULocale.forLocale(language.locale()))
                .getExemplarLocationName(zone.getId());
        return city == null ? zone.getId() : city;
    }

    private Said in(Language language) {
        return Objects.requireNonNull(said.get(language));
    }

    /** Weekday, date and time, such as "Sunday 12 January, 16:00"; midnight says which day it begins. */
    String absolute(Instant moment, Instant now, Language language) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        return messages.text(
                time.equals(LocalTime.MIDNIGHT) ? "moment.midnight" : "moment",
                language,
                Map.of("day", day(moment, now, language), "time", TIME.format(time)));
    }

    /** Weekday and date; the year too where it is not this one. */
    String day(Instant moment, Instant now, Language language) {
        ZonedDateTime there = moment.atZone(zone);
        boolean thisYear = there.getYear() == now.atZone(zone).getYear();
        return (thisYear ? in(language).day() : in(language).dayOfYear()).format(there);
    }

    /** How long ago, in whole minutes, hours or days; a moment to come (a clock that is off) counts as now. */
    String ago(Instant moment, Instant now, Language language) {
        Duration age = Duration.between(moment, now);
        if (age.toMinutes() < 1) {
            return messages.text("ago.now", language);
        }
        if (age.toHours() < 1) {
            return messages.text("ago.minutes", language, Map.of("n", age.toMinutes()));
        }
        return age.toDays() < 2
                ? messages.text("ago.hours", language, Map.of("n", age.toHours()))
                : messages.text("ago.days", language, Map.of("n", age.toDays()));
    }

    /** The city by which the zone is known, such as Damascus. */
    String zoneName(Language language) {
        return in(language).zone();
    }
}

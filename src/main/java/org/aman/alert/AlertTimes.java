package org.aman.alert;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.aman.language.Language;
import org.aman.language.Messages;

/** Says times as alerts say them: absolute, with weekday and date, in the installation's zone. */
public final class AlertTimes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Messages messages;
    private final ZoneId zone;

    AlertTimes(Messages messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** Weekday, date and time, such as "Sunday 12 January, 16:00". */
    public String absolute(Instant moment, Language language) {
        String day = DateTimeFormatter.ofPattern("EEEE d MMMM", language.locale()).format(moment.atZone(zone));
        return messages.text("alert.moment", language, java.util.Map.of("day", day, "time", clock(moment)));
    }

    /** The time alone, such as "16:00". */
    String clock(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    /** What the clock on the wall shows. */
    LocalTime wall(Instant moment) {
        return moment.atZone(zone).toLocalTime();
    }

    public ZoneId zone() {
        return zone;
    }

    /** The city by which the zone is known, such as Damascus. */
    String zoneName(Language language) {
        String city = TimeZoneNames.getInstance(ULocale.forLocale(language.locale()))
                .getExemplarLocationName(zone.getId());
        return city == null ? zone.getId() : city;
    }
}

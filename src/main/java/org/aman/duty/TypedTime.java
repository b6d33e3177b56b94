package org.aman.duty;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time as people type it on a telephone: 18:00, 13.1. 18:00, 2020-01-13 18:00; in any digits. */
final class TypedTime {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?:(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})|(?<d>\\d{1,2})[./](?<m>\\d{1,2})\\.?)[ T,]+)?"
                    + "(?<hour>\\d{1,2}):(?<minute>\\d{2})");

    private TypedTime() {}

    /** The next such moment in this zone; empty where it is no time. */
    static Optional<Instant> next(String typed, ZoneId zone, Instant now) {
        String western = western(typed.strip());
        Matcher form = FORM.matcher(western);
        try {
            return form.matches()
                    ? Optional.of(moment(form, now.atZone(zone)).toInstant())
                    : Optional.of(OffsetDateTime.parse(western).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime moment(Matcher form, ZonedDateTime now) {
        int hour = Integer.parseInt(form.group("hour"));
        int minute = Integer.parseInt(form.group("minute"));
        if (form.group("year") != null) {
            return at(now, number(form, "year"), number(form, "month"), number(form, "day"), hour, minute);
        }
        if (form.group("d") != null) {
            ZonedDateTime thisYear = at(now, now.getYear(), number(form, "m"), number(form, "d"), hour, minute);
            return thisYear.isAfter(now.minusMonths(6)) ? thisYear : thisYear.plusYears(1);
        }
        ZonedDateTime today = at(now, now.getYear(), now.getMonthValue(), now.getDayOfMonth(), hour, minute);
        return today.isAfter(now) ? today : today.plusDays(1);
    }

    private static int number(Matcher form, String group) {
        return Integer.parseInt(form.group(group));
    }

    private static ZonedDateTime at(ZonedDateTime now, int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute).atZone(now.getZone());
    }

    private static String western(String typed) {
        StringBuilder western = new StringBuilder();
        typed.codePoints().forEach(sign -> western.appendCodePoint(
                Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign));
        return western.toString();
    }
}

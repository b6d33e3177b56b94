package org.aman.alert.cap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as CAP writes them: to the second, with an offset, UTC as {@code -00:00}, in Western digits everywhere. */
final class CapTime {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[-+][0-9]{2}:[0-9]{2}");
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendOffset("+HH:MM", "-00:00")
            .toFormatter(Locale.ROOT);

    private CapTime() {}

    /** The moment in UTC; what is below a second is cut off. */
    static String write(Instant moment) {
        return WRITTEN.format(moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** The moment; empty where it is not written as CAP wants it, or is no time at all. */
    static Optional<Instant> read(String written) {
        if (!SHAPE.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(written, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

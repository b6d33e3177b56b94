package org.aman.knowledge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.aman.language.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Who says it.
 *
 * @param at when they said it
 * @param says what this source claims, where sources differ
 */
public record Source(Bilingual name, Kind kind, Instant at, @Nullable URI url, @Nullable Bilingual says) {
    /** What sort of source it is. */
    public enum Kind {
        AUTHORITY,
        PARTY,
        RESPONDER,
        MONITOR,
        AGENCY,
        MEDIA,
        RESIDENT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

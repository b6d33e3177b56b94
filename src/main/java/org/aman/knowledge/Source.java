package org.aman.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param permitsPosition whether it permits the position of a camp, shelter or medical point to be shown
 */
public record Source(
        Bilingual name,
        Kind kind,
        Instant at,
        @Nullable URI url,
        @Nullable Bilingual says,
        boolean permitsPosition) {
    /** A source that was not asked for any position. */
    public Source(Bilingual name, Kind kind, Instant at, @Nullable URI url, @Nullable Bilingual says) {
        this(name, kind, at, url, says, false);
    }

    /** As it is stored; what was stored before positions needed a permission has none. */
    @JsonCreator
    static Source stored(
            @JsonProperty("name") Bilingual name,
            @JsonProperty("kind") Kind kind,
            @JsonProperty("at") Instant at,
            @JsonProperty("url") @Nullable URI url,
            @JsonProperty("says") @Nullable Bilingual says,
            @JsonProperty("permitsPosition") @Nullable Boolean permitsPosition) {
        return new Source(name, kind, at, url, says, Boolean.TRUE.equals(permitsPosition));
    }

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

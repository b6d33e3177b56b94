package org.aman.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text in Arabic, English or both; at least one of them is there. */
public record Bilingual(
        @JsonProperty("ar") @Nullable String arabic, @JsonProperty("en") @Nullable String english) {
    public Bilingual {
        arabic = arabic == null || arabic.isBlank() ? null : arabic.strip();
        english = english == null || english.isBlank() ? null : english.strip();
        if (arabic == null && english == null) {
            throw new IllegalArgumentException("A text needs ar, en or both");
        }
    }

    /** The text in just this language. */
    public Optional<String> in(Language language) {
        return Optional.ofNullable(language == Language.ARABIC ? arabic : english);
    }

    /** The text in this language, or else in the other one. */
    public String best(Language language) {
        return in(language).orElseGet(() -> Objects.requireNonNull(arabic != null ? arabic : english));
    }

    /** The languages it lacks. */
    public Set<Language> missing() {
        Set<Language> missing = EnumSet.noneOf(Language.class);
        for (Language language : Language.values()) {
            if (in(language).isEmpty()) {
                missing.add(language);
            }
        }
        return missing;
    }
}

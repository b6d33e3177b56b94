package org.aman.language;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** A language Aman speaks. */
public enum Language {
    ARABIC("ar"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The ISO 639-1 code: {@code ar} or {@code en}. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The locale for plural forms and dates; digits stay Western. */
    public Locale locale() {
        return this == ARABIC ? Locale.forLanguageTag("ar-SY-u-nu-latn") : Locale.ENGLISH;
    }

    public Language other() {
        return this == ARABIC ? ENGLISH : ARABIC;
    }

    /** The language of an IETF tag such as {@code ar}, {@code en-GB}; empty where we do not speak it. */
    public static Optional<Language> of(String tag) {
        String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.code.equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static Language named(String code) {
        return of(code).orElseThrow(() -> new IllegalArgumentException("Language is ar or en, not " + code));
    }
}

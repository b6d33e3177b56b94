package org.aman.alert.cap;

import jakarta.validation.constraints.NotBlank;
import org.aman.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who speaks, as documents say it.
 *
 * @param operator who runs this installation; null where it was not said
 */
@ConfigurationProperties("aman")
record OperatorSettings(@Nullable Words operator) {
    /** A name in both languages. */
    record Words(
            @NotBlank String ar, @NotBlank String en) {}

    String name(Language language) {
        Words words = operator;
        if (words == null) {
            return "Aman";
        }
        return language == Language.ARABIC ? words.ar() : words.en();
    }
}

package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.aman.language.Language;

/** In which language to speak with somebody who is not signed in. */
final class Tongue {
    private Tongue() {}

    /** The one they asked for, else the first of their browser that we speak, else Arabic. */
    static Language of(HttpServletRequest request) {
        Optional<Language> asked = Optional.ofNullable(request.getParameter("lang")).flatMap(Language::of);
        if (asked.isPresent() || request.getHeader("Accept-Language") == null) {
            return asked.orElse(Language.ARABIC);
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> Language.of(locale.toLanguageTag()).stream())
                .findFirst()
                .orElse(Language.ARABIC);
    }
}

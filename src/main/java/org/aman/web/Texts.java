package org.aman.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aman.conversation.Operator;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.RightToLeft;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the page itself says, in both languages, and which of them a visitor reads. */
@Component
final class Texts {
    private static final String OF_THE_PAGE = "web.page.";
    private static final String OF_OBJECTIONS = "web.error.";

    private final JsonMapper json = new JsonMapper();
    private final Messages messages;
    private final Map<Language, Map<String, String>> pages = new EnumMap<>(Language.class);

    Texts(Messages messages, Operator operator) {
        this.messages = messages;
        for (Language language : Language.values()) {
            Map<String, String> page = new TreeMap<>();
            for (String key : messages.keys()) {
                if (key.startsWith(OF_THE_PAGE)) {
                    page.put(
                            key.substring(OF_THE_PAGE.length()),
                            readable(
                                    messages.text(key, language, Map.of("operator", operator.name(language))),
                                    language));
                }
            }
            pages.put(language, Map.copyOf(page));
        }
    }

    /** Every text of the page by its key without {@code web.page.}. */
    Map<String, String> page(Language language) {
        return pages.getOrDefault(language, Map.of());
    }

    /** What every page needs to be written. */
    Map<String, Object> model(Language language) {
        return Map.of(
                "lang", language.code(),
                "dir", direction(language),
                "other", language.other().code(),
                "t", page(language),
                "json", data(language));
    }

    /** The texts as JSON that can stand in a page: no sign of it can end the element around it. */
    private String data(Language language) {
        return json.writeValueAsString(page(language)).replace("<", "\\u003c");
    }

    private static String readable(String text, Language language) {
        return language == Language.ARABIC ? RightToLeft.isolate(text) : text;
    }

    private static String direction(Language language) {
        return language == Language.ARABIC ? "rtl" : "ltr";
    }

    /** The sentence that says why there is no answer. */
    String sentence(Objection.Reason reason, Language language) {
        return readable(messages.text(OF_OBJECTIONS + reason.word(), language), language);
    }

    /** The first language of the browser that we speak; Arabic where it names none of them. */
    static Language preferred(HttpServletRequest request) {
        Enumeration<Locale> locales = request.getLocales();
        while (locales.hasMoreElements()) {
            Optional<Language> spoken = Language.of(locales.nextElement().toLanguageTag());
            // Without any wish of the browser the machine's own language stands here: it is nobody's choice.
            if (spoken.isPresent() && request.getHeader("Accept-Language") != null) {
                return spoken.get();
            }
        }
        return Language.ARABIC;
    }
}

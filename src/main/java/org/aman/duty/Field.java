package org.aman.duty;

import java.util.Locale;
import java.util.Optional;
import org.aman.language.Language;

/** What the writer of a draft is asked for, in the order of asking. */
enum Field {
    TOPIC,
    STATUS,
    PLACES,
    TITLE_AR,
    TITLE_EN,
    TEXT_AR,
    TEXT_EN,
    /** How sure it is, as checked just now. */
    SURE,
    SOURCE,
    /** What sort of source it is. */
    KIND,
    UNTIL;

    /** As it stands in the message files and in slips. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Field> of(String word) {
        for (Field field : values()) {
            if (field.word().equals(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    static Field title(Language language) {
        return language == Language.ARABIC ? TITLE_AR : TITLE_EN;
    }

    static Field text(Language language) {
        return language == Language.ARABIC ? TEXT_AR : TEXT_EN;
    }

    /**
     * The field of a finding; empty for what can only be mended on the console.
     *
     * @param both the language to mend where both are in it, such as where their numbers differ
     */
    static Optional<Field> ofFinding(String field, Language both) {
        String[] parts = field.split("\\.", -1);
        String last = parts[parts.length - 1];
        return switch (parts[0]) {
            case "topic" -> Optional.of(TOPIC);
            case "status" -> Optional.of(STATUS);
            case "places" -> Optional.of(PLACES);
            case "title" -> Optional.of(title(Language.of(last).orElse(both)));
            case "text" -> Optional.of(text(Language.of(last).orElse(both)));
            case "verified", "confidence" -> Optional.of(SURE);
            case "expires" -> Optional.of(UNTIL);
            case "sources" -> Optional.of(last.equals("kind") ? KIND : SOURCE);
            default -> Optional.empty();
        };
    }
}

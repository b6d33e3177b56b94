package org.aman.duty;

import java.util.Locale;
import java.util.Optional;
import org.aman.language.Language;

/** What somebody who puts an alert together is asked for, in the order of asking. */
enum Part {
    KIND,
    PLACES,
    SEVERITY,
    URGENCY,
    CERTAINTY,
    TEXT_AR,
    TEXT_EN,
    INSTRUCTION_AR,
    INSTRUCTION_EN,
    SOURCE_AR,
    SOURCE_EN,
    UNTIL;

    /** As it stands in the message files and in slips. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Part> of(String word) {
        for (Part part : values()) {
            if (part.word().equals(word)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** The part that a finding is about; of two languages the English one, which is written last. */
    static Optional<Part> ofFinding(String field) {
        String word = field.replace('.', '-');
        return of(word).or(() -> of(word + "-" + Language.ENGLISH.code()));
    }
}

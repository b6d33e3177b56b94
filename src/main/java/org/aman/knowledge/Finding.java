package org.aman.knowledge;

import java.nio.file.Path;
import java.util.Map;
import org.aman.language.Language;
import org.aman.language.Messages;

/**
 * One objection to what somebody wrote.
 *
 * @param file where it stands
 * @param line its line, from 1; 0 where none can be named
 * @param field the key it is about, such as {@code places} or {@code title.ar}
 * @param key which objection it is: the message {@code finding.KEY} says it in both languages
 * @param values what the message names
 */
public record Finding(Severity severity, Path file, int line, String field, String key, Map<String, Object> values) {
    /** Errors keep a draft from being published, advice does not. */
    public enum Severity {
        ERROR,
        ADVICE
    }

    public Finding {
        values = Map.copyOf(values);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The objection as a sentence that says how to mend it. */
    public String sentence(Messages messages, Language language) {
        return messages.text("finding." + key, language, values);
    }
}

package org.aman.alert.cap;

import java.util.Map;
import org.aman.language.Language;
import org.aman.language.Messages;

/**
 * One thing that is wrong with a document.
 *
 * @param where the element, such as {@code info[2]/area[1]/polygon[1]}; empty for the whole
 */
public record Fault(String where, Reason reason) {
    /** As a sentence for the people on duty. */
    public String sentence(Messages messages, Language language) {
        return messages.text("cap.reason." + reason.word(), language, Map.of("where", where));
    }
}

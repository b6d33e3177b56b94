package org.aman.message;

import java.util.List;
import org.aman.language.Language;

/**
 * What is said, free of any channel.
 *
 * @param text plain text, lines separated by newlines, paragraphs by empty lines; the first line answers
 * @param buttons rows of buttons under it
 * @param pins points to show on a map
 */
public record Reply(Language language, String text, List<List<Button>> buttons, List<Pin> pins) {
    public Reply {
        buttons = buttons.stream().map(List::copyOf).toList();
        pins = List.copyOf(pins);
    }

    public static Reply of(Language language, String text) {
        return new Reply(language, text, List.of(), List.of());
    }
}

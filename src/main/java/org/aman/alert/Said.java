package org.aman.alert;

import java.util.List;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Reply;

/**
 * Exactly what goes out.
 *
 * @param text in both languages
 * @param moreLabel the words on the button behind which more is said
 * @param moreValue what the button carries; empty for no button
 */
public record Said(Bilingual text, Bilingual moreLabel, String moreValue) {
    /** As a person who reads this language gets it. */
    public Reply reply(Language language) {
        List<List<Button>> buttons = moreValue.isEmpty()
                ? List.of()
                : List.of(List.of(new Button(moreLabel.best(language), moreValue)));
        return new Reply(language, text.best(language), buttons, List.of());
    }

    /** As a public channel gets it: both languages, or just one. */
    public Reply post(@org.jspecify.annotations.Nullable Language only) {
        return only != null
                ? Reply.of(only, text.best(only))
                : Reply.of(Language.ARABIC, text.best(Language.ARABIC) + "\n\n" + text.best(Language.ENGLISH));
    }
}

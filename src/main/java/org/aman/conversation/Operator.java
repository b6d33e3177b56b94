package org.aman.conversation;

import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** Who runs this installation, as residents read it. */
@Component
public final class Operator {
    private final Messages messages;
    private final TalkSettings settings;

    Operator(Messages messages, TalkSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** The name that was set, or that of nobody in particular. */
    public String name(Language language) {
        TalkSettings.Words name = settings.operator();
        return name == null
                ? messages.text("operator.unnamed", language)
                : name.bilingual().best(language);
    }
}

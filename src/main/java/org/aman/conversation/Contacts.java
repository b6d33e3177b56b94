package org.aman.conversation;

import java.util.Map;
import java.util.stream.Collectors;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** Whom residents in danger should reach, as the installation's settings name them. */
@Component
final class Contacts {
    private final Messages messages;
    private final TalkSettings settings;

    Contacts(Messages messages, TalkSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** The first lines for someone in danger: whom to reach, one to a line. */
    String first(Language language) {
        if (settings.emergency().contacts().isEmpty()) {
            return messages.text("emergency.no-contacts", language);
        }
        return messages.text("emergency.contacts", language) + "\n"
                + settings.emergency().contacts().stream()
                        .map(contact -> line(contact, language))
                        .collect(Collectors.joining("\n"));
    }

    private String line(TalkSettings.Contact contact, Language language) {
        String name = contact.name().bilingual().best(language);
        return contact.reach().isBlank()
                ? messages.text("emergency.contact", language, Map.of("name", name))
                : messages.text("emergency.contact-reach", language, Map.of("name", name, "reach", contact.reach()));
    }
}

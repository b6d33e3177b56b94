package org.aman.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.RightToLeft;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.springframework.stereotype.Component;

/** Makes replies of fixed sentences. */
@Component
final class Sayings {
    private final Messages messages;

    Sayings(Messages messages) {
        this.messages = messages;
    }

    Reply say(Language language, String key) {
        return say(language, key, Map.of());
    }

    Reply say(Language language, String key, Map<String, ?> arguments) {
        return Reply.of(language, line(language, key, arguments));
    }

    Reply say(Language language, List<String> paragraphs, List<List<Button>> buttons) {
        return new Reply(language, String.join("\n\n", paragraphs), buttons, List.of());
    }

    /** One sentence, ready to be read. */
    String line(Language language, String key) {
        return line(language, key, Map.of());
    }

    String line(Language language, String key, Map<String, ?> arguments) {
        return ready(language, messages.text(key, language, arguments));
    }

    /** A sentence that only some channels, topics or states have. */
    Optional<String> lineOf(Language language, String key) {
        return messages.first(language, Map.of(), key).map(text -> ready(language, text));
    }

    List<Button> row(Language language, String key, String value) {
        return Choices.button(messages.text(key, language), value).map(List::of).orElse(List.of());
    }

    /** One button for each language, each in its own words. */
    List<Button> languages(String payload) {
        List<Button> row = new ArrayList<>();
        for (Language language : Language.values()) {
            String value = "/language " + language.code() + (payload.isEmpty() ? "" : " " + payload);
            Choices.button(messages.text("button.language", language), value).ifPresent(row::add);
        }
        return row;
    }

    private static String ready(Language language, String text) {
        return language == Language.ARABIC ? RightToLeft.isolate(text) : text;
    }
}

package org.aman.conversation;

import java.util.List;
import java.util.Locale;
import org.aman.answer.Answer.Courtesy;
import org.aman.language.Folding;
import org.aman.language.Language;
import org.aman.language.Messages;

/** Answers a greeting with its greeting. */
final class Courtesies {
    private static final List<String> GREETINGS = List.of("social.peace", "social.morning", "social.evening");

    private Courtesies() {}

    /** The sentence that returns this courtesy; the words tell which greeting it was. */
    static String reply(Messages messages, Courtesy courtesy, String words, Language language) {
        return messages.text(
                switch (courtesy) {
                    case GREETING -> GREETINGS.stream()
                            .filter(greeting -> isHeard(messages, greeting + ".heard", words))
                            .findFirst()
                            .orElse("social.greeting");
                    case THANKS -> "social.thanks";
                    case FAREWELL -> "social.farewell";
                    case WHO -> "social.who";
                    case OTHER -> "social.other";
                },
                language);
    }

    private static boolean isHeard(Messages messages, String key, String words) {
        String heard = Folding.fold(words.toLowerCase(Locale.ROOT));
        for (Language language : Language.values()) {
            for (String word : messages.text(key, language).split(",")) {
                if (heard.contains(Folding.fold(word))) {
                    return true;
                }
            }
        }
        return false;
    }
}

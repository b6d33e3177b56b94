package org.aman.conversation;

import java.util.List;
import java.util.Locale;
import org.aman.answer.Answer.Courtesy;

/** Answers a greeting with its greeting. */
final class Courtesies {
    private static final List<String> PEACE = List.of("سلام", "salam", "slm");
    private static final List<String> MORNING = List.of("صباح", "saba7", "sabah", "morning");
    private static final List<String> EVENING = List.of("مساء", "masa", "evening");

    private Courtesies() {}

    /** The key of the sentence that returns this courtesy. */
    static String reply(Courtesy courtesy, String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return switch (courtesy) {
            case GREETING -> PEACE.stream().anyMatch(lower::contains)
                    ? "social.peace"
                    : MORNING.stream().anyMatch(lower::contains)
                            ? "social.morning"
                            : EVENING.stream().anyMatch(lower::contains) ? "social.evening" : "social.greeting";
            case THANKS -> "social.thanks";
            case FAREWELL -> "social.farewell";
            case OTHER -> "social.other";
        };
    }
}

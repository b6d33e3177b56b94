package org.aman.language;

import java.util.HashSet;
import java.util.Set;

/**
 * Common Arabic words that are neither a form nor a slip nor a sound of another word, whatever they resemble: رايح is
 * "going" and no smell (ريحة), mnih is "good" and no "from it" (منه). They mean what a lexicon says of them as they stand, or
 * nothing.
 */
final class OwnWords {
    private static final Set<String> ARABIC = folded("own-words.txt");
    private static final Set<String> ARABIZI = folded("own-words-arabizi.txt");
    private static final Set<String> READINGS = new HashSet<>();

    static {
        ARABIZI.forEach(word -> READINGS.add(Sounds.readings(word).getFirst()));
    }

    private OwnWords() {}

    private static Set<String> folded(String file) {
        Set<String> words = new HashSet<>();
        WordFile.lines(OwnWords.class, file).forEach(word -> words.add(Folding.fold(word)));
        return words;
    }

    /** Whether the folded Arabic word, without attached letters, is one. */
    static boolean isArabic(String word) {
        return ARABIC.contains(word);
    }

    /** Whether the Latin word is one as it is spelled. */
    static boolean isArabizi(String word) {
        return ARABIZI.contains(word);
    }

    /** Whether one sounds like this reading of a Latin word. */
    static boolean isHeardAs(String reading) {
        return READINGS.contains(reading);
    }
}

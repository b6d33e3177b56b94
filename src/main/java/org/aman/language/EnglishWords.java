package org.aman.language;

import java.util.Set;

/**
 * The common words of English. Who writes one of them meant it: it is taken for no slip of another word, which
 * one letter may make of it.
 */
public final class EnglishWords {
    private static final String FILE = "english-words.txt";

    private static final Set<String> WORDS = Set.copyOf(WordFile.lines(EnglishWords.class, FILE));

    private EnglishWords() {}

    /** Whether the folded word is a common one of at least four letters; slips of shorter ones are not looked for. */
    public static boolean isCommon(String word) {
        return WORDS.contains(word);
    }
}

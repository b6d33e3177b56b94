package org.aman.language;

import java.util.function.Function;

/**
 * What was worked out for the words met last, those of Arabizi apart: the same letters mean something else there. Safe for use by
 * many threads.
 */
public final class RememberedWords<V> {
    /** The words of some hundred questions. */
    private static final int MOST = 2_048;

    private final Remembered<String, V> plain = new Remembered<>(MOST);
    private final Remembered<String, V> inArabizi = new Remembered<>(MOST);

    /** What is known of a word, worked out where it is not; of a very long one each time. */
    public V of(Token word, boolean arabizi, Function<Token, V> work) {
        String text = word.text();
        return (arabizi ? inArabizi : plain).ofWord(text.length(), text, any -> work.apply(word));
    }
}

package org.aman.alert.cap;

import java.util.Arrays;
import java.util.Optional;

/** A value of one of CAP's enumerations. */
public interface Word {
    /** As it stands in a document: case matters. */
    String word();

    /** The value of this word. */
    static <W extends Enum<W> & Word> Optional<W> of(Class<W> words, String word) {
        return Arrays.stream(words.getEnumConstants())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }
}

package org.aman.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The common words of English. Who writes one of them meant it: it is taken for no slip of another word, which
 * one letter may make of it.
 */
public final class EnglishWords {
    private static final String FILE = "english-words.txt";

    private static final Set<String> WORDS = read();

    private EnglishWords() {}

    /** Whether the folded word is a common one of at least four letters; slips of shorter ones are not looked for. */
    public static boolean isCommon(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> read() {
        try (InputStream in = EnglishWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The English words are missing: " + FILE);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + FILE, e);
        }
    }
}

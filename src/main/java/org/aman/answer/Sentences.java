package org.aman.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences and clauses of a message, as its marks part them; people in a hurry often put none. */
final class Sentences {
    /** Words up to a mark that ends a sentence or clause, Arabic or Latin, or to the end; a point within a number ends none. */
    private static final Pattern SENTENCE = Pattern.compile("((?:[^.!?؟;؛،,\\n]|(?<=\\d)[.,](?=\\d))+)([.!?؟;؛،,\\n]*)");

    private Sentences() {}

    /**
     * One of them.
     *
     * @param marked whether a question mark ends it
     */
    record Sentence(String text, boolean marked) {}

    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        Matcher matcher = SENTENCE.matcher(text);
        while (matcher.find()) {
            String words = matcher.group(1).strip();
            if (!words.isEmpty()) {
                String marks = matcher.group(2);
                sentences.add(new Sentence(words, marks.indexOf('?') >= 0 || marks.indexOf('؟') >= 0));
            }
        }
        return sentences;
    }
}

package org.aman.answer;

import java.util.ArrayList;
import java.util.List;

/** The sentences and clauses of a message, as its marks part them; people in a hurry often put none. */
final class Sentences {
    private static final String MARKS = ".!?؟;؛،,\n";
    private static final String QUESTION_MARKS = "?؟";

    private Sentences() {}

    /**
     * One of them.
     *
     * @param marked whether a question mark ends it
     */
    record Sentence(String text, boolean marked) {}

    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && !endsAt(text, end)) {
                end++;
            }
            int next = end;
            while (next < text.length() && MARKS.indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            String words = text.substring(from, end).strip();
            if (!words.isEmpty()) {
                sentences.add(new Sentence(words, holdsQuestionMark(text, end, next)));
            }
            from = next;
        }
        return sentences;
    }

    /** Whether a question mark stands anywhere. */
    static boolean isMarked(String text) {
        return holdsQuestionMark(text, 0, text.length());
    }

    /** A mark ends a sentence, but not a point or comma within a number. */
    private static boolean endsAt(String text, int at) {
        char mark = text.charAt(at);
        boolean withinNumber = (mark == '.' || mark == ',')
                && at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        return MARKS.indexOf(mark) >= 0 && !withinNumber;
    }

    private static boolean holdsQuestionMark(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (QUESTION_MARKS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}

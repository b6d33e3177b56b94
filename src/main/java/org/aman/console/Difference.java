package org.aman.console;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.aman.language.Language;

/** What differs between two texts, word by word: how the second came from the first. */
final class Difference {
    /** Beyond it, one text is shown as taken out and the other as put in: comparing would cost seconds. */
    private static final int MOST_WORDS = 1_500;

    private Difference() {}

    /** How a part came to be. */
    enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /** A run of words that share one fate. */
    record Part(Kind kind, String text) {}

    /** The parts in reading order; what was taken out stands before what was put in for it. */
    static List<Part> between(String before, String after, Language language) {
        List<String> old = words(before, language);
        List<String> fresh = words(after, language);
        if (old.size() > MOST_WORDS || fresh.size() > MOST_WORDS) {
            return joined(List.of(new Part(Kind.REMOVED, before), new Part(Kind.ADDED, after)));
        }
        return joined(walk(old, fresh, common(old, fresh)));
    }

    /** Whether any part is not the same. */
    static boolean differs(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.kind() != Kind.SAME);
    }

    private static List<String> words(String text, Language language) {
        BreakIterator breaks = BreakIterator.getWordInstance(language.locale());
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            words.add(text.substring(start, end));
        }
        return words;
    }

    /** How many words the rests from each pair of positions share, in order. */
    private static int[][] common(List<String> old, List<String> fresh) {
        int[][] common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(fresh.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Part> walk(List<String> old, List<String> fresh, int[][] common) {
        List<Part> parts = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                parts.add(new Part(Kind.SAME, old.get(i++)));
                j++;
            } else if (i < old.size() && (j == fresh.size() || common[i + 1][j] >= common[i][j + 1])) {
                parts.add(new Part(Kind.REMOVED, old.get(i++)));
            } else {
                parts.add(new Part(Kind.ADDED, fresh.get(j++)));
            }
        }
        return parts;
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            if (part.text().isEmpty()) {
                continue;
            }
            if (!joined.isEmpty() && joined.getLast().kind() == part.kind()) {
                joined.set(joined.size() - 1, new Part(part.kind(), joined.getLast().text() + part.text()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}

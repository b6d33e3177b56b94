package org.aman.telegram;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.aman.language.Language;

/** Cuts a long text into messages: at the end of a paragraph, else of a sentence, a word, a letter as people see it. */
final class Splitter {
    private Splitter() {}

    /**
     * The pieces in order, none blank, none longer than so many UTF-16 units, no letter torn.
     *
     * @param most at least 2
     */
    static List<String> pieces(String text, int most, Language language) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > most) {
            int cut = cut(rest, most, language);
            add(pieces, rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        add(pieces, rest);
        return pieces;
    }

    private static void add(List<String> pieces, String piece) {
        if (!piece.isBlank()) {
            pieces.add(piece.strip());
        }
    }

    private static int cut(String text, int most, Language language) {
        int least = Math.max(1, most / 4); // an early paragraph end would leave a stub of a message
        int paragraph = text.lastIndexOf("\n\n", most - 1);
        if (paragraph >= least) {
            return paragraph;
        }
        int line = text.lastIndexOf('\n', most - 1);
        if (line >= least) {
            return line;
        }
        ULocale locale = ULocale.forLocale(language.locale());
        int sentence = before(BreakIterator.getSentenceInstance(locale), text, most);
        if (sentence >= least) {
            return sentence;
        }
        int word = before(BreakIterator.getLineInstance(locale), text, most);
        if (word >= least) {
            return word;
        }
        int letter = before(BreakIterator.getCharacterInstance(locale), text, most);
        return letter > 0 ? letter : betweenSurrogates(text, most);
    }

    /** The last break at or before the limit; 0 where there is none. */
    private static int before(BreakIterator breaks, String text, int most) {
        // Breaks depend on what follows only a little way: looking at the whole of a huge text would be wasteful.
        breaks.setText(text.substring(0, Math.min(text.length(), most + 64)));
        int found = breaks.preceding(most + 1);
        return found == BreakIterator.DONE ? 0 : found;
    }

    private static int betweenSurrogates(String text, int most) {
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}

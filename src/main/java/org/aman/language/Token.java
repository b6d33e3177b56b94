package org.aman.language;

import java.util.ArrayList;
import java.util.List;

/**
 * One word of a text, folded.
 *
 * @param text the word as {@link Folding} leaves it
 * @param script the letters it is written in
 */
public record Token(String text, Script script) {
    /** What a word is written in; Arabizi counts as Latin. */
    public enum Script {
        ARABIC,
        LATIN,
        NUMBER
    }

    private static final int MOST = 200; // no question of a person is longer; bounds the work a message can cause

    /** The words of a text, at most 200. Where the script changes a new word begins; Latin words may hold digits. */
    public static List<Token> of(String text) {
        String folded = Folding.fold(text);
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < folded.length() && tokens.size() < MOST) {
            if (!isWordPart(folded.charAt(i))) {
                i++;
                continue;
            }
            int end = i + 1;
            boolean arabic = isArabic(folded.charAt(i));
            while (end < folded.length() && continues(folded, end, arabic)) {
                end++;
            }
            add(folded.substring(i, end), arabic, tokens);
            i = end;
        }
        return tokens;
    }

    private static void add(String word, boolean arabic, List<Token> tokens) {
        if (arabic) {
            tokens.add(new Token(word, Script.ARABIC));
        } else if (word.chars().allMatch(letter -> letter >= '0' && letter <= '9' || letter == '\'')) {
            tokens.add(new Token(word.replace("'", ""), Script.NUMBER));
        } else {
            String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
            while (bare.endsWith("'")) {
                bare = bare.substring(0, bare.length() - 1);
            }
            tokens.add(new Token(bare, Script.LATIN));
        }
    }

    private static boolean continues(String text, int at, boolean arabic) {
        char letter = text.charAt(at);
        if (letter == '\'') {
            return !arabic && at + 1 < text.length() && isWordPart(text.charAt(at + 1));
        }
        return isWordPart(letter) && isArabic(letter) == arabic;
    }

    private static boolean isWordPart(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '$';
    }

    private static boolean isArabic(char letter) {
        return letter >= 0x0600 && letter <= 0x06FF && Character.isLetter(letter);
    }

    /** Never the words: a text of a resident must not reach a log. */
    @Override
    public String toString() {
        return "Token[" + script + "]";
    }
}

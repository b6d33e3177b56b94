package org.aman.language;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds what people type to one spelling, for matching only; people are always shown the standard spelling.
 *
 * <p>It brings presentation forms to plain letters; drops diacritics, tatweel, zero-width and direction marks and a lone
 * hamza; brings every alef to ا, ؤ to و, ئ and ى to ي, ة to ه, Persian and Urdu letters to their Arabic ones; both Arabic
 * digit sets to Western digits; lower-cases Latin and drops its accents; and shortens three or more of one letter to one.
 */
public final class Folding {
    private static final int LONGEST = 4096; // a message of Telegram's; what follows is not read

    private Folding() {}

    /** The text folded; separators stay, so that it can still be cut into words. */
    public static String fold(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String decomposed = Normalizer.normalize(cut, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char letter = decomposed.charAt(i);
            if (!isDropped(letter)) {
                folded.append(foldLetter(letter));
            }
        }
        shortenRepeats(folded);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isDropped(char letter) {
        return letter == 'ـ' // tatweel
                || letter == 'ء'
                || letter == 0
                || letter >= 0xFDD0 && letter <= 0xFDEF
                || switch (Character.getType(letter)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
                    default -> false;
                };
    }

    private static char foldLetter(char letter) {
        return switch (letter) {
            case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ' -> 'ا';
            case 'ؤ', 'ۆ', 'ۇ' -> 'و';
            case 'ئ', 'ى', 'ی', 'ې', 'ے' -> 'ي';
            case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ' -> 'ه';
            case 'ک', 'گ', 'ڪ' -> 'ك';
            case 'چ' -> 'ج';
            case 'پ' -> 'ب';
            case 'ڤ' -> 'ف';
            case 'ژ' -> 'ز';
            case '’', '‘', 'ʼ', '`', '´', '′' -> '\'';
            default -> Character.isDigit(letter) ? (char) ('0' + Character.digit(letter, 10)) : letter;
        };
    }

    private static void shortenRepeats(StringBuilder text) {
        int kept = 0;
        int i = 0;
        while (i < text.length()) {
            char letter = text.charAt(i);
            int end = i + 1;
            while (end < text.length() && text.charAt(end) == letter) {
                end++;
            }
            int to = end - i >= 3 && Character.isLetter(letter) ? kept + 1 : kept + end - i;
            while (kept < to) {
                text.setCharAt(kept++, letter);
            }
            i = end;
        }
        text.setLength(kept);
    }
}

package org.aman.language;

import java.util.List;
import java.util.Set;

/**
 * Which language a text is in.
 *
 * @param language the one to answer in; dialect and Arabizi are answered in Arabic
 * @param arabizi whether its Latin words are Arabic
 */
public record LanguageGuess(Language language, boolean arabizi) {
    /** Words so common in English that they tell the language, and never name a place. */
    private static final Set<String> ENGLISH = Set.of(
            "a", "about", "after", "all", "an", "and", "any", "anyone", "are", "at", "be", "been", "but", "by", "can",
            "could", "did", "do", "does", "for", "from", "get", "go", "going", "got", "had", "has", "have", "he", "her",
            "here", "his", "how", "i", "if", "in", "into", "is", "it", "just", "know", "let", "like", "many", "me", "much",
            "my", "near", "no", "not", "now", "of", "off", "on", "or", "our", "out", "people", "please", "she", "should",
            "so", "some", "still", "tell", "that", "the", "their", "them", "then", "there", "they", "this", "through",
            "till", "to", "today", "tonight", "tomorrow", "up", "us", "was", "way", "we", "were", "what", "when",
            "where", "which", "who", "why", "will", "with", "would", "yes", "you", "your", "am", "its", "dont", "cant",
            "also", "another", "anything", "anybody", "as", "because", "being", "before", "both", "cannot", "doesnt",
            "during", "each", "else", "even", "ever", "every", "everyone", "few", "him", "im", "instead", "isnt", "ive",
            "less", "may", "maybe", "might", "more", "most", "must", "other", "own", "same", "shall", "since", "somebody",
            "someone", "something", "such", "than", "these", "those", "too", "until", "upon", "very", "while", "whole",
            "whose", "without", "wont", "yet", "teh");

    /** Little words of Arabizi: in, what, where, and, to, the. */
    private static final Set<String> ARABIZI = Set.of(
            "fi", "shu", "shou", "sho", "wen", "ween", "wein", "w", "b", "l", "el", "bl", "bel", "la", "3a", "3al", "3am",
            "ma", "mafi", "mo", "mu", "wala", "wla", "lessa", "lissa", "hala2", "halla2", "halla", "kif", "kief", "lal",
            "men", "mn", "min", "eza", "iza", "enno", "yalli", "ya", "kam", "meen", "lesh", "leh", "eymta", "emta", "aw",
            "hon", "hek", "bas", "ana", "ne7na", "nehna", "byet", "shi", "lyom", "bokra");

    public static boolean isCommonEnglish(String word) {
        return ENGLISH.contains(word);
    }

    /** Whether a Latin word holds a digit that stands for an Arabic letter: 2asef, ma3bar, but not m4 or 4x4. */
    static boolean hasArabiziDigit(String word) {
        if (word.length() < 3) {
            return word.equals("3a");
        }
        int letters = 0;
        boolean stands = false;
        for (int i = 0; i < word.length(); i++) {
            letters += Character.isLetter(word.charAt(i)) ? 1 : 0;
            stands |= "2356789".indexOf(word.charAt(i)) >= 0;
        }
        return stands && letters >= 2;
    }

    /** The guess for these words; an undecided one follows {@code fallback}. */
    public static LanguageGuess of(List<Token> tokens, Lexicon lexicon, Language fallback) {
        int arabic = 0;
        int latin = 0;
        int english = 0;
        int arabizi = 0;
        for (Token token : tokens) {
            if (token.script() == Token.Script.ARABIC) {
                arabic++;
            } else if (token.script() == Token.Script.LATIN) {
                latin++;
                boolean little = ARABIZI.contains(token.text());
                boolean common = ENGLISH.contains(token.text());
                english += common ? 2 : !little && lexicon.knowsEnglish(token.text()) ? 1 : 0;
                arabizi += hasArabiziDigit(token.text()) || little && !common ? 2 : lexicon.knowsArabizi(token.text()) ? 1 : 0;
            }
        }
        boolean latinIsArabic = arabizi > english;
        if (arabic > 0 && arabic * 2 >= latin || latin > 0 && latinIsArabic) {
            return new LanguageGuess(Language.ARABIC, latinIsArabic);
        }
        if (latin > 0 && english > 0) {
            return new LanguageGuess(Language.ENGLISH, false);
        }
        return new LanguageGuess(latin > 0 ? fallback : arabic > 0 ? Language.ARABIC : fallback, false);
    }
}

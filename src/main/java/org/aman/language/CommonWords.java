package org.aman.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words so common in talk that they hardly tell one question from another. How often a word stands in a few hundred
 * updates says little of that: "two days" may be rare there, and everybody says it.
 */
public final class CommonWords {
    private static final String FILE = "common-words.txt";
    private static final String ARABIZI = "arabizi";

    /** What keeps so little of its weight is said of anything. */
    private static final double COMMON = 0.5;

    /** Ages, hours and amounts seldom decide what is asked. */
    private static final double NUMBER = 0.3;

    private static final Map<String, Double> TELLING = new HashMap<>();
    private static final Map<String, Double> TELLING_BY_SOUND = new HashMap<>();

    static {
        read();
    }

    private CommonWords() {}

    private static void read() {
        WordFile.lines(CommonWords.class, FILE).forEach(CommonWords::add);
    }

    private static void add(String line) {
        List<String> parts = Arrays.asList(line.strip().split("\\s+"));
        double telling = Double.parseDouble(parts.getFirst());
        boolean arabizi = parts.get(1).equals(ARABIZI);
        for (String word : parts.subList(2, parts.size())) {
            String folded = Folding.fold(word);
            if (arabizi) {
                TELLING_BY_SOUND.merge(Sounds.readings(folded).getFirst(), telling, Math::min);
            } else {
                TELLING.merge(folded, telling, Math::min);
            }
        }
    }

    /** How much of its weight a word keeps, from 0 to 1: 1 for any that is not common. */
    public static double telling(Token token, boolean arabizi) {
        return switch (token.script()) {
            case ARABIC -> first(TELLING, ArabicForms.of(token.text()));
            case LATIN -> arabizi
                    ? first(TELLING_BY_SOUND, Sounds.readings(token.text()))
                    : TELLING.getOrDefault(token.text(), 1.0);
            case NUMBER -> NUMBER;
        };
    }

    /** Whether a word of careful writing tells one text from another. */
    public static boolean isTelling(Token token) {
        return token.text().length() > 1
                && !LanguageGuess.isCommonEnglish(token.text())
                && telling(token, false) > COMMON;
    }

    private static double first(Map<String, Double> known, List<String> forms) {
        for (String form : forms) {
            Double telling = known.get(form);
            if (telling != null) {
                return telling;
            }
        }
        return 1;
    }
}

package org.aman.answer;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.language.Lexicon;
import org.aman.language.RememberedWords;
import org.aman.language.Terms;
import org.aman.language.Token;
import org.aman.search.Evidence;

/**
 * What a question asks, as the terms {@link Affinity} knows: the stems, sounds and concepts of its words, and every two words that
 * stand one after the other ("take in", "not yet"), little words too.
 */
final class AskedTerms {
    /** What was asked before a question that leans on it counts so much. */
    private static final double BEFORE = 0.5;

    private static final String BEGINNING = "^";
    private static final String END = "$";
    private static final String PLACE = "@";

    private static final RememberedWords<List<String>> OF_WORDS = new RememberedWords<>();
    private static final RememberedWords<String> IN_PAIRS = new RememberedWords<>();

    private AskedTerms() {}

    /** Each term with how surely it is asked, from 0 to 1. */
    static Map<String, Double> of(Reading reading) {
        boolean arabizi = reading.guess().arabizi();
        Map<String, Double> terms = new LinkedHashMap<>();
        for (Lexicon.Match match : reading.matches()) {
            match.concepts().forEach(concept -> terms.merge(concept.id(), match.quality(), Math::max));
        }
        for (Reading.Word word : reading.words()) {
            word.meanings().forEach((concept, sure) -> terms.merge(concept.id(), sure, Math::max));
            OF_WORDS.of(word.token(), arabizi, token -> ofWord(token, arabizi)).forEach(term -> terms.put(term, 1.0));
        }
        addPairs(reading, arabizi, terms);
        return terms;
    }

    private static List<String> ofWord(Token token, boolean arabizi) {
        Set<String> terms = new LinkedHashSet<>(Terms.stems(token));
        for (String stem : Terms.stems(token)) {
            terms.add(Evidence.SOUND + Terms.sound(stem));
        }
        if (isArabizi(token, arabizi)) {
            Terms.sounds(token.text()).forEach(sound -> terms.add(Evidence.SOUND + sound));
        }
        terms.remove(Evidence.SOUND);
        return List.copyOf(terms);
    }

    private static boolean isArabizi(Token token, boolean arabizi) {
        return arabizi && token.script() == Token.Script.LATIN;
    }

    private static void addPairs(Reading reading, boolean arabizi, Map<String, Double> terms) {
        String before = BEGINNING;
        for (int at = 0; at < reading.tokens().size(); at++) {
            String word = Reader.isNamed(at, reading.mentions()) ? PLACE : IN_PAIRS.of(reading.tokens().get(at), arabizi, token -> inPairs(token, arabizi));
            if (!word.equals(before)) {
                terms.put(before + " " + word, 1.0);
                before = word;
            }
        }
        terms.put(before + " " + END, 1.0);
    }

    /** An Arabic word stands in pairs by its sound, as it does in Arabizi; what has hardly any, as it is written. */
    private static String inPairs(Token token, boolean arabizi) {
        if (isArabizi(token, arabizi)) {
            return Terms.sounds(token.text()).stream().findFirst().orElse(token.text());
        }
        String stem = Terms.stems(token).stream().findFirst().orElse(token.text());
        String sound = Terms.sound(stem);
        return sound.isEmpty() ? stem : sound;
    }

    /** What a question asks that leans on one before it. */
    static Map<String, Double> leaning(Map<String, Double> terms, Map<String, Double> before) {
        Map<String, Double> all = new LinkedHashMap<>(terms);
        before.forEach((term, sure) -> all.merge(term, BEFORE * sure, Math::max));
        return all;
    }
}

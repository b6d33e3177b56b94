package org.aman.answer;

import java.util.ArrayList;
import java.util.List;
import org.aman.language.Concept;
import org.aman.language.Lexicon;
import org.aman.language.Sounds;
import org.aman.language.Token;

/**
 * What {@link Tone} goes by: the pieces of a message's words by letters and by sound, the concepts it speaks of, alone and
 * two in a row, and whether it holds a question mark. Pieces see through endings, slips and spellings, concepts through the
 * language.
 */
final class Traits {
    /** Takes one trait after the other; the same may come again. */
    interface Taker {
        /**
         * @param hash the number by which it is known
         * @param text where it is written, from one index to before another
         */
        void take(int hash, char kind, String text, int from, int to);
    }

    private static final char LETTERS = 'l';
    private static final char SOUND = 's';
    private static final char CONCEPTS = 'c';
    private static final char MARK = '?';

    /** Stands for the beginning and the end of a word. */
    private static final String EDGE = "_";

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    private static final int LONGEST_SOUND = 4;

    /** Of FNV, which tells short texts apart well: Fowler, Noll, Vo 1991. */
    private static final int START = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Traits() {}

    /** Of one of its words. */
    static void of(Token token, boolean arabizi, Taker taker) {
        takePieces(LETTERS, EDGE + token.text() + EDGE, LONGEST, taker);
        takePieces(SOUND, EDGE + sound(token, arabizi) + EDGE, LONGEST_SOUND, taker);
    }

    /** Of what all words say together. */
    static void ofWhole(Reading reading, Taker taker) {
        String before = "";
        for (String concept : concepts(reading)) {
            takeWhole(CONCEPTS, concept, taker);
            takeWhole(CONCEPTS, before + "+" + concept, taker);
            before = concept;
        }
        if (reading.marked()) {
            takeWhole(MARK, "", taker);
        }
    }

    private static List<String> concepts(Reading reading) {
        List<String> concepts = new ArrayList<>();
        for (Lexicon.Match match : reading.matches()) {
            for (Concept concept : match.concepts()) {
                concepts.add(concept.id());
            }
        }
        return concepts;
    }

    private static String sound(Token token, boolean arabizi) {
        return switch (token.script()) {
            case ARABIC -> Sounds.skeleton(token.text());
            case LATIN -> arabizi ? Sounds.consonants(Sounds.readings(token.text()).getFirst()) : "";
            case NUMBER -> "";
        };
    }

    private static void takePieces(char kind, String word, int longest, Taker taker) {
        for (int from = 0; from + SHORTEST <= word.length(); from++) {
            int hash = add(START, kind);
            for (int at = from; at < Math.min(from + longest, word.length()); at++) {
                hash = add(hash, word.charAt(at));
                if (at + 1 - from >= SHORTEST) {
                    taker.take(hash, kind, word, from, at + 1);
                }
            }
        }
    }

    private static void takeWhole(char kind, String text, Taker taker) {
        taker.take(hash(kind + text), kind, text, 0, text.length());
    }

    /** The number of a trait written with its kind before it. */
    static int hash(String written) {
        int hash = START;
        for (int at = 0; at < written.length(); at++) {
            hash = add(hash, written.charAt(at));
        }
        return hash;
    }

    private static int add(int hash, char letter) {
        return (hash ^ letter) * PRIME;
    }
}

package org.aman.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.search.Card;
import org.aman.search.Evidence;

/** One word of a question, with whatever may stand for it on a card, and how telling it is. */
final class Sought {
    /** Under this a meaning is a guess. */
    private static final double SURE = 0.7;

    /** In advice what a word means is as good as the word, a little less where only the text says it. */
    private static final double MEANT = 0.85;

    private static final double MEANT_IN_TEXT = 0.7;

    /** Nothing covers a word better than the title or the questions. */
    static final double ASKED = 1;

    private final int[] stems;
    private final int[] concepts;
    private final int[] roots;
    private final int[] sounds;
    private final int[] meanings;
    private final double[] sureness;
    private final double weight;
    private final double adviceWeight;
    private final boolean general;
    private final boolean slipped;
    private final boolean unheard;

    /**
     * @param meanings what else it may speak of in advice, each with how surely
     * @param weight how telling the word is, from 0 to 1
     * @param adviceWeight the same among advice, which words alone tell apart
     * @param general whether it merely names a topic or a state
     * @param slipped whether the stems are guesses at a mistyped word
     * @param unheard whether no update knows the word or what it means
     */
    Sought(
            Set<String> concepts,
            Collection<String> stems,
            Collection<String> roots,
            Collection<String> sounds,
            Map<String, Double> meanings,
            double weight,
            double adviceWeight,
            boolean general,
            boolean slipped,
            boolean unheard) {
        this.stems = Card.hashes(stems);
        this.concepts = Card.hashes(concepts);
        this.roots = Card.hashes(marked(Evidence.ROOT, roots));
        this.sounds = Card.hashes(marked(Evidence.SOUND, sounds));
        this.meanings = new int[meanings.size()];
        this.sureness = new double[meanings.size()];
        int at = 0;
        for (Map.Entry<String, Double> meaning : meanings.entrySet()) {
            this.meanings[at] = meaning.getKey().hashCode();
            this.sureness[at++] = meaning.getValue();
        }
        this.weight = weight;
        this.adviceWeight = adviceWeight;
        this.general = general;
        this.slipped = slipped;
        this.unheard = unheard;
    }

    private static List<String> marked(String mark, Collection<String> terms) {
        List<String> marked = new ArrayList<>(terms.size());
        for (String term : terms) {
            marked.add(mark + term);
        }
        return marked;
    }

    /** How telling the word is for an update of this card. */
    double weight(Card card) {
        return card.places().isEmpty() ? adviceWeight : weight;
    }

    double adviceWeight() {
        return adviceWeight;
    }

    /** The hashes of all that surely stands for the word in advice. */
    int[] terms() {
        int[] terms = new int[stems.length + roots.length + sounds.length + meanings.length];
        int size = 0;
        for (int[] sure : new int[][] {stems, roots, sounds}) {
            System.arraycopy(sure, 0, terms, size, sure.length);
            size += sure.length;
        }
        for (int i = 0; i < meanings.length; i++) {
            if (sureness[i] >= SURE) {
                terms[size++] = meanings[i];
            }
        }
        return Arrays.copyOf(terms, size);
    }

    boolean isGeneral() {
        return general;
    }

    boolean isUnheard() {
        return unheard;
    }

    /** How well a card covers the word, from 0 to 1. Where a place is at stake, nothing rests on a guessed word. */
    double coveredBy(Card card) {
        if (slipped && !card.places().isEmpty()) {
            return 0;
        }
        double best = 0;
        for (int stem : stems) {
            if (card.asks(stem)) {
                return ASKED;
            }
            best = best > 0 || card.says(stem) ? 0.9 : 0;
        }
        if (card.places().isEmpty()) {
            best = Math.max(best, meantBy(card));
        } else {
            for (int concept : concepts) {
                best = Math.max(best, worth(card, concept));
            }
        }
        for (int root : roots) {
            best = Math.max(best, card.asks(root) || card.says(root) ? 0.7 : 0);
        }
        for (int sound : sounds) {
            best = Math.max(best, card.asks(sound) || card.says(sound) ? 0.8 : 0);
        }
        return best;
    }

    private double meantBy(Card card) {
        double best = 0;
        for (int i = 0; i < meanings.length; i++) {
            best = Math.max(best, sureness[i] * (card.isAbout(meanings[i]) ? MEANT : card.speaksOf(meanings[i]) ? MEANT_IN_TEXT : 0));
        }
        return best;
    }

    private static double worth(Card card, int concept) {
        return card.isAbout(concept) ? 0.85 : card.speaksOf(concept) ? 0.7 : 0;
    }

    /** Whether it stands in the title or the questions. */
    boolean isAskedBy(Card card) {
        return card.asksAny(stems)
                || card.isAboutAny(card.places().isEmpty() ? meanings : concepts)
                || card.asksAny(roots)
                || card.asksAny(sounds);
    }

    /** Whether it stands in the title or is what the title speaks of. */
    boolean isTitleOf(Card card) {
        return card.titledAny(stems) || card.isSubjectAny(meanings) || card.titledAny(roots) || card.titledAny(sounds);
    }

    /** Whether it surely speaks of the concept of this hash. */
    boolean means(int concept) {
        for (int i = 0; i < meanings.length; i++) {
            if (meanings[i] == concept && sureness[i] >= SURE) {
                return true;
            }
        }
        return false;
    }
}

package org.aman.answer;

import java.util.Collection;
import java.util.Set;
import org.aman.search.Card;
import org.aman.search.Evidence;

/** One word of a question, with whatever may stand for it on a card, and how telling it is. */
final class Sought {
    private final int[] stems;
    private final int[] concepts;
    private final int[] roots;
    private final int[] sounds;
    private final double weight;
    private final boolean general;
    private final boolean slipped;

    /**
     * @param weight how telling the word is, from 0 to 1
     * @param general whether it merely names a topic or a state
     * @param slipped whether the stems are guesses at a mistyped word
     */
    Sought(
            Set<String> concepts,
            Collection<String> stems,
            Collection<String> roots,
            Collection<String> sounds,
            double weight,
            boolean general,
            boolean slipped) {
        this.stems = Card.hashes(stems);
        this.concepts = Card.hashes(concepts);
        this.roots = Card.hashes(roots.stream().map(root -> Evidence.ROOT + root).toList());
        this.sounds = Card.hashes(sounds.stream().map(sound -> Evidence.SOUND + sound).toList());
        this.weight = weight;
        this.general = general;
        this.slipped = slipped;
    }

    double weight() {
        return weight;
    }

    boolean isGeneral() {
        return general;
    }

    /** How well a card covers the word, from 0 to 1. Where a place is at stake, nothing rests on a guessed word. */
    double coveredBy(Card card) {
        if (slipped && !card.places().isEmpty()) {
            return 0;
        }
        double best = 0;
        for (int stem : stems) {
            best = Math.max(best, card.asks(stem) ? 1 : card.says(stem) ? 0.9 : 0);
        }
        for (int concept : concepts) {
            best = Math.max(best, card.isAbout(concept) ? 0.85 : card.speaksOf(concept) ? 0.7 : 0);
        }
        for (int root : roots) {
            best = Math.max(best, card.asks(root) || card.says(root) ? 0.7 : 0);
        }
        for (int sound : sounds) {
            best = Math.max(best, card.asks(sound) || card.says(sound) ? 0.8 : 0);
        }
        return best;
    }

    /** Whether it stands in the title or the questions. */
    boolean isAskedBy(Card card) {
        return card.asksAny(stems) || card.isAboutAny(concepts) || card.asksAny(roots) || card.asksAny(sounds);
    }
}

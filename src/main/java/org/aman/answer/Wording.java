package org.aman.answer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.aman.search.Asking;
import org.aman.search.Card;

/** The words of one question, ready to be held against the titles and questions of updates one by one. */
final class Wording {
    /** Most terms of updates are told apart from all of the question by so many of their hashes' last values. */
    private static final int SIGHTS = 1 << 12;

    private final double[] weights;
    private final double all;
    private final long[] owned;
    private final BitSet mayOwn = new BitSet(SIGHTS);

    /** The hash of a term above, the word it stands for below, sorted. */
    Wording(List<Sought> sought) {
        weights = new double[sought.size()];
        int[][] terms = new int[weights.length][];
        double sum = 0;
        int count = 0;
        for (int word = 0; word < weights.length; word++) {
            weights[word] = sought.get(word).adviceWeight();
            sum += weights[word];
            terms[word] = sought.get(word).terms();
            count += terms[word].length;
        }
        all = sum;
        owned = new long[count];
        int at = 0;
        for (int word = 0; word < weights.length; word++) {
            for (int term : terms[word]) {
                owned[at++] = (long) term << 32 | word;
            }
        }
        Arrays.sort(owned);
        for (long one : owned) {
            mayOwn.set((int) (one >> 32) & SIGHTS - 1);
        }
    }

    /**
     * How alike the question and the nearest of an update's titles and questions are, from 0 to 1: the harmonic mean of how
     * much of each stands in the other.
     */
    double likeness(Card card) {
        double best = 0;
        boolean[] met = new boolean[weights.length];
        for (Asking asking : card.askings()) {
            best = Math.max(best, likeness(asking, met));
        }
        return best;
    }

    private double likeness(Asking asking, boolean[] met) {
        Arrays.fill(met, false);
        int back = 0;
        int from = 0;
        for (int end : asking.ends()) {
            back += meets(asking.terms(), from, end, met) ? 1 : 0;
            from = end;
        }
        if (back == 0) {
            return 0;
        }
        double there = 0;
        for (int word = 0; word < met.length; word++) {
            there += met[word] ? weights[word] : 0;
        }
        double ofQuestion = all == 0 ? 0 : there / all;
        double ofAsking = (double) back / asking.ends().length;
        return ofQuestion == 0 ? 0 : 2 * ofQuestion * ofAsking / (ofQuestion + ofAsking);
    }

    /** Whether some word of the question stands for the word of these terms too; all that do are marked. */
    private boolean meets(int[] terms, int from, int end, boolean[] met) {
        boolean meets = false;
        for (int i = from; i < end; i++) {
            int term = terms[i];
            if (!mayOwn.get(term & SIGHTS - 1)) {
                continue;
            }
            int at = Arrays.binarySearch(owned, (long) term << 32);
            for (int word = at < 0 ? -at - 1 : at; word < owned.length && (int) (owned[word] >> 32) == term; word++) {
                met[(int) owned[word]] = true;
                meets = true;
            }
        }
        return meets;
    }
}

package org.aman.answer;

import java.util.List;

/** How well the candidates of one question go with what is asked, each seen against the others. */
final class Affinities {
    private final double[] figures;

    Affinities(Affinity affinity, Asked asked, List<Candidate> candidates) {
        this.figures = new double[candidates.size()];
        float[] all = affinity.asked(asked.terms());
        for (int i = 0; i < figures.length; i++) {
            figures[i] = affinity.of(all, candidates.get(i).hit().card());
        }
    }

    double of(int candidate) {
        return figures[candidate];
    }

    /** How far it goes better with what is asked than the best of the others, or worse; 1 for one alone. */
    double leadOf(int candidate) {
        double next = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < figures.length; i++) {
            next = i == candidate ? next : Math.max(next, figures[i]);
        }
        return figures.length == 1 ? 1 : figures[candidate] - next;
    }
}

package org.aman.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns weights of tens of thousands of signs that part two kinds of examples by as wide a margin as they allow: a linear
 * support vector machine of squared loss, solved in its dual one example after the other (Hsieh and others, "A dual coordinate
 * descent method for large-scale linear SVM", 2008). The same examples always give the same weights.
 */
final class WidestMargin {
    private static final int MOST_ROUNDS = 200;
    private static final double STILL = 0.01;

    /** Every example has length 1 and the constant beside. */
    private static final double LENGTH = 2;

    private record Example(int[] signs, int kind, double share) {}

    private final double allowed;
    private final List<Example> examples = new ArrayList<>();
    private double always;

    /** @param allowed how much an example on the wrong side counts against small weights */
    WidestMargin(double allowed) {
        this.allowed = allowed;
    }

    /** @param signs the numbers of its signs, each once */
    void add(int[] signs, boolean is) {
        examples.add(new Example(signs, is ? 1 : -1, 1 / Math.sqrt(Math.max(1, signs.length))));
    }

    /** The weights of so many signs; an example is of the kind where their sum by the root of their number, and {@link #always}, is positive. */
    double[] weights(int signs) {
        double[] weights = new double[signs];
        double[] held = new double[examples.size()];
        always = 0;
        Random order = new Random(1);
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            turns.add(i);
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Collections.shuffle(turns, order);
            double farthest = 0;
            for (int i : turns) {
                farthest = Math.max(farthest, improve(examples.get(i), i, held, weights));
            }
            if (farthest < STILL) {
                break;
            }
        }
        return weights;
    }

    /** Moves the weights towards one example; how far it was from its place. */
    private double improve(Example example, int i, double[] held, double[] weights) {
        double slope = example.kind() * sum(example, weights) - 1 + held[i] / (2 * allowed);
        double off = held[i] == 0 ? Math.max(0, -slope) : Math.abs(slope);
        double now = Math.max(0, held[i] - slope / (LENGTH + 1 / (2 * allowed)));
        double change = (now - held[i]) * example.kind();
        held[i] = now;
        always += change;
        for (int sign : example.signs()) {
            weights[sign] += change * example.share();
        }
        return off;
    }

    private double sum(Example example, double[] weights) {
        double sum = 0;
        for (int sign : example.signs()) {
            sum += weights[sign];
        }
        return sum * example.share() + always;
    }

    /** What is added to every sum. */
    double always() {
        return always;
    }
}

package org.aman.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns the weights of a logistic sum by Newton's steps, drawn towards zero so that few examples teach no extremes. The
 * first part of every example is taken as the constant 1 and is not drawn.
 */
final class Logistic {
    private static final int MOST_STEPS = 40;
    private static final double STILL = 1e-7;
    private static final double NEVER_FLAT = 1e-6;

    private final double drawn;
    private final List<double[]> signs = new ArrayList<>();
    private final List<Boolean> answers = new ArrayList<>();

    /** @param drawn how strongly weights are drawn towards zero; 1 is a prior of one standard deviation */
    Logistic(double drawn) {
        this.drawn = drawn;
    }

    void add(double[] example, boolean answer) {
        signs.add(example);
        answers.add(answer);
    }

    /** The weights, of this many parts; all zero where nothing was added. */
    double[] weights(int parts) {
        double[] weights = new double[parts];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] change = change(weights);
            double largest = 0;
            for (int i = 0; i < parts; i++) {
                weights[i] += change[i];
                largest = Math.max(largest, Math.abs(change[i]));
            }
            if (largest < STILL) {
                break;
            }
        }
        return weights;
    }

    private double[] change(double[] weights) {
        int parts = weights.length;
        double[][] curve = new double[parts][parts];
        double[] slope = new double[parts];
        for (int i = 0; i < parts; i++) {
            double pull = i == 0 ? NEVER_FLAT : drawn;
            curve[i][i] = pull;
            slope[i] = -pull * weights[i];
        }
        for (int n = 0; n < signs.size(); n++) {
            double[] example = signs.get(n);
            double likely = likely(weights, example);
            double missing = (answers.get(n) ? 1 : 0) - likely;
            double bend = likely * (1 - likely) + NEVER_FLAT;
            for (int i = 0; i < parts; i++) {
                slope[i] += missing * example[i];
                for (int j = 0; j < parts; j++) {
                    curve[i][j] += bend * example[i] * example[j];
                }
            }
        }
        return solved(curve, slope);
    }

    static double likely(double[] weights, double[] example) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * example[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Gauss's elimination; the curve is never singular, for every weight is drawn. */
    private static double[] solved(double[][] curve, double[] slope) {
        int parts = slope.length;
        for (int i = 0; i < parts; i++) {
            for (int row = i + 1; row < parts; row++) {
                double factor = curve[row][i] / curve[i][i];
                for (int j = i; j < parts; j++) {
                    curve[row][j] -= factor * curve[i][j];
                }
                slope[row] -= factor * slope[i];
            }
        }
        for (int i = parts - 1; i >= 0; i--) {
            for (int j = i + 1; j < parts; j++) {
                slope[i] -= curve[i][j] * slope[j];
            }
            slope[i] /= curve[i][i];
        }
        return slope;
    }
}

package org.aman.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aman.answer.Belief;
import org.aman.answer.Sign;
import org.aman.answer.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Learns {@link Belief}: gradient boosting of small trees by Newton's steps of the logistic loss (Friedman 2001; the leaf values and
 * gains are those of Chen and Guestrin 2016). Every tree mends a little of what those before it got wrong; a tree grows where it
 * gains most. The same examples give the same trees.
 */
final class Boosting {
    private static final int TREES = 250;
    private static final int MOST_ENDS = 24;
    private static final int FEWEST_EXAMPLES = 80; // at an end: fewer may be chance
    private static final double STEP = 0.06;
    private static final double DRAWN = 3; // towards zero, in examples of even odds times four
    private static final int MOST_BOUNDS = 63;

    private final List<double[]> signs = new ArrayList<>();
    private final List<Boolean> answers = new ArrayList<>();

    void add(double[] example, boolean answer) {
        signs.add(example);
        answers.add(answer);
    }

    /** What the examples teach; no opinion where there are none of either kind. */
    Belief belief() {
        long right = answers.stream().filter(answer -> answer).count();
        if (right == 0 || right == answers.size()) {
            return Belief.none();
        }
        double start = Math.log((double) right / (answers.size() - right));
        Lessons lessons = new Lessons(signs, answers, start);
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < TREES; i++) {
            trees.add(lessons.next());
        }
        return new Belief(start, trees);
    }

    /** The examples, sorted into the spans between the bounds of each sign, with what is believed of each so far. */
    private static final class Lessons {
        private final int examples;
        private final boolean[] answer;
        private final double[] believed;
        private final double[] slope;
        private final double[] bend;
        private final double[][] bounds = new double[Sign.values().length][];
        private final byte[][] span = new byte[Sign.values().length][];

        Lessons(List<double[]> signs, List<Boolean> answers, double start) {
            examples = signs.size();
            answer = new boolean[examples];
            believed = new double[examples];
            slope = new double[examples];
            bend = new double[examples];
            Arrays.fill(believed, start);
            for (int i = 0; i < examples; i++) {
                answer[i] = answers.get(i);
            }
            for (int sign = 0; sign < bounds.length; sign++) {
                int which = sign;
                double[] values = signs.stream().mapToDouble(example -> example[which]).toArray();
                bounds[sign] = bounds(values);
                span[sign] = new byte[examples];
                for (int i = 0; i < examples; i++) {
                    span[sign][i] = (byte) spanOf(values[i], bounds[sign]);
                }
            }
        }

        /** Bounds between different values, spread so that about as many examples lie between any two. */
        private static double[] bounds(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            List<Double> bounds = new ArrayList<>();
            double[] different = Arrays.stream(sorted).distinct().toArray();
            if (different.length <= MOST_BOUNDS + 1) {
                for (int i = 1; i < different.length; i++) {
                    bounds.add(between(different[i - 1], different[i]));
                }
            } else {
                for (int i = 1; i <= MOST_BOUNDS; i++) {
                    int at = (int) ((long) i * sorted.length / (MOST_BOUNDS + 1));
                    if (sorted[at] > sorted[0]) {
                        int first = firstOf(sorted, sorted[at]);
                        bounds.add(between(sorted[first - 1], sorted[first]));
                    }
                }
            }
            return bounds.stream().distinct().mapToDouble(Double::doubleValue).toArray();
        }

        private static int firstOf(double[] sorted, double value) {
            int at = Arrays.binarySearch(sorted, value);
            while (at > 0 && sorted[at - 1] == value) {
                at--;
            }
            return at;
        }

        /** As the file holds it, so that what is read decides as what was learned. */
        private static double between(double less, double more) {
            double middle = Math.round((less + more) / 2 * 1e4) / 1e4;
            return middle >= less && middle < more ? middle : (less + more) / 2;
        }

        private static int spanOf(double value, double[] bounds) {
            int at = Arrays.binarySearch(bounds, value);
            return at < 0 ? -at - 1 : at;
        }

        Tree next() {
            for (int i = 0; i < examples; i++) {
                double likely = 1 / (1 + Math.exp(-believed[i]));
                slope[i] = likely - (answer[i] ? 1 : 0);
                bend[i] = likely * (1 - likely);
            }
            int[] all = new int[examples];
            Arrays.setAll(all, i -> i);
            Node root = new Node(all);
            List<Node> ends = new ArrayList<>(List.of(root));
            while (ends.size() < MOST_ENDS) {
                Node best = null;
                for (Node end : ends) {
                    if (end.gain > 0 && (best == null || end.gain > best.gain)) {
                        best = end;
                    }
                }
                if (best == null) {
                    break;
                }
                best.split();
                ends.remove(best);
                ends.add(best.less());
                ends.add(best.more());
            }
            for (Node end : ends) {
                for (int i : end.members) {
                    believed[i] += end.worth;
                }
            }
            Tree.Grown grown = new Tree.Grown();
            root.grow(grown);
            return grown.tree();
        }

        /** Some examples, and the question that tells them apart best. */
        private final class Node {
            private final int[] members;
            private final double worth;
            private double gain;
            private int sign;
            private int upTo;
            private @Nullable Node less;
            private @Nullable Node more;

            Node(int[] members) {
                this.members = members;
                double slopes = 0;
                double bends = 0;
                for (int i : members) {
                    slopes += slope[i];
                    bends += bend[i];
                }
                worth = Math.round(-STEP * slopes / (bends + DRAWN) * 1e4) / 1e4;
                if (members.length >= 2 * FEWEST_EXAMPLES) {
                    for (int one = 0; one < bounds.length; one++) {
                        look(one, slopes, bends);
                    }
                }
            }

            private void look(int one, double slopes, double bends) {
                int spans = bounds[one].length + 1;
                double[] slopeOf = new double[spans];
                double[] bendOf = new double[spans];
                int[] count = new int[spans];
                byte[] of = span[one];
                for (int i : members) {
                    int at = of[i];
                    slopeOf[at] += slope[i];
                    bendOf[at] += bend[i];
                    count[at]++;
                }
                double slopeLess = 0;
                double bendLess = 0;
                int less = 0;
                for (int at = 0; at < spans - 1; at++) {
                    slopeLess += slopeOf[at];
                    bendLess += bendOf[at];
                    less += count[at];
                    if (less < FEWEST_EXAMPLES || members.length - less < FEWEST_EXAMPLES) {
                        continue;
                    }
                    double gained = score(slopeLess, bendLess) + score(slopes - slopeLess, bends - bendLess) - score(slopes, bends);
                    if (gained > gain) {
                        gain = gained;
                        sign = one;
                        upTo = at;
                    }
                }
            }

            private static double score(double slopes, double bends) {
                return slopes * slopes / (bends + DRAWN);
            }

            void split() {
                byte[] of = span[sign];
                less = new Node(Arrays.stream(members).filter(i -> of[i] <= upTo).toArray());
                more = new Node(Arrays.stream(members).filter(i -> of[i] > upTo).toArray());
            }

            Node less() {
                return Objects.requireNonNull(less);
            }

            Node more() {
                return Objects.requireNonNull(more);
            }

            void grow(Tree.Grown grown) {
                if (less == null || more == null) {
                    grown.end(worth);
                    return;
                }
                grown.ask(Sign.values()[sign], bounds[sign][upTo], worth);
                less.grow(grown);
                more.grow(grown);
            }
        }
    }
}

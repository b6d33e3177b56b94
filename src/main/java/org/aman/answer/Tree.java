package org.aman.answer;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small tree of questions about signs; every end adds something to what is believed, in logits. Its nodes stand before their children. */
public final class Tree {
    private static final Map<String, Sign> SIGNS = new HashMap<>();
    private static final int END = -1;

    static {
        for (Sign sign : Sign.values()) {
            SIGNS.put(sign.key(), sign);
        }
    }

    private final int[] signs;
    private final double[] bounds;
    private final int[] greater;
    private final double[] expected;

    private Tree(int[] signs, double[] bounds, int[] greater, double[] expected) {
        this.signs = signs;
        this.bounds = bounds;
        this.greater = greater;
        this.expected = expected;
    }

    /** Grown node by node, each before its children, those for values up to the bound first. */
    public static final class Grown {
        private final Deque<Integer> open = new ArrayDeque<>();
        private int[] signs = new int[16];
        private double[] bounds = new double[16];
        private int[] greater = new int[16];
        private double[] expected = new double[16];
        private int size;

        /** A node that asks whether a sign is greater than a bound; two nodes must follow. */
        public void ask(Sign sign, double bound, double expects) {
            add(sign.ordinal(), bound, expects);
            open.push(size - 1);
            open.push(END);
        }

        /** Where a tree ends. */
        public void end(double worth) {
            add(END, 0, worth);
            while (!open.isEmpty() && open.peek() != END) {
                open.pop();
            }
            if (!open.isEmpty()) {
                open.pop();
                greater[open.peek()] = size;
            }
        }

        private void add(int sign, double bound, double expects) {
            if (size > 0 && open.isEmpty()) {
                throw new IllegalArgumentException("it goes on behind its end");
            }
            if (size == signs.length) {
                signs = Arrays.copyOf(signs, 2 * size);
                bounds = Arrays.copyOf(bounds, 2 * size);
                greater = Arrays.copyOf(greater, 2 * size);
                expected = Arrays.copyOf(expected, 2 * size);
            }
            signs[size] = sign;
            bounds[size] = bound;
            expected[size++] = expects;
        }

        public Tree tree() {
            if (size == 0 || !open.isEmpty()) {
                throw new IllegalArgumentException("it has no end");
            }
            return new Tree(Arrays.copyOf(signs, size), Arrays.copyOf(bounds, size), Arrays.copyOf(greater, size), Arrays.copyOf(expected, size));
        }
    }

    /** @throws IllegalArgumentException where the line is none */
    static Tree read(String line) {
        Grown grown = new Grown();
        List<String> words = List.of(line.strip().split("\\s+"));
        int at = 0;
        while (at < words.size()) {
            Sign sign = SIGNS.get(words.get(at));
            if (sign == null) {
                grown.end(number(words, at));
                at++;
            } else {
                grown.ask(sign, number(words, at + 1), number(words, at + 2));
                at += 3;
            }
        }
        return grown.tree();
    }

    private static double number(List<String> words, int at) {
        if (at >= words.size()) {
            throw new IllegalArgumentException("it ends in the middle");
        }
        try {
            return Double.parseDouble(words.get(at));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + words.get(at) + "\" is neither a sign nor a number", e);
        }
    }

    double worth(double[] of) {
        int at = 0;
        while (signs[at] != END) {
            at = of[signs[at]] <= bounds[at] ? at + 1 : greater[at];
        }
        return expected[at];
    }

    void addShares(double[] of, double[] shares) {
        int at = 0;
        while (signs[at] != END) {
            int next = of[signs[at]] <= bounds[at] ? at + 1 : greater[at];
            shares[signs[at]] += expected[next] - expected[at];
            at = next;
        }
    }

    String written() {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < signs.length; at++) {
            line.append(at == 0 ? "" : " ");
            if (signs[at] == END) {
                line.append(String.format(Locale.ROOT, "%.4f", expected[at]));
            } else {
                line.append(String.format(Locale.ROOT, "%s %.4f %.4f", Sign.values()[signs[at]].key(), bounds[at], expected[at]));
            }
        }
        return line.toString();
    }
}

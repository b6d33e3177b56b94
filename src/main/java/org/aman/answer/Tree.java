package org.aman.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small tree of questions about signs; every end adds something to what is believed, in logits. Its nodes stand before their children. */
public final class Tree {
    private static final Map<String, Sign> SIGNS = new HashMap<>();
    private static final int SIGN_BITS = 8;
    private static final int SIGN_MASK = (1 << SIGN_BITS) - 1;
    private static final int END = -1;

    static {
        for (Sign sign : Sign.values()) {
            SIGNS.put(sign.key(), sign);
        }
    }

    private final List<Node> nodes;
    private final int[] links; // of each node the sign it asks for and, above that, where greater values lead; END for an end
    private final double[] numbers; // its bound; what it is worth for an end

    private Tree(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        this.links = nodes.stream().mapToInt(Node::link).toArray();
        this.numbers = nodes.stream().mapToDouble(node -> node.sign == null ? node.expected : node.bound).toArray();
    }

    /** A question about a sign, or an end, where no sign is. */
    private static final class Node {
        private final @Nullable Sign sign;
        private final double bound;
        private final double expected;
        private int greater;

        Node(@Nullable Sign sign, double bound, double expected) {
            this.sign = sign;
            this.bound = bound;
            this.expected = expected;
        }

        int link() {
            return sign == null ? END : greater << SIGN_BITS | sign.ordinal();
        }
    }

    /** Grown node by node, each before its children, those for values up to the bound first. */
    public static final class Grown {
        private final List<Node> nodes = new ArrayList<>();
        private final Deque<Node> open = new ArrayDeque<>(); // each as often as children of it are still to come

        /** A node that asks whether a sign is greater than a bound; two nodes must follow. */
        public void ask(Sign sign, double bound, double expects) {
            Node node = add(new Node(sign, bound, expects));
            open.push(node);
            open.push(node);
        }

        /** Where a tree ends. */
        public void end(double worth) {
            add(new Node(null, 0, worth));
        }

        private Node add(Node node) {
            if (!nodes.isEmpty()) {
                if (open.isEmpty()) {
                    throw new IllegalArgumentException("it goes on behind its end");
                }
                open.pop().greater = nodes.size(); // set by the second child at last
            }
            nodes.add(node);
            return node;
        }

        public Tree tree() {
            if (nodes.isEmpty() || !open.isEmpty()) {
                throw new IllegalArgumentException("it has no end");
            }
            return new Tree(nodes);
        }
    }

    /** @throws IllegalArgumentException where the line is none */
    static Tree read(String line) {
        Grown grown = new Grown();
        List<String> words = List.of(line.strip().split(" "));
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
        while (links[at] != END) {
            at = next(at, of);
        }
        return numbers[at];
    }

    private int next(int at, double[] of) {
        return of[links[at] & SIGN_MASK] <= numbers[at] ? at + 1 : links[at] >> SIGN_BITS;
    }

    void addShares(double[] of, double[] shares) {
        int at = 0;
        while (links[at] != END) {
            int next = next(at, of);
            shares[links[at] & SIGN_MASK] += nodes.get(next).expected - nodes.get(at).expected;
            at = next;
        }
    }

    String written() {
        return nodes.stream().map(Tree::written).collect(Collectors.joining(" "));
    }

    private static String written(Node node) {
        return node.sign == null
                ? String.format(Locale.ROOT, "%.4f", node.expected)
                : String.format(Locale.ROOT, "%s %.4f %.4f", node.sign.key(), node.bound, node.expected);
    }
}

package org.aman.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aman.language.WordFile;

/**
 * How likely a candidate answers, by its signs: a sum of small decision trees learned from questions with known answers (the
 * command {@code learn}; gradient boosting, Friedman 2001). What place or time forbids, or a newer update contradicts, never
 * comes before it.
 *
 * @param start what is added to all trees, in logits: how likely a candidate answers of which nothing is known
 */
public record Belief(double start, List<Tree> trees) {
    /** The name of its file. */
    public static final String FILE = "decision.txt";

    private static final String START = "start ";

    public Belief {
        trees = List.copyOf(trees);
    }

    /** No opinion on anything: nothing is believed to answer. */
    public static Belief none() {
        return new Belief(0, List.of());
    }

    /** Read once, when first asked for: whoever learns trees anew needs none. */
    private static final class Shipped {
        static final Belief ONE = of(WordFile.lines(Belief.class, FILE));
    }

    /** The trees this version comes with. */
    public static Belief shipped() {
        return Shipped.ONE;
    }

    /**
     * The trees of a file written by {@link #written}.
     *
     * @throws IllegalArgumentException where a line is no tree, with its number
     */
    public static Belief read(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the trees in " + file, e);
        }
    }

    private static Belief of(List<String> lines) {
        double start = Double.NaN;
        List<Tree> trees = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            try {
                if (line.startsWith(START)) {
                    start = Double.parseDouble(line.substring(START.length()));
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    trees.add(Tree.read(line));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line " + (at + 1) + " is no tree: " + e.getMessage(), e);
            }
        }
        if (Double.isNaN(start)) {
            throw new IllegalArgumentException("No line begins with \"" + START.strip() + "\"");
        }
        return new Belief(start, trees);
    }

    /** How likely a candidate with these signs answers, from 0 to 1. */
    public double likely(double[] signs) {
        return likely(List.of(signs))[0];
    }

    /** How likely each of several candidates answers: every tree is looked at once for all, while it is at hand. */
    double[] likely(List<double[]> signs) {
        double[] sums = new double[signs.size()];
        Arrays.fill(sums, start);
        double[][] all = signs.toArray(double[][]::new);
        for (Tree tree : trees) {
            for (int i = 0; i < all.length; i++) {
                sums[i] += tree.worth(all[i]);
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = 1 / (1 + Math.exp(-sums[i]));
        }
        return sums;
    }

    /** What each sign adds to the sum, in logits by {@link Sign}: how far each of its questions moves what a tree expects. */
    double[] shares(double[] signs) {
        double[] shares = new double[Sign.values().length];
        for (Tree tree : trees) {
            tree.addShares(signs, shares);
        }
        return shares;
    }

    /** The file of trees, each sign with what it tells. */
    public String written() {
        StringBuilder file = new StringBuilder();
        file.append("# What the signs of a candidate are worth together, in logits. Written by the command learn; read by answer/Belief.\n");
        file.append("# Each further line is a tree: a sign, a bound, what is expected before it is looked at, then the tree for values up\n");
        file.append("# to the bound, then that for greater ones; a number alone is where a tree ends.\n");
        for (Sign sign : Sign.values()) {
            file.append("# ").append(sign.key()).append(": ").append(sign.reason()).append('\n');
        }
        file.append(String.format(Locale.ROOT, "%s%.4f%n", START, start));
        trees.forEach(tree -> file.append(tree.written()).append('\n'));
        return file.toString();
    }
}

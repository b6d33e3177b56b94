package org.aman.answer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.aman.language.RememberedWords;
import org.aman.language.Token;
import org.aman.language.WordFile;

/**
 * How much a message sounds like one kind, by its {@link Traits}: a sum of weights learned from messages of this kind and from such
 * that resemble them (the command {@code learn-tone}). People in danger seldom name what happened to them: they tell what they see;
 * and there are a hundred ways to bless somebody.
 */
public final class Tone {
    /** What every message has. */
    private static final String ALWAYS = "=";

    /** What weighs nothing is not known; what weighs hardly anything still counts among the traits of a message. */
    private static final double LEAST = 0.001;

    /** Twice the known traits of a message of some fifteen words. */
    private static final int MANY = 1 << 10;

    private static final int MOST_EXPLAINED = 12;

    private final RememberedWords<int[]> remembered = new RememberedWords<>();
    private final int[] traits;
    private final float[] weights;
    private final float always;

    private Tone(List<String> lines) {
        int spaces = 0;
        for (String line : lines) {
            spaces += (int) line.chars().filter(letter -> letter == ' ').count();
        }
        int size = Integer.highestOneBit(Math.max(1, spaces)) << 2;
        this.traits = new int[size];
        this.weights = new float[size];
        float ofAll = 0;
        for (String line : lines) {
            String[] parts = line.split(" ");
            float weight = Float.parseFloat(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                if (parts[i].equals(ALWAYS)) {
                    ofAll = weight;
                } else {
                    put(Traits.hash(parts[i]), weight);
                }
            }
        }
        this.always = ofAll;
    }

    /** The weights this version comes with, read when first asked for. */
    private static final class Shipped {
        static final Tone URGENT = read("urgency.txt");
        static final Tone COURTEOUS = read("courtesy.txt");
        static final Tone VAGUE = read("vague.txt");
        static final Tone UNTOLD = read(Learned.UNTOLD);

        private static Tone read(String file) {
            return new Tone(WordFile.lines(Tone.class, file));
        }
    }

    /** That of somebody in danger of life now. */
    public static Tone urgent() {
        return Shipped.URGENT;
    }

    /** That of somebody who greets, thanks or blesses and asks for nothing. */
    public static Tone courteous() {
        return Shipped.COURTEOUS;
    }

    /** That of a question that tells neither where nor what. */
    public static Tone vague() {
        return Shipped.VAGUE;
    }

    /** That of a question for what no news tells: fares, jobs, compensation. */
    static Tone untold() {
        return Shipped.UNTOLD;
    }

    /** No message sounds like anything: every sum is 0. */
    static Tone none() {
        return new Tone(List.of());
    }

    /** The weights {@link #written} so. */
    public static Tone of(String written) {
        return new Tone(WordFile.entries(written.lines()));
    }

    private void put(int trait, float weight) {
        int slot = slot(trait);
        traits[slot] = trait;
        weights[slot] = weight;
    }

    /** Where the trait stands, or would stand: an empty slot weighs nothing. */
    private int slot(int trait) {
        int slot = (trait ^ trait >>> 15) & traits.length - 1;
        while (weights[slot] != 0 && traits[slot] != trait) {
            slot = slot + 1 & traits.length - 1;
        }
        return slot;
    }

    /** Positive where it sounds like this kind, the more the surer; about -3 to 3. */
    public double of(Reading reading) {
        Sum sum = new Sum();
        boolean arabizi = reading.guess().arabizi();
        for (Token token : reading.tokens()) {
            sum.add(remembered.of(token, arabizi, word -> slots(word, arabizi)));
        }
        Traits.ofWhole(reading, (hash, kind, text, from, to) -> sum.add(slot(hash)));
        return always + sum.weight();
    }

    /** How much it sounds like this kind, and by which traits most, on one line for people who look into a decision. */
    public String explained(Reading reading) {
        Comparator<String> heaviest = Comparator.comparingDouble(trait -> -Math.abs(weight(trait)));
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%.2f", of(reading)));
        traits(reading).stream()
                .sorted(heaviest)
                .limit(MOST_EXPLAINED)
                .forEach(trait -> line.append(String.format(Locale.ROOT, " %s=%.2f", trait, weight(trait))));
        return line.toString();
    }

    private float weight(String trait) {
        return weights[slot(Traits.hash(trait))];
    }

    /** Where the known traits of a word stand. */
    private int[] slots(Token word, boolean arabizi) {
        IntStream.Builder slots = IntStream.builder();
        Traits.of(word, arabizi, (hash, kind, text, from, to) -> {
            int slot = slot(hash);
            if (weights[slot] != 0) {
                slots.add(slot);
            }
        });
        return slots.build().distinct().toArray();
    }

    /** Adds up each known trait once. */
    private final class Sum {
        private int[] seen = new int[MANY]; // the slots seen so far, each one more than it is, where it hashes to
        private double weight;
        private int known;

        void add(int[] slots) {
            for (int slot : slots) {
                add(slot);
            }
        }

        void add(int slot) {
            if (weights[slot] == 0 || !isNew(slot)) {
                return;
            }
            weight += weights[slot];
            if (2 * ++known > seen.length) {
                int[] before = seen;
                seen = new int[2 * before.length];
                Arrays.stream(before).filter(one -> one != 0).forEach(one -> isNew(one - 1));
            }
        }

        private boolean isNew(int slot) {
            int at = (slot ^ slot >>> 10) & seen.length - 1;
            while (seen[at] != 0 && seen[at] != slot + 1) {
                at = at + 1 & seen.length - 1;
            }
            boolean isNew = seen[at] == 0;
            seen[at] = slot + 1;
            return isNew;
        }

        /** By the root of their number, so that long messages weigh no more. */
        double weight() {
            return weight / Math.sqrt(Math.max(1, known));
        }
    }

    /**
     * The file of these weights, the heaviest first.
     *
     * @param weights by traits as {@link #traits} gives them
     */
    public static String written(Map<String, Double> weights, double always) {
        SortedMap<Double, StringBuilder> lines = new TreeMap<>(Comparator.reverseOrder());
        weights.forEach((trait, weight) -> {
            double rounded = Math.round(weight * 100) / 100.0;
            lines.computeIfAbsent(rounded == 0 ? LEAST : rounded, any -> new StringBuilder()).append(' ').append(trait);
        });
        StringBuilder file = new StringBuilder();
        file.append("# How much each trait of a message speaks for one kind, a weight and its traits on each line: l pieces of words\n");
        file.append("# by letters, s by sound, c concepts, ? a question mark, = what every message has. Written by the command\n");
        file.append("# learn-tone; read by answer/Tone.\n");
        file.append(String.format(Locale.ROOT, "%.3f %s%n", always, ALWAYS));
        lines.forEach((weight, traits) -> file.append(String.format(Locale.ROOT, "%.3f%s%n", weight, traits)));
        return file.toString();
    }

    /** The traits of a message as they are written, each once. */
    public static Set<String> traits(Reading reading) {
        Set<String> traits = new LinkedHashSet<>();
        Traits.Taker taker = (hash, kind, text, from, to) -> traits.add(kind + text.substring(from, to));
        reading.tokens().forEach(token -> Traits.of(token, reading.guess().arabizi(), taker));
        Traits.ofWhole(reading, taker);
        return traits;
    }
}

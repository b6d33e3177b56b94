package org.aman.answer;

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
 * How much a message sounds like somebody in danger of life now, by its {@link Traits}: a sum of weights learned from pleas and
 * from messages that resemble them (the command {@code learn-pleas}). People in danger seldom name what happened to them: they
 * tell what they see.
 */
public final class Urgency {
    private static final String SHIPPED = "urgency.txt";

    /** What every message has. */
    private static final String ALWAYS = "=";

    /** What weighs nothing is not known; what weighs hardly anything still counts among the traits of a message. */
    private static final double LEAST = 0.001;

    private static final int MOST_EXPLAINED = 12;

    private final RememberedWords<int[]> remembered = new RememberedWords<>();
    private final int[] traits;
    private final float[] weights;
    private final float always;

    private Urgency(List<String> lines) {
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

    /** Read when first asked for: whoever learns weights anew needs none. */
    private static final class Shipped {
        static final Urgency ONE = new Urgency(WordFile.lines(Urgency.class, SHIPPED));
    }

    /** The weights this version comes with. */
    public static Urgency shipped() {
        return Shipped.ONE;
    }

    /** The weights {@link #written} so. */
    public static Urgency of(String written) {
        return new Urgency(WordFile.entries(written.lines()));
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

    /** Positive where it sounds like a plea, the more the surer; about -3 to 3. */
    public double of(Reading reading) {
        Sum sum = new Sum();
        boolean arabizi = reading.guess().arabizi();
        for (Token token : reading.tokens()) {
            sum.add(remembered.of(token, arabizi, word -> slots(word, arabizi)));
        }
        Traits.ofWhole(reading, (hash, kind, text, from, to) -> sum.add(slot(hash)));
        return always + sum.weight / Math.sqrt(Math.max(1, sum.known));
    }

    /** How urgent it sounds, and by which traits most, on one line for people who look into a decision. */
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
        private final long[] seen = new long[(traits.length + Long.SIZE - 1) / Long.SIZE];
        private double weight;
        private int known;

        void add(int[] slots) {
            for (int slot : slots) {
                add(slot);
            }
        }

        void add(int slot) {
            long bit = 1L << slot;
            if (weights[slot] != 0 && (seen[slot / Long.SIZE] & bit) == 0) {
                seen[slot / Long.SIZE] |= bit;
                weight += weights[slot];
                known++;
            }
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
        file.append("# How much each trait of a message speaks for a plea, a weight and its traits on each line: l pieces of words\n");
        file.append("# by letters, s by sound, c concepts, ? a question mark, = what every message has. Written by the command\n");
        file.append("# learn-pleas; read by answer/Urgency.\n");
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

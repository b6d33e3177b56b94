package org.aman.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aman.language.WordFile;

/**
 * How much a message sounds like one kind, by its {@link Traits}: a sum of weights learned from messages of this kind and from such
 * that resemble them (the command {@code learn-tone}). People in danger seldom name what happened to them: they tell what they see;
 * and there are a hundred ways to bless somebody.
 */
public final class Tone {
    /** What every message has. */
    private static final String ALWAYS = "=";

    /** What weighs nothing is not written; what weighs hardly anything still counts among the traits of a message. */
    private static final double LEAST = 0.001;

    private static final int MOST_EXPLAINED = 12;

    private final KnownTraits known;
    private final float[] weights;
    private final float always;

    private Tone(List<String> lines) {
        List<String> traits = new ArrayList<>();
        List<Float> its = new ArrayList<>();
        float ofAll = 0;
        for (String line : lines) {
            String[] parts = line.split(" ");
            float weight = Float.parseFloat(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                if (parts[i].equals(ALWAYS)) {
                    ofAll = weight;
                } else {
                    traits.add(parts[i]);
                    its.add(weight);
                }
            }
        }
        this.known = new KnownTraits(traits);
        this.weights = new float[its.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = its.get(i);
        }
        this.always = ofAll;
    }

    /**
     * What was learned of a tone.
     *
     * @param traits what each trait weighs, as {@link #traits} gives them
     * @param always what is added to every sum
     */
    public record Weights(Map<String, Double> traits, double always) {}

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

    /** The tone of these weights, as rounded as they are written. */
    public static Tone of(Weights its) {
        return of(written(its));
    }

    /** One by weights {@link #written} so. */
    public static Tone of(String written) {
        return new Tone(WordFile.entries(written.lines()));
    }

    /** Positive where it sounds like this kind, the more the surer; about -3 to 3. By the root of the traits' number, so that long messages weigh no more. */
    public double of(Reading reading) {
        int[] its = known.of(reading);
        double sum = 0;
        for (int trait : its) {
            sum += weights[trait];
        }
        return always + sum / Math.sqrt(Math.max(1, its.length));
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
        int number = known.number(trait);
        return number < 0 ? 0 : weights[number];
    }

    /** The file of these weights, the heaviest first. */
    public static String written(Weights its) {
        SortedMap<Double, StringBuilder> lines = new TreeMap<>(Comparator.reverseOrder());
        its.traits().forEach((trait, weight) -> {
            double rounded = Math.round(weight * 100) / 100.0;
            lines.computeIfAbsent(rounded == 0 ? LEAST : rounded, any -> new StringBuilder()).append(' ').append(trait);
        });
        StringBuilder file = new StringBuilder();
        file.append("# How much each trait of a message speaks for one kind, a weight and its traits on each line: l pieces of words\n");
        file.append("# by letters, s by sound, c concepts, ? a question mark, = what every message has. Written by the command\n");
        file.append("# learn-tone; read by answer/Tone.\n");
        file.append(String.format(Locale.ROOT, "%.3f %s%n", its.always(), ALWAYS));
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

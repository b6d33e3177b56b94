package org.aman.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.aman.answer.Reading;
import org.aman.answer.Tone;

/** Learns {@link Tone}s from messages that have them and from such that have them not. */
final class ToneLearner {
    /** A trait of fewer messages teaches those messages by heart. */
    private static final int FEWEST = 8;

    private static final int UNKNOWN = -1;

    private final double allowed;
    private final List<String> traits = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> messages = new ArrayList<>();

    /** @param allowed how much a message on the wrong side counts against small weights */
    ToneLearner(double allowed) {
        this.allowed = allowed;
    }

    void add(Reading reading) {
        messages.add(Tone.traits(reading).stream().mapToInt(this::number).toArray());
    }

    private int number(String trait) {
        return numbers.computeIfAbsent(trait, added -> {
            traits.add(added);
            return numbers.size();
        });
    }

    /**
     * What messages teach of a tone, each by its number in the order they were added in.
     *
     * @param which those to learn from
     * @param such those that have the tone
     */
    Tone.Weights learned(IntPredicate which, IntPredicate such) {
        int[] some = IntStream.range(0, messages.size()).filter(which).toArray();
        int[] met = new int[traits.size()];
        for (int i : some) {
            for (int trait : messages.get(i)) {
                met[trait]++;
            }
        }
        int[] columns = new int[traits.size()];
        int known = 0;
        for (int trait = 0; trait < columns.length; trait++) {
            columns[trait] = met[trait] >= FEWEST ? known++ : UNKNOWN;
        }
        WidestMargin margin = new WidestMargin(allowed);
        for (int i : some) {
            int[] signs = Arrays.stream(messages.get(i)).map(trait -> columns[trait]).filter(column -> column != UNKNOWN).toArray();
            margin.add(signs, such.test(i));
        }
        double[] weights = margin.weights(known);
        Map<String, Double> byTrait = new TreeMap<>();
        for (int trait = 0; trait < columns.length; trait++) {
            if (columns[trait] != UNKNOWN) {
                byTrait.put(traits.get(trait), weights[columns[trait]]);
            }
        }
        return new Tone.Weights(byTrait, margin.always());
    }
}

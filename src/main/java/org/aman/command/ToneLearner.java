package org.aman.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.aman.answer.Reading;
import org.aman.answer.Tone;

/** Learns a {@link Tone} from messages that have it and from such that have it not. */
final class ToneLearner {
    /** A trait of fewer messages teaches those messages by heart. */
    private static final int FEWEST = 8;

    private static final int UNKNOWN = -1;

    private final double allowed;
    private final List<String> traits = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();

    private record Message(int[] traits, boolean such) {}

    /** @param allowed how much a message on the wrong side counts against small weights */
    ToneLearner(double allowed) {
        this.allowed = allowed;
    }

    /** @param such whether the message has the tone */
    void add(Reading reading, boolean such) {
        int[] its = Tone.traits(reading).stream().mapToInt(this::number).toArray();
        messages.add(new Message(its, such));
    }

    private int number(String trait) {
        return numbers.computeIfAbsent(trait, added -> {
            traits.add(added);
            return numbers.size();
        });
    }

    /** What those messages teach whose number, by the order they were added in, is one of these; as {@link Tone#written} writes it. */
    String learned(IntPredicate which) {
        List<Message> some = new ArrayList<>();
        int[] met = new int[traits.size()];
        for (int i = 0; i < messages.size(); i++) {
            if (which.test(i)) {
                some.add(messages.get(i));
                for (int trait : messages.get(i).traits()) {
                    met[trait]++;
                }
            }
        }
        int[] columns = new int[traits.size()];
        int known = 0;
        for (int trait = 0; trait < columns.length; trait++) {
            columns[trait] = met[trait] >= FEWEST ? known++ : UNKNOWN;
        }
        WidestMargin margin = new WidestMargin(allowed);
        for (Message message : some) {
            int[] signs = Arrays.stream(message.traits()).map(trait -> columns[trait]).filter(column -> column != UNKNOWN).toArray();
            margin.add(signs, message.such());
        }
        double[] weights = margin.weights(known);
        Map<String, Double> byTrait = new TreeMap<>();
        for (int trait = 0; trait < columns.length; trait++) {
            if (columns[trait] != UNKNOWN) {
                byTrait.put(traits.get(trait), weights[columns[trait]]);
            }
        }
        return Tone.written(byTrait, margin.always());
    }
}

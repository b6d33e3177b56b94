package org.aman.answer;

import java.util.HashMap;
import java.util.Map;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;

/**
 * What a question sounds like ({@link TopicTones}). A topic of a region of its own has no sound; a question is held to sound as much
 * like it as it does not sound like the best of the others.
 */
final class Sounding {
    /** What was asked before tells half as much as what is asked now. */
    private static final double BEFORE = 0.5;

    private final Map<Topic.Id, Double> known;
    private final double best;
    private final double next;

    /** @param known how much like each topic, for those known by their sound */
    Sounding(Map<Topic.Id, Double> known) {
        this.known = Map.copyOf(known);
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (double one : known.values()) {
            second = Math.max(second, Math.min(first, one));
            first = Math.max(first, one);
        }
        this.best = first;
        this.next = second;
    }

    /** Of a question, by those topics alone that this region has. */
    static Sounding of(Reading reading, TopicTones tones, Topics topics) {
        Map<Topic.Id, Double> known = new HashMap<>(tones.of(reading));
        known.keySet().removeIf(topic -> topics.topic(topic).isEmpty());
        return new Sounding(known);
    }

    /** Of a question that goes on from what was asked before. */
    Sounding after(Sounding before) {
        Map<Topic.Id, Double> both = new HashMap<>(known);
        both.replaceAll((topic, sum) -> (sum + BEFORE * before.of(topic)) / (1 + BEFORE));
        return new Sounding(both);
    }

    /** How much like this topic; 0 where nothing is known. */
    double of(Topic.Id topic) {
        return known.isEmpty() ? 0 : known.getOrDefault(topic, -best);
    }

    /** How much more like this topic than like any other known one; 0 where no two are known. */
    double leadOf(Topic.Id topic) {
        if (known.size() < 2) {
            return 0;
        }
        double its = of(topic);
        return its - (its == best && known.containsKey(topic) ? next : best);
    }
}

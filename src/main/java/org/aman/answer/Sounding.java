package org.aman.answer;

import java.util.HashMap;
import java.util.Map;
import org.aman.knowledge.Topic;

/**
 * What a question sounds like ({@link TopicTones}).
 *
 * @param topics how much like each topic, for those known by their sound
 */
record Sounding(Map<Topic.Id, Double> topics) {
    /** What was asked before tells half as much as what is asked now. */
    private static final double BEFORE = 0.5;

    /** Of a question that goes on from what was asked before. */
    Sounding after(Sounding before) {
        Map<Topic.Id, Double> both = new HashMap<>(topics);
        both.replaceAll((topic, sum) -> (sum + BEFORE * before.of(topic)) / (1 + BEFORE));
        return new Sounding(both);
    }

    /** How much like this topic; 0 where that is not known. */
    double of(Topic.Id topic) {
        return topics.getOrDefault(topic, 0.0);
    }

    /** How much more like this topic than like any other; 0 where that is not known. */
    double leadOf(Topic.Id topic) {
        double next = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Topic.Id, Double> one : topics.entrySet()) {
            next = one.getKey().equals(topic) ? next : Math.max(next, one.getValue());
        }
        return topics.containsKey(topic) && topics.size() > 1 ? of(topic) - next : 0;
    }
}

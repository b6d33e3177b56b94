package org.aman.answer;

import java.util.Map;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;

/**
 * What one question asks about.
 *
 * @param topics how strongly each topic is asked about
 * @param said the topics that words speak of, not merely the kind of a place named
 * @param spoken how strongly the words beside names speak of their strongest topic
 * @param words how many of its words carry meaning
 * @param terms what is asked, word by word
 * @param untold how much it sounds like a question for what no news tells
 * @param sounding what it sounds like
 * @param pressed whether the topic was chosen from a list, so that no word need tell it
 */
record Asked(
        Map<Topic.Id, Double> topics,
        Set<Topic.Id> said,
        double spoken,
        int words,
        Map<String, Double> terms,
        double untold,
        Sounding sounding,
        boolean pressed) {
    static Asked in(Reading reading, Learned learned, Topics region) {
        return new Asked(
                reading.topics(),
                reading.said(),
                reading.spoken(),
                reading.words().size(),
                AskedTerms.of(reading),
                learned.untold().of(reading),
                Sounding.of(reading, learned.topics(), region),
                false);
    }

    /** How strongly a topic is asked about; 0 where it is not. */
    double of(Topic.Id topic) {
        return topics.getOrDefault(topic, 0.0);
    }
}

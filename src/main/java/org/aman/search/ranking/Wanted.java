package org.aman.search.ranking;

import java.util.List;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.place.Place;

/**
 * What to look for.
 *
 * @param terms the words of the question, each with the terms that may stand for it
 * @param concepts the concepts it speaks of
 * @param topics the topics it is likely about
 * @param places where an answer must apply; empty for anywhere. Updates that hold everywhere are always among the hits
 * @param mentions places an answer may name in its text instead
 * @param limit how many hits at most
 */
public record Wanted(
        List<Alternatives> terms,
        Set<String> concepts,
        Set<Topic.Id> topics,
        Set<Place.Id> places,
        Set<Place.Id> mentions,
        int limit) {

    /** Terms that may stand for one word: its stems, rough roots, sounds, and trigrams where nothing else is known. */
    public record Alternatives(
            List<String> stems, List<String> roots, List<String> sounds, List<String> grams, double weight) {}
}

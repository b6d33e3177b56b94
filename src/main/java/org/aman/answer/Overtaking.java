package org.aman.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.search.Card;

/**
 * Tells when a newer update says the opposite of an older one about the same thing at the same places, though nobody wrote
 * that it replaces it. Where it is doubtful that the thing is the same, the older one stands.
 */
final class Overtaking {
    private final TopicWords words;

    Overtaking(TopicWords words) {
        this.words = words;
    }

    /** The candidates with those struck out that a newer current one among them overtakes. */
    List<Candidate> struck(List<Candidate> candidates) {
        List<Candidate> left = new ArrayList<>(candidates.size());
        for (Candidate one : candidates) {
            left.add(isOvertaken(one, candidates) ? one.struck() : one);
        }
        return left;
    }

    /** Whether two of one topic tell opposite states of the same thing, wherever each holds. */
    boolean isOppositeOfSameThing(Candidate one, Candidate other) {
        Card here = one.hit().card();
        Card there = other.hit().card();
        return areOpposite(here.polarity(), there.polarity()) && isSameThing(here, there);
    }

    private boolean isOvertaken(Candidate one, List<Candidate> candidates) {
        if (!one.current() || one.isEverywhere()) {
            return false;
        }
        for (Candidate other : candidates) {
            if (other.current() && overtakes(other.hit().card(), one.hit().card())) {
                return true;
            }
        }
        return false;
    }

    private boolean overtakes(Card newer, Card older) {
        return areOpposite(newer.polarity(), older.polarity())
                && newer.topic().equals(older.topic())
                && newer.verified().isAfter(older.verified())
                && newer.places().containsAll(older.places())
                && isSameThing(newer, older);
    }

    private static boolean areOpposite(Topic.Polarity one, Topic.Polarity other) {
        return one != other && one != Topic.Polarity.PARTLY && other != Topic.Polarity.PARTLY;
    }

    /** A road, a crossing or a camp is the place itself; elsewhere one town holds many things. */
    private boolean isSameThing(Card newer, Card older) {
        boolean sameNeeds = words.needsOf(older.topic()).stream()
                .allMatch(need -> newer.isAbout(need.hashCode()) == older.isAbout(need.hashCode()));
        return sameNeeds && (words.isOfPlacesThemselves(older.topic()) || likeness(newer, older) >= Thresholds.SAME_THING);
    }

    /** How much of the shorter list of concepts stands in the other too, little words and states aside. */
    private double likeness(Card one, Card other) {
        Set<Integer> little = words.littleConcepts();
        int[] here = Arrays.stream(one.about()).filter(concept -> !little.contains(concept)).toArray();
        int[] there = Arrays.stream(other.about()).filter(concept -> !little.contains(concept)).toArray();
        long common = Arrays.stream(here)
                .filter(concept -> Arrays.binarySearch(there, concept) >= 0)
                .count();
        int least = Math.min(here.length, there.length);
        return least == 0 ? 0 : (double) common / least;
    }
}

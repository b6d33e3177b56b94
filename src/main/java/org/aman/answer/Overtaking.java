package org.aman.answer;

import java.util.ArrayList;
import java.util.List;
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
        List<Candidate> decided = candidates.stream().filter(Overtaking::isDecided).toList();
        List<Candidate> left = new ArrayList<>(candidates.size());
        for (Candidate one : candidates) {
            left.add(isOvertaken(one, decided) ? one.struck() : one);
        }
        return left;
    }

    /** Whether it says today that something is so, or is not so. */
    private static boolean isDecided(Candidate one) {
        return one.current() && one.hit().card().polarity() != Topic.Polarity.PARTLY;
    }

    /** Whether two of one topic tell opposite states of the same thing, wherever each holds. */
    boolean isOppositeOfSameThing(Candidate one, Candidate other) {
        Card here = one.hit().card();
        Card there = other.hit().card();
        return areOpposite(here.polarity(), there.polarity()) && isSameThing(here, there);
    }

    private boolean isOvertaken(Candidate one, List<Candidate> decided) {
        if (!isDecided(one) || one.isEverywhere()) {
            return false;
        }
        Card card = one.hit().card();
        for (Candidate other : decided) {
            if (overtakes(other.hit().card(), card)) {
                return true;
            }
        }
        return false;
    }

    private boolean overtakes(Card newer, Card older) {
        return areOpposite(newer.polarity(), older.polarity())
                && newer.verified().isAfter(older.verified())
                && newer.topic().equals(older.topic())
                && newer.places().containsAll(older.places())
                && isSameThing(newer, older);
    }

    private static boolean areOpposite(Topic.Polarity one, Topic.Polarity other) {
        return one != other && one != Topic.Polarity.PARTLY && other != Topic.Polarity.PARTLY;
    }

    /** A road, a crossing or a camp is the place itself; elsewhere one town holds many things. */
    private boolean isSameThing(Card newer, Card older) {
        return areOfSameNeeds(newer, older) && (words.isOfPlacesThemselves(older.topic()) || likeness(newer, older) >= Thresholds.SAME_THING);
    }

    private boolean areOfSameNeeds(Card newer, Card older) {
        for (String need : words.needsOf(older.topic())) {
            if (newer.isAbout(need.hashCode()) != older.isAbout(need.hashCode())) {
                return false;
            }
        }
        return true;
    }

    /** How much of the shorter list of concepts stands in the other too, little words and states aside. */
    private double likeness(Card one, Card other) {
        int common = 0;
        int here = 0;
        for (int concept : one.about()) {
            if (!words.isLittle(concept)) {
                here++;
                common += other.isAbout(concept) ? 1 : 0;
            }
        }
        int there = 0;
        for (int concept : other.about()) {
            there += words.isLittle(concept) ? 0 : 1;
        }
        int least = Math.min(here, there);
        return least == 0 ? 0 : (double) common / least;
    }
}

package org.aman.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.aman.knowledge.Topic;
import org.aman.search.Card;
import org.jspecify.annotations.Nullable;

/** Which of two updates comes first, though its score is no better: the nearer, the one that tells more, the one that warns. */
final class Precedence {
    private final TopicWords words;
    private final Overtaking overtaking;

    Precedence(TopicWords words, Overtaking overtaking) {
        this.words = words;
        this.overtaking = overtaking;
    }

    /** The candidates, best first; of those that come sooner than their scores say, one that warns is marked. */
    List<Candidate> ordered(List<Candidate> weighed, Weighing by) {
        List<Candidate> candidates = new ArrayList<>(weighed);
        candidates.sort(Precedence::bestFirst);
        List<Candidate> restating = some(candidates, one -> one.current() && !one.misses() && one.restates());
        List<Candidate> there = some(candidates, one -> one.current() && !one.misses() && one.isOfPlaceItself());
        List<Candidate> around = some(candidates, one -> one.current() && one.isOfAreaAround());
        List<Candidate> ordered = new ArrayList<>(candidates.size());
        for (Candidate one : candidates) {
            Candidate sooner = sooner(one, restating, there, by);
            Candidate after = sooner == null ? one : one.after(sooner);
            ordered.add(warns(one, around) ? after.warning() : after);
        }
        ordered.sort(Precedence::bestFirst);
        return ordered;
    }

    private static List<Candidate> some(List<Candidate> candidates, Predicate<Candidate> which) {
        List<Candidate> some = new ArrayList<>();
        for (Candidate one : candidates) {
            if (which.test(one)) {
                some.add(one);
            }
        }
        return some;
    }

    /** By score; of equals the one checked last. */
    private static int bestFirst(Candidate one, Candidate other) {
        int byScore = Double.compare(other.score(), one.score());
        if (byScore != 0) {
            return byScore;
        }
        Card here = one.hit().card();
        Card there = other.hit().card();
        int byTime = there.verified().compareTo(here.verified());
        return byTime == 0 ? here.id().compareTo(there.id()) : byTime;
    }

    /**
     * The best of those that come before this one though they score no better; null where there is none.
     *
     * @param restating those that could answer and check the claim that is repeated: they come before whatever else is known
     * @param there those that could answer and are about the very place
     */
    private @Nullable Candidate sooner(
            Candidate one, List<Candidate> restating, List<Candidate> there, Weighing by) {
        Candidate sooner = one.restates() ? null : sooner(one, restating, any -> true);
        if (sooner != null) {
            return sooner;
        }
        sooner = one.isOfAreaAround() ? sooner(one, there, near -> isSoonerAt(near, one, by)) : telling(one, there, by);
        if (sooner == null) {
            sooner = asked(one, there, by);
        }
        return sooner == null ? leadingOut(one, there) : sooner;
    }

    /** The best of these that score no better than this one. */
    private static @Nullable Candidate sooner(Candidate later, List<Candidate> some, Predicate<Candidate> comesSooner) {
        for (Candidate one : some) {
            if (one.score() <= later.score() && comesSooner.test(one)) {
                return one;
            }
        }
        return null;
    }

    /** Whether it is feared at the place what others say is over all around. */
    private boolean warns(Candidate one, List<Candidate> around) {
        return one.isOfPlaceItself() && one.current() && around.stream().anyMatch(wide -> isFearedThere(one, wide));
    }

    /** Of two about the very place, the one that shares no telling word comes after the one that speaks of nearly all of them. */
    private static @Nullable Candidate telling(Candidate silent, List<Candidate> there, Weighing by) {
        boolean ofKind = by.asksByKind(silent);
        return silent.telling() > 0 || !silent.isOfPlaceItself()
                ? null
                : sooner(silent, there, one -> one.isAsMuchAsked()
                        && (one.overlap().tellsNearlyAll() || ofKind && one.overlap().tellsSome()));
    }

    /** Of two about the very place, the one of the topic asked about comes before another that shares no telling word. */
    private static @Nullable Candidate asked(Candidate aside, List<Candidate> there, Weighing by) {
        return by.asksTopicOf(aside) || aside.telling() > 0 || !aside.isOfPlaceItself()
                ? null
                : sooner(aside, there, one -> one.topic() == 1 && one.concepts() >= Thresholds.MOSTLY_SPOKEN_OF);
    }

    /** Of a road through the place and the way out of the place itself, the way out comes first if it tells as much of the way. */
    private @Nullable Candidate leadingOut(Candidate road, List<Candidate> there) {
        return road.place() != Nearness.ON_ROAD
                ? null
                : sooner(road, there, one -> one.isAsMuchAsked()
                        && words.leadsOut(one.hit().card().topic())
                        && one.concepts() >= road.concepts());
    }

    /**
     * What holds for a whole area comes after what is known of the very place, if that is of the same topic and speaks of as
     * much that was asked: of a truce in the valley and its breach in the village, the breach is what the village asks for.
     */
    private boolean isSoonerAt(Candidate near, Candidate wide, Weighing by) {
        Topic.Id topic = near.hit().card().topic();
        if (isFearedThere(near, wide)) {
            return true;
        }
        if (topic.equals(wide.hit().card().topic())) {
            return near.concepts() >= wide.concepts() || overtaking.isOppositeOfSameThing(near, wide);
        }
        boolean tellsMore = near.overlap().tellsSome() && near.telling() >= wide.telling() + Thresholds.MARGIN_WITHOUT_PLACE;
        if (near.isAsMuchAsked() && tellsMore) {
            return true;
        }
        // of a camp that is named its own news tell more than what else speaks of camps around
        boolean ofPlaceNamed = near.topic() == 1 && words.isOfPlacesThemselves(topic);
        return (near.warns() || ofPlaceNamed) && !by.asksTopicOf(wide);
    }

    /** A truce that holds all around is no answer where shells fall: what is feared at the place comes before what is hoped for. */
    private boolean isFearedThere(Candidate near, Candidate wide) {
        Card here = near.hit().card();
        Card around = wide.hit().card();
        return here.polarity() == Topic.Polarity.NO
                && around.polarity() == Topic.Polarity.YES
                && near.topic() >= Thresholds.ALSO_ASKED
                && words.areKin(here.topic(), around.topic());
    }
}

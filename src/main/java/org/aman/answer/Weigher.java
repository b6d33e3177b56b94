package org.aman.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.knowledge.Topic;
import org.aman.search.Card;
import org.aman.search.Hit;
import org.aman.search.UpdateIndex;
import org.aman.search.ranking.Wanted;

/** Fetches the updates that could answer and weighs each by its evidence. */
final class Weigher {
    private static final int MOST_CANDIDATES = 24;

    private final UpdateIndex index;
    private final TopicWords words;
    private final Seeker seeker;
    private final Overtaking overtaking;
    private final Precedence precedence;

    Weigher(UpdateIndex index, TopicWords words) {
        this.index = index;
        this.words = words;
        this.seeker = new Seeker(index, words);
        this.overtaking = new Overtaking(words);
        this.precedence = new Precedence(words, overtaking);
    }

    /**
     * The candidates, best first.
     *
     * @param topics how strongly each topic is asked about
     * @param byKind those of them that nothing but the kind of a place named asks about
     * @param passage whether a way is asked for, so that an update may merely name the place it leads to
     */
    List<Candidate> weigh(
            Reading reading, Map<Topic.Id, Double> topics, Set<Topic.Id> byKind, Scope scope, boolean passage, Instant at) {
        Seeker.Search search = seeker.search(reading);
        List<Hit> hits = index.search(new Wanted(
                search.terms(),
                search.concepts(),
                topics.keySet(),
                scope.places(),
                passage ? new LinkedHashSet<>(scope.asked()) : Set.of(),
                MOST_CANDIDATES));
        Weighing weighing = Weighing.of(
                reading, search, new Needs(search.needs(), words), hits, topics, byKind, scope, passage, at);
        List<Candidate> candidates = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            candidates.add(weighed(hit, weighing));
        }
        return overtaking.struck(precedence.ordered(candidates, weighing));
    }

    /** Whether a question names a thing to look for. */
    boolean namesAThing(Reading reading) {
        return !seeker.needs(reading).isEmpty();
    }

    /** Tells of an update whether it speaks of every plain need of this question. */
    Predicate<Card> meetsNeedsOf(Reading reading) {
        Needs needs = new Needs(seeker.needs(reading), words);
        return card -> !needs.lackedBy(card, false);
    }

    private Candidate weighed(Hit hit, Weighing by) {
        Card card = hit.card();
        Meeting meeting = by.scope().meeting(card);
        Needs needs = by.needs();
        double concepts = needs.spokenOfBy(card);
        Overlap overlap = Overlap.of(by.search().sought(), by.wording(), card);
        boolean restates = restates(card, meeting, overlap, by);
        double topic = restates ? 1 : topic(card, meeting, concepts, overlap, by);
        double place = place(card, meeting, by);
        boolean bars = bars(card, by);
        boolean misses = card.places().isEmpty()
                ? needs.lackedBy(card, false) && concepts < Thresholds.ADVICE_CONCEPTS
                : !bars
                        && !(restates && by.topics().containsKey(card.topic()))
                        && !tellsMuch(overlap, card, meeting, by)
                        && (needs.lackedBy(card, needs.isNews(card, by))
                                || needs.areAllUnspokenOfBy(card, by.topics().containsKey(card.topic()))
                                || meeting.isFarAround() && needs.areBeside(overlap, card));
        return new Candidate(
                hit,
                meeting,
                place,
                topic,
                concepts,
                overlap,
                needs.lacking(card),
                needs.lackingOwn(card),
                bars,
                restates,
                score(hit, place, topic, concepts, overlap, by),
                misses,
                needs.leaveUntold(card),
                false,
                card.isCurrentAt(by.at()));
    }

    /**
     * It shares so many words that what it leaves out was told by the way: who asks for the buses may say that the net is down.
     * Of such updates of the topic asked about, at the very place, nineteen of twenty were what was asked (seventeen sets); of
     * those of another topic, with nothing else known of the place, twenty of 22 (25 sets).
     */
    private static boolean tellsMuch(Overlap overlap, Card card, Meeting meeting, Weighing by) {
        boolean ofOtherTopic = !by.topics().containsKey(card.topic());
        if (ofOtherTopic && card == by.sole() && overlap.words() >= Thresholds.MUCH_TOLD_OF_THE_PLACE) {
            return true;
        }
        return overlap.words() >= Thresholds.MUCH_TOLD
                && by.topics().getOrDefault(card.topic(), 0.0) >= Thresholds.PLAINLY_ASKED * by.strongest()
                && meeting.closest() >= Thresholds.AT_THE_PLACE;
    }

    private double topic(Card card, Meeting meeting, double concepts, Overlap overlap, Weighing by) {
        double asked = by.topics().getOrDefault(card.topic(), 0.0);
        boolean merely = asked > 0 && asked <= Thresholds.MERELY_ASKED && !isBesideKin(card.topic(), by);
        if (merely && concepts >= Thresholds.CLAIM_CONCEPTS) {
            return 1; // "is it true that", "what to do if": what is asked about the thing, rather than the thing
        }
        double topic = by.strongest() == 0 ? 0 : asked / by.strongest();
        if (by.byKind().contains(card.topic())) {
            double lacks = Math.max(0, by.bestTold() - overlap.telling());
            topic *= 1 - Thresholds.OF_KIND_LACKS * lacks * (1 - concepts);
        }
        boolean vague = by.isMerelyOfKind() || by.strongest() <= Thresholds.MERELY_ASKED;
        boolean tells = overlap.tellsNearlyAll() || vague && overlap.tellsSome();
        if (topic >= Thresholds.OTHER_TOPIC || card.places().isEmpty()) {
            return topic;
        }
        boolean there = meeting.closest() >= Nearness.NAMESAKE;
        boolean around = by.scope().asked().isEmpty() ? by.scope().isWhole(card) : meeting.isFarAround();
        boolean kin = by.topics().isEmpty() || words.isOneKin(by.topics().keySet(), card.topic());
        boolean asMuch = (!around || kin) && by.needs().areSubjectOf(card)
                || there && tells
                || there && asked == 0 && (by.topics().isEmpty() ? by.needs().hintAt(card.topic()) : kin && concepts >= Need.SPOKEN);
        return asMuch ? Thresholds.OTHER_TOPIC : topic;
    }

    /** Whether it checks the very claim that is repeated here, asked about it or not. */
    private boolean restates(Card card, Meeting meeting, Overlap overlap, Weighing by) {
        if (!words.checksClaims(card.topic()) || !by.scope().asked().isEmpty() && meeting.closest() < Thresholds.AT_THE_PLACE) {
            return false;
        }
        if (by.topics().containsKey(card.topic())) {
            return overlap.coverage() >= Thresholds.CLAIM_COVERAGE
                    || overlap.telling() >= Thresholds.CLAIM_TELLING && overlap.coverage() >= Thresholds.CLAIM_COVERAGE_TELLING;
        }
        return meeting.closest() >= Nearness.NAMESAKE
                && overlap.words() >= 2
                && overlap.telling() >= Thresholds.CLAIM_UNASKED_TELLING;
    }

    /** Whether a topic akin to it is what was asked in the first place: a truce, and news of strikes beside it. */
    private boolean isBesideKin(Topic.Id topic, Weighing by) {
        return by.topics().entrySet().stream()
                .anyMatch(one -> one.getValue() == by.strongest() && !one.getKey().equals(topic) && words.areKin(one.getKey(), topic));
    }

    private double place(Card card, Meeting meeting, Weighing by) {
        if (card.places().isEmpty()) {
            return 1;
        }
        Scope scope = by.scope();
        if (isBesideTheWay(card, meeting, by)) {
            return 0;
        }
        boolean way = by.passage() && scope.asked().size() > 1 && words.isOfWays(card.topic());
        if (!way) {
            double meets = meeting.all();
            boolean onRoad = meets == Nearness.ON_ROAD && !by.passage() && !words.isOfWays(card.topic());
            return onRoad ? Thresholds.BESIDE_ROAD : meets;
        }
        return meeting.missesOne() && !isRoadToAnEnd(card, meeting, scope)
                ? meeting.all() * Thresholds.ONE_END_ONLY
                : meeting.mean();
    }

    /** Who asks for the way from one place to another is not helped by the hospital at its end. */
    private boolean isBesideTheWay(Card card, Meeting meeting, Weighing by) {
        return by.scope().asked().size() > 1
                && !by.topics().containsKey(card.topic())
                && by.topics().keySet().stream().anyMatch(words::isOfWays)
                && !words.leadsOut(card.topic())
                && meeting.mean() < Thresholds.AT_THE_PLACE;
    }

    /** "From A to B by the coast road": news of that road at one end of the way. */
    private boolean isRoadToAnEnd(Card card, Meeting meeting, Scope scope) {
        return scope.asked().size() > 2 && meeting.met() > 1 && scope.isOnNamedRoad(card);
    }

    private double score(Hit hit, double place, double topic, double concepts, Overlap overlap, Weighing by) {
        Card card = hit.card();
        boolean open = by.seeksOpen() && by.topics().containsKey(card.topic()) && words.isSoughtOpen(card.topic());
        double sought = open ? Thresholds.whenOpenIsSought(card.polarity()) : 0;
        if (card.places().isEmpty()) {
            double found = by.bestHit() == 0 ? 0 : hit.score() / by.bestHit();
            return Thresholds.scoreEverywhere(topic, concepts, overlap, found) + sought;
        }
        double where = by.scope().asked().isEmpty()
                ? by.scope().isWhole(card) ? Thresholds.WHOLE_AREA : Thresholds.SOMEWHERE
                : place;
        return Thresholds.score(where, topic, concepts, overlap.coverage(), overlap.telling()) + sought;
    }

    /**
     * Whether it says that the very road, crossing or camp named is shut, or not for all: whatever one wants to do there,
     * that comes first.
     */
    private boolean bars(Card card, Weighing by) {
        return card.polarity() != Topic.Polarity.YES
                && by.topics().containsKey(card.topic())
                && words.canBeShut(card.topic(), card.status())
                && by.scope().names(card, place -> words.ofKind(place.kind()).contains(card.topic()));
    }
}

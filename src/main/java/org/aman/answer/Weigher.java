package org.aman.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.search.Card;
import org.aman.search.Hit;
import org.aman.search.UpdateIndex;
import org.aman.search.Wanted;
import org.jspecify.annotations.Nullable;

/** Fetches the updates that could answer and weighs each by its evidence. */
final class Weigher {
    private static final int MOST_CANDIDATES = 40;

    /** An update of another topic that is about all that is asked fits almost as well: a truce that speaks of air strikes. */
    private static final double OTHER_TOPIC = 0.7;

    /** Who asks which, where or how looks for what is open, not for what is closed. */
    private static final Set<String> SEEKS_OPEN = Set.of("which", "where", "route-how", "evacuation-route", "how");

    /** Words that make a question of a sentence without a question word. */
    private static final Set<String> ASKING = Set.of("still", "or", "is-there", "is-it-true");

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.hit().card().verified(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.hit().card().id());

    private final UpdateIndex index;
    private final TopicWords words;
    private final Seeker seeker;
    private final Overtaking overtaking;

    Weigher(UpdateIndex index, TopicWords words) {
        this.index = index;
        this.words = words;
        this.seeker = new Seeker(index, words);
        this.overtaking = new Overtaking(words);
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
        boolean seeksOpen = SEEKS_OPEN.stream().anyMatch(reading::hasPlainly);
        boolean asks = reading.hasGroup("question") || ASKING.stream().anyMatch(reading::has);
        Wording wording = new Wording(search.sought());
        Weighing weighing = new Weighing(
                search, wording, topics, byKind, strongest(topics), scope, passage, seeksOpen, asks, best(hits), bestTold(hits, search, wording, byKind, scope), at);
        List<Candidate> candidates = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            candidates.add(weighed(hit, weighing));
        }
        candidates.sort(BEST_FIRST);
        return overtaking.struck(nearerFirst(candidates, weighing));
    }

    /**
     * What holds for a whole area comes after what is known of the very place, if that is of the same topic and speaks of as
     * much that was asked: of a truce in the valley and its breach in the village, the breach is what the village asks for.
     */
    private List<Candidate> nearerFirst(List<Candidate> candidates, Weighing by) {
        List<Candidate> ordered = new ArrayList<>(candidates.size());
        for (Candidate one : candidates) {
            Candidate sooner = one.isOfAreaAround() ? nearer(one, candidates, by) : telling(one, candidates, by);
            sooner = sooner == null ? asked(one, candidates, by) : sooner;
            sooner = sooner == null ? leadingOut(one, candidates) : sooner;
            Candidate after = sooner == null ? one : one.after(sooner);
            ordered.add(warns(one, candidates) ? after.warning() : after);
        }
        ordered.sort(BEST_FIRST);
        return ordered;
    }

    private @Nullable Candidate nearer(Candidate wide, List<Candidate> candidates, Weighing by) {
        for (Candidate one : candidates) {
            if (one.isOfPlaceItself() && one.current() && !one.vetoed() && one.score() <= wide.score() && tellsSooner(one, wide, by)) {
                return one;
            }
        }
        return null;
    }

    /** Whether it is feared at the place what others say is over all around. */
    private boolean warns(Candidate one, List<Candidate> candidates) {
        return one.isOfPlaceItself()
                && one.current()
                && candidates.stream().anyMatch(wide -> wide.isOfAreaAround() && wide.current() && isFearedThere(one, wide));
    }

    /** Of two about the very place, the one that shares no telling word comes after the one that speaks of nearly all of them. */
    private static @Nullable Candidate telling(Candidate silent, List<Candidate> candidates, Weighing by) {
        boolean ofKind = by.byKind().contains(silent.hit().card().topic());
        if (silent.telling() > 0 || !silent.isOfPlaceItself()) {
            return null;
        }
        for (Candidate one : candidates) {
            if (one.isOfPlaceItself()
                    && one.current()
                    && !one.vetoed()
                    && one.topic() >= OTHER_TOPIC
                    && (one.overlap().tellsNearlyAll() || ofKind && one.overlap().tellsSome())
                    && one.score() <= silent.score()) {
                return one;
            }
        }
        return null;
    }

    /** Of two about the very place, the one of the topic asked about comes before another that shares no telling word. */
    private static @Nullable Candidate asked(Candidate aside, List<Candidate> candidates, Weighing by) {
        if (by.topics().containsKey(aside.hit().card().topic()) || aside.telling() > 0 || !aside.isOfPlaceItself()) {
            return null;
        }
        for (Candidate one : candidates) {
            if (one.isOfPlaceItself()
                    && one.current()
                    && !one.vetoed()
                    && one.topic() == 1
                    && one.concepts() >= OTHER_TOPIC
                    && one.score() <= aside.score()) {
                return one;
            }
        }
        return null;
    }

    /** Of a road through the place and the way out of the place itself, the way out comes first if it tells as much of the way. */
    private @Nullable Candidate leadingOut(Candidate road, List<Candidate> candidates) {
        if (road.place() != Nearness.ON_ROAD) {
            return null;
        }
        for (Candidate one : candidates) {
            if (one.isOfPlaceItself()
                    && one.current()
                    && !one.vetoed()
                    && one.topic() >= OTHER_TOPIC
                    && words.leadsOut(one.hit().card().topic())
                    && one.concepts() >= road.concepts()
                    && one.score() <= road.score()) {
                return one;
            }
        }
        return null;
    }

    private boolean tellsSooner(Candidate near, Candidate wide, Weighing by) {
        Topic.Id topic = near.hit().card().topic();
        if (isFearedThere(near, wide)) {
            return true;
        }
        if (topic.equals(wide.hit().card().topic())) {
            return near.concepts() >= wide.concepts() || overtaking.isOppositeOfSameThing(near, wide);
        }
        if (near.topic() >= OTHER_TOPIC && near.overlap().tellsSome() && near.telling() >= wide.telling() + Thresholds.MARGIN_WITHOUT_PLACE) {
            return true;
        }
        if (near.warns() && !by.topics().containsKey(wide.hit().card().topic())) {
            return true;
        }
        // of a camp that is named its own news tell more than what else speaks of camps around
        return near.topic() == 1
                && words.isOfPlacesThemselves(topic)
                && !by.topics().containsKey(wide.hit().card().topic());
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

    /** What all candidates of one question are weighed by. */
    private record Weighing(
            Seeker.Search search,
            Wording wording,
            Map<Topic.Id, Double> topics,
            Set<Topic.Id> byKind,
            double strongest,
            Scope scope,
            boolean passage,
            boolean seeksOpen,
            boolean asks,
            double bestHit,
            double bestTold,
            Instant at) {}

    private static double strongest(Map<Topic.Id, Double> topics) {
        double strongest = 0;
        for (double asked : topics.values()) {
            strongest = Math.max(strongest, asked);
        }
        return strongest;
    }

    /** How much of the telling words the best update at the place shares, where only its kind says what is asked. */
    private static double bestTold(
            List<Hit> hits, Seeker.Search search, Wording wording, Set<Topic.Id> byKind, Scope scope) {
        double best = 0;
        for (Hit hit : byKind.isEmpty() ? List.<Hit>of() : hits) {
            if (scope.meets(hit.card()) >= Thresholds.AT_THE_PLACE) {
                best = Math.max(best, Overlap.of(search.sought(), wording, hit.card()).telling());
            }
        }
        return best;
    }

    private static double best(List<Hit> hits) {
        double best = 0;
        for (Hit hit : hits) {
            best = Math.max(best, hit.score());
        }
        return best;
    }

    /** Whether a question names a thing to look for. */
    boolean namesAThing(Reading reading) {
        return !seeker.needs(reading).isEmpty();
    }

    /** Whether an update speaks of every plain need of this question. */
    boolean meetsNeeds(Card card, Reading reading) {
        List<Need> needs = seeker.needs(reading);
        return !lacksTheThing(card, needs, false);
    }

    private Candidate weighed(Hit hit, Weighing by) {
        Card card = hit.card();
        List<Need> needs = by.search().needs();
        double concepts = spokenOf(card, needs);
        Overlap overlap = Overlap.of(by.search().sought(), by.wording(), card);
        double topic = topic(card, concepts, overlap, by);
        double place = place(card, by);
        boolean bars = bars(card, by);
        boolean vetoed = card.places().isEmpty()
                ? lacksTheThing(card, needs, false) && concepts < Thresholds.ADVICE_CONCEPTS
                : !bars
                        && (lacksTheThing(card, needs, isNews(card, by))
                                || speaksOfNothing(card, by)
                                || isFarAround(card, by) && isBesideThePoint(overlap, needs, card));
        return new Candidate(
                hit,
                place,
                topic,
                concepts,
                overlap,
                meetsNeed(card, needs),
                bars,
                score(hit, place, topic, concepts, overlap, by),
                vetoed,
                card.isCurrentAt(by.at()));
    }

    private double topic(Card card, double concepts, Overlap overlap, Weighing by) {
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
        boolean vague = isMerelyOfKind(by) || by.strongest() <= Thresholds.MERELY_ASKED;
        boolean tells = overlap.tellsNearlyAll() || vague && overlap.tellsSome();
        if (topic >= OTHER_TOPIC || card.places().isEmpty()) {
            return topic;
        }
        boolean there = by.scope().closest(card) >= Nearness.NAMESAKE;
        boolean around = by.scope().asked().isEmpty() ? by.scope().isWhole(card) : isFarAround(card, by);
        boolean kin = by.topics().isEmpty() || by.topics().keySet().stream().anyMatch(one -> words.areKin(one, card.topic()));
        boolean asMuch = (!around || kin) && isAbout(card, by.search().needs())
                || there && tells
                || there && asked == 0 && (by.topics().isEmpty() ? isHintedAt(card, by) : kin && concepts >= Need.SPOKEN);
        return asMuch ? OTHER_TOPIC : topic;
    }

    /** Whether a word too uncertain to ask about a topic would ask about this one: "has the sheling stoped". */
    private boolean isHintedAt(Card card, Weighing by) {
        return by.search().needs().stream()
                .flatMap(need -> need.concepts().stream())
                .anyMatch(concept -> words.topicsOf(concept).contains(card.topic()));
    }

    /** Whether a topic akin to it is what was asked in the first place: a truce, and news of strikes beside it. */
    private boolean isBesideKin(Topic.Id topic, Weighing by) {
        return by.topics().entrySet().stream()
                .anyMatch(one -> one.getValue() == by.strongest() && !one.getKey().equals(topic) && words.areKin(one.getKey(), topic));
    }

    /** Whether it is about a wider area than the nearest one in which a place asked about lies. */
    private static boolean isFarAround(Card card, Weighing by) {
        double closest = by.scope().closest(card);
        return closest > Scope.MENTIONED && closest < Nearness.IN_AREA[0];
    }

    /** Whether its title and questions are about nothing that is asked: exams put off in the whole land are no open school. */
    private static boolean isBesideThePoint(Overlap overlap, List<Need> needs, Card card) {
        return overlap.inQuestions() == 0 && !needs.isEmpty() && needs.stream().noneMatch(need -> need.isSubjectOf(card));
    }

    /** Whether nothing but the kind of a place named says what is asked. */
    private static boolean isMerelyOfKind(Weighing by) {
        return !by.byKind().isEmpty() && by.byKind().containsAll(by.topics().keySet());
    }

    private double place(Card card, Weighing by) {
        if (card.places().isEmpty()) {
            return 1;
        }
        Scope scope = by.scope();
        if (isBesideTheWay(card, by)) {
            return 0;
        }
        boolean way = by.passage() && scope.asked().size() > 1 && words.isOfWays(card.topic());
        if (!way) {
            double meets = scope.meets(card);
            boolean onRoad = meets == Nearness.ON_ROAD && !by.passage() && !words.isOfWays(card.topic());
            return onRoad ? Thresholds.BESIDE_ROAD : meets;
        }
        return scope.missesOne(card) && !isRoadToAnEnd(card, scope)
                ? scope.meets(card) * Thresholds.ONE_END_ONLY
                : scope.meetsAll(card);
    }

    /** Who asks for the way from one place to another is not helped by the hospital at its end. */
    private boolean isBesideTheWay(Card card, Weighing by) {
        return by.scope().asked().size() > 1
                && !by.topics().containsKey(card.topic())
                && by.topics().keySet().stream().anyMatch(words::isOfWays)
                && !words.leadsOut(card.topic())
                && by.scope().meetsAll(card) < Thresholds.AT_THE_PLACE;
    }

    /** "From A to B by the coast road": news of that road at one end of the way. */
    private boolean isRoadToAnEnd(Card card, Scope scope) {
        return scope.asked().size() > 2 && scope.met(card) > 1 && scope.isOnNamedRoad(card);
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

    /** An update that never speaks of the very thing asked for is no answer, however well its place and topic fit. */
    private boolean lacksTheThing(Card card, List<Need> needs, boolean isNews) {
        boolean lacks = false;
        boolean speaks = false;
        for (Need need : needs) {
            boolean thing = need.isPlainlyTheThing(card, words);
            boolean silent = need.spokenOfBy(card) == 0;
            if (thing && silent && need.isDetail()) {
                return true;
            }
            lacks |= thing && silent && !(isNews && need.isIncidental());
            // of two things asked for, it is about one
            speaks |= !need.isDetail() && (thing || need.isPartlyOwnOf(card, words)) && need.isAskedBy(card);
        }
        return lacks && !speaks;
    }

    /** Whether it tells what goes on, as of a truce or of strikes, and that is what was asked: no thing to be had somewhere. */
    private boolean isNews(Card card, Weighing by) {
        Topic.Id topic = card.topic();
        return by.asks()
                && by.topics().containsKey(topic)
                && !by.byKind().contains(topic)
                && !words.isSoughtOpen(topic)
                && !words.isOfPlacesThemselves(topic)
                && by.search().needs().stream().anyMatch(need -> need.standsFor(topic, words) && need.spokenOfBy(card) > 0);
    }

    /** "Where do we sign up for the cash": a camp where people sign up is no answer, if it never speaks of cash. */
    private static boolean speaksOfNothing(Card card, Weighing by) {
        boolean asked = by.topics().containsKey(card.topic());
        boolean own = false;
        for (Need need : by.search().needs()) {
            if (need.isThing() && need.isMentionedBy(card) && (asked || need.isAskedBy(card))) {
                return false;
            }
            own |= need.isPlainlyOfItsOwn();
        }
        return own;
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

    /** Whether it speaks of a need of its own that is asked for plainly. */
    private boolean meetsNeed(Card card, List<Need> needs) {
        for (Need need : needs) {
            if (need.isPlainlyTheThing(card, words) && need.isMentionedBy(card)) {
                return true;
            }
        }
        return false;
    }

    private static double spokenOf(Card card, List<Need> needs) {
        double sum = 0;
        for (Need need : needs) {
            sum += need.spokenOfBy(card);
        }
        return needs.isEmpty() ? 0 : sum / needs.size();
    }

    /** Whether its title or questions are about every thing asked for, whatever its topic. */
    private static boolean isAbout(Card card, List<Need> needs) {
        for (Need need : needs) {
            if (!need.isSubjectOf(card)) {
                return false;
            }
        }
        return !needs.isEmpty();
    }
}

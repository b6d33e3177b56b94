package org.aman.answer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.search.Card;
import org.aman.search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * What all candidates of one question are weighed by.
 *
 * @param topics how strongly each topic is asked about
 * @param byKind those of them that nothing but the kind of a place named asks about
 * @param strongest how strongly the strongest topic is asked about
 * @param passage whether a way is asked for, so that an update may merely name the place it leads to
 * @param seeksOpen whether what is open is looked for
 * @param asks whether the words make a question
 * @param bestHit the best score of the search
 * @param bestTold how much of the telling words the best update at the place shares, where only its kind says what is asked
 * @param sole the only update that stands at the one place asked about; null where there are several or none
 */
record Weighing(
        Seeker.Search search,
        Needs needs,
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
        @Nullable Card sole,
        Instant at) {
    /** Who asks which, where or how looks for what is open, not for what is closed. */
    private static final Set<String> SEEKS_OPEN = Set.of("which", "where", "route-how", "evacuation-route", "how");

    static Weighing of(
            Reading reading,
            Seeker.Search search,
            Needs needs,
            List<Hit> hits,
            Map<Topic.Id, Double> topics,
            Set<Topic.Id> byKind,
            Scope scope,
            boolean passage,
            Instant at) {
        Wording wording = new Wording(search.sought());
        return new Weighing(
                search,
                needs,
                wording,
                topics,
                byKind,
                strongest(topics),
                scope,
                passage,
                SEEKS_OPEN.stream().anyMatch(reading::hasPlainly),
                reading.asks(),
                best(hits),
                bestTold(hits, search, wording, byKind, scope),
                sole(hits, scope, at),
                at);
    }

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
            if (scope.meeting(hit.card()).all() >= Thresholds.AT_THE_PLACE) {
                best = Math.max(best, Overlap.of(search.sought(), wording, hit.card()).telling());
            }
        }
        return best;
    }

    private static @Nullable Card sole(List<Hit> hits, Scope scope, Instant at) {
        Card sole = null;
        for (Hit hit : scope.asked().size() == 1 ? hits : List.<Hit>of()) {
            Card card = hit.card();
            if (card.isCurrentAt(at) && scope.meeting(card).closest() >= Thresholds.AT_THE_PLACE) {
                if (sole != null) {
                    return null;
                }
                sole = card;
            }
        }
        return sole;
    }

    private static double best(List<Hit> hits) {
        double best = 0;
        for (Hit hit : hits) {
            best = Math.max(best, hit.score());
        }
        return best;
    }

    /** Whether this candidate's topic is asked about. */
    boolean asksTopicOf(Candidate one) {
        return topics.containsKey(one.hit().card().topic());
    }

    /** Whether nothing but the kind of a place named asks about this candidate's topic. */
    boolean asksByKind(Candidate one) {
        return byKind.contains(one.hit().card().topic());
    }

    /** Whether nothing but the kind of a place named says what is asked. */
    boolean isMerelyOfKind() {
        return !byKind.isEmpty() && byKind.containsAll(topics.keySet());
    }
}

package org.aman.answer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.aman.knowledge.Topic;
import org.jspecify.annotations.Nullable;

/** The candidates of one question, seen against each other and against what was asked. */
final class Contenders {
    private final List<Candidate> candidates;
    private final Map<Topic.Id, Double> asked;
    private final Set<Topic.Id> said;
    private final Scope scope;
    private final @Nullable Candidate advice;

    /**
     * @param candidates the best first
     * @param asked how strongly each topic is asked about
     * @param said the topics that words speak of, not merely the kind of a place named
     */
    Contenders(List<Candidate> candidates, Map<Topic.Id, Double> asked, Set<Topic.Id> said, Scope scope) {
        this.candidates = candidates;
        this.asked = asked;
        this.said = said;
        this.scope = scope;
        this.advice = firstAdvice(candidates);
    }

    private static @Nullable Candidate firstAdvice(List<Candidate> candidates) {
        for (Candidate one : candidates) {
            if (one.isEverywhere()) {
                return one;
            }
        }
        return null;
    }

    List<Candidate> all() {
        return candidates;
    }

    Scope scope() {
        return scope;
    }

    /** The best advice that holds everywhere, if there is any. */
    @Nullable Candidate advice() {
        return advice;
    }

    /** Whether any topic was understood. */
    boolean asksTopic() {
        return !asked.isEmpty();
    }

    /** Whether words, not merely the kind of a place named, speak of some topic. */
    boolean saysTopic() {
        return !said.isEmpty();
    }

    /** Whether words speak of this candidate's topic. */
    boolean saysTopicOf(Candidate candidate) {
        return said.contains(candidate.hit().card().topic());
    }

    /** Whether a place is asked about. */
    boolean asksPlace() {
        return !scope.asked().isEmpty();
    }

    /** Whether this candidate's topic is asked about. */
    boolean asksTopicOf(Candidate candidate) {
        return asked.containsKey(candidate.hit().card().topic());
    }

    /** Whether no topic was understood for certain: a word alone that may be a slip of another. */
    boolean isMerelyGuessed() {
        for (double score : asked.values()) {
            if (score >= Thresholds.TOPIC_SPOKEN) {
                return false;
            }
        }
        return true;
    }

    /** About another topic than any that is asked about. */
    boolean isOfOtherTopic(Candidate candidate) {
        return !asksTopicOf(candidate);
    }

    /** "A doctor in the Qah camps": that there is room in the camps is no answer, though camps were named. */
    boolean isMerelyOfKind(Candidate candidate) {
        return asksTopicOf(candidate) && !saysTopicOf(candidate);
    }

    /** Whether its topic is asked about by more than a way of asking. */
    boolean isPlainlyAsked(Candidate candidate) {
        return asked.getOrDefault(candidate.hit().card().topic(), 0.0) > Thresholds.MERELY_ASKED
                || asked.size() > 1 && !asked.containsKey(candidate.hit().card().topic());
    }

    /** Whether nothing else is known, as things stand, of the one place asked about, and nothing was that fits as well. */
    boolean isSoleThere(Candidate candidate) {
        return scope.asked().size() == 1
                && candidate.current()
                && candidates.stream().noneMatch(one -> one != candidate
                        && (one.current() || one.topic() > candidate.topic() || one.shared() >= candidate.shared())
                        && !one.isEverywhere()
                        && one.place() >= Thresholds.AT_THE_PLACE);
    }

    /** Whether it holds for a whole outermost area. */
    boolean isRegionWide(Candidate candidate) {
        return scope.isWhole(candidate.hit().card());
    }

    /** The best figure among some of the candidates; 0 where there are none. */
    double best(Predicate<Candidate> among, ToDoubleFunction<Candidate> figure) {
        double best = Double.NEGATIVE_INFINITY;
        for (Candidate one : candidates) {
            if (among.test(one)) {
                best = Math.max(best, figure.applyAsDouble(one));
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }
}

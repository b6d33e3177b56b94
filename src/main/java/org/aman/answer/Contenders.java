package org.aman.answer;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The candidates of one question, seen against each other and against what was asked. */
final class Contenders {
    private final List<Candidate> candidates;
    private final Asked asked;
    private final Scope scope;
    private final @Nullable Candidate advice;

    /** @param candidates the best first */
    Contenders(List<Candidate> candidates, Asked asked, Scope scope) {
        this.candidates = candidates;
        this.asked = asked;
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

    Asked asked() {
        return asked;
    }

    Scope scope() {
        return scope;
    }

    /** The best advice that holds everywhere, if there is any. */
    @Nullable Candidate advice() {
        return advice;
    }

    /** Whether a place is asked about. */
    boolean asksPlace() {
        return !scope.asked().isEmpty();
    }

    /** Whether this candidate's topic is asked about. */
    boolean asksTopicOf(Candidate candidate) {
        return asked.topics().containsKey(candidate.hit().card().topic());
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

    /** "Petrl": what is asked for was guessed, and this speaks of none of it; that it is aid too says little. */
    boolean isGuessedAlone(Candidate one) {
        boolean guessed = !asked.topics().isEmpty() && asked.topics().values().stream().allMatch(score -> score < Thresholds.TOPIC_SPOKEN);
        return guessed && one.shared() == 0 && one.concepts() == 0 && asksTopicOf(one);
    }
}

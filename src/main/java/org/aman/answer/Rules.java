package org.aman.answer;

import java.util.Set;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/** What the rules answer with, each a plain reason; whether they are doubted is {@link Decision}'s to say. */
final class Rules {
    private final Contenders contenders;
    private final Bounds bounds;
    private final Scope scope;
    private final @Nullable Candidate advice;
    private final boolean adviceIsAsked;
    private final boolean adviceFits;
    private final boolean onlyAdvice;
    private final double lead;

    Rules(Contenders contenders, Bounds bounds) {
        this.contenders = contenders;
        this.bounds = bounds;
        this.scope = contenders.scope();
        this.advice = contenders.advice();
        this.adviceIsAsked = contenders.all().stream().anyMatch(this::isAskedFor);
        this.adviceFits = contenders.all().stream().anyMatch(Rules::isFittingAdvice);
        this.onlyAdvice = contenders.all().stream().allMatch(one -> one.vetoed() || one.isEverywhere());
        this.lead = lead();
    }

    /** Whether some rule answers with it. */
    boolean answers(Candidate candidate) {
        if (candidate.vetoed()) {
            return false;
        }
        if (candidate.isEverywhere()) {
            return answersEverywhere(candidate);
        }
        if (!contenders.asksPlace()) {
            return candidate.restates() || answersAnywhere(candidate);
        }
        if (!bounds.allow(candidate)) {
            return false;
        }
        if (candidate.warns() || candidate.restates() || candidate.place() >= Thresholds.AT_THE_PLACE && standsOut(candidate)) {
            return true;
        }
        if (tellsMuch(candidate)) {
            return true;
        }
        if (!contenders.asksTopic()) {
            boolean there = candidate.place() >= Thresholds.AT_THE_PLACE;
            return candidate.coverage() >= Thresholds.NO_TOPIC_COVERAGE && (there || candidate.shared() >= 2);
        }
        if (candidate.topic() >= 0.5) {
            if (candidate.shared() == 0 && candidate.topic() < 1 && candidate.place() < Thresholds.AT_THE_PLACE) {
                return false; // neither the place itself, nor what is asked most, nor a word in common
            }
            if (contenders.isOfOtherTopic(candidate) && candidate.shared() == 0 && scope.asked().size() < 2) {
                return false; // about a like thing, of another topic, and not a word in common
            }
            if (contenders.isMerelyOfKind(candidate)) {
                return candidate.concepts() >= 0.35 || candidate.coverage() >= 0.3;
            }
            return contenders.isPlainlyAsked(candidate) || candidate.coverage() >= 0.25 || candidate.concepts() >= 0.5;
        }
        return candidate.place() >= Thresholds.AT_THE_PLACE
                && candidate.concepts() >= Thresholds.OTHER_TOPIC_CONCEPTS
                && candidate.coverage() >= Thresholds.OTHER_TOPIC_COVERAGE;
    }

    /** Advice answers by its words alone; where a place is asked about, it answers only what nothing there does. */
    private boolean answersEverywhere(Candidate candidate) {
        boolean local = contenders.asksPlace();
        if (!local && contenders.asksTopic() && candidate.topic() == 0 && candidate.telling() == 0) {
            return false; // "is the road open": that it speaks of roads too makes it no answer
        }
        if (local && candidate.topic() < 0.5 && contenders.asksTopic()) {
            return false;
        }
        if (advice != null && candidate != advice && (advice.vetoed() || !answersEverywhere(advice))) {
            return false; // the second best is no answer where the best is none
        }
        if (candidate.topic() >= 0.4
                && candidate.concepts() >= 0.6
                && candidate.coverage() >= 0.2
                && candidate.inQuestions() > 0) {
            return true;
        }
        if (candidate == advice && !local && adviceStandsOut()) {
            return true;
        }
        if (!local && candidate.meetsNeed() && onlyAdvice && (candidate.shared() >= 2 || candidate.inQuestions() > 0)) {
            return true;
        }
        return candidate.inQuestions() >= Thresholds.EVERYWHERE_IN_QUESTIONS
                && candidate.coverage() >= (local ? Thresholds.EVERYWHERE_COVERAGE_AT_PLACE : Thresholds.EVERYWHERE_COVERAGE)
                && candidate.shared() >= 2
                && (local || lead >= Thresholds.ADVICE_LEAST_LEAD);
    }

    /** Whether the best advice is clearly better than the next, and shares enough with the question to be no accident. */
    private boolean adviceStandsOut() {
        Candidate best = advice;
        if (best == null) {
            return false;
        }
        double located = contenders.best(one -> !one.isEverywhere() && !one.vetoed(), Candidate::coverage);
        boolean strongly = lead >= Thresholds.ADVICE_STRONG_LEAD;
        boolean told = best.inQuestions() >= Thresholds.ADVICE_IN_QUESTIONS
                || best.coverage() >= (strongly ? Thresholds.ADVICE_COVERAGE_STRONG : Thresholds.ADVICE_COVERAGE_BY_TEXT);
        boolean byOneWord = strongly
                && best.coverage() >= 2 * located
                && best.coverage() >= Thresholds.ADVICE_BY_ONE_WORD
                && best.inQuestions() >= Thresholds.ADVICE_BY_ONE_WORD;
        return told
                && (best.shared() >= 2 || byOneWord)
                && best.coverage() >= Thresholds.ADVICE_COVERAGE
                && best.coverage() >= located
                && lead >= Thresholds.ADVICE_MARGIN;
    }

    /** By how much the best advice leads the next. */
    private double lead() {
        Candidate best = advice;
        return best == null
                ? 0
                : best.score()
                        - contenders.best(one -> one != best && one.isEverywhere() && !one.vetoed(), Candidate::score);
    }

    /** Whether, at the very place asked about, it shares clearly more of the question's words than the others there. */
    private boolean standsOut(Candidate candidate) {
        boolean asksIt = !contenders.asksTopic()
                || candidate.topic() > 0 && (candidate.topic() >= 0.5 || !contenders.isMerelyOfKind(candidate));
        boolean adviceSharesMore = !contenders.asksTopic()
                && advice != null
                && advice.coverage() >= candidate.coverage() + Thresholds.MARGIN_WITHOUT_PLACE;
        return asksIt
                && !adviceSharesMore
                && candidate.coverage() >= Thresholds.COVERAGE_AT_THE_PLACE
                && candidate.coverage() - nextAtThePlace(candidate) >= Thresholds.MARGIN_AT_THE_PLACE;
    }

    /** Whether, at the very place, it shares so many words, and more than the others there, that another topic was misheard. */
    private boolean tellsMuch(Candidate candidate) {
        if (candidate.place() < Thresholds.AT_THE_PLACE) {
            return false;
        }
        if (contenders.isSoleThere(candidate) && candidate.shared() >= Thresholds.MUCH_TOLD_OF_THE_PLACE) {
            return true;
        }
        return candidate.shared() >= Thresholds.MUCH_TOLD
                && candidate.coverage() - nextAtThePlace(candidate) >= Thresholds.MARGIN_AT_THE_PLACE;
    }

    private double nextAtThePlace(Candidate candidate) {
        return contenders.best(one -> one != candidate && !one.isEverywhere() && one.place() >= Thresholds.AT_THE_PLACE,
                Candidate::coverage);
    }

    /** With no place asked about, an update answers if it holds for a whole outermost area, or stands out by its words. */
    private boolean answersAnywhere(Candidate candidate) {
        boolean fits = candidate.topic() >= 0.5
                || (!contenders.asksTopic() || candidate.concepts() > 0)
                        && candidate.coverage() >= Thresholds.NO_TOPIC_COVERAGE;
        if (!fits) {
            return false;
        }
        if (contenders.isRegionWide(candidate) && contenders.isOfOtherTopic(candidate) && candidate.coverage() < 0.25) {
            return false;
        }
        if (contenders.isRegionWide(candidate) && candidate.topic() >= 0.5) {
            return contenders.isPlainlyAsked(candidate) && candidate.concepts() > 0 || candidate.coverage() >= 0.25 || candidate.concepts() >= 0.5;
        }
        if (adviceIsAsked && !contenders.isRegionWide(candidate)) {
            return false; // "what do we do if we see a mine" is no question about the mines of some village
        }
        if (adviceFits) {
            return false;
        }
        if (candidate.meetsNeed()
                && (contenders.asksTopic() || candidate.shared() >= 2)
                && candidate.telling() >= Thresholds.NEED_TELLING
                && contenders.all().stream().noneMatch(one -> one.meetsNeed() && isElsewhere(one, candidate))) {
            return true;
        }
        return candidate.telling() >= Thresholds.COVERAGE_WITHOUT_PLACE
                && candidate.shared() >= 2
                && candidate.telling() - nextElsewhere(candidate) >= Thresholds.MARGIN_WITHOUT_PLACE;
    }

    private double nextElsewhere(Candidate candidate) {
        return contenders.best(one -> isElsewhere(one, candidate), Candidate::telling);
    }

    /** Whether a topic is asked about that holds everywhere: what to do, wherever one is. */
    private boolean isAskedFor(Candidate one) {
        return one.isEverywhere() && contenders.asksTopicOf(one);
    }

    private static boolean isFittingAdvice(Candidate one) {
        return one.isEverywhere() && !one.vetoed() && one.topic() >= 0.4 && one.concepts() >= 0.4;
    }

    private static boolean isElsewhere(Candidate one, Candidate candidate) {
        return one != candidate && one.current() && !sharesPlace(one, candidate);
    }

    private static boolean sharesPlace(Candidate a, Candidate b) {
        Set<Place.Id> there = b.hit().card().places();
        for (Place.Id place : a.hit().card().places()) {
            if (there.contains(place)) {
                return true;
            }
        }
        return false;
    }
}

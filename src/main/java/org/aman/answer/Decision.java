package org.aman.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aman.place.Place;

/** Decides which candidates answer. */
final class Decision {
    private static final int MOST = 3;

    /** Farther down, nothing answers. */
    private static final int MOST_JUDGED = 5;

    private final Contenders contenders;
    private final Bounds bounds;
    private final Rules rules;
    private final List<Judged> judged;
    private final List<Candidate> answering;

    Decision(Contenders contenders, Belief belief) {
        this.contenders = contenders;
        this.bounds = new Bounds(contenders);
        this.rules = new Rules(contenders, bounds);
        this.judged = judged(belief);
        this.answering = answering();
    }

    /**
     * The best candidates that no rule of place or need forbids, and the best advice, which news of places must not crowd out,
     * with their signs.
     */
    List<Judged> judged() {
        return judged;
    }

    private List<Judged> judged(Belief belief) {
        Signs signs = new Signs(contenders, rules);
        List<Judged> all = new ArrayList<>();
        for (Candidate one : contenders.all()) {
            if ((all.size() < MOST_JUDGED || one == contenders.advice()) && bounds.allow(one)) {
                double[] its = signs.of(one);
                all.add(new Judged(one, its, belief.likely(its, one.isEverywhere())));
            }
        }
        return all;
    }

    /** What the rules answer with, unless all signs together speak against it; else what they speak for very clearly. */
    private List<Candidate> answering() {
        List<Candidate> ruled = contenders.all().stream()
                .filter(this::isRuled)
                .toList();
        return !ruled.isEmpty()
                ? likeliestFirst(ruled)
                : judged.stream()
                        .filter(this::isBelieved)
                        .max(Comparator.comparingDouble(Judged::likely))
                        .map(Judged::candidate)
                        .stream()
                        .toList();
    }

    private boolean isRuled(Candidate one) {
        double likely = likely(one);
        boolean tellsMuch = one.shared() > Thresholds.MUCH_TOLD && isLikeliest(likely);
        double enough = tellsMuch ? Thresholds.ADVICE_BELIEVED_OF_MUCH : Thresholds.ADVICE_BELIEVED;
        return isPlainAdvice(one) && !sharesNoWord(one) && likely >= enough
                || (one.warns() || one.restates() || likely >= (one.isEverywhere() ? Thresholds.ADVICE_DOUBTED : Thresholds.DOUBTED)) && rules.answers(one);
    }

    private boolean isLikeliest(double likely) {
        return judged.stream().allMatch(one -> one.likely() <= likely);
    }

    /** Between advice and news of a place scores compare poorly: the far likelier one comes first. */
    private List<Candidate> likeliestFirst(List<Candidate> ruled) {
        Candidate first = ruled.getFirst();
        Candidate likeliest = ruled.stream()
                .filter(one -> one.isEverywhere() != first.isEverywhere())
                .max(Comparator.comparingDouble(this::likely))
                .filter(one -> likely(one) >= likely(first) + Thresholds.FAR_LIKELIER)
                .orElse(first);
        if (likeliest == first) {
            return ruled;
        }
        List<Candidate> sorted = new ArrayList<>(ruled);
        sorted.remove(likeliest);
        sorted.addFirst(likeliest);
        return sorted;
    }

    /** Advice where no place is asked about: its signs decide, and the rules are one of them. */
    private boolean isPlainAdvice(Candidate one) {
        return one.isEverywhere() && !contenders.asksPlace();
    }

    /** Signs count only for what shares a word that tells something, or is of the topic asked about: "safe at home" is not enough. */
    private static boolean sharesNoWord(Candidate one) {
        return one.isEverywhere() && (one.shared() == 0 || one.telling() == 0 && one.topic() == 0);
    }

    /** How likely it answers; 1 for one so far down that it was not judged, which the rules alone decide. */
    private double likely(Candidate one) {
        for (Judged it : judged) {
            if (it.candidate() == one) {
                return it.likely();
            }
        }
        return isPlainAdvice(one) ? 0 : 1;
    }

    /** Advice that may be what is asked, but not surely enough to answer with: to ask back which is meant. */
    List<Candidate> adviceToAsk() {
        List<Judged> possible = judged.stream()
                .filter(one -> isPlainAdvice(one.candidate())
                        && !sharesNoWord(one.candidate())
                        && one.candidate().current()
                        && one.likely() >= Thresholds.ADVICE_POSSIBLE)
                .sorted(Comparator.comparingDouble(Judged::likely).reversed())
                .limit(MOST)
                .toList();
        boolean asks = !possible.isEmpty() && possible.getFirst().likely() >= Thresholds.ADVICE_ASKED_BACK;
        return asks ? possible.stream().map(Judged::candidate).toList() : List.of();
    }

    /** Without a place asked about, no village is guessed, and no news of one topic answers who asked for another. */
    private boolean isBelieved(Judged one) {
        if (one.isAdvice()) {
            return one.likely() > Thresholds.ADVICE_BELIEVED && !sharesNoWord(one.candidate()) && !bounds.newsIsAsked(one.candidate());
        }
        if (isSureAtThePlace(one)) {
            return true;
        }
        if (contenders.asksTopic() && (one.candidate().topic() < Thresholds.TOPIC_SPOKEN || sharesNothing(one.candidate()))) {
            return false;
        }
        if (contenders.isMerelyOfKind(one.candidate()) && contenders.saysTopic()) {
            return false;
        }
        return one.likely() > Thresholds.BELIEVED && (contenders.asksPlace() || contenders.isRegionWide(one.candidate()));
    }

    /** News of the very place that so much speaks for answers, whatever topic was heard in the words around. */
    private boolean isSureAtThePlace(Judged one) {
        Candidate candidate = one.candidate();
        boolean ofTopic = candidate.topic() >= Thresholds.TOPIC_SPOKEN;
        return candidate.current()
                && candidate.place() >= Thresholds.AT_THE_PLACE
                && (ofTopic ? !sharesNothing(candidate) : candidate.shared() > 0)
                && one.likely() >= (ofTopic ? Thresholds.SURE_OF_TOPIC : Thresholds.SURE_OF_OTHER_TOPIC);
    }

    /** "Petrl": what is asked for was guessed, and it speaks of none; that it is aid too is not enough. */
    private boolean sharesNothing(Candidate one) {
        return one.shared() == 0 && one.concepts() == 0 && !contenders.isPlainlyAsked(one);
    }

    /** The current updates that answer, best first; empty where none does, or where an expired one fits far better. */
    List<Candidate> current() {
        List<Candidate> current = answering.stream().filter(Candidate::current).toList();
        if (current.isEmpty()) {
            return List.of();
        }
        Candidate best = current.getFirst();
        boolean expiredFitsBetter = answering.stream()
                .anyMatch(candidate -> !candidate.current()
                        && candidate.score() >= best.score() + expiredLead(best)
                        && candidate.topic() >= best.topic());
        return expiredFitsBetter ? List.of() : beside(current);
    }

    /** One of another topic is the first to yield: that a camp had room is nearer than where cash is given. */
    private double expiredLead(Candidate best) {
        return contenders.asksTopic() && contenders.isOfOtherTopic(best)
                ? Thresholds.EXPIRED_OF_TOPIC_FITS_BETTER
                : Thresholds.EXPIRED_FITS_BETTER;
    }

    /** The expired updates that would have answered, best first. */
    List<Candidate> expired() {
        return answering.stream().filter(candidate -> !candidate.current()).limit(1).toList();
    }

    private static List<Candidate> beside(List<Candidate> answering) {
        double enough = answering.getFirst().score() * Thresholds.BESIDE;
        return answering.stream()
                .filter(candidate -> candidate.score() >= enough)
                .limit(MOST)
                .toList();
    }

    /** Whether something of the topic asked about is known, only not where. */
    boolean isVague() {
        return contenders.all().stream()
                .anyMatch(candidate -> !candidate.vetoed() && !candidate.isEverywhere() && candidate.topic() >= 0.5 && !contenders.isOfOtherTopic(candidate));
    }

    /** Places to offer when asking where: those of the best candidates. */
    List<Place.Id> placesToAsk(int most) {
        Set<Place.Id> places = new LinkedHashSet<>();
        for (Candidate candidate : contenders.all()) {
            if (candidate.current() && candidate.topic() >= 0.5) {
                candidate.hit().card().places().stream().findFirst().ifPresent(places::add);
            }
        }
        return new ArrayList<>(places).subList(0, Math.min(most, places.size()));
    }
}

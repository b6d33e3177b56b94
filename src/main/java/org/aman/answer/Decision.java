package org.aman.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.aman.knowledge.Topic;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/** Decides which candidates answer. */
final class Decision {
    private static final int MOST = 3;

    /** Farther down, nothing answers. */
    private static final int MOST_JUDGED = 5;

    private final List<Candidate> candidates;
    private final Map<Topic.Id, Double> asked;
    private final Set<Topic.Id> said;
    private final Scope scope;
    private final @Nullable Candidate advice;
    private final boolean adviceIsAsked;
    private final boolean adviceFits;
    private final boolean onlyAdvice;
    private final double lead;
    private final List<Judged> judged;
    private final List<Candidate> answering;

    Decision(
            List<Candidate> candidates,
            Map<Topic.Id, Double> asked,
            Set<Topic.Id> said,
            Scope scope,
            Belief belief) {
        this.candidates = candidates;
        this.asked = asked;
        this.said = said;
        this.scope = scope;
        this.advice = candidates.stream()
                .filter(Candidate::isEverywhere)
                .findFirst()
                .orElse(null);
        this.adviceIsAsked = candidates.stream().anyMatch(this::isAskedFor);
        this.adviceFits = candidates.stream().anyMatch(Decision::isFittingAdvice);
        this.onlyAdvice = candidates.stream().allMatch(one -> one.vetoed() || one.isEverywhere());
        this.lead = lead();
        this.judged = judged(belief);
        this.answering = answering();
    }

    /** The best candidates that no rule of place or need forbids, with their signs. */
    List<Judged> judged() {
        return judged;
    }

    private List<Judged> judged(Belief belief) {
        double best = best(candidates, one -> true, one -> one.hit().score());
        List<Judged> all = new ArrayList<>();
        for (Candidate one : candidates) {
            if (all.size() < MOST_JUDGED && mayAnswer(one)) {
                double[] signs = signs(one, best);
                all.add(new Judged(one, signs, belief.likely(signs, one.isEverywhere())));
            }
        }
        return all;
    }

    private boolean mayAnswer(Candidate one) {
        return !one.vetoed()
                && (one.isEverywhere()
                        || scope.asked().isEmpty()
                        || one.place() >= Thresholds.PLACE_MET && !isLikeThingBeside(one) && !yieldsToThePlace(one));
    }

    /** Its text merely names the place, and of the place itself something is known that is asked about as much. */
    private boolean yieldsToThePlace(Candidate one) {
        return one.place() <= Scope.MENTIONED
                && !asked.isEmpty()
                && candidates.stream()
                        .anyMatch(other -> other.isOfPlaceItself()
                                && !other.vetoed()
                                && other.topic() >= one.topic()
                                && !other.hit().card().topic().equals(one.hit().card().topic())
                                && !isOfOtherTopic(other));
    }

    /** About a like thing, of another topic, and not quite there. */
    private boolean isLikeThingBeside(Candidate one) {
        return !asked.isEmpty()
                && isOfOtherTopic(one)
                && (one.place() <= Thresholds.BESIDE_ROAD || one.place() < Thresholds.AT_THE_PLACE && one.telling() == 0 && isMerelyGuessed()
                        || scope.asked().size() > 1 && scope.missesOne(one.hit().card()));
    }

    /** Whether no topic was understood for certain: a word alone that may be a slip of another. */
    private boolean isMerelyGuessed() {
        return asked.values().stream().allMatch(score -> score < Thresholds.TOPIC_SPOKEN);
    }

    /** What the rules answer with, unless all signs together speak against it; else what they speak for very clearly. */
    private List<Candidate> answering() {
        List<Candidate> ruled = candidates.stream()
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
        return isPlainAdvice(one) && !sharesNoWord(one) && likely >= Thresholds.ADVICE_BELIEVED
                || answers(one) && likely >= (one.isEverywhere() ? Thresholds.ADVICE_DOUBTED : Thresholds.DOUBTED);
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
        return one.isEverywhere() && scope.asked().isEmpty();
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
            return one.likely() > Thresholds.ADVICE_BELIEVED && !sharesNoWord(one.candidate()) && !newsIsAsked(one.candidate());
        }
        if (!asked.isEmpty() && (one.candidate().topic() < Thresholds.TOPIC_SPOKEN || sharesNothing(one.candidate()))) {
            return false;
        }
        if (isMerelyOfKind(one.candidate()) && !said.isEmpty()) {
            return false;
        }
        return one.likely() > Thresholds.BELIEVED && (!scope.asked().isEmpty() || isRegionWide(one.candidate()));
    }

    /** "Petrl": what is asked for was guessed, and it speaks of none; that it is aid too is not enough. */
    private boolean sharesNothing(Candidate one) {
        return one.shared() == 0 && one.concepts() == 0 && !isPlainlyAsked(one);
    }

    /** "Are there mines in the village": what to do with a mine is no news of the village. */
    private boolean newsIsAsked(Candidate advice) {
        return !scope.asked().isEmpty()
                && !said.isEmpty()
                && !said.contains(advice.hit().card().topic())
                && candidates.stream().anyMatch(one -> !one.isEverywhere() && one.place() >= Thresholds.PLACE_MET);
    }

    private double[] signs(Candidate one, double best) {
        double[] signs = new double[Sign.values().length];
        boolean somewhere = !scope.asked().isEmpty();
        set(signs, Sign.ALWAYS, 1);
        set(signs, Sign.RULES, answers(one));
        set(signs, Sign.PLACE, somewhere && !one.isEverywhere() ? one.place() : 0);
        set(signs, Sign.NO_PLACE, one.isEverywhere() == somewhere);
        set(signs, Sign.WHOLE_AREA, !somewhere && isRegionWide(one));
        set(signs, Sign.TOPIC, one.topic());
        set(signs, Sign.NO_TOPIC, asked.isEmpty());
        set(signs, Sign.OTHER_TOPIC, !asked.isEmpty() && isOfOtherTopic(one));
        set(signs, Sign.OF_KIND, isMerelyOfKind(one));
        set(signs, Sign.CONCEPTS, one.concepts());
        set(signs, Sign.COVERAGE, one.coverage());
        set(signs, Sign.IN_QUESTIONS, one.inQuestions());
        set(signs, Sign.TELLING, one.telling());
        set(signs, Sign.ONE_WORD, one.shared() == 1);
        set(signs, Sign.NO_WORD, one.shared() == 0);
        set(signs, Sign.NEED, one.meetsNeed());
        set(signs, Sign.FOUND, best == 0 ? 0 : one.hit().score() / best);
        set(signs, Sign.LEAD, 2 * leadOf(one, Candidate::score, ofNoWord(one)));
        set(signs, Sign.LEAD_IN_WORDS, leadOf(one, Candidate::coverage, 0));
        set(signs, Sign.AMOUNT, Math.min(1, one.overlap().amount() / Thresholds.MUCH));
        set(signs, Sign.IN_TITLE, one.overlap().inTitle());
        set(signs, Sign.SUBJECT, one.overlap().subject());
        set(signs, Sign.LIKENESS, one.overlap().likeness());
        set(signs, Sign.UNHEARD, one.overlap().unheard());
        set(signs, Sign.ABOVE_OTHERS, 2 * aboveOthers(one));
        return signs;
    }

    private static void set(double[] signs, Sign sign, double value) {
        signs[sign.ordinal()] = value;
    }

    private static void set(double[] signs, Sign sign, boolean value) {
        signs[sign.ordinal()] = value ? 1 : 0;
    }

    /** What a candidate of this kind and topic would score that shares no word: the least a lead is measured from. */
    private static double ofNoWord(Candidate one) {
        return one.isEverywhere() ? Thresholds.scoreOfNoWord(one.topic()) : 0;
    }

    /** How far it leads the next of its kind; one without a rival leads what shares nothing. */
    private double leadOf(Candidate one, ToDoubleFunction<Candidate> figure, double least) {
        double next = best(
                candidates,
                other -> other != one && !other.vetoed() && other.isEverywhere() == one.isEverywhere(),
                figure);
        return Math.max(-0.5, Math.min(0.5, figure.applyAsDouble(one) - Math.max(next, least)));
    }

    private double aboveOthers(Candidate one) {
        return one.score()
                - candidates.stream()
                        .filter(other -> other != one && !other.vetoed() && other.isEverywhere() == one.isEverywhere())
                        .limit(Thresholds.OTHERS)
                        .mapToDouble(Candidate::score)
                        .average()
                        .orElse(ofNoWord(one));
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
        return !asked.isEmpty() && isOfOtherTopic(best)
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

    private boolean answers(Candidate candidate) {
        if (candidate.vetoed()) {
            return false;
        }
        if (candidate.isEverywhere()) {
            return answersEverywhere(candidate);
        }
        if (scope.asked().isEmpty()) {
            return answersAnywhere(candidate);
        }
        if (!mayAnswer(candidate)) {
            return false;
        }
        if (candidate.place() >= Thresholds.AT_THE_PLACE && standsOut(candidate)) {
            return true;
        }
        if (asked.isEmpty()) {
            return candidate.coverage() >= Thresholds.NO_TOPIC_COVERAGE;
        }
        if (candidate.topic() >= 0.5) {
            if (candidate.shared() == 0 && candidate.topic() < 1 && candidate.place() < Thresholds.AT_THE_PLACE) {
                return false; // neither the place itself, nor what is asked most, nor a word in common
            }
            if (isOfOtherTopic(candidate) && candidate.shared() == 0 && scope.asked().size() < 2) {
                return false; // about a like thing, of another topic, and not a word in common
            }
            if (isMerelyOfKind(candidate)) {
                return candidate.concepts() >= 0.35 || candidate.coverage() >= 0.3;
            }
            return isPlainlyAsked(candidate) || candidate.coverage() >= 0.25 || candidate.concepts() >= 0.5;
        }
        return candidate.place() >= Thresholds.AT_THE_PLACE
                && candidate.concepts() >= Thresholds.OTHER_TOPIC_CONCEPTS
                && candidate.coverage() >= Thresholds.OTHER_TOPIC_COVERAGE;
    }

    private boolean isOfOtherTopic(Candidate candidate) {
        return !asked.containsKey(candidate.hit().card().topic());
    }

    /** "A doctor in the Qah camps": that there is room in the camps is no answer, though camps were named. */
    private boolean isMerelyOfKind(Candidate candidate) {
        Topic.Id topic = candidate.hit().card().topic();
        return asked.containsKey(topic) && !said.contains(topic);
    }

    private boolean isPlainlyAsked(Candidate candidate) {
        return asked.getOrDefault(candidate.hit().card().topic(), 0.0) > Thresholds.MERELY_ASKED
                || asked.size() > 1 && !asked.containsKey(candidate.hit().card().topic());
    }

    /** Advice answers by its words alone; where a place is asked about, it answers only what nothing there does. */
    private boolean answersEverywhere(Candidate candidate) {
        boolean local = !scope.asked().isEmpty();
        if (!local && !asked.isEmpty() && candidate.topic() == 0 && candidate.telling() == 0) {
            return false; // "is the road open": that it speaks of roads too makes it no answer
        }
        if (local && candidate.topic() < 0.5 && !asked.isEmpty()) {
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
        if (!local && candidate.meetsNeed() && onlyAdvice) {
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
        double located = best(candidates, one -> !one.isEverywhere() && !one.vetoed(), Candidate::coverage);
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
                        - best(candidates, one -> one != best && one.isEverywhere() && !one.vetoed(), Candidate::score);
    }

    /** Whether, at the very place asked about, it shares clearly more of the question's words than the others there. */
    private boolean standsOut(Candidate candidate) {
        boolean asksIt = asked.isEmpty()
                || candidate.topic() > 0 && (candidate.topic() >= 0.5 || !isMerelyOfKind(candidate));
        boolean adviceSharesMore = asked.isEmpty()
                && advice != null
                && advice.coverage() >= candidate.coverage() + Thresholds.MARGIN_WITHOUT_PLACE;
        return asksIt
                && !adviceSharesMore
                && candidate.coverage() >= Thresholds.COVERAGE_AT_THE_PLACE
                && candidate.coverage() - nextAtThePlace(candidate) >= Thresholds.MARGIN_AT_THE_PLACE;
    }

    private double nextAtThePlace(Candidate candidate) {
        return best(
                candidates,
                one -> one != candidate && !one.isEverywhere() && one.place() >= Thresholds.AT_THE_PLACE,
                Candidate::coverage);
    }

    /** With no place asked about, an update answers if it holds for a whole outermost area, or stands out by its words. */
    private boolean answersAnywhere(Candidate candidate) {
        boolean fits = candidate.topic() >= 0.5
                || (asked.isEmpty() || candidate.concepts() > 0)
                        && candidate.coverage() >= Thresholds.NO_TOPIC_COVERAGE;
        if (!fits) {
            return false;
        }
        if (isRegionWide(candidate) && isOfOtherTopic(candidate) && candidate.coverage() < 0.25) {
            return false;
        }
        if (isRegionWide(candidate) && candidate.topic() >= 0.5) {
            return isPlainlyAsked(candidate) && candidate.concepts() > 0 || candidate.coverage() >= 0.25 || candidate.concepts() >= 0.5;
        }
        if (adviceIsAsked && !isRegionWide(candidate)) {
            return false; // "what do we do if we see a mine" is no question about the mines of some village
        }
        if (adviceFits) {
            return false;
        }
        if (candidate.meetsNeed()
                && candidate.telling() >= Thresholds.NEED_TELLING
                && candidates.stream().noneMatch(one -> one.meetsNeed() && isElsewhere(one, candidate))) {
            return true;
        }
        return candidate.telling() >= Thresholds.COVERAGE_WITHOUT_PLACE
                && candidate.shared() >= 2
                && candidate.telling() - nextElsewhere(candidate) >= Thresholds.MARGIN_WITHOUT_PLACE;
    }

    private double nextElsewhere(Candidate candidate) {
        return best(candidates, one -> isElsewhere(one, candidate), Candidate::telling);
    }

    /** Whether a topic is asked about that holds everywhere: what to do, wherever one is. */
    private boolean isAskedFor(Candidate one) {
        return one.isEverywhere() && asked.containsKey(one.hit().card().topic());
    }

    private static boolean isFittingAdvice(Candidate one) {
        return one.isEverywhere() && !one.vetoed() && one.topic() >= 0.4 && one.concepts() >= 0.4;
    }

    private static double best(List<Candidate> candidates, Predicate<Candidate> among, ToDoubleFunction<Candidate> figure) {
        double best = Double.NEGATIVE_INFINITY;
        for (Candidate one : candidates) {
            if (among.test(one)) {
                best = Math.max(best, figure.applyAsDouble(one));
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    private static boolean isElsewhere(Candidate one, Candidate candidate) {
        return one != candidate && one.current() && !sharesPlace(one, candidate);
    }

    private boolean isRegionWide(Candidate candidate) {
        return scope.isWhole(candidate.hit().card());
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

    /** Whether something of the topic asked about is known, only not where. */
    boolean isVague() {
        return candidates.stream()
                .anyMatch(candidate -> !candidate.vetoed() && !candidate.isEverywhere() && candidate.topic() >= 0.5 && !isOfOtherTopic(candidate));
    }

    /** Places to offer when asking where: those of the best candidates. */
    List<Place.Id> placesToAsk(int most) {
        Set<Place.Id> places = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            if (candidate.current() && candidate.topic() >= 0.5) {
                candidate.hit().card().places().stream().findFirst().ifPresent(places::add);
            }
        }
        return new ArrayList<>(places).subList(0, Math.min(most, places.size()));
    }
}

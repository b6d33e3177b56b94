package org.aman.answer;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.aman.knowledge.Topic;
import org.aman.search.Card;

/** Reads off the signs of a candidate, which {@link Belief} weighs. */
final class Signs {
    /** More neighbours than these tell no more. */
    private static final int MOST_COUNTED = 12;

    private final Contenders contenders;
    private final TopicWords words;
    private final Told.Weighed told;
    private final double bestHit;
    private final List<Candidate> there;

    Signs(Contenders contenders, TopicWords words, Told.Weighed told) {
        this.contenders = contenders;
        this.words = words;
        this.told = told;
        this.bestHit = contenders.best(one -> true, one -> one.hit().score());
        this.there = contenders.all().stream().filter(this::isInForceThere).toList();
    }

    /**
     * Its signs, by {@link Sign}.
     *
     * @param rank how many candidates stand above it
     * @param affinities how well all go with what is asked
     * @param at its place among those
     */
    double[] of(Candidate one, int rank, Affinities affinities, int at) {
        double[] signs = new double[Sign.values().length];
        ofPlace(one, signs);
        ofTopic(one, signs);
        ofWords(one, signs);
        ofRivals(one, rank, signs);
        set(signs, Sign.AFFINITY, affinities.of(at));
        set(signs, Sign.AFFINITY_LEAD, affinities.leadOf(at));
        set(signs, Sign.UNTOLD, one.isEverywhere() ? 0 : contenders.asked().untold());
        set(signs, Sign.TOLD, told.of(one.hit().card()));
        set(signs, Sign.SOUND, contenders.asked().sounding().of(one.hit().card().topic()));
        set(signs, Sign.SOUND_LEAD, contenders.asked().sounding().leadOf(one.hit().card().topic()));
        set(signs, Sign.CURRENT, one.current());
        set(signs, Sign.WARNS, one.warns());
        set(signs, Sign.RESTATES, one.restates());
        set(signs, Sign.STATE, state(one.hit().card()));
        return signs;
    }

    private void ofPlace(Candidate one, double[] signs) {
        boolean somewhere = contenders.asksPlace();
        set(signs, Sign.EVERYWHERE, one.isEverywhere());
        set(signs, Sign.NO_PLACE, one.isEverywhere() == somewhere);
        set(signs, Sign.WHOLE_AREA, !somewhere && contenders.isRegionWide(one));
        set(signs, Sign.PLACE, somewhere && !one.isEverywhere() ? one.place() : 0);
        set(signs, Sign.CLOSEST, somewhere ? one.meeting().closest() : -1);
        set(signs, Sign.PLACES, one.meeting().each().length);
        set(signs, Sign.MEETS_FIRST, one.meeting().first());
        set(signs, Sign.MEETS_LAST, one.meeting().last());
    }

    private void ofTopic(Candidate one, double[] signs) {
        Topic.Id topic = one.hit().card().topic();
        Asked asked = contenders.asked();
        set(signs, Sign.TOPIC, one.topic());
        set(signs, Sign.ASKED, asked.of(topic));
        set(signs, Sign.GUESSED, contenders.isGuessedAlone(one));
        set(signs, Sign.SAID, asked.said().contains(topic));
        set(signs, Sign.OF_KIND, asked.topics().containsKey(topic) && !asked.said().contains(topic));
        set(signs, Sign.KIN, words.isOneKin(asked.topics().keySet(), topic));
        set(signs, Sign.SPOKEN, asked.spoken());
        set(signs, Sign.SOUGHT_OPEN, words.isSoughtOpen(topic));
        set(signs, Sign.OF_PLACES, words.isOfPlacesThemselves(topic));
        set(signs, Sign.OF_WAYS, words.isOfWays(topic));
        set(signs, Sign.LEADS_OUT, words.leadsOut(topic));
        set(signs, Sign.CHECKS, words.checksClaims(topic));
    }

    private void ofWords(Candidate one, double[] signs) {
        Overlap overlap = one.overlap();
        set(signs, Sign.CONCEPTS, one.concepts());
        set(signs, Sign.MISSES, one.misses());
        set(signs, Sign.DETAIL, one.detail());
        set(signs, Sign.LACKS, one.lacks());
        set(signs, Sign.LACKS_OWN, one.lacksOwn());
        set(signs, Sign.COVERAGE, overlap.coverage());
        set(signs, Sign.IN_QUESTIONS, overlap.inQuestions());
        set(signs, Sign.TELLING, overlap.telling());
        set(signs, Sign.UNCOVERED, overlap.uncovered());
        set(signs, Sign.UNCOVERED_TELLING, overlap.uncoveredTelling());
        set(signs, Sign.AMOUNT, Math.min(1, overlap.amount() / Thresholds.MUCH));
        set(signs, Sign.WORDS, contenders.asked().words());
        set(signs, Sign.SHARED, one.shared());
        set(signs, Sign.SUBJECT, overlap.subject());
        set(signs, Sign.LIKENESS, overlap.likeness());
        set(signs, Sign.UNHEARD, overlap.unheard());
    }

    private void ofRivals(Candidate one, int rank, double[] signs) {
        set(signs, Sign.FOUND, bestHit == 0 ? 0 : one.hit().score() / bestHit);
        set(signs, Sign.SCORE, one.score());
        set(signs, Sign.RANK, rank);
        set(signs, Sign.LEAD, 2 * leadOf(one, Candidate::score, ofNoWord(one)));
        set(signs, Sign.LEAD_IN_WORDS, leadOf(one, Candidate::coverage, 0));
        set(signs, Sign.ABOVE_OTHERS, 2 * aboveOthers(one));
        set(signs, Sign.BEST_ADVICE, one == contenders.advice());
        set(signs, Sign.THERE, Math.min(there.size(), MOST_COUNTED));
        set(signs, Sign.LIKE_IT_THERE, likeItThere(one));
        set(signs, Sign.NEWEST, !isRenewed(one));
    }

    private static void set(double[] signs, Sign sign, double value) {
        signs[sign.ordinal()] = value;
    }

    private static void set(double[] signs, Sign sign, boolean value) {
        signs[sign.ordinal()] = value ? 1 : 0;
    }

    private static double state(Card card) {
        return switch (card.polarity()) {
            case YES -> 1;
            case PARTLY -> 0;
            case NO -> -1;
        };
    }

    /** What a candidate of this kind and topic would score that shares no word: the least a lead is measured from. */
    private static double ofNoWord(Candidate one) {
        return one.isEverywhere() ? Thresholds.scoreOfNoWord(one.topic()) : 0;
    }

    /** How far it leads the next of its kind; one without a rival leads what shares nothing. */
    private double leadOf(Candidate one, ToDoubleFunction<Candidate> figure, double least) {
        double next = contenders.best(other -> isRival(other, one), figure);
        return Math.max(-0.5, Math.min(0.5, figure.applyAsDouble(one) - Math.max(next, least)));
    }

    private double aboveOthers(Candidate one) {
        double sum = 0;
        int others = 0;
        for (Candidate other : contenders.all()) {
            if (others < Thresholds.OTHERS && isRival(other, one)) {
                sum += other.score();
                others++;
            }
        }
        return one.score() - (others == 0 ? ofNoWord(one) : sum / others);
    }

    private static boolean isRival(Candidate other, Candidate one) {
        return other != one && other.competes() && other.isEverywhere() == one.isEverywhere();
    }

    /** Whether it is in force at the place asked about, or anywhere where none is. */
    private boolean isInForceThere(Candidate one) {
        return one.current()
                && !one.isEverywhere()
                && (!contenders.asksPlace() || one.meeting().closest() >= Thresholds.AT_THE_PLACE);
    }

    private int likeItThere(Candidate one) {
        int alike = 0;
        for (Candidate other : there) {
            alike += isOfSameTopic(other, one) ? 1 : 0;
        }
        return Math.min(alike, MOST_COUNTED);
    }

    private static boolean isOfSameTopic(Candidate other, Candidate one) {
        return other.hit().card().topic().equals(one.hit().card().topic());
    }

    private boolean isRenewed(Candidate one) {
        for (Candidate other : contenders.all()) {
            if (renews(other, one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean renews(Candidate other, Candidate one) {
        return other.hit().card().verified().isAfter(one.hit().card().verified()) && other.isOfSameTopicAndPlaces(one);
    }
}

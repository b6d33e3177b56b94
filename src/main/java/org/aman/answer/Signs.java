package org.aman.answer;

import java.util.function.ToDoubleFunction;

/** Reads off the signs of a candidate, which {@link Belief} weighs. */
final class Signs {
    private final Contenders contenders;
    private final Rules rules;
    private final double bestHit;

    Signs(Contenders contenders, Rules rules) {
        this.contenders = contenders;
        this.rules = rules;
        this.bestHit = contenders.best(one -> true, one -> one.hit().score());
    }

    /** Its signs, by {@link Sign}. */
    double[] of(Candidate one) {
        double[] signs = new double[Sign.values().length];
        boolean somewhere = contenders.asksPlace();
        set(signs, Sign.ALWAYS, 1);
        set(signs, Sign.RULES, rules.answers(one));
        set(signs, Sign.PLACE, somewhere && !one.isEverywhere() ? one.place() : 0);
        set(signs, Sign.NO_PLACE, one.isEverywhere() == somewhere);
        set(signs, Sign.WHOLE_AREA, !somewhere && contenders.isRegionWide(one));
        set(signs, Sign.TOPIC, one.topic());
        set(signs, Sign.NO_TOPIC, !contenders.asksTopic());
        set(signs, Sign.OTHER_TOPIC, contenders.asksTopic() && contenders.isOfOtherTopic(one));
        set(signs, Sign.OF_KIND, contenders.isMerelyOfKind(one));
        set(signs, Sign.CONCEPTS, one.concepts());
        set(signs, Sign.COVERAGE, one.coverage());
        set(signs, Sign.IN_QUESTIONS, one.inQuestions());
        set(signs, Sign.TELLING, one.telling());
        set(signs, Sign.ONE_WORD, one.shared() == 1);
        set(signs, Sign.NO_WORD, one.shared() == 0);
        set(signs, Sign.NEED, one.meetsNeed());
        set(signs, Sign.FOUND, bestHit == 0 ? 0 : one.hit().score() / bestHit);
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
        return other != one && !other.vetoed() && other.isEverywhere() == one.isEverywhere();
    }
}

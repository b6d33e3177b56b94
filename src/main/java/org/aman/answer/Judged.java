package org.aman.answer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * A candidate with the signs that it answers. Two are the same only if they are one.
 *
 * @param signs by the order of {@link Sign}
 * @param likely how likely it answers by these signs, from 0 to 1
 */
public record Judged(Candidate candidate, double[] signs, double likely) {
    private static final int MOST_EXPLAINED = 12;

    /** Whether it is advice that holds everywhere, which has no place to prove it. */
    public boolean isAdvice() {
        return candidate.isEverywhere();
    }

    /** The signs on one line, those that moved the belief most with how far (in logits), for people who look into a decision. */
    public String explained(Belief belief) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%s likely=%.2f", candidate.hit().card().id(), likely));
        double[] shares = belief.shares(signs);
        Arrays.stream(Sign.values())
                .sorted(Comparator.comparingDouble(sign -> -Math.abs(shares[sign.ordinal()])))
                .limit(MOST_EXPLAINED)
                .forEach(sign -> line.append(String.format(Locale.ROOT, " %s=%.2f(%+.1f)", sign.key(), signs[sign.ordinal()], shares[sign.ordinal()])));
        return line.toString();
    }
}

package org.aman.answer;

import java.util.Locale;

/**
 * A candidate with the signs that it answers. Two are the same only if they are one.
 *
 * @param signs by the order of {@link Sign}
 * @param likely how likely it answers by these signs, from 0 to 1
 */
public record Judged(Candidate candidate, double[] signs, double likely) {
    /** Whether it is advice that holds everywhere, which has no place to prove it. */
    public boolean isAdvice() {
        return candidate.isEverywhere();
    }

    /** The signs on one line, for people who look into a decision. */
    public String explained() {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%s likely=%.2f", candidate.hit().card().id(), likely));
        for (Sign sign : Sign.values()) {
            if (signs[sign.ordinal()] != 0) {
                line.append(String.format(Locale.ROOT, " %s=%.2f", sign.key(), signs[sign.ordinal()]));
            }
        }
        return line.toString();
    }
}

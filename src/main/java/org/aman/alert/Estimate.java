package org.aman.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * What confirming an alert would do.
 *
 * @param people how many would get it
 * @param takes how long at the granted rate
 * @param done when the last would have it
 */
public record Estimate(int people, Duration takes, Instant done, int perSecond) {
    private static final int FEWEST_TOLD = 10;

    /** The number as staff may see it: small ones could point at somebody. */
    public String peopleSaid() {
        return said(people);
    }

    /** Whether a number of people is large enough to be told (P13). */
    public static boolean isTold(int people) {
        return people >= FEWEST_TOLD;
    }

    /** A number of people as staff may see it; nobody at all points at nobody. */
    public static String said(int people) {
        return people == 0 || isTold(people) ? Integer.toString(people) : "<" + FEWEST_TOLD;
    }
}

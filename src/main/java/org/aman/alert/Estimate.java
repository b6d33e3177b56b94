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
        return people < FEWEST_TOLD ? "<" + FEWEST_TOLD : Integer.toString(people);
    }
}

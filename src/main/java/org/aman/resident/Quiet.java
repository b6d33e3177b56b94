package org.aman.resident;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Hours in which only what lives hang on may disturb; they may span midnight.
 *
 * @param from minutes after midnight, in the installation's zone
 * @param until minutes after midnight; another than {@code from}
 */
public record Quiet(int from, int until) {
    private static final int DAY = 24 * 60;

    public Quiet {
        if (from < 0 || from >= DAY || until < 0 || until >= DAY || from == until) {
            throw new IllegalArgumentException("Quiet hours go from one minute of the day to another");
        }
    }

    /** How long it stays quiet at this time of the day; zero where it is not quiet. */
    public Duration left(LocalTime time) {
        int minute = time.toSecondOfDay() / 60;
        boolean quiet = Math.floorMod(minute - from, DAY) < Math.floorMod(until - from, DAY);
        return quiet ? Duration.ofMinutes(Math.floorMod(until - minute, DAY)) : Duration.ZERO;
    }
}

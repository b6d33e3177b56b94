package org.aman.owed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction that a person confirmed.
 *
 * @param updateId what was corrected
 * @param nowId what stands instead; null for nothing
 * @param expected how many had been told when it was confirmed
 * @param told how many have been told by now
 * @param missed how many could not be told: gone, or it was over before their turn
 * @param left how many are still to be told
 */
public record Correction(
        Id id,
        String updateId,
        Cause cause,
        @Nullable String nowId,
        String confirmedBy,
        Instant confirmedAt,
        Headcount expected,
        Headcount told,
        Headcount missed,
        Headcount left) {
    /** Our own random name for a correction. */
    public record Id(String value) {}

    /** Why what was told no longer stands. */
    public enum Cause {
        /** It was taken back. */
        WITHDRAWN,
        /** Another update replaces it. */
        SUPERSEDED,
        /** It says something else now. */
        REVISED,
        /** A later update says the opposite of the same place. */
        CONTRADICTED
    }
}

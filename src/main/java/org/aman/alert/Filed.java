package org.aman.alert;

import java.time.Instant;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is kept: what it says, how far it is, who answers for it.
 *
 * @param said exactly what goes out
 * @param hash the SHA-256 of all that an approval stands for: what goes out, to which places, until when
 * @param override whether one person sent it alone
 * @param recipients to how many it was owed; 0 before approval
 * @param approvedBy null while it waits for approval
 */
public record Filed(
        Alert alert,
        AlertState state,
        Said said,
        String hash,
        boolean override,
        int recipients,
        Volunteer.Id proposedBy,
        Instant proposedAt,
        Volunteer.@Nullable Id approvedBy,
        @Nullable Instant approvedAt) {

    /** Whether it is on the public record and its time is not over. */
    public boolean standsAt(Instant moment) {
        return switch (state) {
            case SENDING, PAUSED, SENT, STOPPED -> !alert.isOverAt(moment);
            case PROPOSED, DISCARDED, CANCELLED, REPLACED, CLEARED, EXPIRED -> false;
        };
    }
}

package org.aman.duty;

import java.time.Instant;
import org.aman.staff.Volunteer;

/**
 * What was laid before one person, so that a button under it means exactly this: for them alone, and for the revision
 * they saw.
 *
 * @param token names it in the value of a button; random
 * @param subject the id of the draft, update or alert it is about; empty for none
 * @param revision the version or revision they saw; 0 for none
 * @param hash of what they saw; empty where only the revision counts
 * @param field what it asks for, such as {@code places}; empty for nothing
 * @param awaits whether their next words are the answer
 * @param note what was said so far and is kept nowhere else; empty for nothing
 */
record Slip(
        String token,
        Volunteer.Id holder,
        Kind kind,
        String subject,
        int revision,
        String hash,
        String field,
        boolean awaits,
        String note,
        Instant until) {
    /** What it is about. */
    enum Kind {
        /** A draft that this person is writing. */
        DRAFT,
        /** A draft that this person may approve. */
        REVIEW,
        /** An update that ends soon. */
        REMINDER,
        /** An alert that this person may approve. */
        ALERT,
        /** An alert that this person is putting together. */
        PROPOSAL,
        /** What this person wants to be reminded of. */
        WATCH,
        /** What waits for this person. */
        OVERVIEW
    }

    /** Whose button of this slip does what: the value that comes back. */
    String value(String act) {
        return Order.DUTY + " " + token + " " + act;
    }
}

package org.aman.duty;

import java.time.Instant;
import org.aman.staff.Volunteer;

/**
 * Something that a person on duty should hear of.
 *
 * @param id a random name
 * @param subject the id of the draft, update or alert it is about
 * @param revision its version or revision then; a later one makes another notice
 * @param due when it may be said next; tells one claim from the next
 */
record Notice(String id, Volunteer.Id who, Kind kind, String subject, long revision, Instant due) {
    /** What it is about. */
    enum Kind {
        /** A draft waits for a second person. */
        REVIEW,
        /** A draft is approved and answers in a moment, unless somebody stops it. */
        GOES_LIVE,
        /** A draft came back to its writers. */
        GIVEN_BACK,
        /** An update that they follow ends soon. */
        REMINDER,
        /** An alert waits for a second person. */
        ALERT_PROPOSED,
        ALERT_APPROVED,
        /** One person sent an alert alone. */
        ALERT_OVERRIDDEN,
        /** An alert is over, and nobody has said that the danger is. */
        ALERT_ENDED,
        /** An alert is held up, by a person or because an older copy of the database was put back. */
        ALERT_PAUSED,
        /** A warning of another service waits for somebody. */
        CAME_IN,
        ALERTS_FROZEN,
        PUBLISHING_FROZEN;

        /** Whether it may wait behind alerts to residents. */
        boolean canWait() {
            return this == REVIEW || this == GIVEN_BACK || this == REMINDER;
        }
    }
}

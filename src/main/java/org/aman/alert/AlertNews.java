package org.aman.alert;

import org.aman.staff.Volunteer;

/** Something happened to an alert, for those of the staff who should hear of it. Told after it was kept. */
public record AlertNews(Alert.Number number, What what, Volunteer.Id by) {
    /** What happened. */
    public enum What {
        PROPOSED,
        APPROVED,
        /** One person sent it alone: everybody should look. */
        OVERRIDDEN,
        CHANGED,
        FROZEN,
        RELEASED,
        /** Its time is over and nobody has said that the danger is: its author is asked. */
        ENDED_WITHOUT_ALL_CLEAR,
        /** The sender found unfinished alerts after a long absence and waits for a person. */
        PAUSED_AFTER_ABSENCE,
        /** An older copy of the database was put back: what it owes may have been sent, or be wrong by now. */
        PAUSED_AFTER_RESTORE
    }
}

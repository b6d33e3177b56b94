package org.aman.knowledge;

import java.time.Instant;

/** The life of an update, from the first word to its end; which step may follow which stands here and nowhere else. */
public enum Life {
    /** Being written. */
    DRAFT,
    /** Handed in: somebody else reads it. */
    IN_REVIEW,
    /** Approved, and live in a moment unless somebody stops it. */
    APPROVED,
    /** Answers. */
    PUBLISHED,
    /** Taken out of the answers while it is being checked. */
    HELD,
    /** Ended by the clock; shown only as outdated. */
    EXPIRED,
    /** Another update stands in its place. */
    SUPERSEDED,
    /** Taken out of the answers for good. */
    WITHDRAWN,
    /** A draft that was given up. */
    DISCARDED;

    /** Whether this step may follow. */
    public boolean mayBecome(Life next) {
        return switch (this) {
            // Straight to the answers goes only what needs no second person.
            case DRAFT -> next == DRAFT || next == IN_REVIEW || next == PUBLISHED || next == DISCARDED;
            case IN_REVIEW -> next == DRAFT || next == IN_REVIEW || next == APPROVED || next == PUBLISHED
                    || next == DISCARDED;
            case APPROVED -> next == DRAFT || next == PUBLISHED;
            case PUBLISHED, EXPIRED -> next == PUBLISHED || next == EXPIRED || next == SUPERSEDED || next == HELD
                    || next == WITHDRAWN;
            case SUPERSEDED -> next == PUBLISHED || next == HELD || next == WITHDRAWN;
            case HELD -> next == PUBLISHED || next == WITHDRAWN;
            // Only what was approved anew brings it back: a step of its draft.
            case WITHDRAWN -> next == PUBLISHED;
            case DISCARDED -> false;
        };
    }

    /** Whether somebody is still at work on it. */
    public boolean isOpen() {
        return this == DRAFT || this == IN_REVIEW || this == APPROVED;
    }

    /** How a stored update stands at this moment. */
    static Life of(Updates.State state, boolean replaced, Instant expires, Instant now) {
        return switch (state) {
            case HELD -> HELD;
            case WITHDRAWN -> WITHDRAWN;
            case PUBLISHED -> replaced ? SUPERSEDED : now.isBefore(expires) ? PUBLISHED : EXPIRED;
        };
    }
}

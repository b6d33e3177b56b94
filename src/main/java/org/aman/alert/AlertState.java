package org.aman.alert;

/** The life of an alert. */
public enum AlertState {
    /** Waits for a second person; nothing goes out. */
    PROPOSED,
    /** Dropped before anybody approved it. */
    DISCARDED,
    /** Approved, and on its way. */
    SENDING,
    /** Approved, and held up by a person; goes on when told to. */
    PAUSED,
    /** Everybody has it or stands in a failure list. */
    SENT,
    /** A person ended the sending; what was sent stands. */
    STOPPED,
    /** A later alert cancelled it. */
    CANCELLED,
    /** A later alert updated it. */
    REPLACED,
    /** A later alert said that the danger is over. */
    CLEARED,
    /** Its time ran out before everybody had it. */
    EXPIRED;

    /** Whether it can become this. */
    public boolean canBecome(AlertState next) {
        return switch (this) {
            case PROPOSED -> next == DISCARDED || next == SENDING;
            case SENDING -> next != PROPOSED && next != DISCARDED && next != SENDING;
            case PAUSED -> next != PROPOSED && next != DISCARDED && next != PAUSED && next != SENT;
            case SENT -> next == SENDING || isFollowed(next);
            case STOPPED, EXPIRED -> isFollowed(next);
            case DISCARDED, CANCELLED, REPLACED, CLEARED -> false;
        };
    }

    private static boolean isFollowed(AlertState state) {
        return state == CANCELLED || state == REPLACED || state == CLEARED;
    }

    /** Whether people were, or are being, told it. */
    public boolean isPublic() {
        return this != PROPOSED && this != DISCARDED;
    }

    /** Whether some may still be about to get it. */
    public boolean isUnderWay() {
        return this == SENDING || this == PAUSED;
    }
}

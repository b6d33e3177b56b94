package org.aman.staff;

/** What somebody of the staff may do. Which role may do which stands in {@link Role}, and nowhere else. */
public enum Act {
    /** See updates, open questions and figures. */
    READ,
    /** Write drafts and hand them in for review. */
    WRITE,
    /** Approve or return what somebody else wrote. */
    REVIEW,
    /** Publish without a second person what does not need one, where the installation allows it. */
    PUBLISH_ALONE,
    /** Take an update out of the answers at once. */
    HOLD,
    /** Take an update out of the answers for good. */
    WITHDRAW,
    /** Close or link open questions. */
    ANSWER_QUESTIONS,
    /** Send corrections to those who were told something else. */
    CORRECT,
    /** Put forward an alert. */
    PROPOSE_ALERT,
    /** Approve an alert that somebody else put forward. */
    APPROVE_ALERT,
    /** Stop publishing, or hold up an alert: done in a moment of doubt, so many may. */
    FREEZE,
    /** Let publishing go on, together with another. */
    UNFREEZE,
    /** Read the journal. */
    READ_JOURNAL,
    /** Invite, change and disable people. */
    MANAGE_PEOPLE
}

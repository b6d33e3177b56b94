package org.aman.message;

import java.time.Duration;

/** How the saying went. */
public sealed interface Outcome {
    /** It arrived; the channel's name for the message allows to change it later. */
    record Delivered(String messageId) implements Outcome {}

    /** Not now: try again after this long. Whether it arrived may be in doubt. */
    record TryAgain(Duration after) implements Outcome {}

    /** This chat is gone for good: blocked, deleted. */
    record Unreachable() implements Outcome {}

    /** The channel will never take this message; the reason names no person. */
    record Rejected(String reason) implements Outcome {}
}

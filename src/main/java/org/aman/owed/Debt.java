package org.aman.owed;

import java.time.Instant;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.jspecify.annotations.Nullable;

/**
 * One message that somebody is owed.
 *
 * @param updateId what it is about
 * @param revision for a correction, the revision they were told; else 0
 * @param correction the id of the {@link Correction} it belongs to; null for an answer
 * @param language the language they asked in
 * @param due when it may be sent next; tells one claim from the next
 * @param until when it is no longer worth saying
 */
record Debt(
        String id,
        Chat chat,
        Kind kind,
        String updateId,
        int revision,
        @Nullable String correction,
        Language language,
        Instant due,
        Instant until) {
    /** What is owed. */
    enum Kind {
        /** The answer to a question they wanted to hear about. */
        ANSWER,
        /** That something they were told no longer stands. */
        CORRECTION
    }

    /** Never the chat. */
    @Override
    public String toString() {
        return "Debt[" + kind + "]";
    }
}

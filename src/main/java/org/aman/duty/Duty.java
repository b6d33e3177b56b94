package org.aman.duty;

import java.util.List;
import java.util.Optional;
import org.aman.conversation.Incoming;
import org.aman.message.Reply;

/**
 * The talk with people of the staff whose chat is linked to their account, the same on every channel. Safe for use by
 * many threads.
 */
public interface Duty {
    /**
     * What to say to something that came in, in order; empty where it is no act of duty, so that the conversation with
     * residents answers it. May be called twice for the same message: the second time changes nothing.
     */
    Optional<List<Reply>> hear(Incoming incoming);
}

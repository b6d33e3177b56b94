package org.aman.message;

/** Says a reply to a chat, in its turn. */
public interface Messenger {
    /** Who goes first when the channel limits us. */
    enum Lane {
        REPLY,
        URGENT,
        BULK
    }

    /** Says it and waits for how it went; obeys the channel's limits, so it may block. */
    Outcome send(Chat chat, Reply reply, Lane lane);
}

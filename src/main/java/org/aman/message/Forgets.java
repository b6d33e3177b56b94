package org.aman.message;

/**
 * Whoever keeps something of a chat: rows, a cache, a queue. All of them are asked when a chat is erased, within the
 * transaction that erases it and once more after it, so forgetting twice must be harmless.
 */
public interface Forgets {
    /** Forgets everything kept of this chat. */
    void forget(Chat chat);
}

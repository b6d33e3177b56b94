package org.aman.message;

/** Whoever stores something of a chat; all of them are asked within the transaction that erases it. */
public interface Forgets {
    /** Erases everything stored of this chat. */
    void forget(Chat chat);

    /**
     * Whoever holds something of a chat in memory: a cache, a queue. They are asked when what was stored is gone for
     * certain, for until then they could have read it again. They leave alone what is stored: this chat may be known
     * anew by then.
     */
    interface InMemory {
        /** Lets go of everything held of this chat. */
        void letGo(Chat chat);
    }
}

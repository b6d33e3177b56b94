package org.aman.telegram;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Keeps to one message a second in a chat, and twenty a minute in a group. Memory stays with the chats of the moment. */
final class ChatPace {
    private static final long PERSON_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long GROUP_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int SWEEP_ABOVE = 4096;

    private final LongSupplier nanos;
    private final Map<String, Long> free = new ConcurrentHashMap<>();

    ChatPace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Waits until this chat may get another message. */
    void await(String chat) throws InterruptedException {
        long start = nanos.getAsLong();
        long interval = chat.startsWith("-") ? GROUP_NANOS : PERSON_NANOS;
        long after = free.merge(
                chat, start + interval, (before, first) -> Math.max(first, before + interval));
        long turn = after - interval;
        for (long left = turn - nanos.getAsLong(); left > 0; left = turn - nanos.getAsLong()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        sweep();
    }

    private void sweep() {
        if (free.size() > SWEEP_ABOVE) {
            long now = nanos.getAsLong();
            for (Iterator<Long> turns = free.values().iterator(); turns.hasNext(); ) {
                if (turns.next() - now < 0) {
                    turns.remove();
                }
            }
        }
    }
}

package org.aman.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.aman.message.Messenger.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all sending a little below the rate that Telegram grants. Replies go first, then urgent alerts, then the rest;
 * every fifth turn belongs to the lanes behind, so that a flood of questions cannot hold up a warning for ever.
 */
final class Pace {
    /** Below the grant, because the two clocks are not one: 29 of 30. */
    private static final double SHARE = 29.0 / 30;

    /** Turns that nobody used may be caught up on for this long, no more: Telegram counts by the second. */
    private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int TURNS_UNTIL_OTHERS = 5;

    private final LongSupplier nanos;
    private final long intervalNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Lane, Deque<Condition>> waiting = new EnumMap<>(Lane.class);
    private long next;
    private int turns;

    /**
     * @param perSecond what Telegram grants
     * @param nanos a clock that only goes forward
     */
    Pace(int perSecond, LongSupplier nanos) {
        this.nanos = nanos;
        this.intervalNanos = (long) (TimeUnit.SECONDS.toNanos(1) / (perSecond * SHARE));
        this.next = nanos.getAsLong();
        for (Lane lane : Lane.values()) {
            waiting.put(lane, new ArrayDeque<>());
        }
    }

    /** Waits for a turn to send one message. */
    void await(Lane lane) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Condition own = lock.newCondition();
            queue(lane).addLast(own);
            try {
                while (head() != own || next - nanos.getAsLong() > 0) {
                    if (head() == own) {
                        own.awaitNanos(next - nanos.getAsLong());
                    } else {
                        own.await();
                    }
                }
                next = Math.max(next, nanos.getAsLong() - CATCH_UP_NANOS) + intervalNanos;
                turns++;
            } finally {
                queue(lane).remove(own);
                Condition following = head();
                if (following != null) {
                    following.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private Deque<Condition> queue(Lane lane) {
        Deque<Condition> queue = waiting.get(lane);
        if (queue == null) {
            throw new IllegalStateException("No queue for " + lane);
        }
        return queue;
    }

    /** Whose turn is next. A newcomer of a lane further ahead may overtake whoever waits for the time to come. */
    private @Nullable Condition head() {
        boolean othersFirst = turns % TURNS_UNTIL_OTHERS == TURNS_UNTIL_OTHERS - 1;
        Condition first = null;
        for (Lane lane : Lane.values()) {
            Condition candidate = queue(lane).peekFirst();
            if (candidate != null && (first == null || othersFirst && queue(Lane.REPLY).peekFirst() == first)) {
                first = candidate;
            }
        }
        return first;
    }
}

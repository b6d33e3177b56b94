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
    /** Below the grant, because the two clocks are not one: 29.4 of 30. */
    private static final double SHARE = 0.98;

    /** Turns that nobody used may be caught up on for this long, no more: Telegram counts by the second. */
    private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int TURNS_UNTIL_OTHERS = 5;

    /** So many chats told to wait within a second mean that all of us are too fast, not one of them. */
    private static final int SIGNS_OF_HASTE = 3;

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What is not a reply then goes so much slower, and a tenth of it faster again each second. */
    private static final double SLOWEST = 8;

    private static final double RECOVERY = 0.9;

    private final LongSupplier nanos;
    private final long intervalNanos;
    private final int perSecond;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Lane, Deque<Condition>> waiting = new EnumMap<>(Lane.class);
    private long next;
    private int turns;
    private long othersNext;
    private double slowness = 1;
    private long slownessSince;
    private int signs;
    private long signsSince;

    /**
     * @param perSecond what Telegram grants
     * @param nanos a clock that only goes forward
     */
    Pace(int perSecond, LongSupplier nanos) {
        this.nanos = nanos;
        this.perSecond = perSecond;
        this.intervalNanos = (long) (TimeUnit.SECONDS.toNanos(1) / (perSecond * SHARE));
        this.next = nanos.getAsLong();
        this.othersNext = next;
        this.slownessSince = next;
        this.signsSince = next;
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
                while (head() != own || turn(lane) - nanos.getAsLong() > 0) {
                    if (head() == own) {
                        own.awaitNanos(turn(lane) - nanos.getAsLong());
                    } else {
                        own.await();
                    }
                }
                next = Math.max(next, nanos.getAsLong() - CATCH_UP_NANOS) + intervalNanos;
                turns++;
                if (lane != Lane.REPLY) {
                    othersNext = nanos.getAsLong() + (slowness() > 1 ? (long) (intervalNanos * slowness) : 0);
                }
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

    int perSecond() {
        return perSecond;
    }

    /** Telegram asked a chat to wait. */
    void throttled() {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            if (now - signsSince > SECOND_NANOS) {
                signsSince = now;
                signs = 0;
            }
            signs++;
            if (signs >= SIGNS_OF_HASTE) {
                signs = 0;
                slowness = Math.min(SLOWEST, slowness() * 2);
                slownessSince = now;
            }
        } finally {
            lock.unlock();
        }
    }

    /** How much slower than usual others than replies go now; 1 is the usual pace. */
    double slowness() {
        long passed = nanos.getAsLong() - slownessSince;
        if (slowness > 1 && passed >= SECOND_NANOS) {
            long seconds = passed / SECOND_NANOS;
            slowness = Math.max(1, slowness * Math.pow(RECOVERY, seconds));
            slownessSince += seconds * SECOND_NANOS;
        }
        return slowness;
    }

    /** When the next message of this lane may go. */
    private long turn(Lane lane) {
        return lane == Lane.REPLY || othersNext - next < 0 ? next : othersNext;
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

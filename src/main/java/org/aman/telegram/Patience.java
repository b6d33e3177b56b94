package org.aman.telegram;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rests between attempts, and ends at once when the service stops. */
final class Patience {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean lasts;

    void begin() {
        set(true);
    }

    void end() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            lasts = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean lasts() {
        lock.lock();
        try {
            return lasts;
        } finally {
            lock.unlock();
        }
    }

    /** Rests so long, or until the end; says whether to go on. */
    boolean rest(Duration duration) {
        lock.lock();
        try {
            long left = duration.toNanos();
            while (lasts && left > 0) {
                left = changed.awaitNanos(left);
            }
            return lasts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}

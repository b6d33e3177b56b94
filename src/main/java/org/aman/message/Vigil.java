package org.aman.message;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How a thread waits for work: it listens for a ring, or rests between attempts, and stops waiting at once when the
 * service stops. A ring while nobody listens is kept for whoever listens next.
 */
public final class Vigil {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> keepers = new CopyOnWriteArrayList<>();
    private boolean lasts;
    private boolean rung;

    /** Has this done by a thread of its own until the end. */
    public Thread keep(String name, Runnable work) {
        Thread keeper = Thread.ofVirtual().name(name).start(work);
        keepers.add(keeper);
        return keeper;
    }

    /** The names of threads that died although it lasts. */
    public List<String> dead() {
        return lasts()
                ? keepers.stream().filter(keeper -> !keeper.isAlive()).map(Thread::getName).toList()
                : List.of();
    }

    public void begin() {
        tell(() -> lasts = true);
    }

    public void end() {
        tell(() -> lasts = false);
    }

    /** There may be work now. */
    public void ring() {
        tell(() -> rung = true);
    }

    private void tell(Runnable news) {
        lock.lock();
        try {
            news.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean lasts() {
        lock.lock();
        try {
            return lasts;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a ring, so long at most, or until the end. */
    public void listen(Duration most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = most.toNanos();
            while (lasts && !rung && left > 0) {
                left = changed.awaitNanos(left);
            }
            rung = false;
        } finally {
            lock.unlock();
        }
    }

    /** Rests so long whoever rings, or until the end; says whether to go on. */
    public boolean rest(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
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

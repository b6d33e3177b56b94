package org.aman.owed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.aman.language.RightToLeft;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Reply;

/** A channel that hears everything said, and can be slow, busy or closed. */
final class Ear implements Messenger {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Said> said = new ArrayList<>();
    private final Map<Chat, Outcome> once = new HashMap<>();
    private boolean open = true;
    private int waiting;

    /** A message that arrived. */
    record Said(Chat chat, Reply reply, Lane lane) {
        String text() {
            return RightToLeft.unmarked(reply.text());
        }
    }

    @Override
    public Outcome send(Chat chat, Reply reply, Lane lane) {
        lock.lock();
        try {
            waiting++;
            changed.signalAll();
            while (!open) {
                changed.await();
            }
            // Interrupted just as it was woken: the condition then returns as if nothing had been.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Outcome outcome = once.remove(chat);
            if (outcome != null) {
                return outcome;
            }
            said.add(new Said(chat, reply, lane));
            return new Outcome.Delivered("1");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting to send", e);
        } finally {
            waiting--;
            changed.signalAll();
            lock.unlock();
        }
    }

    /** From now on nothing arrives, or arrives again. */
    void open(boolean value) {
        lock.lock();
        try {
            open = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next message to this chat ends so. */
    void next(Chat chat, Outcome outcome) {
        lock.lock();
        try {
            once.put(chat, outcome);
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    List<Said> to(Chat chat) {
        return said().stream().filter(one -> one.chat().equals(chat)).toList();
    }

    List<Said> said() {
        lock.lock();
        try {
            return List.copyOf(said);
        } finally {
            lock.unlock();
        }
    }

    void forgetAll() {
        lock.lock();
        try {
            said.clear();
            once.clear();
            open = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this is so; what changes without a sound is looked at again and again. */
    void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("Not within 20 s; heard " + said.size());
                }
                changed.awaitNanos(Duration.ofMillis(50).toNanos());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }
}

package org.aman.duty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.aman.language.RightToLeft;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Reply;

/** A channel on which everybody can be reached, and that remembers what it said to whom. */
final class Pager implements Messenger {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Said> said = new ArrayList<>();

    record Said(Chat chat, Reply reply) {
        String text() {
            return RightToLeft.unmarked(reply.text());
        }
    }

    @Override
    public Outcome send(Chat chat, Reply reply, Lane lane) {
        lock.lock();
        try {
            said.add(new Said(chat, reply));
            changed.signalAll();
            return new Outcome.Delivered("m" + said.size());
        } finally {
            lock.unlock();
        }
    }

    /** What this chat was told with these words in it, so far. */
    List<Said> to(Chat chat, String words) {
        lock.lock();
        try {
            return said.stream()
                    .filter(one -> one.chat().equals(chat) && one.text().contains(words))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this chat is told something with these words in it, more often than before. */
    Reply awaits(Chat chat, String words, int before) {
        long until = System.nanoTime() + SOON.toNanos();
        lock.lock();
        try {
            while (to(chat, words).size() <= before) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("Never told: " + words + "\nbut: "
                            + said.stream().map(Said::text).toList());
                }
                changed.awaitNanos(left);
            }
            return to(chat, words).getLast().reply();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }
}

package org.aman.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aman.staff.Journal;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a step of a desk out: one transaction over what changes, its history, the count of revisions and the journal;
 * steps wait for one another; what changed is announced once it is certain.
 */
class Bookkeeping {
    private final Updates updates;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock(true);

    Bookkeeping(
            Updates updates,
            Journal journal,
            TransactionTemplate transactions,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.updates = updates;
        this.journal = journal;
        this.transactions = transactions;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Which updates a step touched, so that they are announced. */
    static final class Touched {
        private final Set<Update.Id> ids = new LinkedHashSet<>();

        void add(Collection<Update.Id> more) {
            ids.addAll(more);
        }
    }

    /** Does all of this or nothing. Never within another transaction: it would be announced before it is certain. */
    <T> T step(Function<Touched, T> work) {
        Updates.@Nullable Change[] change = new Updates.Change[1];
        T done = inTurn(() -> transactions.execute(status -> {
            updates.lock();
            Touched touched = new Touched();
            T result = work.apply(touched);
            change[0] = touched.ids.isEmpty() ? null : updates.count(touched.ids);
            return result;
        }));
        if (change[0] != null) {
            announcements.publishEvent(change[0]);
        }
        return Objects.requireNonNull(done);
    }

    /** Whoever waits for their turn holds no connection meanwhile, so that readers always find one. */
    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    void note(Volunteer by, String act, String subject, String detail) {
        note(by.id().value(), act, subject, detail);
    }

    void note(String by, String act, String subject, String detail) {
        journal.note(by, act, subject, detail);
    }

    /** The same act, done to many: what to say of each, by what it was done to. */
    void note(String by, String act, Map<String, String> details) {
        journal.note(by, act, details);
    }

    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}

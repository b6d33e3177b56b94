package org.aman.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Records how sendings ended, many in one transaction. Whoever sent waits until it is recorded, so that no more than are
 * under way can be said twice after a kill; and the database, of which residents' questions need a share, is asked a
 * hundred times a second at most.
 */
final class Records {
    private static final Logger log = LoggerFactory.getLogger(Records.class);
    private static final int MOST = 500;

    /** Endings that come within this time are recorded together. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(8);

    private static final long AFTER_FAILURE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Endings endings;
    private final TransactionOperations transaction;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();

    Records(Endings endings, TransactionOperations transaction) {
        this.endings = endings;
        this.transaction = transaction;
    }

    private record Entry(Endings.Recorded what, CompletableFuture<Boolean> kept) {}

    /** Records it; the future ends when it is kept. */
    CompletableFuture<Boolean> add(Endings.Recorded recorded) {
        CompletableFuture<Boolean> kept = new CompletableFuture<>();
        queue.add(new Entry(recorded, kept));
        return kept;
    }

    /** Writes what has come in, once; waits a while for something to come. */
    void work(Duration wait) throws InterruptedException {
        Entry first = queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        if (queue.size() < MOST) {
            LockSupport.parkNanos(GATHER_NANOS);
        }
        List<Entry> batch = new ArrayList<>();
        batch.add(first);
        queue.drainTo(batch, MOST);
        write(batch);
    }

    private void write(List<Entry> batch) throws InterruptedException {
        while (true) {
            try {
                transaction.executeWithoutResult(
                        status -> endings.record(batch.stream().map(Entry::what).toList()));
                batch.forEach(entry -> entry.kept().complete(true));
                return;
            } catch (RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                // What was said must not be forgotten: senders wait, so nothing more is said until this is kept.
                log.error("Endings of alerts cannot be kept ({}); trying again", e.getClass().getSimpleName());
                LockSupport.parkNanos(AFTER_FAILURE_NANOS);
            }
        }
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}

package org.aman.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aman.message.Vigil;
import org.aman.message.Watched;
import org.aman.telegram.Attendant.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works through the inbox: one update at a time per chat, many chats side by side, on virtual threads. What a killed
 * process left behind is handled first. A row goes only when its reply has been sent.
 */
final class Lanes implements SmartLifecycle, Watched {
    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    /** Chats attended to side by side: enough to keep 30 messages a second busy while each waits for its own turn. */
    private static final int MOST_AT_ONCE = 256;

    private static final int MOST_AT_A_TIME = 64;

    /** How often to look for what nobody rang for: rows that are due again, and those of replicas that died. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration HOLD_EVERY = Duration.ofSeconds(10);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private final Inbox inbox;
    private final Attendant attendant;
    private final Standing standing;
    private final Tally tally;
    private final String holder;

    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Vigil vigil = new Vigil();

    /** @param holder this replica's name, the same after a restart */
    Lanes(Inbox inbox, Attendant attendant, Standing standing, Tally tally, String holder) {
        this.inbox = inbox;
        this.attendant = attendant;
        this.standing = standing;
        this.tally = tally;
        this.holder = holder;
    }

    /** Something new is in the inbox. */
    void ring() {
        vigil.ring();
    }

    @Override
    public void start() {
        vigil.begin();
        vigil.keep("telegram-inbox", this::work);
        vigil.keep("telegram-claims", this::keepClaims);
    }

    private void work() {
        boolean resumed = false;
        while (vigil.lasts()) {
            try {
                if (!resumed) {
                    inbox.resume(holder);
                    resumed = true;
                }
                if (standing.isRefused() || !takeSome()) {
                    vigil.listen(LOOK);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // This thread must outlive every failure of the database, or the service would fall silent.
                log.error("The inbox cannot be read ({}); trying again", e.getClass().getSimpleName());
                vigil.rest(LOOK);
            }
        }
    }

    /** Takes what there is room for; says whether there was anything. */
    private boolean takeSome() throws InterruptedException {
        free.acquire();
        int room = 1;
        while (room < MOST_AT_A_TIME && free.tryAcquire()) {
            room++;
        }
        List<Inbox.Taken> taken = List.of();
        try {
            taken = inbox.take(room, holder);
        } finally {
            free.release(room - taken.size());
        }
        for (Inbox.Taken one : taken) {
            inHand.add(one.updateId());
            Thread.ofVirtual().name("telegram-chat").start(() -> attend(one));
        }
        return !taken.isEmpty();
    }

    private void attend(Inbox.Taken taken) {
        try {
            switch (attendant.attend(taken.received())) {
                case Verdict.Done done -> inbox.done(taken.updateId());
                case Verdict.Again(Duration after) -> inbox.later(taken.updateId(), after);
            }
        } catch (RuntimeException e) {
            // At this edge any failure of one update must leave the others alone; only its kind is logged, never words.
            log.error("Handling a {} failed: {}", taken.received().kind(), trace(e));
            tally.failed();
            afterFailure(taken.updateId());
        } finally {
            inHand.remove(taken.updateId());
            free.release();
            vigil.ring();
        }
    }

    private void afterFailure(long updateId) {
        try {
            if (vigil.lasts()) {
                inbox.failed(updateId, AFTER_FAILURE);
            }
        } catch (RuntimeException e) {
            // The claim lapses by itself.
            log.error("A failure cannot be noted ({})", e.getClass().getSimpleName());
        }
    }

    /** Where it happened, without the message, which may hold what people said. */
    private static String trace(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private void keepClaims() {
        long tidied = System.nanoTime() - TIDY_EVERY.toNanos();
        while (vigil.rest(HOLD_EVERY)) {
            try {
                inbox.hold(List.copyOf(inHand), holder);
                if (System.nanoTime() - tidied >= TIDY_EVERY.toNanos()) {
                    inbox.tidy();
                    tidied = System.nanoTime();
                }
            } catch (RuntimeException e) {
                log.error("The claims cannot be kept ({}); trying again", e.getClass().getSimpleName());
            }
        }
    }

    /** Lets what is under way come to its end, and leaves the rest in the inbox. */
    @Override
    public void stop() {
        vigil.end();
        try {
            if (!free.tryAcquire(MOST_AT_ONCE, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                log.info("Stopping with {} answers under way; they are given after the next start", inHand.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Vigil vigil() {
        return vigil;
    }

    @Override
    public boolean isRunning() {
        return vigil.lasts();
    }

    /** They begin when the whole service is ready. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** They end after the poller. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }
}

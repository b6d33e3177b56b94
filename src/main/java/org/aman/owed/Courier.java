package org.aman.owed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Reply;
import org.aman.message.Vigil;
import org.aman.message.Watched;
import org.aman.resident.Erasure;
import org.aman.resident.Receipts;
import org.aman.resident.Resident;
import org.aman.resident.Residents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionOperations;

/** Says what we owe, one row at a time, a few side by side, outside any transaction; a row goes once it was said. */
final class Courier implements SmartLifecycle, Forgets.InMemory, Watched {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    /** As many may be said twice when the process is killed. */
    static final int MOST_AT_ONCE = 16;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration UNTIL_CHECKED = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private final Owed owed;
    private final Saying saying;
    private final Answers answers;
    private final Corrections corrections;
    private final Residents residents;
    private final Receipts receipts;
    private final Erasures erasures;
    private final TransactionOperations transaction;
    private final Messenger messenger;
    private final String holder;

    private final Map<Thread, Chat> inHand = new ConcurrentHashMap<>();
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final Vigil vigil = new Vigil();

    /** @param holder this replica's name, the same after a restart */
    Courier(
            Owed owed,
            Saying saying,
            Answers answers,
            Corrections corrections,
            Known known,
            Erasures erasures,
            TransactionOperations transaction,
            Messenger messenger,
            String holder) {
        this.owed = owed;
        this.saying = saying;
        this.answers = answers;
        this.corrections = corrections;
        this.residents = known.residents();
        this.receipts = known.receipts();
        this.erasures = erasures;
        this.transaction = transaction;
        this.messenger = messenger;
        this.holder = holder;
    }

    /** Whom we know, and what they were told. */
    record Known(Residents residents, Receipts receipts) {}

    /** Erases whoever can no longer be reached; late, because {@link Erasure} itself asks the courier to forget. */
    interface Erasures {
        void forget(Chat chat);
    }

    /** Something new is owed. */
    record Due() {}

    @EventListener
    void onDue(Due due) {
        vigil.ring();
    }

    /** An update that was written for open questions may answer now. */
    @EventListener
    void onChange(Updates.Change change) {
        vigil.ring();
    }

    @Override
    public void start() {
        vigil.begin();
        vigil.keep("courier", this::work);
    }

    private void work() {
        boolean resumed = false;
        while (vigil.lasts()) {
            try {
                if (!resumed) {
                    owed.resume(holder);
                    resumed = true;
                }
                answers.settle();
                boolean spread = corrections.spread();
                if (!takeSome() && !spread) {
                    vigil.listen(LOOK);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // This thread must outlive every failure of the database, or nobody would be told any more.
                log.error("What is owed cannot be read ({}); trying again", e.getClass().getSimpleName());
                vigil.rest(LOOK);
            }
        }
    }

    /** Takes what there is room for; says whether there was anything. */
    private boolean takeSome() throws InterruptedException {
        free.acquire();
        int room = 1 + free.drainPermits();
        List<Debt> taken = List.of();
        try {
            taken = owed.take(room, holder);
        } finally {
            free.release(room - taken.size());
        }
        for (Debt debt : taken) {
            Thread.ofVirtual().name("courier-message").start(() -> attend(debt));
        }
        return !taken.isEmpty();
    }

    private void attend(Debt debt) {
        try {
            say(debt);
        } catch (RuntimeException e) {
            // At this edge the failure of one message must leave the others alone; only its kind is logged, never words.
            log.error("A message that is owed could not be sent ({})", e.getClass().getSimpleName());
            afterFailure(debt);
        } finally {
            free.release();
            vigil.ring();
        }
    }

    private void afterFailure(Debt debt) {
        try {
            owed.later(debt, AFTER_FAILURE);
        } catch (RuntimeException e) {
            // The claim lapses by itself.
            log.error("A failure cannot be noted ({})", e.getClass().getSimpleName());
        }
    }

    private void say(Debt debt) {
        Optional<Resident> resident = residents.known(debt.chat());
        Language language = resident.map(Resident::language).orElse(debt.language());
        switch (saying.now(debt, language)) {
            case Saying.Now.Wait wait -> owed.later(debt, UNTIL_CHECKED);
            case Saying.Now.Nothing nothing -> end(debt, false);
            case Saying.Now.Say say -> {
                sent(debt, say.reply())
                        .ifPresent(outcome -> said(
                                debt, outcome, () -> resident.ifPresent(known -> noteTold(known, say.told()))));
            }
        }
    }

    /** Empty where they were forgotten meanwhile: nothing is sent then, and the row is gone. */
    private Optional<Outcome> sent(Debt debt, Reply reply) {
        Thread me = Thread.currentThread();
        inHand.put(me, debt.chat());
        try {
            // Looked up last of all, when the words are ready and a call to forget would find us.
            return owed.stands(debt)
                    ? Optional.of(messenger.send(debt.chat(), reply, lane(debt)))
                    : Optional.empty();
        } catch (RuntimeException e) {
            if (me.isInterrupted()) {
                return Optional.empty();
            }
            throw e;
        } finally {
            inHand.remove(me);
            Thread.interrupted();
        }
    }

    private static Messenger.Lane lane(Debt debt) {
        return switch (debt.kind()) {
            case ANSWER -> Messenger.Lane.BULK;
            case CORRECTION -> Messenger.Lane.URGENT;
        };
    }

    private void said(Debt debt, Outcome outcome, Runnable whenTold) {
        switch (outcome) {
            case Outcome.Delivered delivered -> {
                // First of all, so that whatever is killed from here on they can be told a correction.
                whenTold.run();
                end(debt, true);
            }
            case Outcome.TryAgain(Duration after) -> owed.later(debt, after);
            case Outcome.Unreachable unreachable -> {
                end(debt, false);
                erasures.forget(debt.chat());
            }
            case Outcome.Rejected(String reason) -> {
                log.warn("A message that was owed is not taken: {}", reason);
                end(debt, false);
            }
        }
    }

    /** The row goes and is counted in one step. */
    private void end(Debt debt, boolean told) {
        transaction.executeWithoutResult(status -> {
            String correction = debt.correction();
            if (owed.done(debt) && correction != null) {
                if (told) {
                    corrections.told(correction);
                } else {
                    corrections.missed(correction);
                }
            }
        });
    }

    /** So that what they have been told now can be corrected too. */
    private void noteTold(Resident resident, @Nullable Update told) {
        if (told != null && told.expires() != null) {
            receipts.told(resident.id(), told.id().value(), told.revision(), told.expires());
        }
    }

    /** Their row is gone already; what waits for its turn to be sent goes unsaid. */
    @Override
    public void letGo(Chat chat) {
        for (Thread sending : inHand.keySet()) {
            // As one step, so that only the waiting for a turn is broken off, and never what comes after it.
            inHand.computeIfPresent(sending, (thread, to) -> {
                if (to.equals(chat)) {
                    thread.interrupt();
                }
                return to;
            });
        }
    }

    /** Lets what is under way come to its end; the rest is said after the next start. */
    @Override
    public void stop() {
        vigil.end();
        try {
            if (free.tryAcquire(MOST_AT_ONCE, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(MOST_AT_ONCE);
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

    /** It begins when the whole service is ready. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }
}

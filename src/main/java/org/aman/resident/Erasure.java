package org.aman.resident;

import java.time.Duration;
import java.util.List;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases people: those who ask for it at once, those long unseen by themselves. */
@Component
public class Erasure {
    private static final Duration LONGEST_IDLE = Duration.ofDays(365);

    private final List<Forgets> keepers;
    private final List<Forgets.InMemory> memories;
    private final Residents residents;
    private final Receipts receipts;
    private final Replay replay;
    private final TransactionTemplate transaction;

    public Erasure(
            List<Forgets> keepers,
            List<Forgets.InMemory> memories,
            Residents residents,
            Receipts receipts,
            Replay replay,
            TransactionTemplate transaction) {
        this.keepers = List.copyOf(keepers);
        this.memories = List.copyOf(memories);
        this.residents = residents;
        this.receipts = receipts;
        this.replay = replay;
        this.transaction = transaction;
    }

    /** Erases everything kept of this chat in every room; all of it or, with an exception, nothing. */
    public void forget(Chat chat) {
        forget(chat, replay.begin(chat));
    }

    private void forget(Chat chat, long number) {
        transaction.executeWithoutResult(status -> {
            keepers.forEach(keeper -> keeper.forget(chat));
            replay.done(number);
        });
        memories.forEach(memory -> memory.letGo(chat));
    }

    /**
     * Erases again whom a restored database still knows, or whom a kill left half erased: before anything is said to
     * anybody.
     */
    @EventListener(ApplicationStartedEvent.class)
    public void catchUp() {
        replay.missed().forEach(one -> forget(one.chat(), one.number()));
    }

    /** Erases residents unseen for 12 months and receipts that have ended; catches up with a rotation of the keys. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void sweep() {
        receipts.sweep();
        residents.idleFor(LONGEST_IDLE).forEach(this::forget);
        residents.closeAllByTheNewestKey();
        replay.sweep();
    }
}

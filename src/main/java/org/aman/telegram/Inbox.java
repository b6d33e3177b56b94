package org.aman.telegram;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.aman.database.Dialect;
import org.aman.database.Seal;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What was taken from Telegram and is not answered yet. Once {@link #keep} has returned, nothing of it is lost, whatever
 * is killed; a row is taken only while no earlier row of its chat is open, and a claim lapses by itself unless it is
 * {@link #hold held}. Chats and words are stored sealed. Safe for use by many threads and many replicas.
 */
class Inbox implements Forgets {
    /** How long a claim lasts without being held; a crashed replica's chats wait this long for another. */
    static final Duration CLAIM = Duration.ofSeconds(30);

    /** After as many failures an update is put aside, so that its chat goes on. */
    static final int MOST_FAILURES = 3;

    /** An update that was taken this often without an end has probably taken the process down with it. */
    static final int MOST_CLAIMS_AFTER_CRASHES = 12;

    /** Telegram repeats an update for 24 hours; twice that is safe. */
    static final Duration REMEMBERED = Duration.ofHours(48);

    /**
     * As many of one chat wait at most: a minute of answers at Telegram's one a second. Nobody in need writes more before
     * the first is answered; whoever floods us must not keep the others waiting, nor a warning (A36, F25).
     */
    static final int MOST_OF_A_CHAT = 60;

    static final Duration ASIDE_KEPT = Duration.ofHours(72);

    static final String CHAT = "telegram-chat";
    private static final String PAYLOAD = "telegram-update";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Dialect dialect;
    private final Seal seal;
    private final Clock clock;
    private final Queue<Long> ended = new ConcurrentLinkedQueue<>();
    private final ReentrantLock commit = new ReentrantLock();

    Inbox(JdbcClient jdbc, TransactionOperations transaction, Dialect dialect, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.dialect = dialect;
        this.seal = seal;
        this.clock = clock;
    }

    /** An update that is ours to handle now. */
    record Taken(long updateId, Received received, int claims) {}

    /**
     * Keeps what is new of a batch in one commit; what was seen before has no effect, nor has what a chat says that has
     * {@value #MOST_OF_A_CHAT} waiting already. Returns how many were kept.
     */
    int keep(Collection<Received.Numbered> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        Integer kept = transaction.execute(status -> {
            Map<String, Integer> waiting = new HashMap<>();
            return batch.stream().mapToInt(update -> keepUnlessFlooded(update, waiting)).sum();
        });
        return kept == null ? 0 : kept;
    }

    private int keepUnlessFlooded(Received.Numbered update, Map<String, Integer> waiting) {
        String chat = seal.close(CHAT, update.received().turn());
        if (waiting.computeIfAbsent(chat, this::waiting) >= MOST_OF_A_CHAT) {
            return 0;
        }
        int kept = keepIfNew(update, chat);
        waiting.merge(chat, kept, Integer::sum);
        return kept;
    }

    private int waiting(String chat) {
        return jdbc.sql("select count(*) from telegram_inbox where chat = :chat")
                .param("chat", chat)
                .query(Integer.class)
                .single();
    }

    private int keepIfNew(Received.Numbered update, String chat) {
        long now = clock.millis();
        int fresh = jdbc.sql("""
                insert into telegram_seen (update_id, seen_at) values (:update, :now)
                on conflict (update_id) do nothing
                """).param("update", update.updateId()).param("now", now).update();
        if (fresh == 0) {
            return 0;
        }
        return jdbc.sql("""
                insert into telegram_inbox (update_id, chat, payload, received_at, due_at, claims, failures)
                values (:update, :chat, :payload, :now, 0, 0, 0)
                """)
                .param("update", update.updateId())
                .param("chat", chat)
                .param("payload", seal.closeContent(PAYLOAD, update.received().json()))
                .param("now", now)
                .update();
    }

    /** Takes at most so many updates, each the earliest open one of its chat, oldest first. */
    List<Taken> take(int most, String holder) {
        long now = clock.millis();
        List<Row> rows = jdbc.sql("""
                update telegram_inbox set due_at = :until, holder = :holder, claims = claims + 1
                 where update_id in (
                       select open.update_id from telegram_inbox open
                        where open.due_at <= :now
                          and not exists (select 1 from telegram_inbox earlier
                                           where earlier.chat = open.chat and earlier.update_id < open.update_id)
                        order by open.update_id limit :most /* lock */)
                returning update_id, payload, claims, failures
                """.replace("/* lock */", dialect.lockRows()))
                .param("until", now + CLAIM.toMillis())
                .param("holder", holder)
                .param("now", now)
                .param("most", most)
                .query(Inbox::row)
                .list();
        return rows.stream()
                .sorted(Comparator.comparingLong(Row::updateId))
                .flatMap(row -> opened(row).stream())
                .toList();
    }

    private record Row(long updateId, String payload, int claims, int failures) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("update_id"), row.getString("payload"), row.getInt("claims"), row.getInt("failures"));
    }

    /** The update of a row; empty where it came too often or cannot be opened any more, and was put aside for that. */
    private Optional<Taken> opened(Row row) {
        if (row.failures >= MOST_FAILURES) {
            return putAside(row.updateId, "failed");
        }
        if (row.claims > MOST_CLAIMS_AFTER_CRASHES) {
            return putAside(row.updateId, "crashed");
        }
        try {
            Received received = Received.of(seal.openContent(PAYLOAD, row.payload));
            return Optional.of(new Taken(row.updateId, received, row.claims));
        } catch (IllegalStateException damagedOrOtherKeys) {
            return putAside(row.updateId, "unreadable");
        }
    }

    /** Keeps the claims of this holder alive. */
    void hold(Collection<Long> updateIds, String holder) {
        if (!updateIds.isEmpty()) {
            jdbc.sql("""
                    update telegram_inbox set due_at = :until where holder = :holder and update_id in (:updates)
                    """)
                    .param("until", clock.millis() + CLAIM.toMillis())
                    .param("holder", holder)
                    .param("updates", updateIds)
                    .update();
        }
    }

    /** Frees what this holder had taken before it was killed; for its start, so that nobody waits for the claim to lapse. */
    int resume(String holder) {
        return jdbc.sql("update telegram_inbox set due_at = 0 where holder = :holder and due_at > 0")
                .param("holder", holder)
                .update();
    }

    /** It is answered: the row goes. Rows that end while one commit is under way go together with the next. */
    void done(long updateId) {
        ended.add(updateId);
        commit.lock();
        try {
            List<Long> rows = drained();
            if (!rows.isEmpty()) {
                remove(rows);
            }
        } finally {
            commit.unlock();
        }
    }

    private List<Long> drained() {
        List<Long> rows = new ArrayList<>();
        for (Long row = ended.poll(); row != null; row = ended.poll()) {
            rows.add(row);
        }
        return rows;
    }

    private void remove(List<Long> rows) {
        boolean removed = false;
        try {
            jdbc.sql("delete from telegram_inbox where update_id in (:updates)")
                    .param("updates", rows)
                    .update();
            removed = true;
        } finally {
            if (!removed) {
                ended.addAll(rows);
            }
        }
    }

    /** Not now: its chat waits this long. That is no sign of poison. */
    void later(long updateId, Duration after) {
        jdbc.sql("update telegram_inbox set due_at = :due, claims = 0 where update_id = :update")
                .param("due", clock.millis() + after.toMillis())
                .param("update", updateId)
                .update();
    }

    /** Handling it failed: again after this long, or put aside when it has failed too often. */
    void failed(long updateId, Duration after) {
        jdbc.sql("""
                update telegram_inbox set due_at = :due, failures = failures + 1 where update_id = :update
                """)
                .param("due", clock.millis() + after.toMillis())
                .param("update", updateId)
                .update();
    }

    private Optional<Taken> putAside(long updateId, String reason) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    insert into telegram_aside (update_id, chat, payload, reason, aside_at)
                    select update_id, chat, payload, :reason, :now from telegram_inbox where update_id = :update
                    """)
                    .param("reason", reason)
                    .param("now", clock.millis())
                    .param("update", updateId)
                    .update();
            jdbc.sql("delete from telegram_inbox where update_id = :update")
                    .param("update", updateId)
                    .update();
        });
        return Optional.empty();
    }

    /**
     * Erases what was put aside of this chat. What it has said since is answered first, and goes with the answer: whoever
     * asks to be forgotten and then asks on is not met with silence.
     */
    @Override
    public void forget(Chat chat) {
        if (chat.channel().equals(Received.CHANNEL)) {
            jdbc.sql("delete from telegram_aside where chat in (:closings)")
                    .param("closings", seal.closings(CHAT, chat.address()))
                    .update();
        }
    }

    /** How many wait or are being handled. */
    long open() {
        return jdbc.sql("select count(*) from telegram_inbox").query(Long.class).single();
    }

    /** How many were put aside and not forgotten yet. */
    long aside() {
        return jdbc.sql("select count(*) from telegram_aside").query(Long.class).single();
    }

    /** Forgets numbers that Telegram no longer repeats, and old updates put aside. */
    void tidy() {
        jdbc.sql("delete from telegram_seen where seen_at < :before")
                .param("before", clock.millis() - REMEMBERED.toMillis())
                .update();
        jdbc.sql("delete from telegram_aside where aside_at < :before")
                .param("before", clock.millis() - ASIDE_KEPT.toMillis())
                .update();
    }
}

package org.aman.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.aman.database.Seal;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chats that Telegram asked us to leave alone for a while (429); remembered over a restart, by their sealed number. */
class Pauses implements Forgets, Forgets.InMemory {
    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;
    private final AtomicReference<@Nullable Map<String, Instant>> known = new AtomicReference<>();

    Pauses(JdbcClient jdbc, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** How long this chat must still be left alone; zero for most. */
    Duration left(String chat) {
        Map<String, Instant> pauses = known();
        if (pauses.isEmpty()) {
            return Duration.ZERO;
        }
        String sealed = seal.close(Inbox.CHAT, chat);
        Instant until = pauses.get(sealed);
        if (until == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), until);
        if (left.isPositive()) {
            return left;
        }
        forget(sealed);
        return Duration.ZERO;
    }

    /** Leaves this chat alone for so long. */
    void pause(String chat, Duration wait) {
        String sealed = seal.close(Inbox.CHAT, chat);
        Instant until = clock.instant().plus(wait);
        known().put(sealed, until);
        jdbc.sql("""
                insert into telegram_pause (chat, until_at) values (:chat, :until)
                on conflict (chat) do update set until_at = excluded.until_at
                """).param("chat", sealed).param("until", until.toEpochMilli()).update();
    }

    @Override
    public void forget(Chat chat) {
        if (chat.channel().equals(Received.CHANNEL)) {
            seal.closings(Inbox.CHAT, chat.address()).forEach(this::forget);
        }
    }

    @Override
    public void letGo(Chat chat) {
        if (chat.channel().equals(Received.CHANNEL)) {
            known().keySet().removeAll(seal.closings(Inbox.CHAT, chat.address()));
        }
    }

    private void forget(String sealed) {
        known().remove(sealed);
        jdbc.sql("delete from telegram_pause where chat = :chat")
                .param("chat", sealed)
                .update();
    }

    private Map<String, Instant> known() {
        Map<String, Instant> pauses = known.get();
        if (pauses != null) {
            return pauses;
        }
        Map<String, Instant> read = new ConcurrentHashMap<>();
        jdbc.sql("select chat, until_at from telegram_pause")
                .query(row -> {
                    read.put(row.getString("chat"), Instant.ofEpochMilli(row.getLong("until_at")));
                });
        Map<String, Instant> raced = known.compareAndExchange(null, read);
        return raced == null ? read : raced;
    }
}

package org.aman.owed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aman.database.Dialect;
import org.aman.database.Identifiers;
import org.aman.database.Seal;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.aman.resident.Receipt;
import org.aman.resident.Resident;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages we owe, one row each, gone once sent. Whoever takes a row has it for a while; a claim lapses by itself, so
 * that what a killed process held is sent by another. Safe for use by many threads and replicas.
 */
@Component
class Owed implements Forgets {
    /** How long a claim lasts; waiting for a turn to send takes seconds at the most. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    private static final String PURPOSE = "owed";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Seal seal;
    private final Clock clock;
    private final Identifiers identifiers;

    Owed(JdbcClient jdbc, Dialect dialect, Seal seal, Clock clock, Identifiers identifiers) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.seal = seal;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /** Owes this chat the answer that this update is; owed twice it is said once. */
    void answer(Chat chat, String updateId, Language language, Instant until) {
        owe(chat, Debt.Kind.ANSWER, updateId, 0, null, language, until);
    }

    /** Owes a resident the correction of what they were told, as long as it would have stood; said once. */
    void correct(Resident resident, Receipt receipt, String correction) {
        owe(
                resident.chat(),
                Debt.Kind.CORRECTION,
                receipt.updateId(),
                receipt.revision(),
                correction,
                resident.language(),
                receipt.until());
    }

    private void owe(
            Chat chat,
            Debt.Kind kind,
            String updateId,
            int revision,
            @Nullable String correction,
            Language language,
            Instant until) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", identifiers.next());
        values.put("chat", seal.close(PURPOSE, chat.joined()));
        values.put("kind", kind.name());
        values.put("update", updateId);
        values.put("revision", revision);
        values.put("correction", correction);
        values.put("language", language.code());
        values.put("due", clock.millis());
        values.put("until", until.toEpochMilli());
        jdbc.sql("""
                insert into owed (id, chat, kind, update_id, revision, correction_id, language, due_at, until_at)
                values (:id, :chat, :kind, :update, :revision, :correction, :language, :due, :until)
                    on conflict (chat, kind, update_id) do nothing
                """).params(values).update();
    }

    /** Takes at most so many that are due, corrections first. */
    List<Debt> take(int most, String holder) {
        long now = clock.millis();
        return jdbc.sql("""
                update owed set due_at = :lapse, holder = :holder
                 where id in (select id from owed
                               where due_at <= :now and until_at > :now
                               order by kind desc, due_at, id limit :most /* lock */)
                returning id, chat, kind, update_id, revision, correction_id, language, due_at, until_at
                """.replace("/* lock */", dialect.lockRows()))
                .param("lapse", now + CLAIM.toMillis())
                .param("holder", holder)
                .param("now", now)
                .param("most", most)
                .query(this::toDebt)
                .list();
    }

    /** Whether it is still to be said, and by us: not forgotten, not over, not taken by another meanwhile. */
    boolean stands(Debt debt) {
        return jdbc.sql("select count(*) from owed where id = :id and due_at = :due and until_at > :now")
                        .param("id", debt.id())
                        .param("due", debt.due().toEpochMilli())
                        .param("now", clock.millis())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** It was said, or never will be; false where it was gone already. */
    boolean done(Debt debt) {
        return jdbc.sql("delete from owed where id = :id").param("id", debt.id()).update() > 0;
    }

    /** Not now: again after this long. */
    void later(Debt debt, Duration after) {
        jdbc.sql("update owed set due_at = :due where id = :id and due_at = :claimed")
                .param("due", clock.millis() + after.toMillis())
                .param("id", debt.id())
                .param("claimed", debt.due().toEpochMilli())
                .update();
    }

    /** Frees what this holder had taken before it was killed, so that nobody waits for the claims to lapse. */
    void resume(String holder) {
        jdbc.sql("update owed set due_at = :now, holder = null where holder = :holder")
                .param("now", clock.millis())
                .param("holder", holder)
                .update();
    }

    /** How many of a correction are still to be sent. */
    int left(String correction) {
        return jdbc.sql("select count(*) from owed where correction_id = :correction")
                .param("correction", correction)
                .query(Integer.class)
                .single();
    }

    /** Takes out what is over unsaid; the corrections they belonged to, one entry each. */
    List<String> takeOver() {
        return jdbc.sql("delete from owed where until_at <= :now returning coalesce(correction_id, '') as correction")
                .param("now", clock.millis())
                .query((row, number) -> row.getString("correction"))
                .list()
                .stream()
                .filter(correction -> !correction.isEmpty())
                .toList();
    }

    @Override
    public void forget(Chat chat) {
        jdbc.sql("delete from owed where chat in (:closings)")
                .param("closings", seal.closings(PURPOSE, chat.joined()))
                .update();
    }

    private Debt toDebt(ResultSet row, int number) throws SQLException {
        return new Debt(
                row.getString("id"),
                Chat.of(seal.open(PURPOSE, row.getString("chat"))),
                Debt.Kind.valueOf(row.getString("kind")),
                row.getString("update_id"),
                row.getInt("revision"),
                row.getString("correction_id"),
                Language.of(row.getString("language")).orElseThrow(),
                Instant.ofEpochMilli(row.getLong("due_at")),
                Instant.ofEpochMilli(row.getLong("until_at")));
    }
}

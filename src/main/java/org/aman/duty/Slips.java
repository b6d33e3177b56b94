package org.aman.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.aman.database.Identifiers;
import org.aman.staff.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where slips are kept until they are over, also across restarts. One slip of a person at most awaits words. Safe for use
 * by many threads and replicas.
 */
@Component
class Slips {
    /** How long buttons work: what waits longer is laid before people anew. */
    static final Duration LASTS = Duration.ofDays(7);

    /** How long words are taken for an answer; later they are more likely a question of their own. */
    static final Duration AWAITS = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Identifiers identifiers;

    Slips(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Identifiers identifiers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /**
     * What a slip is about.
     *
     * @param revision 0 for none
     */
    record About(Slip.Kind kind, String subject, int revision, String hash) {}

    /** Lays something before a person that asks for nothing but a press. */
    Slip lay(Volunteer who, About about) {
        return lay(who, about, "", false, "");
    }

    /** Lays a question before a person; their next words answer it. */
    Slip ask(Volunteer who, About about, String field, String note) {
        return lay(who, about, field, true, note);
    }

    /** Lays something before a person that asks for nothing, with what was said so far. */
    Slip lay(Volunteer who, About about, String note) {
        return lay(who, about, "", false, note);
    }

    private Slip lay(Volunteer who, About about, String field, boolean awaits, String note) {
        Slip slip = new Slip(
                identifiers.next(), who.id(), about.kind(), about.subject(), about.revision(), about.hash(), field,
                awaits, note, clock.instant().plus(LASTS));
        transaction.executeWithoutResult(status -> {
            if (awaits) {
                hush(who.id());
            }
            insert(slip);
        });
        return slip;
    }

    private void insert(Slip slip) {
        Map<String, Object> values = new HashMap<>();
        values.put("token", slip.token());
        values.put("holder", slip.holder().value());
        values.put("kind", slip.kind().name());
        values.put("subject", slip.subject());
        values.put("revision", slip.revision());
        values.put("hash", slip.hash());
        values.put("field", slip.field());
        values.put("awaits", slip.awaits() ? clock.instant().plus(AWAITS).toEpochMilli() : 0L);
        values.put("note", slip.note());
        values.put("until", slip.until().toEpochMilli());
        jdbc.sql("""
                insert into duty_slip (token, volunteer_id, kind, subject, revision, hash, field, awaits_until, note,
                                       until_at)
                values (:token, :holder, :kind, :subject, :revision, :hash, :field, :awaits, :note, :until)
                """).params(values).update();
    }

    /** The slip of this token, whoever holds it; empty where there is none or it is over. */
    Optional<Slip> slip(String token) {
        return jdbc.sql("""
                select token, volunteer_id, kind, subject, revision, hash, field, awaits_until, note, until_at
                  from duty_slip
                 where token = :token and until_at > :now
                """)
                .param("token", token)
                .param("now", clock.millis())
                .query(this::toSlip)
                .optional();
    }

    /** The slip whose question this person's next words answer. */
    Optional<Slip> awaiting(Volunteer.Id who) {
        return jdbc.sql("""
                select token, volunteer_id, kind, subject, revision, hash, field, awaits_until, note, until_at
                  from duty_slip
                 where volunteer_id = :who and awaits_until > :now and until_at > :now
                """)
                .param("who", who.value())
                .param("now", clock.millis())
                .query(this::toSlip)
                .optional();
    }

    /** Takes this person's words for an answer no more; false where nothing was awaited. */
    boolean hush(Volunteer.Id who) {
        return jdbc.sql("update duty_slip set awaits_until = 0 where volunteer_id = :who and awaits_until > 0")
                .param("who", who.value())
                .update() > 0;
    }

    /** Nothing laid before this person works any more. */
    void drop(Volunteer.Id who) {
        jdbc.sql("delete from duty_slip where volunteer_id = :who")
                .param("who", who.value())
                .update();
    }

    /** As {@link #drop(Volunteer.Id)}, for slips of this kind alone. */
    void drop(Volunteer.Id who, Slip.Kind kind) {
        jdbc.sql("delete from duty_slip where volunteer_id = :who and kind = :kind")
                .param("who", who.value())
                .param("kind", kind.name())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void sweep() {
        jdbc.sql("delete from duty_slip where until_at <= :now")
                .param("now", clock.millis())
                .update();
    }

    private Slip toSlip(ResultSet row, int number) throws SQLException {
        return new Slip(
                row.getString("token"),
                new Volunteer.Id(row.getString("volunteer_id")),
                Slip.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getInt("revision"),
                row.getString("hash"),
                row.getString("field"),
                row.getLong("awaits_until") > clock.millis(),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("until_at")));
    }
}

package org.aman.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aman.database.Dialect;
import org.aman.database.Identifiers;
import org.aman.staff.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The notices that people on duty are owed, one row each. A row stays a while after it was said, so that nobody is told
 * twice; a claim lapses by itself, so that what a killed process held is said by another. Safe for use by many threads
 * and replicas.
 */
@Component
class Notices {
    /** How long a claim lasts; waiting for a turn to send takes seconds at the most. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    /** How long a notice is worth saying, and remembered. */
    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;
    private final Identifiers identifiers;

    Notices(JdbcClient jdbc, Dialect dialect, Clock clock, Identifiers identifiers) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /** Owes this person a notice; owed twice it is said once. */
    void owe(Volunteer.Id who, Notice.Kind kind, String subject, long revision) {
        jdbc.sql("""
                insert into duty_notice (id, volunteer_id, kind, subject, revision, due_at, until_at, said)
                values (:id, :who, :kind, :subject, :revision, :due, :until, 0)
                    on conflict (volunteer_id, kind, subject, revision) do nothing
                """)
                .param("id", identifiers.next())
                .param("who", who.value())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("revision", revision)
                .param("due", clock.millis())
                .param("until", clock.millis() + KEPT.toMillis())
                .update();
    }

    /** Takes at most so many that are due. */
    List<Notice> take(int most, String holder) {
        long now = clock.millis();
        return jdbc.sql("""
                update duty_notice set due_at = :lapse, holder = :holder
                 where id in (select id from duty_notice
                               where said = 0 and due_at <= :now and until_at > :now
                               order by due_at, id limit :most /* lock */)
                returning id, volunteer_id, kind, subject, revision, due_at
                """.replace("/* lock */", dialect.lockRows()))
                .param("lapse", now + CLAIM.toMillis())
                .param("holder", holder)
                .param("now", now)
                .param("most", most)
                .query(Notices::toNotice)
                .list();
    }

    /** It was said, or need not be any more. */
    void done(Notice notice) {
        jdbc.sql("update duty_notice set said = 1, holder = null where id = :id")
                .param("id", notice.id())
                .update();
    }

    /** Not now: again after this long. */
    void later(Notice notice, Duration after) {
        jdbc.sql("update duty_notice set due_at = :due where id = :id and due_at = :claimed")
                .param("due", clock.millis() + after.toMillis())
                .param("id", notice.id())
                .param("claimed", notice.due().toEpochMilli())
                .update();
    }

    /** Frees what this holder had taken before it was killed, so that nobody waits for the claims to lapse. */
    void resume(String holder) {
        jdbc.sql("update duty_notice set due_at = :now, holder = null where holder = :holder and said = 0")
                .param("now", clock.millis())
                .param("holder", holder)
                .update();
    }

    /** Owes this person nothing any more. */
    void drop(Volunteer.Id who) {
        jdbc.sql("delete from duty_notice where volunteer_id = :who")
                .param("who", who.value())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    void sweep() {
        jdbc.sql("delete from duty_notice where until_at <= :now")
                .param("now", clock.millis())
                .update();
    }

    private static Notice toNotice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getString("id"),
                new Volunteer.Id(row.getString("volunteer_id")),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getLong("revision"),
                Instant.ofEpochMilli(row.getLong("due_at")));
    }
}

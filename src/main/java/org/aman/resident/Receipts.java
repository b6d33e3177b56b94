package org.aman.resident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told which update. What has ended is never given back, and goes at the next sweep. */
@Component
public class Receipts {
    /** However long an update stands, who was told is forgotten after this long. */
    private static final Duration LONGEST = Duration.ofHours(72);

    private final JdbcClient jdbc;
    private final Clock clock;

    public Receipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes that this resident was told this revision of an update, until the update ends but for 72 hours at most. Times
     * are cut to the hour, so that they do not tell when it was. Nothing is noted of a resident who was erased meanwhile.
     */
    public void told(Resident.Id resident, String updateId, int revision, Instant until) {
        Instant longest = clock.instant().plus(LONGEST);
        Instant end = (until.isBefore(longest) ? until : longest).truncatedTo(ChronoUnit.HOURS);
        jdbc.sql("""
                insert into receipt (resident_id, update_id, revision, until_hour)
                select id, :update, :revision, :until from resident where id = :resident
                    on conflict (resident_id, update_id) do update
                   set revision = excluded.revision, until_hour = excluded.until_hour
                 where excluded.revision >= receipt.revision
                """)
                .param("resident", resident.value())
                .param("update", updateId)
                .param("revision", revision)
                .param("until", end.toEpochMilli())
                .update();
    }

    /** Who was told this update, in whatever revision. */
    public List<Receipt> of(String updateId) {
        return jdbc.sql("""
                select resident_id, update_id, revision, until_hour
                  from receipt
                 where update_id = :update and until_hour > :now
                """)
                .param("update", updateId)
                .param("now", clock.millis())
                .query((row, number) -> new Receipt(
                        new Resident.Id(row.getString("resident_id")),
                        row.getString("update_id"),
                        row.getInt("revision"),
                        Instant.ofEpochMilli(row.getLong("until_hour"))))
                .list();
    }

    /** Erases the receipts that have ended. */
    void sweep() {
        jdbc.sql("delete from receipt where until_hour <= :now")
                .param("now", clock.millis())
                .update();
    }
}

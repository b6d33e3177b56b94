package org.aman.resident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
                .query(Receipts::toReceipt)
                .list();
    }

    private static Receipt toReceipt(ResultSet row, int number) throws SQLException {
        return new Receipt(
                new Resident.Id(row.getString("resident_id")),
                row.getString("update_id"),
                row.getInt("revision"),
                Instant.ofEpochMilli(row.getLong("until_hour")));
    }

    /** How many were told each revision of each update. */
    public List<Tally> tallies() {
        return jdbc.sql("""
                select update_id, revision, count(*) as people
                  from receipt
                 where until_hour > :now
                 group by update_id, revision
                 order by update_id, revision
                """)
                .param("now", clock.millis())
                .query((row, number) ->
                        new Tally(row.getString("update_id"), row.getInt("revision"), row.getInt("people")))
                .list();
    }

    /** So many were told this revision of an update. */
    public record Tally(String updateId, int revision, int people) {}

    /**
     * What was told wrongly, and to whom it matters.
     *
     * @param revisions the revisions of the update that no longer stand
     * @param nowId what stands instead; those who were told that already need no correction. Null for nothing
     */
    public record Wrong(String updateId, Collection<Integer> revisions, @Nullable String nowId, int nowRevision) {}

    /** How many were told it and not yet what stands instead. */
    public int count(Wrong wrong) {
        return jdbc.sql("select count(*) from receipt" + WHO)
                .params(parameters(wrong))
                .query(Integer.class)
                .single();
    }

    /** Takes the receipts of some of those who were told it: they are the caller's to correct, in its transaction. */
    public List<Receipt> take(Wrong wrong, int most) {
        Map<String, Object> parameters = parameters(wrong);
        parameters.put("most", most);
        return jdbc.sql("""
                delete from receipt
                 where update_id = :update
                   and resident_id in (select resident_id from receipt /* who */ order by resident_id limit :most)
                returning resident_id, update_id, revision, until_hour
                """.replace("/* who */", WHO))
                .params(parameters)
                .query(Receipts::toReceipt)
                .list();
    }

    private static final String WHO = """
             where update_id = :update and revision in (:revisions) and until_hour > :now
               and not exists (select 1 from receipt newer
                                where newer.resident_id = receipt.resident_id
                                  and newer.update_id = :nowId and newer.revision >= :nowRevision)
            """;

    private Map<String, Object> parameters(Wrong wrong) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("update", wrong.updateId());
        parameters.put("revisions", wrong.revisions());
        parameters.put("now", clock.millis());
        parameters.put("nowId", wrong.nowId() == null ? "" : wrong.nowId());
        parameters.put("nowRevision", wrong.nowRevision());
        return parameters;
    }

    /** Erases the receipts that have ended. */
    void sweep() {
        jdbc.sql("delete from receipt where until_hour <= :now")
                .param("now", clock.millis())
                .update();
    }
}

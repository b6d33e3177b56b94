package org.aman.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aman.database.Identifiers;
import org.aman.staff.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where alerts wait while somebody is still writing them. Nothing of a draft goes out: it must be proposed first.
 * Whoever may propose alerts may go on with another's draft.
 */
public final class AlertDrafts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A draft that nobody has touched for so long tells of another time. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Identifiers identifiers;
    private final Clock clock;

    public AlertDrafts(JdbcClient jdbc, Identifiers identifiers, Clock clock) {
        this.jdbc = jdbc;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * A draft as it is kept.
     *
     * @param version counts up from 1 with each saving
     */
    public record Kept(String id, int version, Draft draft, Volunteer.Id changedBy, Instant changedAt) {}

    /** Keeps a new draft. */
    public Kept start(Draft draft, Volunteer.Id by) {
        Kept kept = new Kept(identifiers.next(), 1, draft, by, clock.instant());
        jdbc.sql("""
                insert into alert_draft (id, version, content, changed_by, changed_at)
                values (:id, 1, :content, :by, :at)
                """)
                .param("id", kept.id())
                .param("content", JSON.writeValueAsString(draft))
                .param("by", by.value())
                .param("at", kept.changedAt().toEpochMilli())
                .update();
        return kept;
    }

    /**
     * Puts this in the place of what was kept.
     *
     * @param version of what its writer had before them
     * @return empty, and nothing is changed, where somebody else saved or dropped it meanwhile
     */
    public Optional<Kept> change(String id, int version, Draft draft, Volunteer.Id by) {
        Kept kept = new Kept(id, version + 1, draft, by, clock.instant());
        int changed = jdbc.sql("""
                update alert_draft
                   set version = version + 1, content = :content, changed_by = :by, changed_at = :at
                 where id = :id and version = :version
                """)
                .param("content", JSON.writeValueAsString(draft))
                .param("by", by.value())
                .param("at", kept.changedAt().toEpochMilli())
                .param("id", id)
                .param("version", version)
                .update();
        return changed == 0 ? Optional.empty() : Optional.of(kept);
    }

    /** The draft of this id; empty where it was proposed or dropped. */
    public Optional<Kept> draft(String id) {
        return jdbc.sql("select id, version, content, changed_by, changed_at from alert_draft where id = :id")
                .param("id", id)
                .query(AlertDrafts::toKept)
                .optional();
    }

    /** All drafts, the latest first. */
    public List<Kept> all() {
        return jdbc.sql("""
                select id, version, content, changed_by, changed_at
                  from alert_draft
                 order by changed_at desc, id
                """).query(AlertDrafts::toKept).list();
    }

    /** Lets go of a draft: it was proposed, or nobody wants it. */
    public void drop(String id) {
        jdbc.sql("delete from alert_draft where id = :id").param("id", id).update();
    }

    /** Erases drafts that nobody has touched for 30 days. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void sweep() {
        jdbc.sql("delete from alert_draft where changed_at <= :longAgo")
                .param("longAgo", clock.instant().minus(LONGEST).toEpochMilli())
                .update();
    }

    private static Kept toKept(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getString("id"),
                row.getInt("version"),
                JSON.readValue(row.getString("content"), Draft.class),
                new Volunteer.Id(row.getString("changed_by")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }
}

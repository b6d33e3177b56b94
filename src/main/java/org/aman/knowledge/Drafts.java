package org.aman.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where drafts are kept, with every version they ever had. Only {@link DraftDesk} changes them. */
public class Drafts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The draft of this id, published and discarded ones included. */
    public Optional<Draft> draft(Draft.Id id) {
        return jdbc.sql("""
                select id, update_id, base_revision, origin, version, state, content, hash, handed_in_by, note, live_at,
                       changed_by, changed_at
                  from draft
                 where id = :id
                """).param("id", id.value()).query(Drafts::toDraft).optional().map(this::completed);
    }

    /** The open draft of an update, if somebody is at work on one. */
    public Optional<Draft> openOf(Update.Id id) {
        return jdbc.sql("""
                select id, update_id, base_revision, origin, version, state, content, hash, handed_in_by, note, live_at,
                       changed_by, changed_at
                  from draft
                 where update_id = :update
                   and state in ('DRAFT', 'IN_REVIEW', 'APPROVED')
                """).param("update", id.value()).query(Drafts::toDraft).optional().map(this::completed);
    }

    /** Those in one of these states, those that wait longest first. */
    public List<Draft> in(Collection<Life> states, int most) {
        return jdbc.sql("""
                select id, update_id, base_revision, origin, version, state, content, hash, handed_in_by, note, live_at,
                       changed_by, changed_at
                  from draft
                 where state in (:states)
                 order by changed_at, id
                 limit :most
                """)
                .param("states", states.stream().map(Life::name).toList())
                .param("most", most)
                .query(Drafts::toDraft)
                .list()
                .stream()
                .map(this::completed)
                .toList();
    }

    /** How many stand in this state, and since when the oldest does. */
    public Queue queue(Life state) {
        return jdbc.sql("select count(*) as many, min(changed_at) as oldest from draft where state = :state")
                .param("state", state.name())
                .query((row, number) -> {
                    long oldest = row.getLong("oldest");
                    return new Queue(row.getInt("many"), row.wasNull() ? null : Instant.ofEpochMilli(oldest));
                })
                .single();
    }

    /**
     * How long people wait.
     *
     * @param oldest since when the oldest waits; null for none
     */
    public record Queue(int many, @Nullable Instant oldest) {}

    /** All versions of a draft, the latest first. */
    public List<Draft.Version> versions(Draft.Id id) {
        return jdbc.sql("""
                select version, step, content, changed_by, changed_at
                  from draft_version
                 where draft_id = :id
                 order by version desc
                """).param("id", id.value()).query(Drafts::toVersion).list();
    }

    /** The draft as it was in this version. */
    public Optional<Draft.Version> version(Draft.Id id, int version) {
        return jdbc.sql("""
                select version, step, content, changed_by, changed_at
                  from draft_version
                 where draft_id = :id
                   and version = :version
                """).param("id", id.value()).param("version", version).query(Drafts::toVersion).optional();
    }

    private static Draft.Version toVersion(ResultSet row, int number) throws SQLException {
        return new Draft.Version(
                row.getInt("version"),
                Draft.Step.valueOf(row.getString("step")),
                JSON.readValue(row.getString("content"), Written.class),
                new Volunteer.Id(row.getString("changed_by")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    /** Those whose hour to go live has come. */
    List<Draft.Id> due(Instant now) {
        return jdbc.sql("select id from draft where state = 'APPROVED' and live_at <= :now order by live_at")
                .param("now", now.toEpochMilli())
                .query((row, number) -> new Draft.Id(row.getString("id")))
                .list();
    }

    boolean isTaken(Update.Id id) {
        return jdbc.sql("""
                select (select count(*) from knowledge_update where id = :id)
                     + (select count(*) from draft
                         where update_id = :id
                           and state in ('DRAFT', 'IN_REVIEW', 'APPROVED')) as taken
                """).param("id", id.value()).query(Integer.class).single() > 0;
    }

    /** Keeps the draft as it is now, and what was done as a version of its own. */
    void keep(Draft draft, Draft.Step step) {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("id", draft.id().value());
        values.put("update", draft.update().map(Update.Id::value).orElse(""));
        values.put("base", draft.baseRevision());
        values.put("origin", draft.origin().name());
        values.put("version", draft.version());
        values.put("state", draft.state().name());
        values.put("content", JSON.writeValueAsString(draft.written()));
        values.put("hash", draft.hash());
        values.put("handedIn", Optional.ofNullable(draft.handedInBy()).map(Volunteer.Id::value).orElse(""));
        values.put("note", draft.note());
        values.put("live", Optional.ofNullable(draft.liveAt()).map(Instant::toEpochMilli).orElse(0L));
        values.put("by", draft.changedBy().value());
        values.put("at", draft.changedAt().toEpochMilli());
        values.put("step", step.name());
        jdbc.sql("""
                insert into draft (id, update_id, base_revision, origin, version, state, content, hash, handed_in_by,
                                   note, live_at, changed_by, changed_at)
                values (:id, :update, :base, :origin, :version, :state, :content, :hash, :handedIn, :note, :live, :by,
                        :at)
                on conflict (id) do update
                   set update_id = excluded.update_id, base_revision = excluded.base_revision,
                       version = excluded.version, state = excluded.state, content = excluded.content,
                       hash = excluded.hash, handed_in_by = excluded.handed_in_by, note = excluded.note,
                       live_at = excluded.live_at, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """).params(values).update();
        jdbc.sql("""
                insert into draft_version (draft_id, version, step, content, changed_by, changed_at)
                values (:id, :version, :step, :content, :by, :at)
                """).params(values).update();
    }

    /** Keeps an approval of the version that stands. */
    void approve(Draft draft, Volunteer.Id by, Instant at) {
        jdbc.sql("""
                insert into draft_approval (draft_id, version, approver, hash, approved_at)
                values (:id, :version, :by, :hash, :at)
                """)
                .param("id", draft.id().value())
                .param("version", draft.version())
                .param("by", by.value())
                .param("hash", draft.hash())
                .param("at", at.toEpochMilli())
                .update();
    }

    private static Draft toDraft(ResultSet row, int number) throws SQLException {
        String update = row.getString("update_id");
        String handedIn = row.getString("handed_in_by");
        long live = row.getLong("live_at");
        return new Draft(
                new Draft.Id(row.getString("id")),
                update.isEmpty() ? null : new Update.Id(update),
                row.getInt("base_revision"),
                Draft.Origin.valueOf(row.getString("origin")),
                row.getInt("version"),
                Life.valueOf(row.getString("state")),
                JSON.readValue(row.getString("content"), Written.class),
                row.getString("hash"),
                Set.of(),
                handedIn.isEmpty() ? null : new Volunteer.Id(handedIn),
                List.of(),
                row.getString("note"),
                live == 0 ? null : Instant.ofEpochMilli(live),
                new Volunteer.Id(row.getString("changed_by")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    /** Its authors and approvals stand in tables of their own. */
    private Draft completed(Draft draft) {
        return new Draft(
                draft.id(), draft.updateId(), draft.baseRevision(), draft.origin(), draft.version(), draft.state(),
                draft.written(), draft.hash(), authors(draft.id()), draft.handedInBy(),
                approvals(draft.id(), draft.version()), draft.note(), draft.liveAt(), draft.changedBy(),
                draft.changedAt());
    }

    private Set<Volunteer.Id> authors(Draft.Id id) {
        List<String> steps = List.of(Draft.Step.values()).stream()
                .filter(Draft.Step::writes)
                .map(Draft.Step::name)
                .toList();
        return new LinkedHashSet<>(
                jdbc.sql("select distinct changed_by from draft_version where draft_id = :id and step in (:steps)")
                        .param("id", id.value())
                        .param("steps", steps)
                        .query((row, number) -> new Volunteer.Id(row.getString("changed_by")))
                        .list());
    }

    private List<Draft.Approval> approvals(Draft.Id id, int version) {
        return jdbc.sql("""
                select approver, hash, approved_at
                  from draft_approval
                 where draft_id = :id
                   and version = :version
                 order by approved_at, approver
                """)
                .param("id", id.value())
                .param("version", version)
                .query((row, number) -> new Draft.Approval(
                        new Volunteer.Id(row.getString("approver")),
                        row.getString("hash"),
                        Instant.ofEpochMilli(row.getLong("approved_at"))))
                .list();
    }
}

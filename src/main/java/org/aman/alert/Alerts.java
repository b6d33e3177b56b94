package org.aman.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where alerts are kept, with every revision. Only the desk and the sender change them. */
public final class Alerts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
            select a.number, a.state, a.override, a.recipients,
                   r.content, r.said, r.hash, r.proposed_by, r.proposed_at, r.approved_by, r.approved_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Alerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The alert of this number as it counts now, proposals included. */
    public Optional<Filed> filed(Alert.Number number) {
        return jdbc.sql(COLUMNS + """
                  from alert a join alert_revision r on r.number = a.number and r.revision = a.revision
                 where a.number = :number
                """).param("number", number.value()).query(Alerts::toFiled).optional();
    }

    /** What waits for a second person: new alerts, and corrections in place of those that were sent. */
    public List<Filed> proposals() {
        return jdbc.sql(COLUMNS + """
                  from alert a join alert_revision r on r.number = a.number and r.revision >= a.revision
                 where r.approved_by is null and a.state not in ('DISCARDED', 'CANCELLED', 'REPLACED', 'CLEARED')
                 order by r.proposed_at
                """).query(Alerts::toFiled).list();
    }

    /** The proposal of this number and revision, if it still waits. */
    public Optional<Filed> proposal(Alert.Number number, int revision) {
        return proposals().stream()
                .filter(filed -> filed.alert().number().equals(number) && filed.alert().revision() == revision)
                .findFirst();
    }

    /** All alerts that people were told, the latest first; exercises and ended ones included. */
    public List<Filed> published(Instant since) {
        return jdbc.sql(COLUMNS + """
                  from alert a join alert_revision r on r.number = a.number and r.revision = a.revision
                 where a.approved_at >= :since
                 order by a.number desc
                """).param("since", since.toEpochMilli()).query(Alerts::toFiled).list();
    }

    /** Those that stand at this moment: told, neither withdrawn nor over. */
    public List<Filed> standing(Instant moment) {
        return jdbc.sql(COLUMNS + """
                  from alert a join alert_revision r on r.number = a.number and r.revision = a.revision
                 where a.approved_at is not null and a.until_at > :moment
                   and a.state in ('SENDING', 'PAUSED', 'SENT', 'STOPPED')
                 order by a.number desc
                """).param("moment", moment.toEpochMilli()).query(Alerts::toFiled).list();
    }

    /** What people were told under this number; empty for proposals and numbers we never gave. */
    public Optional<Filed> told(Alert.Number number) {
        return filed(number).filter(filed -> filed.state().isPublic());
    }

    /** The alerts that follow this one, the first first. */
    public List<Filed> followers(Alert.Number number) {
        return jdbc.sql(COLUMNS + """
                  from alert a join alert_revision r on r.number = a.number and r.revision = a.revision
                 where a.first_number = :number and a.approved_at is not null
                 order by a.number
                """).param("number", number.value()).query(Alerts::toFiled).list();
    }

    /** All that was approved under this number, the first revision first. */
    public List<Filed> revisions(Alert.Number number) {
        return jdbc.sql(COLUMNS + """
                  from alert a join alert_revision r on r.number = a.number
                 where a.number = :number and r.approved_by is not null
                 order by r.revision
                """).param("number", number.value()).query(Alerts::toFiled).list();
    }

    /** Alerts of danger whose time is over while nobody has said that the danger is. */
    public List<Filed> awaitingAllClear() {
        return jdbc.sql(COLUMNS + """
                  from alert a join alert_revision r on r.number = a.number and r.revision = a.revision
                 where a.clear_asked_at is not null and a.kept = 1 and a.state in ('SENT', 'STOPPED', 'EXPIRED')
                   and not exists (select 1 from alert f where f.first_number = a.number and f.approved_at is not null
                                                           and f.follow in ('CANCEL', 'ALL_CLEAR'))
                 order by a.number
                """).query(Alerts::toFiled).list();
    }

    /** The next number; whoever asks holds it until its transaction ends. */
    Alert.Number next() {
        jdbc.sql("update alert_brake set beat_at = beat_at where id = 1").update();
        return new Alert.Number(jdbc.sql("select coalesce(max(number), 0) + 1 from alert")
                .query(Integer.class)
                .single());
    }

    /** Keeps a new proposal. */
    void propose(Alert alert, Said said, String hash, Volunteer.Id by, boolean override) {
        if (alert.revision() == 1) {
            Follow follow = alert.follow();
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("number", alert.number().value());
            values.put("kind", alert.kind().name());
            values.put("first", follow == null ? null : follow.first().value());
            values.put("follow", follow == null ? null : follow.way().name());
            values.put("override", override ? 1 : 0);
            values.put("until", alert.times().until().toEpochMilli());
            jdbc.sql("""
                    insert into alert (number, revision, state, kind, first_number, follow, override, until_at,
                                       recipients, open, kept)
                    values (:number, 1, 'PROPOSED', :kind, :first, :follow, :override, :until, 0, 0, 0)
                    """).params(values).update();
        }
        jdbc.sql("""
                insert into alert_revision (number, revision, content, said, hash, proposed_by, proposed_at)
                values (:number, :revision, :content, :said, :hash, :by, :at)
                """)
                .param("number", alert.number().value())
                .param("revision", alert.revision())
                .param("content", JSON.writeValueAsString(alert))
                .param("said", JSON.writeValueAsString(said))
                .param("hash", hash)
                .param("by", by.value())
                .param("at", clock.millis())
                .update();
    }

    /** Notes the approval of a revision; false where somebody else decided first. */
    boolean approve(Alert alert, Volunteer.Id by) {
        int approved = jdbc.sql("""
                update alert_revision set approved_by = :by, approved_at = :at
                 where number = :number and revision = :revision and approved_by is null
                """)
                .param("by", by.value())
                .param("at", clock.millis())
                .param("number", alert.number().value())
                .param("revision", alert.revision())
                .update();
        return approved > 0
                && jdbc.sql("""
                        update alert
                           set revision = :revision, until_at = :until, state = 'SENDING', open = 1, kept = 1,
                               approved_at = coalesce(approved_at, :at), finished_at = null, clear_asked_at = null
                         where number = :number
                           and (state = 'PROPOSED' or (:revision > 1 and state in ('SENDING', 'SENT', 'PAUSED')))
                        """)
                        .param("revision", alert.revision())
                        .param("until", alert.times().until().toEpochMilli())
                        .param("at", clock.millis())
                        .param("number", alert.number().value())
                        .update() > 0;
    }

    /** From one state to another; false where it was in another state meanwhile. */
    boolean move(Alert.Number number, AlertState from, AlertState to) {
        if (!from.canBecome(to)) {
            return false;
        }
        return jdbc.sql("""
                update alert set state = :to, open = case when :to = 'SENDING' then 1 else open end
                 where number = :number and state = :from
                """)
                .param("to", to.name())
                .param("number", number.value())
                .param("from", from.name())
                .update() > 0;
    }

    /** Drops a correction in place that nobody has approved. */
    void dropRevision(Alert.Number number, int revision) {
        jdbc.sql("delete from alert_revision where number = :number and revision = :revision and approved_by is null")
                .param("number", number.value())
                .param("revision", revision)
                .update();
    }

    /** How many alerts for people reached this place since then; follow-ups and exercises do not count. */
    int countSince(Instant since, java.util.Collection<String> places) {
        return places.isEmpty()
                ? 0
                : jdbc.sql("""
                        select count(distinct a.number)
                          from alert a join alert_place p on p.number = a.number and p.rank < :wider
                         where a.approved_at >= :since and a.first_number is null and a.kind <> 'EXERCISE'
                           and p.place in (:places)
                        """)
                        .param("wider", Targets.LAST_RANK)
                        .param("since", since.toEpochMilli())
                        .param("places", places)
                        .query(Integer.class)
                        .single();
    }

    /** How many one person sent alone since then. */
    int overridesSince(Instant since) {
        return jdbc.sql("select count(*) from alert where override = 1 and approved_at >= :since")
                .param("since", since.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /** Takes those of danger that have ended unanswered, once each: somebody must be asked for an all-clear. */
    List<Alert.Number> takeEnded() {
        return jdbc.sql("""
                update alert set clear_asked_at = :now
                 where until_at <= :now and clear_asked_at is null and approved_at is not null
                   and kind in ('WARNING', 'ALARM', 'EVACUATION') and state in ('SENT', 'STOPPED', 'EXPIRED')
                returning number
                """)
                .param("now", clock.millis())
                .query((row, index) -> new Alert.Number(row.getInt("number")))
                .list();
    }

    static Said said(String json) {
        return JSON.readValue(json, Said.class);
    }

    private static Filed toFiled(ResultSet row, int index) throws SQLException {
        String approvedBy = row.getString("approved_by");
        return new Filed(
                JSON.readValue(row.getString("content"), Alert.class),
                AlertState.valueOf(row.getString("state")),
                said(row.getString("said")),
                row.getString("hash"),
                row.getInt("override") == 1,
                row.getInt("recipients"),
                new Volunteer.Id(row.getString("proposed_by")),
                Instant.ofEpochMilli(row.getLong("proposed_at")),
                approvedBy == null ? null : new Volunteer.Id(approvedBy),
                approvedBy == null ? null : Instant.ofEpochMilli(row.getLong("approved_at")));
    }
}

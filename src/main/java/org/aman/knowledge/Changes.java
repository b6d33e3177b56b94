package org.aman.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which updates each revision of the knowledge touched, so that whoever follows reads just those. */
final class Changes {
    /** So many changes back, whoever follows reads just what changed; from further back, everything. */
    private static final int KEPT = 10_000;

    private static final int AT_A_TIME = 200;

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql("select revision from knowledge_revision where id = 1")
                .query(Long.class)
                .single();
    }

    /** Has all who change updates wait for one another until the end of the transaction. */
    void lock() {
        jdbc.sql("update knowledge_revision set revision = revision where id = 1").update();
    }

    /** Counts these changes as the next revision of the knowledge. */
    Updates.Change count(Collection<Update.Id> touched) {
        jdbc.sql("update knowledge_revision set revision = revision + 1 where id = 1").update();
        long revision = revision();
        touched.stream().gather(Gatherers.windowFixed(AT_A_TIME)).forEach(some -> jdbc.sql(
                        "insert into update_change (revision, update_id) values :rows")
                .param("rows", some.stream().map(id -> new Object[] {revision, id.value()}).toList())
                .update());
        jdbc.sql("delete from update_change where revision <= :old")
                .param("old", revision - KEPT)
                .update();
        return as(touched, revision);
    }

    /** What changed since this revision, as it is now; empty where that is too far back. */
    Optional<Updates.Change> since(long revision) {
        long now = revision();
        if (revision > now || revision < 0 || now - revision >= KEPT) {
            return Optional.empty();
        }
        long counted = jdbc.sql("""
                select count(distinct revision)
                  from update_change
                 where revision > :since
                   and revision <= :now
                """).param("since", revision).param("now", now).query(Long.class).single();
        if (counted != now - revision) {
            return Optional.empty();
        }
        List<Update.Id> touched = jdbc.sql("""
                select distinct update_id
                  from update_change
                 where revision > :since
                   and revision <= :now
                """)
                .param("since", revision)
                .param("now", now)
                .query((row, number) -> new Update.Id(row.getString("update_id")))
                .list();
        return Optional.of(as(touched, now));
    }

    /** Those of these that answer now, and those that do not. */
    private Updates.Change as(Collection<Update.Id> touched, long revision) {
        Map<Update.Id, Update> answering = new HashMap<>();
        touched.stream()
                .gather(Gatherers.windowFixed(AT_A_TIME))
                .flatMap(some -> answering(some).stream())
                .forEach(update -> answering.put(update.id(), update));
        List<Update> now = new ArrayList<>();
        List<Update.Id> gone = new ArrayList<>();
        for (Update.Id id : touched) {
            Optional.ofNullable(answering.get(id)).ifPresentOrElse(now::add, () -> gone.add(id));
        }
        return new Updates.Change(now, gone, revision);
    }

    /** Those of these that are published and that nothing stands in the place of, ended or not. */
    List<Update> answering(Collection<Update.Id> ids) {
        return jdbc.sql("""
                with asked (id) as (values :ids)
                select u.content
                  from asked a
                 cross join update_card c
                 cross join knowledge_update u
                 where c.update_id = a.id
                   and u.id = a.id
                   and c.state = 'PUBLISHED'
                   and c.replaced = 0
                """)
                .param("ids", Updates.rows(ids))
                .query((row, number) -> Updates.read(row.getString("content")))
                .list();
    }
}

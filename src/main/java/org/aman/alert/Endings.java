package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How sending ended, kept row by row and added up by alert, so that nobody has to count a million rows. */
final class Endings {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    Endings(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** How the sending of one row ended. */
    sealed interface Result {
        /** It arrived. */
        record Sent(String messageId) implements Result {}

        /** It was not sent after all: as if it had never been taken. */
        record Unsent(Duration after) implements Result {}

        /** Not now; it may have arrived. */
        record Again(Duration after) implements Result {}

        /** The channel will never take it. */
        record Failed(String cause) implements Result {}

        /** There is nobody any more. */
        record Gone(Progress.Gone how) implements Result {}
    }

    /** @param revision the revision that was said; a later one is still owed, in its place */
    record Recorded(Delivery.Key key, Result result, int revision) {}

    /** Records many endings in few statements; within one transaction of the caller's. */
    void record(Collection<Recorded> recorded) {
        Map<Alert.Number, Map<String, Integer>> tallies = new HashMap<>();
        List<Recorded> sent = of(recorded, Result.Sent.class);
        add(sent, "sent", tallies, update("""
                update alert_delivery
                   set message_id = :message, holder = null, due_at = :now, cause = null,
                       state = case when (select revision from alert where number = :number) > :revision then 0 else 1 end,
                       edit = case when (select revision from alert where number = :number) > :revision then 1 else 0 end
                 where number = :number and resident_id = :resident and state <> 1
                """, sent));
        List<Recorded> failed = of(recorded, Result.Failed.class);
        add(failed, null, tallies, update("""
                update alert_delivery set state = 2, cause = :cause, holder = null, due_at = :now
                 where number = :number and resident_id = :resident and state = 0
                """, failed));
        List<Recorded> gone = of(recorded, Result.Gone.class);
        add(gone, null, tallies, update(
                "delete from alert_delivery where number = :number and resident_id = :resident and state <> 1", gone));
        update("""
                update alert_delivery set due_at = :due, holder = null
                 where number = :number and resident_id = :resident and state = 0
                """, of(recorded, Result.Again.class));
        List<Recorded> unsent = of(recorded, Result.Unsent.class);
        update("""
                update alert_delivery set due_at = :due, holder = null, tries = tries - 1
                 where number = :number and resident_id = :resident and state = 0 and tries > 0
                """, unsent);
        release(unsent);
        addUp(tallies);
    }

    /** Who did not get the first after all needs no cancel of it either. */
    private void release(List<Recorded> unsent) {
        int[] released = update("""
                delete from alert_delivery
                 where resident_id = :resident and state = 0 and tries = 0
                   and number in (select number from alert
                                   where first_number = :number and follow in ('CANCEL', 'ALL_CLEAR') and open = 1)
                   and not exists (select 1 from alert_delivery d join alert a on a.number = d.number
                                    where d.resident_id = :resident and /* may have it */
                                      and (a.number = :number or a.first_number = :number))
                """.replace("/* may have it */", Audience.MAY_HAVE_IT), unsent);
        for (int i = 0; i < unsent.size(); i++) {
            if (released[i] > 0) {
                jdbc.sql("""
                        update alert set recipients = recipients - 1
                         where first_number = :number and follow in ('CANCEL', 'ALL_CLEAR') and open = 1
                        """).param("number", unsent.get(i).key().alert().value()).update();
            }
        }
    }

    private static List<Recorded> of(Collection<Recorded> recorded, Class<? extends Result> kind) {
        return recorded.stream().filter(one -> kind.isInstance(one.result())).toList();
    }

    private int[] update(String sql, List<Recorded> recorded) {
        if (recorded.isEmpty()) {
            return new int[0];
        }
        return batches.batchUpdate(sql, recorded.stream().map(this::values).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource values(Recorded one) {
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("number", one.key().alert().value())
                .addValue("resident", one.key().resident().value())
                .addValue("revision", one.revision())
                .addValue("now", clock.millis());
        return switch (one.result()) {
            case Result.Sent(String messageId) -> values.addValue("message", messageId);
            case Result.Failed(String cause) -> values.addValue("cause", cause);
            case Result.Again(Duration after) -> values.addValue("due", clock.millis() + after.toMillis());
            case Result.Unsent(Duration after) -> values.addValue("due", clock.millis() + after.toMillis());
            case Result.Gone gone -> values;
        };
    }

    private static void add(
            List<Recorded> recorded,
            @Nullable String outcome,
            Map<Alert.Number, Map<String, Integer>> tallies,
            int[] changed) {
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] > 0) {
                Recorded one = recorded.get(i);
                tallies.computeIfAbsent(one.key().alert(), any -> new HashMap<>())
                        .merge(outcome == null ? outcome(one.result()) : outcome, 1, Integer::sum);
            }
        }
    }

    private static String outcome(Result result) {
        return switch (result) {
            case Result.Sent sent -> "sent";
            case Result.Failed(String cause) -> "failed:" + cause;
            case Result.Gone(Progress.Gone how) -> "gone:" + how.name();
            case Result.Again again -> "again";
            case Result.Unsent unsent -> "unsent";
        };
    }

    private void addUp(Map<Alert.Number, Map<String, Integer>> tallies) {
        tallies.forEach((number, counts) -> counts.forEach((outcome, people) -> addUp(number, outcome, people)));
    }

    /** Counts so many more people with this outcome; fewer where negative. */
    void addUp(Alert.Number number, String outcome, int people) {
        jdbc.sql("""
                insert into alert_tally (number, outcome, people) values (:number, :outcome, :people)
                    on conflict (number, outcome) do update set people = alert_tally.people + excluded.people
                """)
                .param("number", number.value())
                .param("outcome", outcome)
                .param("people", people)
                .update();
    }
}

package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.aman.place.Place;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** To whom an alert is owed, one row each, made by few statements within the transaction that approves it. */
final class Recipients {
    /** What was being sent as an update or a cancel came has arrived by then, so that they are read in order. */
    static final Duration AFTER_THE_FIRST = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    Recipients(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Owes an alert to all who follow one of these places; how many they are. */
    int owe(Alert alert, Map<Place.Id, Integer> targets, LocalTime wall) {
        batches.batchUpdate(
                "insert into alert_place (number, place, rank) values (:number, :place, :rank)",
                targets.entrySet().stream()
                        .map(target -> new MapSqlParameterSource()
                                .addValue("number", alert.number().value())
                                .addValue("place", target.getKey().value())
                                .addValue("rank", target.getValue()))
                        .toArray(SqlParameterSource[]::new));
        Map<String, Object> values = new HashMap<>(Audience.narrowing(alert));
        values.put("number", alert.number().value());
        values.put("now", clock.millis());
        values.put("minute", wall.toSecondOfDay() / 60);
        values.put("mayWait", alert.kind().passesQuietHours() ? 0 : 1);
        // The loops are written in the order in which one pass over the residents, as they lie, needs no sorting.
        int owed = jdbc.sql("""
                insert into alert_delivery (number, resident_id, rank, state, due_at, tries, edit)
                select :number, r.id, min(p.rank), 0,
                       case when :mayWait = 1 and r.quiet_from is not null
                                 and (:minute - r.quiet_from + 1440) % 1440
                                     < (r.quiet_until - r.quiet_from + 1440) % 1440
                            then :now + (r.quiet_until - :minute + 1440) % 1440 * 60000
                            else :now end,
                       0, 0
                  from resident r cross join resident_area f cross join alert_place p
                 where f.resident_id = r.id and p.number = :number and p.place = f.place /* narrowed */
                 group by r.id
                 order by r.id
                """.replace("/* narrowed */", Audience.narrowed("r.id")))
                .params(values)
                .update();
        return count(alert.number(), owed);
    }

    /**
     * Owes what follows an earlier alert to all who may have got that one or what followed it; an update also to those
     * who still wait for it.
     */
    int oweFollowing(Alert alert, Follow follow) {
        jdbc.sql("""
                insert into alert_place (number, place, rank)
                select :number, place, rank from alert_place where number = :first
                """)
                .param("number", alert.number().value())
                .param("first", follow.first().value())
                .update();
        int owed = jdbc.sql("""
                insert into alert_delivery (number, resident_id, rank, state, due_at, tries, edit)
                select :number, d.resident_id, min(d.rank), 0, max(case when d.state = 0 then :later else :now end), 0, 0
                  from alert_delivery d
                 where d.number in (select number from alert where number = :first or first_number = :first)
                   and d.number <> :number
                   and ((:waiting = 1 and d.state = 0) or /* may have it */)
                 group by d.resident_id
                 order by d.resident_id
                """.replace("/* may have it */", Audience.MAY_HAVE_IT))
                .param("number", alert.number().value())
                .param("first", follow.first().value())
                .param("now", clock.millis())
                .param("later", clock.millis() + AFTER_THE_FIRST.toMillis())
                .param("waiting", follow.way() == Follow.Way.UPDATE ? 1 : 0)
                .update();
        return count(alert.number(), owed);
    }

    /** Owes the corrected text to those who have the one before it, in its place. */
    int oweInPlace(Alert alert) {
        jdbc.sql("""
                update alert_delivery set state = 0, edit = 1, tries = 0, due_at = :now, holder = null
                 where number = :number and state = 1
                """)
                .param("now", clock.millis())
                .param("number", alert.number().value())
                .update();
        jdbc.sql("update alert_post set state = 0, edit = 1, due_at = :now where number = :number and state = 1")
                .param("now", clock.millis())
                .param("number", alert.number().value())
                .update();
        jdbc.sql("delete from alert_tally where number = :number and outcome = 'sent'")
                .param("number", alert.number().value())
                .update();
        return jdbc.sql("select recipients from alert where number = :number")
                .param("number", alert.number().value())
                .query(Integer.class)
                .single();
    }

    private int count(Alert.Number number, int owed) {
        jdbc.sql("update alert set recipients = :owed where number = :number")
                .param("owed", owed)
                .param("number", number.value())
                .update();
        return owed;
    }
}

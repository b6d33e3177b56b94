package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aman.database.Dialect;
import org.aman.place.Place;
import org.aman.resident.Resident;
import org.aman.resident.Residents;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is owed which alert, one row each. Whoever takes a row has it for a while; a claim lapses by itself, so that what a
 * killed process held is sent by another. Safe for use by many threads and replicas.
 */
final class Deliveries {
    /** How long a claim lasts; waiting for a turn to send takes seconds at the most. */
    static final Duration CLAIM = Duration.ofMinutes(1);

    /** What was being sent as an update or a cancel came has arrived by then, so that they are read in order. */
    static final Duration AFTER_THE_FIRST = Duration.ofSeconds(3);

    static final int WAITING = 0;
    static final int SENT = 1;
    static final int FAILED = 2;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Dialect dialect;
    private final Residents residents;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Dialect dialect, Residents residents, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.dialect = dialect;
        this.residents = residents;
        this.clock = clock;
    }

    /** Owes an alert to all who follow one of these places; within the transaction that approves it. How many they are. */
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
                   and (d.state = 1 or d.tries > 0 or (:waiting = 1 and d.state = 0))
                 group by d.resident_id
                 order by d.resident_id
                """)
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

    /** Whoever is just being sent what came before hears what follows when it is known how that ended. */
    private static final String NOT_UNDER_WAY = """
            and not exists (select 1 from alert_delivery b
                             where b.resident_id = w.resident_id and b.number in (:earlier)
                               and b.state = 0 and b.holder is not null and b.due_at > :now)
            """;

    /** Takes at most so many of an alert that are due, the most endangered first. */
    List<Delivery> take(Alert.Number alert, int most, String holder) {
        List<Integer> earlier = earlier(alert);
        List<Taken> taken = new ArrayList<>();
        for (int rank = 0; rank <= Targets.LAST_RANK && taken.size() < most; rank++) {
            taken.addAll(take(alert, rank, most - taken.size(), holder, earlier));
        }
        Map<Resident.Id, Resident> known = residents
                .known(taken.stream().map(Taken::resident).toList())
                .stream()
                .collect(Collectors.toMap(Resident::id, resident -> resident));
        List<Delivery> deliveries = new ArrayList<>();
        List<Recorded> gone = new ArrayList<>();
        for (Taken one : taken) {
            Resident resident = known.get(one.resident());
            if (resident == null) {
                gone.add(new Recorded(new Delivery.Key(alert, one.resident()), new Result.Gone(Progress.Gone.FORGOTTEN), 0));
            } else {
                deliveries.add(new Delivery(alert, resident, one.messageId(), one.lapses()));
            }
        }
        record(gone);
        return deliveries;
    }

    private record Taken(Resident.Id resident, @Nullable String messageId, Instant lapses) {}

    /** The alerts which this one follows, the first and those after it. */
    private List<Integer> earlier(Alert.Number alert) {
        return jdbc.sql("""
                select e.number from alert a join alert e on e.number = a.first_number or e.first_number = a.first_number
                 where a.number = :number and e.number < :number
                """)
                .param("number", alert.value())
                .query((row, index) -> row.getInt("number"))
                .list();
    }

    private List<Taken> take(Alert.Number alert, int rank, int most, String holder, List<Integer> earlier) {
        Instant lapses = clock.instant().plus(CLAIM);
        return jdbc.sql("""
                update alert_delivery set due_at = :lapse, tries = tries + 1, holder = :holder
                 where number = :number and resident_id in (
                       select w.resident_id from alert_delivery w
                        where w.number = :number and w.rank = :rank and w.state = 0 and w.due_at <= :now /* earlier */
                        order by w.due_at limit :most /* lock */)
                returning resident_id, case when edit = 1 then message_id end as message_id
                """
                        .replace("/* earlier */", earlier.isEmpty() ? "" : NOT_UNDER_WAY)
                        .replace("/* lock */", dialect.lockRows()))
                .param("earlier", earlier)
                .param("lapse", lapses.toEpochMilli())
                .param("holder", holder)
                .param("number", alert.value())
                .param("rank", rank)
                .param("now", clock.millis())
                .param("most", most)
                .query((row, index) -> new Taken(
                        new Resident.Id(row.getString("resident_id")),
                        row.getString("message_id"),
                        Instant.ofEpochMilli(lapses.toEpochMilli())))
                .list();
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
                                    where d.resident_id = :resident and (d.state = 1 or d.tries > 0)
                                      and (a.number = :number or a.first_number = :number))
                """, unsent);
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

    private void addUp(Alert.Number number, String outcome, int people) {
        jdbc.sql("""
                insert into alert_tally (number, outcome, people) values (:number, :outcome, :people)
                    on conflict (number, outcome) do update set people = alert_tally.people + excluded.people
                """)
                .param("number", number.value())
                .param("outcome", outcome)
                .param("people", people)
                .update();
    }

    /** Which of these rows are still owed; the others were erased, or are done. */
    Set<Delivery.Key> stillThere(Collection<Delivery.Key> keys) {
        Map<Alert.Number, List<String>> byAlert = keys.stream()
                .collect(Collectors.groupingBy(
                        Delivery.Key::alert,
                        Collectors.mapping(key -> key.resident().value(), Collectors.toList())));
        Set<Delivery.Key> there = new HashSet<>();
        byAlert.forEach((number, ids) -> jdbc.sql("""
                select resident_id from alert_delivery
                 where number = :number and resident_id in (:ids) and state = 0
                """)
                .param("number", number.value())
                .param("ids", ids)
                .query(row -> {
                    there.add(new Delivery.Key(number, new Resident.Id(row.getString("resident_id"))));
                }));
        return there;
    }

    /** Frees what this holder had taken before it was killed, so that nobody waits for the claims to lapse. */
    void resume(String holder) {
        for (int rank = 0; rank <= Targets.LAST_RANK; rank++) {
            jdbc.sql("""
                    update alert_delivery set due_at = :now, holder = null
                     where number in (select number from alert where open = 1)
                       and rank = :rank and state = 0 and due_at > :now and holder = :holder
                    """)
                    .param("now", clock.millis())
                    .param("rank", rank)
                    .param("holder", holder)
                    .update();
        }
    }

    /** Lists some of those who still wait as failed, since they will not be sent; false where none are left. */
    boolean close(Alert.Number number, String cause, int most) {
        int closed = jdbc.sql("""
                update alert_delivery set state = 2, cause = :cause
                 where number = :number and resident_id in (
                       select resident_id from alert_delivery
                        where number = :number and state = 0 and (holder is null or due_at <= :now) limit :most)
                """)
                .param("cause", cause)
                .param("number", number.value())
                .param("now", clock.millis())
                .param("most", most)
                .update();
        if (closed > 0) {
            addUp(number, "failed:" + cause, closed);
        }
        return closed > 0;
    }

    /** Owes those once more who failed for this cause; how many they are. */
    int again(Alert.Number number, String cause) {
        int again = jdbc.sql("""
                update alert_delivery set state = 0, cause = null, due_at = :now
                 where number = :number and state = 2 and cause = :cause
                """)
                .param("now", clock.millis())
                .param("number", number.value())
                .param("cause", cause)
                .update();
        addUp(number, "failed:" + cause, -again);
        return again;
    }

    /** Erases what is owed to this resident; those who were still to be told are counted. */
    void forget(Resident.Id resident) {
        List<Alert.Number> waiting = jdbc.sql("""
                delete from alert_delivery
                 where resident_id = :resident and number in (select number from alert where kept = 1)
                returning number, state
                """)
                .param("resident", resident.value())
                .query((row, index) -> row.getInt("state") == WAITING ? row.getInt("number") : -1)
                .list()
                .stream()
                .filter(number -> number >= 0)
                .map(Alert.Number::new)
                .toList();
        waiting.forEach(number -> addUp(number, "gone:" + Progress.Gone.FORGOTTEN, 1));
    }

    /** Erases some rows of an alert that is long over; false where none are left. Totals stay. */
    boolean erase(Alert.Number number, int most) {
        return jdbc.sql("""
                delete from alert_delivery
                 where number = :number and resident_id in (
                       select resident_id from alert_delivery where number = :number limit :most)
                """).param("number", number.value()).param("most", most).update() > 0;
    }
}

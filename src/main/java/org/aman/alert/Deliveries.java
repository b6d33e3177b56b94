package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aman.database.Dialect;
import org.aman.resident.Resident;
import org.aman.resident.Residents;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of who is owed which alert. Whoever takes one has it for a while; a claim lapses by itself, so that what a
 * killed process held is sent by another. Safe for use by many threads and replicas.
 */
final class Deliveries {
    /** How long a claim lasts; waiting for a turn to send takes seconds at the most. */
    static final Duration CLAIM = Duration.ofMinutes(1);

    static final int WAITING = 0;
    static final int SENT = 1;
    static final int FAILED = 2;

    /** Whoever is just being sent what came before hears what follows when it is known how that ended. */
    private static final String NOT_UNDER_WAY = """
            and not exists (select 1 from alert_delivery b
                             where b.resident_id = w.resident_id and b.number in (:earlier)
                               and b.state = 0 and b.holder is not null and b.due_at > :now)
            """;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Residents residents;
    private final Endings endings;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Dialect dialect, Residents residents, Endings endings, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.residents = residents;
        this.endings = endings;
        this.clock = clock;
    }

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
        List<Endings.Recorded> gone = new ArrayList<>();
        for (Taken one : taken) {
            Resident resident = known.get(one.resident());
            if (resident == null) {
                gone.add(new Endings.Recorded(new Delivery.Key(alert, one.resident()), new Endings.Result.Gone(Progress.Gone.FORGOTTEN), 0));
            } else {
                deliveries.add(new Delivery(alert, resident, one.messageId(), one.lapses()));
            }
        }
        endings.record(gone);
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
            endings.addUp(number, "failed:" + cause, closed);
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
        endings.addUp(number, "failed:" + cause, -again);
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
        waiting.forEach(number -> endings.addUp(number, "gone:" + Progress.Gone.FORGOTTEN, 1));
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

package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is to be sent at this moment: looked up every third of a second, and trusted for little longer. Whoever is about
 * to send asks here last of all, so that a cancel, a freeze or an end holds within two seconds on every replica.
 */
final class Orders {
    /** How often to look. */
    static final Duration LOOK = Duration.ofMillis(300);

    /** For how long what was seen may be acted on; a process that stood still knows nothing any more. */
    private static final Duration TRUSTED = Duration.ofMillis(1_500);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LongSupplier nanos;
    private volatile Seen seen;

    /** @param nanos a clock that only goes forward */
    Orders(JdbcClient jdbc, Clock clock, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.nanos = nanos;
        this.seen = new Seen(List.of(), true, nanos.getAsLong());
    }

    /** An alert whose rows need somebody. */
    record Order(
            Alert.Number alert,
            int revision,
            AlertState state,
            Alert.Kind kind,
            Instant until,
            Said said) {
        boolean isSentAt(Instant moment) {
            return state == AlertState.SENDING && until.isAfter(moment);
        }
    }

    private record Seen(List<Order> orders, boolean frozen, long atNanos) {}

    /** Looks what is to be sent: what lives hang on first, then the older. */
    void look() {
        long before = nanos.getAsLong();
        Map<String, Said> known = new HashMap<>();
        seen.orders().forEach(order -> known.put(order.alert() + "/" + order.revision(), order.said()));
        List<Row> rows = jdbc.sql("""
                select a.number, a.revision, a.state, a.kind, a.until_at,
                       case when b.frozen_by is null then 0 else 1 end as frozen
                  from alert_brake b left join alert a on a.open = 1
                 where b.id = 1
                 order by case when a.kind in ('INFORMATION', 'EXERCISE') then 1 else 0 end, a.approved_at, a.number
                """)
                .query((row, index) -> new Row(
                        row.getInt("number"),
                        row.getInt("revision"),
                        row.getString("state"),
                        row.getString("kind"),
                        row.getLong("until_at"),
                        row.getInt("frozen") == 1))
                .list();
        boolean frozen = rows.stream().anyMatch(Row::frozen);
        List<Order> orders = rows.stream()
                .filter(row -> row.state() != null)
                .map(row -> order(row, known))
                .toList();
        seen = new Seen(orders, frozen, before);
    }

    private record Row(
            int number,
            int revision,
            @Nullable String state,
            @Nullable String kind,
            long until,
            boolean frozen) {}

    private Order order(Row row, Map<String, Said> known) {
        Said said = known.get(row.number() + "/" + row.revision());
        return new Order(
                new Alert.Number(row.number()),
                row.revision(),
                AlertState.valueOf(String.valueOf(row.state())),
                Alert.Kind.valueOf(String.valueOf(row.kind())),
                Instant.ofEpochMilli(row.until()),
                said != null ? said : said(row));
    }

    private Said said(Row row) {
        return jdbc.sql("select said from alert_revision where number = :number and revision = :revision")
                .param("number", row.number())
                .param("revision", row.revision())
                .query((found, index) -> Alerts.said(found.getString("said")))
                .single();
    }

    /** All alerts that have rows to attend to, those no longer sent included. */
    List<Order> all() {
        return seen.orders();
    }

    /** Those to be sent now; none while all sending is frozen. */
    List<Order> sending() {
        Seen now = seen;
        Instant moment = clock.instant();
        return now.frozen()
                ? List.of()
                : now.orders().stream().filter(order -> order.isSentAt(moment)).toList();
    }

    /** Whether just this is still wanted, as far as what was seen lately tells. */
    boolean allow(Order order) {
        Seen now = seen;
        if (now.frozen() || nanos.getAsLong() - now.atNanos() > TRUSTED.toNanos()) {
            return false;
        }
        Instant moment = clock.instant();
        for (Order current : now.orders()) {
            if (current.alert().equals(order.alert())) {
                return current.revision() == order.revision() && current.isSentAt(moment);
            }
        }
        return false;
    }
}

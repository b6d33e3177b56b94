package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.aman.alert.Orders.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings alerts to their end: lists who was not reached, asks for all-clears, erases rows that are old enough. */
final class Caretaker {
    /** Rows go this long after the alert's end; totals stay (P14). */
    private static final Duration KEPT = Duration.ofHours(72);

    /**
     * Unfinished alerts of a database at which nobody has worked for so long wait for a person: it may be an old backup,
     * and what it owes may have been sent, or be wrong by now (F28).
     */
    private static final Duration ABSENCE = Duration.ofMinutes(30);

    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Alerts alerts;
    private final Office office;
    private final Clock clock;
    private final boolean restored;

    /** @param restored whether the database is an older copy than this process last saw */
    Caretaker(JdbcClient jdbc, Deliveries deliveries, Alerts alerts, Office office, boolean restored) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.alerts = alerts;
        this.office = office;
        this.clock = office.clock();
        this.restored = restored;
    }

    /** Somebody is at work here. */
    void beat() {
        jdbc.sql("update alert_brake set beat_at = :now where id = 1 and beat_at < :now")
                .param("now", clock.millis())
                .update();
    }

    /** Pauses what was under way in a database that was put back, or when the last one at work left long ago (F28). */
    void pauseUnfinished() {
        String why = restored ? "an older copy of the database was put back" : "nobody was at work; maybe an old backup";
        List<Alert.Number> paused = office.inOne(() -> {
            List<Alert.Number> stopped = jdbc.sql("""
                    update alert set state = 'PAUSED'
                     where state = 'SENDING' and open = 1
                       and (:restored = 1
                            or approved_at < :long and (select beat_at from alert_brake where id = 1) < :long)
                    returning number
                    """)
                    .param("restored", restored ? 1 : 0)
                    .param("long", clock.instant().minus(ABSENCE).toEpochMilli())
                    .query((row, index) -> new Alert.Number(row.getInt("number")))
                    .list();
            stopped.forEach(number -> office.note(
                    AlertConfiguration.SERVICE, "alert-paused", number, why));
            return stopped;
        });
        AlertNews.What what =
                restored ? AlertNews.What.PAUSED_AFTER_RESTORE : AlertNews.What.PAUSED_AFTER_ABSENCE;
        paused.forEach(number -> office.tell(number, what, AlertConfiguration.SERVICE));
    }

    /** Ends what can be ended. */
    void attend(List<Order> orders) {
        for (Order order : orders) {
            boolean over = !order.until().isAfter(clock.instant());
            if (order.state().isUnderWay() && over) {
                alerts.move(order.alert(), order.state(), AlertState.EXPIRED);
            } else if (order.state() == AlertState.SENDING) {
                finish(order.alert());
            } else if (!order.state().isUnderWay()) {
                close(order);
            }
        }
    }

    /** Everybody has it, or stands in a list. */
    private void finish(Alert.Number number) {
        jdbc.sql("""
                update alert set state = 'SENT', open = 0, finished_at = :now
                 where number = :number and state = 'SENDING'
                   and not exists (select 1 from alert_delivery d where d.number = :number and d.state = 0)
                   and not exists (select 1 from alert_post p where p.number = :number and p.state = 0)
                """).param("now", clock.millis()).param("number", number.value()).update();
    }

    /** It is no longer sent: whoever still waits is listed with the reason. */
    private void close(Order order) {
        String cause = switch (order.state()) {
            case EXPIRED -> "expired";
            case CANCELLED, CLEARED -> "withdrawn";
            case REPLACED -> "replaced by an update";
            case STOPPED -> "stopped";
            case SENT, SENDING, PAUSED, PROPOSED, DISCARDED -> "ended";
        };
        boolean more = office.inOne(() -> deliveries.close(order.alert(), cause, ROWS_AT_A_TIME));
        if (!more) {
            jdbc.sql("""
                    update alert set open = 0, finished_at = :now
                     where number = :number and state = :state
                       and not exists (select 1 from alert_delivery d where d.number = :number and d.state = 0)
                    """)
                    .param("now", clock.millis())
                    .param("number", order.alert().value())
                    .param("state", order.state().name())
                    .update();
        }
    }

    /** An alert's end is no all-clear: its author is asked for one. */
    void askForAllClears() {
        for (Alert.Number number : alerts.takeEnded()) {
            alerts.filed(number).ifPresent(filed ->
                    office.tell(number, AlertNews.What.ENDED_WITHOUT_ALL_CLEAR, filed.proposedBy()));
        }
    }

    /** Erases the rows of alerts whose end is 72 hours past, a few at a time so that nobody waits for it. */
    void erase() {
        List<Alert.Number> old = jdbc.sql("select number from alert where kept = 1 and until_at <= :past")
                .param("past", clock.instant().minus(KEPT).toEpochMilli())
                .query((row, index) -> new Alert.Number(row.getInt("number")))
                .list();
        for (Alert.Number number : old) {
            while (deliveries.erase(number, ROWS_AT_A_TIME)) {
                // The next ones; between them others have their turn.
            }
            jdbc.sql("delete from alert_post where number = :number")
                    .param("number", number.value())
                    .update();
            jdbc.sql("update alert set kept = 0, open = 0 where number = :number")
                    .param("number", number.value())
                    .update();
        }
    }
}

package org.aman.alert;

import java.util.Map;
import java.util.Optional;
import org.aman.alert.Office.Objection;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do to alerts under way: pause, go on, stop, send again to those who failed; and the one big brake. */
public final class AlertControls {
    private final JdbcClient jdbc;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final Office office;

    AlertControls(JdbcClient jdbc, Alerts alerts, Deliveries deliveries, Office office) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.office = office;
    }

    /** Holds up the sending; whoever may approve can let it go on. */
    public Ruling pause(Alert.Number number, Volunteer by) {
        return move(number, AlertState.PAUSED, "alert-paused", Act.FREEZE, by);
    }

    /** Goes on with what was paused. */
    public Ruling resume(Alert.Number number, Volunteer by) {
        return move(number, AlertState.SENDING, "alert-resumed", Act.APPROVE_ALERT, by);
    }

    /** Ends the sending for good; what was sent stands. */
    public Ruling stop(Alert.Number number, Volunteer by) {
        return move(number, AlertState.STOPPED, "alert-stopped", Act.APPROVE_ALERT, by);
    }

    private Ruling move(Alert.Number number, AlertState to, String act, Act needed, Volunteer by) {
        return office.decide(AlertNews.What.CHANGED, by, () -> {
            office.mayDo(by, needed);
            Filed filed = alerts.told(number).orElseThrow(() -> new Objection("gone"));
            if (!filed.state().isUnderWay() || !alerts.move(number, filed.state(), to)) {
                throw new Objection("not-under-way");
            }
            office.note(by.id(), act, number, "");
            return alerts.told(number).orElseThrow();
        });
    }

    /** Sends once more to those who failed for this cause. */
    public Ruling sendAgain(Alert.Number number, String cause, Volunteer by) {
        return office.decide(AlertNews.What.CHANGED, by, () -> {
            office.mayDo(by, Act.APPROVE_ALERT);
            Filed filed = alerts.told(number).orElseThrow(() -> new Objection("gone"));
            if (!filed.standsAt(office.clock().instant()) || filed.state() == AlertState.STOPPED) {
                throw new Objection("over");
            }
            int again = deliveries.again(number, cause);
            if (again == 0) {
                throw new Objection("none-failed");
            }
            if (filed.state() == AlertState.SENT) {
                alerts.move(number, AlertState.SENT, AlertState.SENDING);
            }
            office.note(by.id(), "alert-sent-again", number, Estimate.said(again) + " people, " + cause);
            return alerts.told(number).orElseThrow();
        });
    }

    /**
     * The brake on all sending.
     *
     * @param releasedBy the first of the two people who let go; empty until then
     */
    public record Frozen(Volunteer.Id by, java.time.Instant since, Optional<Volunteer.Id> releasedBy) {}

    /** Whether all sending is frozen, and by whom. */
    public Optional<Frozen> frozen() {
        return jdbc.sql("select frozen_by, frozen_at, released_by from alert_brake where frozen_by is not null")
                .query((row, index) -> new Frozen(
                        new Volunteer.Id(row.getString("frozen_by")),
                        java.time.Instant.ofEpochMilli(row.getLong("frozen_at")),
                        Optional.ofNullable(row.getString("released_by")).map(Volunteer.Id::new)))
                .optional();
    }

    /** Stops all sending at once; anybody of the staff can. Empty where it was frozen already. */
    public boolean freeze(Volunteer by) {
        if (!by.active()) {
            return false;
        }
        boolean frozen = office.inOne(() -> {
            boolean first = jdbc.sql("""
                    update alert_brake set frozen_by = :by, frozen_at = :at, released_by = null
                     where id = 1 and (frozen_by is null or released_by is not null)
                    """)
                    .param("by", by.id().value())
                    .param("at", office.clock().millis())
                    .update() > 0;
            if (first) {
                office.note(by.id(), "alerts-frozen", new Alert.Number(0), "");
            }
            return first;
        });
        if (frozen) {
            office.tell(new Alert.Number(0), AlertNews.What.FROZEN, by.id());
        }
        return frozen;
    }

    /** What became of a wish to let go. */
    public enum Release {
        /** Another person must wish it too. */
        FIRST_OF_TWO,
        RELEASED,
        /** The same person cannot be both. */
        SAME_PERSON,
        NOT_FROZEN,
        NOT_ALLOWED
    }

    /** Lets sending go on once two different people who may approve alerts wish it. */
    public Release release(Volunteer by) {
        if (!by.may(Act.APPROVE_ALERT)) {
            return Release.NOT_ALLOWED;
        }
        Release release = office.inOne(() -> {
            jdbc.sql("update alert_brake set beat_at = beat_at where id = 1").update();
            Optional<Frozen> frozen = frozen();
            if (frozen.isEmpty()) {
                return Release.NOT_FROZEN;
            }
            Optional<Volunteer.Id> first = frozen.get().releasedBy();
            if (first.isPresent() && office.same(first.get(), by.id())) {
                return Release.SAME_PERSON;
            }
            jdbc.sql(first.isEmpty()
                            ? "update alert_brake set released_by = :by where id = 1"
                            : "update alert_brake set frozen_by = null, frozen_at = null, released_by = null where id = 1")
                    .params(first.isEmpty() ? Map.of("by", by.id().value()) : Map.of())
                    .update();
            office.note(by.id(), first.isEmpty() ? "alerts-release-wished" : "alerts-released", new Alert.Number(0), "");
            return first.isEmpty() ? Release.FIRST_OF_TWO : Release.RELEASED;
        });
        if (release == Release.RELEASED) {
            office.tell(new Alert.Number(0), AlertNews.What.RELEASED, by.id());
        }
        return release;
    }
}

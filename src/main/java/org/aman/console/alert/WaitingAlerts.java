package org.aman.console.alert;

import java.util.List;
import java.util.stream.Stream;
import org.aman.alert.AlertState;
import org.aman.alert.Alerts;
import org.aman.alert.Suggestions;
import org.aman.console.Waiting;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/**
 * Alerts that wait for a second person, paused ones, ended ones of which nobody has said that the danger is over, and drafts that came
 * from other services.
 */
@Component
final class WaitingAlerts implements Waiting {
    private final Alerts alerts;
    private final Suggestions suggestions;
    private final AlertRows rows;

    WaitingAlerts(Alerts alerts, Suggestions suggestions, AlertRows rows) {
        this.alerts = alerts;
        this.suggestions = suggestions;
        this.rows = rows;
    }

    @Override
    public List<Thing> things(Volunteer who) {
        if (!who.may(Act.PROPOSE_ALERT) && !who.may(Act.APPROVE_ALERT)) {
            return List.of();
        }
        Stream<Thing> toApprove = alerts.proposals().stream()
                .map(one -> thing(rows.of(one, who.language()), "alert-to-approve", who));
        Stream<Thing> toClear = alerts.awaitingAllClear().stream()
                .map(one -> thing(rows.of(one, who.language()), "alert-wants-clear", who));
        Stream<Thing> paused = alerts.standing(rows.sheets().times().now()).stream()
                .filter(one -> one.state() == AlertState.PAUSED)
                .map(one -> thing(rows.of(one, who.language()), "alert-paused-waits", who));
        Stream<Thing> toTakeUp = suggestions.waiting().stream()
                .map(one -> thing(rows.of(one, who.language()), "alert-suggested-one", who));
        return Stream.of(toApprove, paused, toClear, toTakeUp).flatMap(some -> some).toList();
    }

    private Thing thing(AlertRows.Row row, String why, Volunteer who) {
        return new Thing(
                row.kind() + " · " + row.title(),
                rows.sheets().text(why, who.language()),
                row.places() + " · " + row.note(),
                row.link());
    }
}

package org.aman.duty;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.aman.alert.Alert;
import org.aman.alert.AlertState;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Alerts that wait for a second person, that go out, that are held up, and that are over without an all-clear. */
@Component
final class AlertRound implements Round {
    /** What went out before somebody came on duty is no news. */
    private static final Duration NEWS = Duration.ofHours(1);

    private final Alerts alerts;
    private final AlertView view;
    private final Notices notices;
    private final Clock clock;

    AlertRound(Alerts alerts, AlertView view, Notices notices, Clock clock) {
        this.alerts = alerts;
        this.view = view;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void look(List<Volunteer> linked) {
        alerts.proposals().forEach(filed ->
                owe(linked, who -> view.mayApprove(who, filed), Notice.Kind.ALERT_PROPOSED, filed));
        alerts.published(clock.instant().minus(NEWS)).forEach(filed -> {
            if (filed.override()) {
                owe(linked, who -> !isApprover(who, filed), Notice.Kind.ALERT_OVERRIDDEN, filed);
            } else {
                owe(
                        linked,
                        who -> who.may(Act.FREEZE) && !isApprover(who, filed),
                        Notice.Kind.ALERT_APPROVED,
                        filed);
            }
        });
        alerts.standing(clock.instant()).stream()
                .filter(filed -> filed.state() == AlertState.PAUSED)
                .forEach(filed ->
                        owe(linked, who -> who.may(Act.APPROVE_ALERT), Notice.Kind.ALERT_PAUSED, filed));
        alerts.awaitingAllClear().forEach(filed ->
                owe(linked, who -> who.may(Act.PROPOSE_ALERT), Notice.Kind.ALERT_ENDED, filed));
    }

    private static boolean isApprover(Volunteer who, Filed filed) {
        return who.id().equals(filed.approvedBy());
    }

    private void owe(List<Volunteer> linked, Predicate<Volunteer> whom, Notice.Kind kind, Filed filed) {
        Alert alert = filed.alert();
        linked.stream()
                .filter(whom)
                .forEach(who -> notices.owe(who.id(), kind, alert.number().toString(), alert.revision()));
    }
}

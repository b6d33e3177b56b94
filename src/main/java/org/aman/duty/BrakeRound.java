package org.aman.duty;

import java.time.Instant;
import java.util.List;
import org.aman.alert.AlertControls;
import org.aman.knowledge.Freeze;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Whether somebody stopped all sending or publishing: everybody else hears of it. */
@Component
final class BrakeRound implements Round {
    private final AlertControls alerts;
    private final Freeze publishing;
    private final Notices notices;

    BrakeRound(AlertControls alerts, Freeze publishing, Notices notices) {
        this.alerts = alerts;
        this.publishing = publishing;
        this.notices = notices;
    }

    @Override
    public void look(List<Volunteer> linked) {
        alerts.frozen().ifPresent(frozen -> owe(linked, frozen.by(), Notice.Kind.ALERTS_FROZEN, frozen.since()));
        publishing.now().ifPresent(frozen -> owe(linked, frozen.by(), Notice.Kind.PUBLISHING_FROZEN, frozen.at()));
    }

    private void owe(List<Volunteer> linked, Volunteer.Id by, Notice.Kind kind, Instant since) {
        linked.stream()
                .map(Volunteer::id)
                .filter(who -> !who.equals(by))
                .forEach(who -> notices.owe(who, kind, "", since.toEpochMilli()));
    }
}

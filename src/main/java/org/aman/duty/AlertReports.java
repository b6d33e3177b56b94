package org.aman.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.AlertState;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Reports to people on duty what became of alerts. */
@Component
final class AlertReports {
    private final Alerts alerts;
    private final AlertView view;
    private final Naming naming;
    private final Speech speech;

    AlertReports(Alerts alerts, AlertView view, Naming naming, Speech speech) {
        this.alerts = alerts;
        this.view = view;
        this.naming = naming;
        this.speech = speech;
    }

    /** That an alert is going out, by two people. */
    Optional<Reply> approved(Volunteer who, Alert.Number number) {
        return told(who, number, "duty.alert.approved");
    }

    /** That somebody sent an alert alone. */
    Optional<Reply> overridden(Volunteer who, Alert.Number number) {
        return told(who, number, "duty.alert.overridden");
    }

    private Optional<Reply> told(Volunteer who, Alert.Number number, String key) {
        return alerts.told(number).map(filed -> speech.said(
                who,
                speech.text(who, key, Map.of("number", number.toString(), "name", approver(filed))) + "\n\n"
                        + view.said(who, filed),
                List.of()));
    }

    private String approver(Filed filed) {
        return naming.person(filed.approvedBy() == null ? filed.proposedBy() : filed.approvedBy());
    }

    /** That an alert is held up; empty where it goes on already. */
    Optional<Reply> paused(Volunteer who, Alert.Number number) {
        return alerts.told(number)
                .filter(filed -> filed.state() == AlertState.PAUSED)
                .map(filed -> speech.say(who, "duty.alert.paused", Map.of("alert", view.headline(who, filed))));
    }

    /** That an alert is over while nobody has said that the danger is; empty where somebody has meanwhile. */
    Optional<Reply> ended(Volunteer who, Alert.Number number) {
        return alerts.awaitingAllClear().stream()
                .filter(filed -> filed.alert().number().equals(number))
                .findFirst()
                .map(filed -> speech.say(who, "duty.alert.ended", Map.of(
                        "alert", view.headline(who, filed), "when", view.until(who, filed))));
    }
}

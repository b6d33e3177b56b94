package org.aman.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.AlertDesk;
import org.aman.alert.Alerts;
import org.aman.alert.Estimate;
import org.aman.alert.Filed;
import org.aman.alert.Ruling;
import org.aman.knowledge.Finding;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** The second person of an alert: sees exactly what goes out, types the area's name, and then it goes. */
@Component
final class AlertTalk implements Talk {
    private static final String AREA_NAME = "area-name";
    private static final String OVER_CAP = "over-cap";

    private final AlertDesk desk;
    private final Alerts alerts;
    private final AlertView view;
    private final Slips slips;
    private final Speech speech;

    AlertTalk(AlertDesk desk, Alerts alerts, AlertView view, Slips slips, Speech speech) {
        this.desk = desk;
        this.alerts = alerts;
        this.view = view;
        this.slips = slips;
        this.speech = speech;
    }

    @Override
    public Slip.Kind kind() {
        return Slip.Kind.ALERT;
    }

    /** Lays a proposal before somebody; empty where it is decided, or not for them to approve. */
    Optional<Reply> show(Volunteer who, Alert.Number number, int revision) {
        return alerts.proposal(number, revision)
                .filter(proposal -> view.mayApprove(who, proposal))
                .map(proposal -> view.proposal(who, proposal, slips.lay(who, about(proposal))));
    }

    /** The proposals that this person may approve now. */
    List<Filed> waiting(Volunteer who) {
        return alerts.proposals().stream()
                .filter(proposal -> view.mayApprove(who, proposal))
                .toList();
    }

    private static Slips.About about(Filed filed) {
        Alert alert = filed.alert();
        return new Slips.About(Slip.Kind.ALERT, alert.number().toString(), alert.revision(), filed.hash());
    }

    private Optional<Filed> seen(Slip slip) {
        return alerts.proposal(number(slip), slip.revision())
                .filter(proposal -> proposal.hash().equals(slip.hash()));
    }

    private static Alert.Number number(Slip slip) {
        return new Alert.Number(Integer.parseInt(slip.subject()));
    }

    @Override
    public List<Reply> pressed(Volunteer who, Slip slip, String act) {
        Optional<Filed> proposal = seen(slip);
        if (proposal.isEmpty()) {
            return List.of(speech.stale(who));
        }
        return List.of(switch (act) {
            case "approve" -> askForArea(who, proposal.get());
            case "drop" -> drop(who, slip);
            default -> speech.say(who, "duty.forged");
        });
    }

    private Reply askForArea(Volunteer who, Filed proposal) {
        slips.ask(who, about(proposal), AREA_NAME, "");
        return speech.say(who, "duty.alert.type-area", Map.of("people", view.people(proposal)));
    }

    private Reply drop(Volunteer who, Slip slip) {
        return switch (desk.discard(number(slip), slip.revision(), who)) {
            case Ruling.Granted granted -> speech.say(who, "duty.alert.dropped", Map.of("number", slip.subject()));
            case Ruling.Refused(List<Finding> why) -> refused(who, why);
        };
    }

    private Reply refused(Volunteer who, List<Finding> why) {
        return speech.said(who, speech.sentences(who, why), List.of());
    }

    @Override
    public List<Reply> typed(Volunteer who, Slip slip, String words) {
        Optional<Filed> proposal = seen(slip);
        if (proposal.isEmpty()) {
            return List.of(speech.stale(who));
        }
        boolean isReason = slip.field().equals(OVER_CAP);
        String area = isReason ? slip.note() : words.strip();
        String reason = isReason ? words.strip() : "";
        return List.of(approve(who, proposal.get(), slip, area, reason));
    }

    private Reply approve(Volunteer who, Filed proposal, Slip slip, String area, String reason) {
        AlertDesk.Approval approval = new AlertDesk.Approval(
                proposal.alert().number(), proposal.alert().revision(), slip.hash(), area, reason);
        return switch (desk.approve(approval, who)) {
            case Ruling.Granted(Filed sent) -> {
                slips.hush(who.id());
                String people = Estimate.said(sent.recipients());
                yield speech.say(who, "duty.alert.sent", Map.of("number", slip.subject(), "people", people));
            }
            case Ruling.Refused(List<Finding> why) -> askAgain(who, proposal, area, why);
        };
    }

    /** A name mistyped is typed again, one alert too many needs a reason; all else ends here. */
    private Reply askAgain(Volunteer who, Filed proposal, String area, List<Finding> why) {
        if (why.stream().anyMatch(one -> one.key().endsWith(OVER_CAP))) {
            slips.ask(who, about(proposal), OVER_CAP, area);
        } else if (why.stream().noneMatch(one -> one.key().endsWith(AREA_NAME))) {
            slips.hush(who.id());
        }
        return refused(who, why);
    }
}

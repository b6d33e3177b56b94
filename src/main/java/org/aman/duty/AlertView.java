package org.aman.duty;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aman.alert.AlertDesk;
import org.aman.alert.AlertWriter;
import org.aman.alert.Estimate;
import org.aman.alert.Filed;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.aman.staff.Act;
import org.aman.staff.SamePerson;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Shows alerts to people on duty. */
@Component
final class AlertView {
    private final AlertDesk desk;
    private final AlertWriter writer;
    private final SamePerson persons;
    private final Naming naming;
    private final Speech speech;

    AlertView(AlertDesk desk, AlertWriter writer, SamePerson persons, Naming naming, Speech speech) {
        this.desk = desk;
        this.writer = writer;
        this.persons = persons;
        this.naming = naming;
        this.speech = speech;
    }

    /** Whether this is for them to approve: they may, and another person proposed it. */
    boolean mayApprove(Volunteer who, Filed proposal) {
        return who.may(Act.APPROVE_ALERT) && !isSame(who, proposal.proposedBy());
    }

    boolean isSame(Volunteer who, Volunteer.Id other) {
        return who.id().equals(other) || persons.same(who.id(), other);
    }

    /** Exactly what would go out, to how many, with what can be done. */
    Reply proposal(Volunteer who, Filed proposal, Slip slip) {
        Estimate estimate = desk.estimate(proposal.alert());
        String text = Stream.of(
                        speech.text(who, "duty.alert.proposed"),
                        said(who, proposal),
                        speech.text(who, "duty.alert.reaches", Map.of(
                                "people", estimate.peopleSaid(),
                                "places", writer.places(proposal.alert().areas(), who.language()),
                                "takes", length(who, estimate.takes()))))
                .collect(Collectors.joining("\n\n"));
        return speech.said(who, text, List.of(
                List.of(speech.button(who, "duty.button.alert-approve", slip, "approve")),
                List.of(speech.button(who, "duty.button.alert-drop", slip, "drop"))));
    }

    /** What goes out, in the reader's language first. */
    String said(Volunteer who, Filed filed) {
        Language own = who.language();
        return filed.said().text().best(own) + "\n\n" + filed.said().text().best(own.other());
    }

    /** To how many, as staff may see it. */
    String people(Filed proposal) {
        return desk.estimate(proposal.alert()).peopleSaid();
    }

    /** An alert on one line. */
    String headline(Volunteer who, Filed filed) {
        return speech.text(who, "duty.alert.headline", Map.of(
                "number", filed.alert().number().toString(),
                "kind", speech.text(who, "console.page.alert-kind." + filed.alert().kind().word()),
                "places", writer.places(filed.alert().areas(), who.language())));
    }

    String until(Volunteer who, Filed filed) {
        return naming.moment(filed.alert().times().until(), who.language());
    }

    private String length(Volunteer who, Duration takes) {
        return takes.toHours() < 1
                ? speech.text(who, "for.minutes", Map.of("n", Math.max(1, takes.toMinutes())))
                : speech.text(who, "for.hours", Map.of("n", takes.toHours()));
    }
}

package org.aman.console.alert;

import java.util.List;
import java.util.stream.Stream;
import org.aman.alert.Alert;
import org.aman.alert.AlertDesk;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.alert.Ruling;
import org.aman.console.Door;
import org.aman.console.Needs;
import org.aman.console.NotThere;
import org.aman.console.Ways;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second pair of eyes: exactly what would go out, to whom, until when; and the press that sends it. */
@Controller
final class ApprovalPage {
    private final AlertDesk desk;
    private final Alerts alerts;
    private final AlertRows rows;
    private final Reach reach;
    private final Beside beside;

    ApprovalPage(AlertDesk desk, Alerts alerts, AlertRows rows, Reach reach, Beside beside) {
        this.desk = desk;
        this.alerts = alerts;
        this.rows = rows;
        this.reach = reach;
        this.beside = beside;
    }

    @GetMapping("/console/alerts/{number}/{revision}/approval")
    @Needs(Act.READ)
    Object page(
            @PathVariable("number") String number,
            @PathVariable("revision") String revision,
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Alert.Number named = AlertForm.number(number).orElseThrow(NotThere::new);
        if (alerts.proposal(named, revision(revision)).isEmpty()) {
            // It was decided meanwhile: its own page tells how.
            return alerts.filed(named).isPresent() ? Ways.to("/console/alerts/" + named) : missing();
        }
        ModelAndView page = page(named, revision(revision), "", "", who);
        page.addObject("done", Done.known(done));
        return page;
    }

    private static Object missing() {
        throw new NotThere();
    }

    private static int revision(String typed) {
        return AlertForm.number(typed).map(Alert.Number::value).orElse(0);
    }

    private ModelAndView page(Alert.Number number, int revision, String typed, String reason, Volunteer who) {
        Language language = who.language();
        Filed proposal = alerts.proposal(number, revision).or(() -> alerts.filed(number)).orElseThrow(NotThere::new);
        Alert alert = proposal.alert();
        boolean waits = proposal.approvedBy() == null && alert.revision() == revision && isOpen(proposal);
        ModelAndView page = rows.sheets().page("alerts", "alert/approval", who);
        page.addObject("row", rows.of(proposal, language));
        page.addObject("by", rows.proposed(proposal, language));
        page.addObject("ends", rows.ends(alert, language));
        page.addObject("previews", previews(proposal, language));
        page.addObject("reach", reach.of(alert, language));
        page.addObject("gauge", gauge(alert, language));
        page.addObject("hash", proposal.hash());
        page.addObject("address", "/console/alerts/" + number + "/" + revision);
        page.addObject("correction", alert.revision() > 1);
        page.addObject("own", proposal.proposedBy().equals(who.id()));
        page.addObject("mayApprove", waits && who.may(Act.APPROVE_ALERT) && !proposal.proposedBy().equals(who.id()));
        page.addObject("mayDiscard", waits && who.may(Act.PROPOSE_ALERT));
        page.addObject("typed", typed);
        page.addObject("reason", reason);
        page.addObject("done", "");
        page.addObject("refused", "");
        return page;
    }

    private static boolean isOpen(Filed proposal) {
        return switch (proposal.state()) {
            case PROPOSED, SENDING, PAUSED, SENT -> true;
            case DISCARDED, STOPPED, CANCELLED, REPLACED, CLEARED, EXPIRED -> false;
        };
    }

    private List<Preview> previews(Filed proposal, Language reader) {
        return Stream.of(reader, reader.other())
                .map(language -> Preview.of(proposal.said().reply(language), rows.sheets(), reader))
                .toList();
    }

    private String gauge(Alert alert, Language language) {
        return String.join(
                " · ",
                rows.sheets().text("alert-severity." + AlertRows.word(alert.gauge().severity()), language),
                rows.sheets().text("alert-urgency." + AlertRows.word(alert.gauge().urgency()), language),
                rows.sheets().text("alert-certainty." + AlertRows.word(alert.gauge().certainty()), language));
    }

    /**
     * Sends what was seen.
     *
     * @param hash of what stood on the page
     * @param area the name of the area as it was typed
     * @param reason why one more alert for this area today; empty where there is no need
     */
    @PostMapping("/console/alerts/{number}/{revision}/approve")
    @Needs(Act.APPROVE_ALERT)
    Object approve(
            @PathVariable("number") String number,
            @PathVariable("revision") String revision,
            @RequestParam(name = "hash", defaultValue = "") String hash,
            @RequestParam(name = "area", defaultValue = "") String area,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Alert.Number named = AlertForm.number(number).orElseThrow(NotThere::new);
        Ruling ruling =
                desk.approve(new AlertDesk.Approval(named, revision(revision), hash, area, reason), who);
        return switch (ruling) {
            case Ruling.Granted granted -> Ways.to("/console/alerts/" + named + "?done=alert-approved");
            case Ruling.Refused(var why) -> Ways.refused(
                    page(named, revision(revision), area, reason, who), beside.sentences(why, who.language()));
        };
    }

    /** Drops a proposal: its author can, and whoever may approve. */
    @PostMapping("/console/alerts/{number}/{revision}/discard")
    @Needs(Act.PROPOSE_ALERT)
    Object discard(
            @PathVariable("number") String number,
            @PathVariable("revision") String revision,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Alert.Number named = AlertForm.number(number).orElseThrow(NotThere::new);
        Ruling ruling = desk.discard(named, revision(revision), who);
        return switch (ruling) {
            case Ruling.Granted granted -> Ways.to("/console/alerts?done=alert-discarded");
            case Ruling.Refused(var why) -> Ways.refused(
                    page(named, revision(revision), "", "", who), beside.sentences(why, who.language()));
        };
    }
}

package org.aman.console.alert;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.aman.alert.AlertDrafts;
import org.aman.alert.Draft;
import org.aman.alert.Filed;
import org.aman.alert.Ruling;
import org.aman.console.Door;
import org.aman.console.Needs;
import org.aman.console.NotThere;
import org.aman.console.Ways;
import org.aman.knowledge.Finding;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing an alert: from nothing, from a draft, after an earlier alert, or as a correction in its place. */
@Controller
final class WriteAlertPage {
    private final Beginnings beginnings;
    private final Proposals proposals;
    private final AlertDrafts drafts;
    private final AlertForm form;
    private final AlertSheet sheet;

    WriteAlertPage(
            Beginnings beginnings, Proposals proposals, AlertDrafts drafts, AlertForm form, AlertSheet sheet) {
        this.beginnings = beginnings;
        this.proposals = proposals;
        this.drafts = drafts;
        this.form = form;
        this.sheet = sheet;
    }

    /**
     * @param kind with what kind to begin, such as EXERCISE
     * @param after the number of the alert that this follows
     * @param way how it follows it
     * @param correct the number of the alert whose messages are changed in place
     * @param suggestion the id of a draft that another service's message was made into
     */
    @GetMapping("/console/alerts/write")
    @Needs(Act.PROPOSE_ALERT)
    ModelAndView begin(
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "way", defaultValue = "") String way,
            @RequestParam(name = "correct", defaultValue = "") String correct,
            @RequestParam(name = "suggestion", defaultValue = "") String suggestion,
            @RequestAttribute(Door.WHO) Volunteer who) {
        if (!correct.isEmpty()) {
            return sheet.page(who, beginnings.correcting(correct, who.language()), null);
        }
        if (!suggestion.isEmpty()) {
            return sheet.page(who, beginnings.suggested(suggestion, who.language()), null);
        }
        Typed typed = after.isEmpty()
                ? Typed.nothing().with("kind", kind)
                : beginnings.after(after, way, who.language());
        ModelAndView page = sheet.page(who, typed, null);
        sheet.quiet(page);
        return page;
    }

    /** What is to be said beside the fields, while somebody types; keeps nothing. */
    @PostMapping("/console/alerts/write/check")
    @Needs(Act.PROPOSE_ALERT)
    ModelAndView check(
            @RequestParam(name = "alone", defaultValue = "false") boolean alone,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletRequest request) {
        Typed typed = form.read(request.getParameterMap());
        return alone ? sheet.checkAlone(who, typed) : sheet.check(who, typed);
    }

    /** Saves, proposes, or changes only the form: {@code act} tells which. */
    @PostMapping({"/console/alerts/write", "/console/alerts/drafts/{id}"})
    @Needs(Act.PROPOSE_ALERT)
    Object act(
            @RequestParam(name = "act", defaultValue = "save") String act,
            @RequestParam(name = "draft", defaultValue = "") String id,
            @RequestParam(name = "version", defaultValue = "0") int version,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletRequest request) {
        Typed typed = form.read(request.getParameterMap());
        return switch (act) {
            case "save" -> save(typed, id, version, who);
            case "propose" -> propose(typed, id, who);
            default -> sheet.page(who, typed.reshaped(act), drafts.draft(id).orElse(null));
        };
    }

    private Object save(Typed typed, String id, int version, Volunteer who) {
        Draft draft = form.draft(typed);
        if (id.isEmpty()) {
            return saved(drafts.start(draft, who.id()));
        }
        Optional<AlertDrafts.Kept> kept = drafts.change(id, version, draft, who.id());
        if (kept.isPresent()) {
            return saved(kept.get());
        }
        // What was typed is shown as a draft of its own, so that neither overwrites the other.
        ModelAndView page = Ways.refused(
                sheet.page(who, typed, null), sheet.sheets().text("alert-draft-meanwhile", who.language()));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static Object saved(AlertDrafts.Kept kept) {
        return Ways.to("/console/alerts/drafts/" + kept.id() + "?done=alert-saved");
    }

    @GetMapping("/console/alerts/drafts/{id}")
    @Needs(Act.PROPOSE_ALERT)
    ModelAndView draft(
            @PathVariable("id") String id,
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestAttribute(Door.WHO) Volunteer who) {
        AlertDrafts.Kept kept = drafts.draft(id).orElseThrow(NotThere::new);
        ModelAndView page = sheet.page(who, form.typed(kept.draft(), who.language()), kept);
        page.addObject("done", Done.known(done));
        return page;
    }

    private Object propose(Typed typed, String id, Volunteer who) {
        AlertDrafts.Kept kept = drafts.draft(id).orElse(null);
        return switch (proposals.propose(typed, id, who)) {
            case Ruling.Granted(Filed filed) ->
                Ways.to(AlertRows.approval(filed.alert()) + "?done=alert-proposed");
            case Ruling.Refused(List<Finding> why) -> Ways.refused(
                    sheet.page(who, typed, kept), sheet.beside().sentences(why, who.language()));
        };
    }

    @PostMapping("/console/alerts/drafts/{id}/drop")
    @Needs(Act.PROPOSE_ALERT)
    Object drop(@PathVariable("id") String id) {
        drafts.drop(id);
        return Ways.to("/console/alerts?done=alert-dropped");
    }
}

package org.aman.console.alert;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.AlertDesk;
import org.aman.alert.AlertDrafts;
import org.aman.alert.Alerts;
import org.aman.alert.Draft;
import org.aman.alert.Filed;
import org.aman.alert.Follow;
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
    /** What is proposed as the end of what follows an alert that is over or nearly so. */
    private static final Duration USUAL = Duration.ofHours(6);

    private final AlertDesk desk;
    private final AlertDrafts drafts;
    private final Alerts alerts;
    private final AlertForm form;
    private final AlertSheet sheet;

    WriteAlertPage(AlertDesk desk, AlertDrafts drafts, Alerts alerts, AlertForm form, AlertSheet sheet) {
        this.desk = desk;
        this.drafts = drafts;
        this.alerts = alerts;
        this.form = form;
        this.sheet = sheet;
    }

    /**
     * @param draft the id of one that was saved
     * @param kind with what kind to begin, such as EXERCISE
     * @param after the number of the alert that this follows
     * @param way how it follows it
     * @param correct the number of the alert whose messages are changed in place
     */
    @GetMapping("/console/alerts/write")
    @Needs(Act.PROPOSE_ALERT)
    ModelAndView begin(
            @RequestParam(name = "draft", defaultValue = "") String draft,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "way", defaultValue = "") String way,
            @RequestParam(name = "correct", defaultValue = "") String correct,
            @RequestAttribute(Door.WHO) Volunteer who) {
        if (!draft.isEmpty()) {
            AlertDrafts.Kept kept = drafts.draft(draft).orElseThrow(NotThere::new);
            return sheet.page(who, form.typed(kept.draft(), who.language()), kept);
        }
        if (!correct.isEmpty()) {
            Filed standing = told(correct);
            Draft same = Draft.of(standing.alert()).replacing(standing.alert().number());
            return sheet.page(who, form.typed(same, who.language()), null);
        }
        Typed typed = after.isEmpty() ? Typed.nothing().with("kind", kind) : after(told(after), way, who);
        ModelAndView page = sheet.page(who, typed, null);
        sheet.quiet(page);
        return page;
    }

    private Filed told(String number) {
        return AlertForm.number(number).flatMap(alerts::told).orElseThrow(NotThere::new);
    }

    /** What follows begins with the areas of the first, and with the latest words where they may still be right. */
    private Typed after(Filed latest, String way, Volunteer who) {
        Follow before = latest.alert().follow();
        Alert.Number first = before == null ? latest.alert().number() : before.first();
        Typed typed = form.typed(Draft.of(latest.alert()), who.language())
                .with("way", way)
                .with("first", first.toString())
                .with("why.ar", "")
                .with("why.en", "")
                .with("asOf", "")
                .with("onset", "")
                .with("until", until(latest.alert()));
        return way.equals(Follow.Way.ALL_CLEAR.name()) ? cleared(typed) : typed;
    }

    private String until(Alert first) {
        Instant usual = sheet.sheets().times().now().plus(USUAL);
        Instant end = first.times().until();
        return sheet.sheets().times().field(end.isAfter(usual) ? end : usual);
    }

    private static Typed cleared(Typed typed) {
        Typed cleared = typed.with("kind", Alert.Kind.ALL_CLEAR.name()).with("urgency", Alert.Urgency.PAST.name());
        for (String part : List.of("text", "instruction", "more")) {
            cleared = cleared.with(part + ".ar", "").with(part + ".en", "");
        }
        return cleared;
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
    @PostMapping("/console/alerts/write")
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
        ModelAndView page = begin(id, "", "", "", "", who);
        page.addObject("done", Done.known(done));
        return page;
    }

    private Object propose(Typed typed, String id, Volunteer who) {
        AlertDrafts.Kept kept = drafts.draft(id).orElse(null);
        List<Finding> unread = form.unread(typed);
        Ruling ruling = unread.isEmpty() ? desk.propose(form.draft(typed), who) : new Ruling.Refused(unread);
        return switch (ruling) {
            case Ruling.Granted(Filed filed) -> {
                drafts.drop(id);
                yield Ways.to("/console/alerts/" + filed.alert().number() + "/" + filed.alert().revision()
                        + "/approval?done=alert-proposed");
            }
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

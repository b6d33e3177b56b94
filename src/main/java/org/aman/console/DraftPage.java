package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Written;
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

/** A draft while it is written: saved, handed in, published where one person may. */
@Controller
final class DraftPage {
    private static final Set<String> KEEPING = Set.of("save", "hand-in", "publish");

    private final DraftDesk desk;
    private final Drafts drafts;
    private final DraftSheet sheet;
    private final DraftForm form;
    private final ConflictSheet conflicts;

    DraftPage(DraftDesk desk, Drafts drafts, DraftSheet sheet, DraftForm form, ConflictSheet conflicts) {
        this.desk = desk;
        this.drafts = drafts;
        this.sheet = sheet;
        this.form = form;
        this.conflicts = conflicts;
    }

    @GetMapping("/console/drafts/{id}")
    @Needs(Act.WRITE)
    Object page(
            @PathVariable("id") String id,
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Draft draft = drafts.draft(new Draft.Id(id)).orElseThrow(NotThere::new);
        if (!draft.state().isOpen()) {
            return Ways.to("/console/drafts/" + id + "/review?done=" + Ways.done(done));
        }
        ModelAndView page = sheet.page(who, draft, draft.written(), "");
        page.addObject("done", Ways.done(done));
        return page;
    }

    /** Margin to what the fields hold, while somebody types; keeps nothing. */
    @PostMapping("/console/check")
    @Needs(Act.WRITE)
    ModelAndView check(@RequestAttribute(Door.WHO) Volunteer who, HttpServletRequest request) {
        return sheet.check(who, form.read(new DraftForm.Fields(request.getParameterMap()), ""));
    }

    @PostMapping("/console/drafts/{id}")
    @Needs(Act.WRITE)
    Object save(
            @PathVariable("id") String id,
            @RequestParam(name = "act", defaultValue = "save") String act,
            @RequestParam(name = "version", defaultValue = "0") int version,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletRequest request) {
        Draft draft = drafts.draft(new Draft.Id(id)).orElseThrow(NotThere::new);
        Written written =
                form.read(new DraftForm.Fields(request.getParameterMap()), draft.written().id());
        if (!KEEPING.contains(act)) {
            return sheet.page(who, draft, form.reshaped(written, act), "");
        }
        Ruling saved = written.equals(draft.written()) && version == draft.version()
                ? new Ruling.Kept(draft)
                : desk.save(who, draft.id(), version, written);
        return switch (saved) {
            case Ruling.Kept(Draft kept) -> kept(who, kept, act);
            case Ruling.Conflict conflict -> conflict(who, conflict);
            default -> Ways.refused(sheet.page(who, draft, written, ""), saved, who, sheet.messages());
        };
    }

    private Object kept(Volunteer who, Draft draft, String act) {
        Ruling ruling = switch (act) {
            case "hand-in" -> desk.handIn(who, draft.id(), draft.version());
            case "publish" -> desk.publishAlone(who, draft.id(), draft.hash());
            default -> new Ruling.Kept(draft);
        };
        String here = "/console/drafts/" + draft.id();
        return switch (ruling) {
            case Ruling.Kept kept -> Ways.to(here + (act.equals("save") ? "?done=saved" : "/review?done=handed-in"));
            case Ruling.Published(var update) -> Ways.to("/console/updates/" + update.id() + "?done=published");
            default -> Ways.refused(sheet.page(who, draft, draft.written(), ""), ruling, who, sheet.messages());
        };
    }

    private ModelAndView conflict(Volunteer who, Ruling.Conflict conflict) {
        ModelAndView page = sheet.page(who, conflict.theirs(), conflict.yours(), "");
        page.addObject("conflict", conflicts.of(conflict, who.language()));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    @PostMapping("/console/drafts/{id}/discard")
    @Needs(Act.WRITE)
    Object discard(
            @PathVariable("id") String id,
            @RequestParam(name = "version", defaultValue = "0") int version,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Ruling ruling = desk.discard(who, new Draft.Id(id), version);
        return ruling instanceof Ruling.Kept ? Ways.to("/console?done=discarded") : refused(id, version, ruling, who);
    }

    /**
     * Goes on with a draft whose update was changed meanwhile.
     *
     * @param revision what of the update they have seen
     */
    @PostMapping("/console/drafts/{id}/take-up")
    @Needs(Act.WRITE)
    Object takeUp(
            @PathVariable("id") String id,
            @RequestParam(name = "version", defaultValue = "0") int version,
            @RequestParam(name = "revision", defaultValue = "0") int revision,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Ruling ruling = desk.takeUp(who, new Draft.Id(id), version, revision);
        return ruling instanceof Ruling.Kept
                ? Ways.to("/console/drafts/" + id + "?done=saved")
                : refused(id, version, ruling, who);
    }

    private ModelAndView refused(String id, int seen, Ruling ruling, Volunteer who) {
        Draft draft = drafts.draft(new Draft.Id(id)).orElseThrow(NotThere::new);
        ModelAndView page = sheet.page(who, draft, draft.written(), "");
        return sheet.meanwhile()
                .draft(Ways.refused(page, ruling, who, sheet.messages()), draft.id(), seen, who.language());
    }
}

package org.aman.console;

import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Update;
import org.aman.knowledge.UpdateDesk;
import org.aman.knowledge.Updates;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One update: what it says, how it came to say so, and what can be done with it. */
@Controller
final class UpdatePage {
    private final DraftDesk drafts;
    private final UpdateDesk desk;
    private final Updates updates;
    private final UpdateSheet sheet;
    private final Meanwhile meanwhile;

    UpdatePage(DraftDesk drafts, UpdateDesk desk, Updates updates, UpdateSheet sheet, Meanwhile meanwhile) {
        this.drafts = drafts;
        this.desk = desk;
        this.updates = updates;
        this.sheet = sheet;
        this.meanwhile = meanwhile;
    }

    @GetMapping("/console/updates/{id}")
    @Needs(Act.READ)
    ModelAndView page(
            @PathVariable("id") String id,
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestAttribute(Door.WHO) Volunteer who) {
        ModelAndView page = sheet.page(who, update(id));
        page.addObject("done", Ways.done(done));
        return page;
    }

    @PostMapping("/console/updates/{id}/change")
    @Needs(Act.WRITE)
    Object change(@PathVariable("id") String id, @RequestAttribute(Door.WHO) Volunteer who) {
        return after(drafts.startFrom(who, new Update.Id(id)), id, 0, "", who);
    }

    /** @param to the revision to go back to */
    @PostMapping("/console/updates/{id}/revert")
    @Needs(Act.WRITE)
    Object revert(
            @PathVariable("id") String id,
            @RequestParam(name = "to", defaultValue = "0") int to,
            @RequestParam(name = "revision", defaultValue = "0") int revision,
            @RequestAttribute(Door.WHO) Volunteer who) {
        return after(drafts.revert(who, new Update.Id(id), to, revision), id, revision, "", who);
    }

    /** @param revision the one that was seen: another may say something else by now */
    @PostMapping("/console/updates/{id}/still-true")
    @Needs(Act.WRITE)
    Object stillTrue(
            @PathVariable("id") String id,
            @RequestParam(name = "revision", defaultValue = "0") int revision,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Ruling ruling = drafts.renew(who, new Update.Id(id), revision);
        return from.equals("endings") && ruling instanceof Ruling.Published
                ? Ways.to("/console/endings?done=renewed")
                : after(ruling, id, revision, "renewed", who);
    }

    @PostMapping("/console/updates/{id}/hold")
    @Needs(Act.HOLD)
    Object hold(
            @PathVariable("id") String id,
            @RequestParam(name = "revision", defaultValue = "0") int revision,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestAttribute(Door.WHO) Volunteer who) {
        return after(desk.hold(who, new Update.Id(id), revision, reason.strip()), id, revision, "held", who);
    }

    @PostMapping("/console/updates/{id}/withdraw")
    @Needs(Act.WITHDRAW)
    Object withdraw(
            @PathVariable("id") String id,
            @RequestParam(name = "revision", defaultValue = "0") int revision,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestAttribute(Door.WHO) Volunteer who) {
        return after(desk.withdraw(who, new Update.Id(id), revision, reason.strip()), id, revision, "withdrawn", who);
    }

    @PostMapping("/console/updates/{id}/release")
    @Needs(Act.WRITE)
    Object release(
            @PathVariable("id") String id,
            @RequestParam(name = "revision", defaultValue = "0") int revision,
            @RequestAttribute(Door.WHO) Volunteer who) {
        return after(drafts.release(who, new Update.Id(id), revision), id, revision, "released", who);
    }

    /**
     * @param seen the revision they read
     * @param done what is said where it is done at once
     */
    private Object after(Ruling ruling, String id, int seen, String done, Volunteer who) {
        return switch (ruling) {
            case Ruling.Published published -> Ways.to("/console/updates/" + id + "?done=" + done);
            case Ruling.Stands stands -> Ways.to("/console/updates/" + id + "?done=" + done);
            case Ruling.Kept(var draft) -> Ways.to("/console/drafts/" + draft.id()
                    + (done.isEmpty() ? "" : "/review?done=handed-in"));
            case Ruling.Refused refused -> refused(refused, id, seen, who);
            case Ruling.GoesLive live -> Ways.to("/console/drafts/" + live.draft().id() + "/review?done=approved");
            case Ruling.NeedsMore more -> Ways.to("/console/drafts/" + more.draft().id() + "/review");
            case Ruling.Conflict conflict -> Ways.to("/console/drafts/" + conflict.theirs().id());
        };
    }

    private ModelAndView refused(Ruling.Refused refused, String id, int seen, Volunteer who) {
        ModelAndView page = Ways.refused(sheet.page(who, update(id)), refused, who, sheet.messages());
        return refused.why() == Ruling.Why.CHANGED_SINCE
                ? meanwhile.update(page, new Update.Id(id), seen, who.language())
                : page;
    }

    private Update update(String id) {
        return updates.update(new Update.Id(id)).orElseThrow(NotThere::new);
    }
}

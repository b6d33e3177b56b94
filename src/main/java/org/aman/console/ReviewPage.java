package org.aman.console;

import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Ruling;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second pair of eyes: what differs from what answers now, and the press that lets it out or gives it back. */
@Controller
final class ReviewPage {
    private final DraftDesk desk;
    private final Drafts drafts;
    private final ReviewSheet sheet;

    ReviewPage(DraftDesk desk, Drafts drafts, ReviewSheet sheet) {
        this.desk = desk;
        this.drafts = drafts;
        this.sheet = sheet;
    }

    @GetMapping("/console/drafts/{id}/review")
    @Needs(Act.READ)
    ModelAndView page(
            @PathVariable("id") String id,
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestAttribute(Door.WHO) Volunteer who) {
        ModelAndView page = sheet.page(who, draft(id));
        page.addObject("done", Ways.done(done));
        return page;
    }

    /**
     * @param hash of what the reviewer read: nothing else goes out
     * @param version of what they read
     */
    @PostMapping("/console/drafts/{id}/approve")
    @Needs(Act.REVIEW)
    Object approve(
            @PathVariable("id") String id,
            @RequestParam(name = "hash", defaultValue = "") String hash,
            @RequestParam(name = "version", defaultValue = "0") int version,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Ruling ruling = desk.approve(who, new Draft.Id(id), hash);
        return switch (ruling) {
            case Ruling.Published(var update) -> Ways.to("/console/updates/" + update.id() + "?done=published");
            case Ruling.GoesLive live -> Ways.to("/console/drafts/" + id + "/review?done=approved");
            case Ruling.NeedsMore more -> Ways.to("/console/drafts/" + id + "/review?done=approved");
            default -> refused(id, version, ruling, who);
        };
    }

    /** Gives it back to its writers; also stops what is approved and not out yet. */
    @PostMapping("/console/drafts/{id}/give-back")
    @Needs(Act.HOLD)
    Object giveBack(
            @PathVariable("id") String id,
            @RequestParam(name = "version", defaultValue = "0") int version,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Ruling ruling = desk.giveBack(who, new Draft.Id(id), version, reason);
        return ruling instanceof Ruling.Kept
                ? Ways.to("/console/drafts/" + id + "/review?done=given-back")
                : refused(id, version, ruling, who);
    }

    private ModelAndView refused(String id, int seen, Ruling ruling, Volunteer who) {
        ModelAndView page = Ways.refused(sheet.page(who, draft(id)), ruling, who, sheet.messages());
        return sheet.meanwhile().draft(page, new Draft.Id(id), seen, who.language());
    }

    private Draft draft(String id) {
        return drafts.draft(new Draft.Id(id)).orElseThrow(NotThere::new);
    }
}

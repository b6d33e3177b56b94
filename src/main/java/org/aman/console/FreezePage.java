package org.aman.console;

import java.util.List;
import java.util.Map;
import org.aman.knowledge.Freeze;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The brake on publishing what needs two people: one pulls it, two release it. */
@Controller
final class FreezePage {
    private static final int MOST_REASON = 200;

    private final Freeze freeze;
    private final People people;

    FreezePage(Freeze freeze, People people) {
        this.freeze = freeze;
        this.people = people;
    }

    @GetMapping("/console/freeze")
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestParam(name = "fault", defaultValue = "") String fault,
            @RequestAttribute(Door.WHO) Volunteer who) {
        ModelAndView page = people.sheets().page("freeze", who);
        page.addObject("state", freeze.now().map(frozen -> said(frozen, who.language())).orElse(""));
        page.addObject("mayFreeze", who.may(Act.FREEZE));
        page.addObject("mayRelease", who.may(Act.UNFREEZE));
        page.addObject("done", Ways.done(done));
        page.addObject("fault", List.of("no-reason").contains(fault) ? fault : "");
        return page;
    }

    private String said(Freeze.Frozen frozen, Language language) {
        String by = people.sheets().say("freeze-by", language, Map.of(
                "name", people.name(frozen.by().value(), language),
                "when", people.sheets().times().moment(frozen.at(), language),
                "reason", frozen.reason()));
        Volunteer.Id released = frozen.releasedBy();
        return released == null
                ? by
                : by + " " + people.sheets().say(
                        "freeze-begun", language, Map.of("name", people.name(released.value(), language)));
    }

    @PostMapping("/console/freeze")
    @Needs(Act.FREEZE)
    Object freeze(
            @RequestParam(name = "reason", defaultValue = "") String reason, @RequestAttribute(Door.WHO) Volunteer who) {
        if (reason.isBlank() || reason.length() > MOST_REASON) {
            return Ways.to("/console/freeze?fault=no-reason");
        }
        freeze.freeze(who, reason.strip());
        return Ways.to("/console/freeze?done=frozen");
    }

    @PostMapping("/console/freeze/release")
    @Needs(Act.UNFREEZE)
    Object release(@RequestAttribute(Door.WHO) Volunteer who) {
        return Ways.to("/console/freeze" + switch (freeze.release(who)) {
            case ONE_MORE -> "?done=go-on-asked";
            case RELEASED -> "?done=going-on";
            case NOT_FROZEN, NOT_ALLOWED -> "";
        });
    }
}

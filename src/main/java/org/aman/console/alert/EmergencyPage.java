package org.aman.console.alert;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.aman.alert.AlertDesk;
import org.aman.alert.Filed;
import org.aman.alert.Ruling;
import org.aman.console.Door;
import org.aman.console.Needs;
import org.aman.console.NotThere;
import org.aman.console.Ways;
import org.aman.knowledge.Finding;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A short alert sent by one person alone: there only where the installation allows it, and told to all the staff. */
@Controller
final class EmergencyPage {
    private final AlertDesk desk;
    private final AlertForm form;
    private final AlertSheet sheet;

    EmergencyPage(AlertDesk desk, AlertForm form, AlertSheet sheet) {
        this.desk = desk;
        this.form = form;
        this.sheet = sheet;
    }

    @GetMapping("/console/alerts/emergency")
    @Needs(Act.APPROVE_ALERT)
    ModelAndView page(@RequestAttribute(Door.WHO) Volunteer who) {
        checkAllowed();
        ModelAndView page = page(who, Typed.nothing(), "");
        sheet.quiet(page);
        return page;
    }

    private void checkAllowed() {
        if (!desk.allowsOverride()) {
            throw new NotThere();
        }
    }

    private ModelAndView page(Volunteer who, Typed typed, String area) {
        ModelAndView page = sheet.alone(who, typed);
        page.addObject("area", area);
        return page;
    }

    /** @param act {@code send}; anything else changes only the form */
    @PostMapping("/console/alerts/emergency")
    @Needs(Act.APPROVE_ALERT)
    Object send(
            @RequestParam(name = "act", defaultValue = "") String act,
            @RequestParam(name = "area", defaultValue = "") String area,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletRequest request) {
        checkAllowed();
        Typed typed = form.read(request.getParameterMap());
        if (!act.equals("send")) {
            return page(who, typed.reshaped(act), area);
        }
        List<Finding> unread = form.unread(typed);
        Ruling ruling = unread.isEmpty() ? desk.override(form.draft(typed), area, who) : new Ruling.Refused(unread);
        return switch (ruling) {
            case Ruling.Granted(Filed filed) ->
                Ways.to("/console/alerts/" + filed.alert().number() + "?done=alert-sent-alone");
            case Ruling.Refused(List<Finding> why) ->
                Ways.refused(page(who, typed, area), sheet.beside().sentences(why, who.language()));
        };
    }
}

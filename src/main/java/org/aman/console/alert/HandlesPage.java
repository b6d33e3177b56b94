package org.aman.console.alert;

import java.util.List;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.AlertControls;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.alert.Ruling;
import org.aman.console.Door;
import org.aman.console.Needs;
import org.aman.console.NotThere;
import org.aman.console.People;
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

/** What people do while an alert is sent: pause, go on, stop, send again; and the one brake on all sending. */
@Controller
final class HandlesPage {
    private final AlertControls controls;
    private final Alerts alerts;
    private final AlertPage pages;
    private final Beside beside;
    private final People people;

    HandlesPage(AlertControls controls, Alerts alerts, AlertPage pages, Beside beside, People people) {
        this.controls = controls;
        this.alerts = alerts;
        this.pages = pages;
        this.beside = beside;
        this.people = people;
    }

    @PostMapping("/console/alerts/{number}/pause")
    @Needs(Act.FREEZE)
    Object pause(@PathVariable("number") String number, @RequestAttribute(Door.WHO) Volunteer who) {
        return done(controls.pause(told(number), who), number, "alert-paused", who);
    }

    @PostMapping("/console/alerts/{number}/resume")
    @Needs(Act.APPROVE_ALERT)
    Object resume(@PathVariable("number") String number, @RequestAttribute(Door.WHO) Volunteer who) {
        return done(controls.resume(told(number), who), number, "alert-resumed", who);
    }

    @PostMapping("/console/alerts/{number}/stop")
    @Needs(Act.APPROVE_ALERT)
    Object stop(@PathVariable("number") String number, @RequestAttribute(Door.WHO) Volunteer who) {
        return done(controls.stop(told(number), who), number, "alert-stopped", who);
    }

    /** @param cause as the sender calls it */
    @PostMapping("/console/alerts/{number}/again")
    @Needs(Act.APPROVE_ALERT)
    Object again(
            @PathVariable("number") String number,
            @RequestParam(name = "cause", defaultValue = "") String cause,
            @RequestAttribute(Door.WHO) Volunteer who) {
        return done(controls.sendAgain(told(number), cause, who), number, "alert-again", who);
    }

    private Alert.Number told(String number) {
        return AlertForm.number(number).flatMap(alerts::told).orElseThrow(NotThere::new).alert().number();
    }

    private Object done(Ruling ruling, String number, String done, Volunteer who) {
        return switch (ruling) {
            case Ruling.Granted granted -> Ways.to("/console/alerts/" + told(number) + "?done=" + done);
            case Ruling.Refused(var why) -> {
                Filed filed = alerts.told(told(number)).orElseThrow(NotThere::new);
                yield Ways.refused(pages.page(filed.alert().number(), who), beside.sentences(why, who.language()));
            }
        };
    }

    @GetMapping("/console/alerts/brake")
    @Needs(Act.READ)
    ModelAndView brake(
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestParam(name = "fault", defaultValue = "") String fault,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Optional<AlertControls.Frozen> frozen = controls.frozen();
        ModelAndView page = people.sheets().page("alerts", "alert/brake", who);
        page.addObject("done", Done.known(done));
        page.addObject("fault", List.of("alert-same-person", "alert-not-frozen").contains(fault) ? fault : "");
        page.addObject("state", frozen.map(one -> said(one, who.language())).orElse(""));
        page.addObject("mayRelease", who.may(Act.APPROVE_ALERT));
        return page;
    }

    private String said(AlertControls.Frozen frozen, Language language) {
        String by = people.sheets().say("alert-frozen-by", language, java.util.Map.of(
                "name", people.name(frozen.by().value(), language),
                "when", people.sheets().times().moment(frozen.since(), language)));
        return by + frozen.releasedBy()
                .map(first -> " " + people.sheets().say("alert-release-begun", language, java.util.Map.of(
                        "name", people.name(first.value(), language))))
                .orElse("");
    }

    /** One press stops all sending; anybody of the staff can. */
    @PostMapping("/console/alerts/brake")
    @Needs(Act.READ)
    Object freeze(@RequestAttribute(Door.WHO) Volunteer who) {
        controls.freeze(who);
        return Ways.to("/console/alerts/brake?done=alert-frozen");
    }

    @PostMapping("/console/alerts/brake/release")
    @Needs(Act.APPROVE_ALERT)
    Object release(@RequestAttribute(Door.WHO) Volunteer who) {
        return Ways.to("/console/alerts/brake" + switch (controls.release(who)) {
            case FIRST_OF_TWO -> "?done=alert-release-wished";
            case RELEASED -> "?done=alert-released";
            case SAME_PERSON -> "?fault=alert-same-person";
            case NOT_FROZEN, NOT_ALLOWED -> "?fault=alert-not-frozen";
        });
    }
}

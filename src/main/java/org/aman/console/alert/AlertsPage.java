package org.aman.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aman.alert.Alert;
import org.aman.alert.AlertDesk;
import org.aman.alert.AlertDrafts;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.alert.Suggestions;
import org.aman.console.Door;
import org.aman.console.Needs;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All alerts by how far they are; exercises stand on a page of their own, so that nobody takes one for the other. */
@Controller
final class AlertsPage {
    /** How far back the list goes. */
    private static final Duration PAST = Duration.ofDays(60);

    private static final int MOST_PAST = 100;

    private final Alerts alerts;
    private final AlertDrafts drafts;
    private final Suggestions suggestions;
    private final AlertDesk desk;
    private final AlertRows rows;

    AlertsPage(Alerts alerts, AlertDrafts drafts, Suggestions suggestions, AlertDesk desk, AlertRows rows) {
        this.alerts = alerts;
        this.drafts = drafts;
        this.suggestions = suggestions;
        this.desk = desk;
        this.rows = rows;
    }

    /** Alerts that are equally far. */
    record Section(String id, String title, List<AlertRows.Row> rows) {}

    @GetMapping("/console/alerts")
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam(name = "done", defaultValue = "") String done, @RequestAttribute(Door.WHO) Volunteer who) {
        ModelAndView page = page(false, who);
        page.addObject("done", Done.known(done));
        return page;
    }

    @GetMapping("/console/alerts/exercises")
    @Needs(Act.READ)
    ModelAndView exercises(@RequestAttribute(Door.WHO) Volunteer who) {
        return page(true, who);
    }

    private ModelAndView page(boolean exercises, Volunteer who) {
        ModelAndView page = rows.sheets().page("alerts", "alert/list", who);
        page.addObject("done", "");
        page.addObject("exercises", exercises);
        page.addObject("sections", sections(exercises, who));
        page.addObject("mayPropose", who.may(Act.PROPOSE_ALERT));
        page.addObject("mayOverride", who.may(Act.APPROVE_ALERT) && desk.allowsOverride());
        return page;
    }

    private List<Section> sections(boolean exercises, Volunteer who) {
        Instant now = rows.sheets().times().now();
        List<Filed> told = alerts.published(now.minus(PAST)).stream()
                .filter(one -> isExercise(one) == exercises)
                .toList();
        List<Filed> underWay = told.stream().filter(one -> one.state().isUnderWay()).toList();
        List<Filed> unanswered = exercises ? List.of() : alerts.awaitingAllClear();
        List<Filed> inForce =
                told.stream().filter(one -> one.standsAt(now) && !one.state().isUnderWay()).toList();
        Set<Alert.Number> shown = new HashSet<>();
        List.of(underWay, unanswered, inForce).forEach(some -> some.forEach(one -> shown.add(one.alert().number())));
        List<Filed> past = told.stream()
                .filter(one -> !shown.contains(one.alert().number()))
                .limit(MOST_PAST)
                .toList();
        return sections(exercises, List.of(underWay, unanswered, inForce, past), who);
    }

    private List<Section> sections(boolean exercises, List<List<Filed>> told, Volunteer who) {
        Language language = who.language();
        List<Filed> waiting = alerts.proposals().stream()
                .filter(one -> isExercise(one) == exercises)
                .toList();
        List<Section> sections = new ArrayList<>();
        sections.add(section("alert-under-way", told.get(0), language));
        sections.add(section("alert-to-approve", waiting, language));
        sections.add(section("alert-wants-clear", told.get(1), language));
        if (who.may(Act.PROPOSE_ALERT)) {
            sections.add(section("alert-suggested", suggested(exercises, language), who));
            sections.add(section("alert-drafts", drafts(exercises, language), who));
        }
        sections.add(section("alert-in-force", told.get(2), language));
        sections.add(section("alert-past", told.get(3), language));
        return sections.stream().filter(one -> !one.rows().isEmpty()).toList();
    }

    private List<AlertRows.Row> drafts(boolean exercises, Language language) {
        return drafts.all().stream()
                .filter(one -> (one.draft().kind() == Alert.Kind.EXERCISE) == exercises)
                .map(one -> rows.of(one, language))
                .toList();
    }

    private List<AlertRows.Row> suggested(boolean exercises, Language language) {
        return suggestions.waiting().stream()
                .map(one -> rows.of(one, language))
                .filter(row -> row.exercise() == exercises)
                .toList();
    }

    private Section section(String id, List<Filed> filed, Language language) {
        return new Section(id, rows.sheets().text(id, language), rows.all(filed, language));
    }

    private Section section(String id, List<AlertRows.Row> shown, Volunteer who) {
        return new Section(id, rows.sheets().text(id, who.language()), shown);
    }

    private static boolean isExercise(Filed filed) {
        return filed.alert().kind() == Alert.Kind.EXERCISE;
    }
}

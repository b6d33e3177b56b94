package org.aman.console.alert;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.aman.alert.Alert;
import org.aman.alert.AlertState;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.alert.Follow;
import org.aman.alert.Progresses;
import org.aman.console.Door;
import org.aman.console.Needs;
import org.aman.console.NotThere;
import org.aman.console.Presence;
import org.aman.console.Ways;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An alert that people are being told, or were: how far it is, what it said, what followed, what can follow. */
@Controller
final class AlertPage {
    private final Alerts alerts;
    private final Progresses progresses;
    private final AlertRows rows;
    private final Live live;
    private final Presence presence;

    AlertPage(Alerts alerts, Progresses progresses, AlertRows rows, Live live, Presence presence) {
        this.alerts = alerts;
        this.progresses = progresses;
        this.rows = rows;
        this.live = live;
        this.presence = presence;
    }

    /** Something that can be written next, with its effect told on the page that it leads to. */
    record Next(String label, String link, boolean main) {}

    @GetMapping("/console/alerts/{number}")
    @Needs(Act.READ)
    Object page(
            @PathVariable("number") String number,
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Filed filed = filed(AlertForm.number(number).orElseThrow(NotThere::new));
        if (filed.state() == AlertState.PROPOSED) {
            return Ways.to(AlertRows.approval(filed.alert()));
        }
        ModelAndView page = page(filed.alert().number(), who);
        page.addObject("done", Done.known(done));
        return page;
    }

    private Filed filed(Alert.Number number) {
        return alerts.filed(number).orElseThrow(NotThere::new);
    }

    /**
     * The page with everything that this person may do there. How far it is comes before all else: were the sending over in between, the
     * page would say for ever that it goes on.
     */
    ModelAndView page(Alert.Number number, Volunteer who) {
        Language language = who.language();
        Glance glance = live.glance(number, language).orElse(null);
        Filed filed = filed(number);
        ModelAndView page = rows.sheets().page("alerts", "alert/alert", who);
        page.addObject("row", rows.of(filed, language));
        page.addObject("number", number.toString());
        page.addObject("glance", glance);
        page.addObject("override", filed.override());
        page.addObject("ends", rows.ends(filed.alert(), language));
        page.addObject("by", rows.proposed(filed, language));
        page.addObject("approved", rows.approved(filed, language).orElse(""));
        page.addObject("previews", previews(filed, language));
        page.addObject("hash", filed.hash());
        page.addObject("linked", linked(filed, language));
        page.addObject("waiting", waiting(number, language));
        page.addObject("wantsClear", wantsClear(number));
        page.addObject("nexts", nexts(filed, who));
        page.addObject("mayPause", who.may(Act.FREEZE));
        page.addObject("mayDirect", who.may(Act.APPROVE_ALERT));
        page.addObject("done", "");
        page.addObject("refused", "");
        return page;
    }

    private List<Preview> previews(Filed filed, Language reader) {
        return Stream.of(reader, reader.other())
                .map(language -> Preview.of(filed.said().reply(language), rows.sheets(), reader))
                .toList();
    }

    /** The first alert of the row and all that followed, without this one. */
    private List<AlertRows.Row> linked(Filed filed, Language language) {
        Follow follow = filed.alert().follow();
        Alert.Number first = follow == null ? filed.alert().number() : follow.first();
        List<Filed> row = new ArrayList<>(alerts.told(first).stream().toList());
        row.addAll(alerts.followers(first));
        return row.stream()
                .filter(one -> !one.alert().number().equals(filed.alert().number()))
                .map(one -> rows.of(one, language))
                .toList();
    }

    /** Corrections in place that wait for a second person. */
    private List<AlertRows.Row> waiting(Alert.Number number, Language language) {
        return alerts.proposals().stream()
                .filter(one -> one.alert().number().equals(number))
                .map(one -> rows.of(one, language))
                .toList();
    }

    private boolean wantsClear(Alert.Number number) {
        return alerts.awaitingAllClear().stream().anyMatch(one -> one.alert().number().equals(number));
    }

    private List<Next> nexts(Filed filed, Volunteer who) {
        if (!who.may(Act.PROPOSE_ALERT)) {
            return List.of();
        }
        Instant now = rows.sheets().times().now();
        Alert alert = filed.alert();
        boolean closed = switch (filed.state()) {
            case CANCELLED, CLEARED, REPLACED, DISCARDED, PROPOSED -> true;
            case SENDING, PAUSED, SENT, STOPPED, EXPIRED -> false;
        };
        boolean closes = alert.follow() != null && alert.follow().way() != Follow.Way.UPDATE;
        if (closed || closes) {
            return filed.standsAt(now) ? List.of(correction(alert, who)) : List.of();
        }
        List<Next> nexts = new ArrayList<>();
        boolean clearing = alert.kind().tellsOfDanger();
        if (clearing) {
            nexts.add(next(alert, Follow.Way.ALL_CLEAR, alert.isOverAt(now), who));
        }
        if (!alert.isOverAt(now)) {
            nexts.add(next(alert, Follow.Way.UPDATE, !clearing, who));
        }
        nexts.add(next(alert, Follow.Way.CANCEL, false, who));
        if (filed.standsAt(now)) {
            nexts.add(correction(alert, who));
        }
        return nexts;
    }

    private Next next(Alert alert, Follow.Way way, boolean main, Volunteer who) {
        String word = way.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Next(
                rows.sheets().text("alert-next." + word, who.language()),
                "/console/alerts/write?after=" + alert.number() + "&way=" + way.name(),
                main);
    }

    private Next correction(Alert alert, Volunteer who) {
        return new Next(
                rows.sheets().text("alert-next.correct", who.language()),
                "/console/alerts/write?correct=" + alert.number(),
                false);
    }

    /** Tells how far it is as it goes; to pages of our own only (A47). */
    @GetMapping("/console/alerts/{number}/live")
    @Needs(Act.READ)
    void live(
            @PathVariable("number") String number,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!Door.isFromOurPages(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Optional<Alert.Number> told =
                AlertForm.number(number).flatMap(alerts::told).map(filed -> filed.alert().number());
        if (told.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        live.stream(told.get(), who, presence.lasting(request), response);
    }

    /** The totals for a spreadsheet. */
    @GetMapping("/console/alerts/{number}/report.csv")
    @Needs(Act.READ)
    ResponseEntity<String> report(@PathVariable("number") String number) {
        Alert.Number named = AlertForm.number(number).flatMap(alerts::told).orElseThrow(NotThere::new).alert().number();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"alert-" + named + ".csv\"")
                .body(progresses.csv(named));
    }
}

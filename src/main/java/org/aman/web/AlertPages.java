package org.aman.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.AlertTimes;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.alert.cap.Publication;
import org.aman.alert.cap.Publications;
import org.aman.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What we really said, for anyone: the alerts of the last 60 days, and each alone however old. */
@Controller
final class AlertPages {
    private static final Duration LISTED = Duration.ofDays(60);

    private final Alerts alerts;
    private final Publications publications;
    private final AlertTimes times;
    private final Texts texts;
    private final Clock clock;

    AlertPages(Alerts alerts, Publications publications, AlertTimes times, Texts texts, Clock clock) {
        this.alerts = alerts;
        this.publications = publications;
        this.times = times;
        this.texts = texts;
        this.clock = clock;
    }

    /** One alert as the page shows it, times and state in the reader's language. */
    record Card(
            String number,
            String kind,
            boolean exercise,
            boolean stands,
            String state,
            String sent,
            String until,
            @Nullable String follows,
            String arabic,
            String english) {}

    @GetMapping("/alerts")
    ModelAndView all(@RequestParam(name = "lang", defaultValue = "") String tag, HttpServletRequest request) {
        Language language = language(tag, request);
        ModelAndView page = new ModelAndView("alerts", texts.model(language));
        page.addObject(
                "cards",
                alerts.published(clock.instant().minus(LISTED)).stream()
                        .map(filed -> card(filed, language))
                        .toList());
        return page;
    }

    @GetMapping("/alerts/{number}")
    ModelAndView one(
            @PathVariable("number") String number,
            @RequestParam(name = "lang", defaultValue = "") String tag,
            HttpServletRequest request) {
        Language language = language(tag, request);
        Optional<Filed> told = number(number).flatMap(alerts::told);
        ModelAndView page = new ModelAndView("alert", texts.model(language));
        page.addObject("here", "/alerts/" + number(number).map(Alert.Number::toString).orElse("0"));
        page.addObject("card", told.map(filed -> card(filed, language)).orElse(null));
        page.addObject(
                "later",
                told.map(filed -> alerts.followers(filed.alert().number()).stream()
                                .map(one -> one.alert().number().toString())
                                .toList())
                        .orElse(List.of()));
        page.addObject(
                "documents",
                told.map(filed -> publications.of(filed.alert().number()).stream()
                                .map(Publication::identifier)
                                .toList())
                        .orElse(List.of()));
        if (told.isEmpty()) {
            page.setStatus(HttpStatus.NOT_FOUND);
        }
        return page;
    }

    private static Optional<Alert.Number> number(String typed) {
        return typed.matches("[0-9]{1,9}") ? Optional.of(new Alert.Number(Integer.parseInt(typed))) : Optional.empty();
    }

    private Card card(Filed filed, Language language) {
        Alert alert = filed.alert();
        boolean stands = filed.standsAt(clock.instant());
        return new Card(
                alert.number().toString(),
                texts.page(language).getOrDefault("alerts-kind-" + alert.kind().word(), ""),
                alert.kind() == Alert.Kind.EXERCISE,
                stands,
                texts.page(language).getOrDefault("alerts-" + state(filed, stands), ""),
                times.absolute(Objects.requireNonNull(filed.approvedAt()), language),
                times.absolute(alert.times().until(), language),
                alert.follow() == null ? null : alert.follow().first().toString(),
                filed.said().text().best(Language.ARABIC),
                filed.said().text().best(Language.ENGLISH));
    }

    private static String state(Filed filed, boolean stands) {
        return switch (filed.state()) {
            case CANCELLED -> "cancelled";
            case REPLACED -> "replaced";
            case CLEARED -> "cleared";
            case PROPOSED, DISCARDED, SENDING, PAUSED, SENT, STOPPED, EXPIRED -> stands ? "stands" : "ended";
        };
    }

    private static Language language(String tag, HttpServletRequest request) {
        return Language.of(tag).orElseGet(() -> Texts.preferred(request));
    }
}

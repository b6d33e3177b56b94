package org.aman.console;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.language.Language;
import org.aman.owed.Correction;
import org.aman.owed.Corrections;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What residents were told and no longer stands: how many it reaches, then a person confirms, then how many were told. */
@Controller
final class CorrectionsPage {
    private static final int MOST = 50;

    private final Corrections corrections;
    private final Updates updates;
    private final Sheets sheets;

    CorrectionsPage(Corrections corrections, Updates updates, Sheets sheets) {
        this.corrections = corrections;
        this.updates = updates;
        this.sheets = sheets;
    }

    /** One that waits for a person. */
    record Row(String id, String told, String cause, @Nullable String now, String people, String mark) {}

    /** One that was confirmed. */
    record Done(String told, String cause, String when, String expected, String reached, String missed, String left) {}

    @GetMapping("/console/corrections")
    @Needs(Act.READ)
    ModelAndView all(
            @RequestAttribute(Door.WHO) Volunteer who, @RequestParam(name = "result", defaultValue = "") String result) {
        Language language = who.language();
        ModelAndView page = sheets.page("corrections", who);
        page.addObject(
                "rows", corrections.pending().stream().map(one -> row(one, language)).toList());
        page.addObject(
                "done", corrections.confirmed(MOST).stream().map(one -> done(one, language)).toList());
        page.addObject("result", List.of("confirmed", "changed").contains(result) ? result : "");
        return page;
    }

    private Row row(Corrections.Pending pending, Language language) {
        Update now = pending.now();
        return new Row(
                pending.told().id().value(),
                pending.told().title().best(language),
                sheets.text("cause." + pending.cause(), language),
                now == null ? null : now.title().best(language),
                pending.people().toString(),
                pending.mark());
    }

    private Done done(Correction correction, Language language) {
        return new Done(
                updates.update(new Update.Id(correction.updateId()))
                        .map(update -> update.title().best(language))
                        .orElse(correction.updateId()),
                sheets.text("cause." + correction.cause(), language),
                sheets.ago(correction.confirmedAt(), language),
                correction.expected().toString(),
                correction.told().toString(),
                correction.missed().toString(),
                correction.left().toString());
    }

    /** @param mark what they saw, so that nothing else is sent */
    @PostMapping("/console/corrections")
    @Needs(Act.CORRECT)
    ResponseEntity<Void> confirm(
            @RequestParam(name = "update", defaultValue = "") String update,
            @RequestParam(name = "mark", defaultValue = "") String mark,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Optional<Correction.Id> confirmed = update.isBlank()
                ? Optional.empty()
                : corrections.confirm(new Update.Id(update), mark, who.id().value());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(
                        "/console/corrections?result=" + (confirmed.isPresent() ? "confirmed" : "changed")))
                .build();
    }
}

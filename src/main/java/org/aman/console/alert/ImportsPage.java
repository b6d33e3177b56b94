package org.aman.console.alert;

import java.util.List;
import org.aman.alert.AlertDesk;
import org.aman.alert.Filed;
import org.aman.alert.Ruling;
import org.aman.alert.Suggestion;
import org.aman.alert.Suggestions;
import org.aman.alert.cap.FeedMarks;
import org.aman.alert.cap.Imports;
import org.aman.console.Door;
import org.aman.console.Needs;
import org.aman.console.NotThere;
import org.aman.console.Ways;
import org.aman.knowledge.Finding;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What other alerting services sent us: each line with its result, and the drafts that wait for somebody. */
@Controller
final class ImportsPage {
    private static final int MOST = 100;
    private static final String HERE = "/console/imports";

    private final Came came;
    private final Suggestions suggestions;
    private final AlertDesk desk;
    private final ImportSheet sheet;

    ImportsPage(Came came, Suggestions suggestions, AlertDesk desk, ImportSheet sheet) {
        this.came = came;
        this.suggestions = suggestions;
        this.desk = desk;
        this.sheet = sheet;
    }

    /** What came in, and from where. */
    @Component
    record Came(Imports imports, FeedMarks feeds) {}

    /** @param done what was done, to be said above the list */
    @GetMapping(HERE)
    @Needs(Act.READ)
    ModelAndView all(
            @RequestParam(name = "done", defaultValue = "") String done, @RequestAttribute(Door.WHO) Volunteer who) {
        Language language = who.language();
        ModelAndView page = sheet.sheets().page("imports", "alert/imports", who);
        page.addObject("done", done.equals("dropped") ? done : "");
        page.addObject(
                "waiting",
                suggestions.waiting().stream().map(one -> sheet.waits(one, language)).toList());
        page.addObject("feeds", came.feeds().all().stream().map(one -> sheet.feed(one, language)).toList());
        page.addObject(
                "rows",
                came.imports().latest(MOST).stream().map(one -> sheet.row(one, language)).toList());
        return page;
    }

    @GetMapping(HERE + "/{id}")
    @Needs(Act.READ)
    ModelAndView one(@PathVariable("id") String id, @RequestAttribute(Door.WHO) Volunteer who) {
        return page(suggestion(id), null, who);
    }

    private Suggestion suggestion(String id) {
        return suggestions.find(new Suggestion.Id(id)).orElseThrow(NotThere::new);
    }

    private ModelAndView page(Suggestion one, @Nullable List<Finding> refused, Volunteer who) {
        Language language = who.language();
        List<Finding> findings = desk.findings(one.draft());
        boolean whole = findings.stream().noneMatch(Finding::isError);
        ModelAndView page = sheet.sheets().page("imports", "alert/import", who);
        page.addObject("one", sheet.whole(one, language));
        page.addObject("mayPropose", one.state() == Suggestion.State.WAITING && who.may(Act.PROPOSE_ALERT));
        page.addObject("lacks", sheet.said(findings, language));
        page.addObject("ready", whole);
        page.addObject("preview", whole ? desk.preview(one.draft(), language).text() : "");
        page.addObject("refused", refused == null ? List.of() : sheet.said(refused, language));
        return page;
    }

    /** Puts it before a second person as it is. */
    @PostMapping(HERE + "/{id}/propose")
    @Needs(Act.PROPOSE_ALERT)
    Object propose(@PathVariable("id") String id, @RequestAttribute(Door.WHO) Volunteer who) {
        Suggestion one = suggestion(id);
        return switch (suggestions.propose(one.id(), one.draft(), who)) {
            case Ruling.Granted(Filed filed) -> Ways.to(HERE + "/" + id);
            case Ruling.Refused(List<Finding> why) -> {
                ModelAndView page = page(suggestion(id), why, who);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    @PostMapping(HERE + "/{id}/drop")
    @Needs(Act.PROPOSE_ALERT)
    ResponseEntity<Void> drop(@PathVariable("id") String id, @RequestAttribute(Door.WHO) Volunteer who) {
        return Ways.to(suggestions.drop(suggestion(id).id(), who) ? HERE + "?done=dropped" : HERE + "/" + id);
    }
}

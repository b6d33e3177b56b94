package org.aman.console;

import java.util.List;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Life;
import org.aman.knowledge.ShrunkKnowledge;
import org.aman.owed.Corrections;
import org.aman.owed.OpenGroups;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for whoever has just come in: drafts to review, what ends soon, open questions, corrections. */
@Controller
final class NowPage {
    private static final int MOST = 50;

    private final Drafts drafts;
    private final Counts counts;
    private final Waiting alerts;
    private final ShrunkKnowledge shrunk;
    private final Rows rows;

    NowPage(Drafts drafts, Counts counts, Waiting alerts, ShrunkKnowledge shrunk, Rows rows) {
        this.drafts = drafts;
        this.counts = counts;
        this.alerts = alerts;
        this.shrunk = shrunk;
        this.rows = rows;
    }

    /** What is counted on the first page. */
    @Component
    record Counts(Endings endings, OpenGroups groups, Corrections corrections) {}

    @GetMapping("/console")
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam(name = "done", defaultValue = "") String done, @RequestAttribute(Door.WHO) Volunteer who) {
        ModelAndView page = rows.sheets().page("now", who);
        page.addObject("done", Ways.done(done));
        page.addObject("alerts", alerts.things(who));
        page.addObject(
                "reviews",
                drafts.in(List.of(Life.IN_REVIEW, Life.APPROVED), MOST).stream()
                        .map(draft -> rows.of(draft, "/console/drafts/" + draft.id() + "/review", who.language()))
                        .toList());
        page.addObject("vanished", shrunk.now().isPresent());
        page.addObject("mine", mine(who));
        page.addObject("ending", counts.endings().soon().size());
        page.addObject("questions", counts.groups().all().size());
        page.addObject("corrections", counts.corrections().pending().size());
        return page;
    }

    private List<Rows.Row> mine(Volunteer who) {
        return drafts.in(List.of(Life.DRAFT), 10 * MOST).stream()
                .filter(draft -> draft.authors().contains(who.id()))
                .map(draft -> rows.of(draft, "/console/drafts/" + draft.id(), who.language()))
                .limit(MOST)
                .toList();
    }
}

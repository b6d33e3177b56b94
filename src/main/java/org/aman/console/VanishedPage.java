package org.aman.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.knowledge.ShrunkKnowledge;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Update files that are suddenly gone: what would be withdrawn, and the two presses that say what was meant. */
@Controller
final class VanishedPage {
    private static final int MOST_SHOWN = 200;

    private final ShrunkKnowledge shrunk;
    private final Updates updates;
    private final Rows rows;

    VanishedPage(ShrunkKnowledge shrunk, Updates updates, Rows rows) {
        this.shrunk = shrunk;
        this.updates = updates;
        this.rows = rows;
    }

    @GetMapping("/console/vanished")
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam(name = "done", defaultValue = "") String done, @RequestAttribute(Door.WHO) Volunteer who) {
        ModelAndView page = page(who);
        page.addObject("done", Ways.done(done));
        return page;
    }

    private ModelAndView page(Volunteer who) {
        Optional<ShrunkKnowledge.Shrunk> now = shrunk.now();
        List<Update.Id> gone = now.map(ShrunkKnowledge.Shrunk::updates).orElse(List.of());
        ModelAndView page = rows.sheets().page("files", "vanished", who);
        page.addObject("done", "");
        page.addObject("refused", "");
        page.addObject("mark", now.map(ShrunkKnowledge.Shrunk::mark).orElse(""));
        page.addObject("said", now.map(one -> said(one, who.language())).orElse(""));
        page.addObject("more", Math.max(0, gone.size() - MOST_SHOWN));
        page.addObject("rows", gone.stream()
                .limit(MOST_SHOWN)
                .flatMap(id -> row(id, who.language()).stream())
                .toList());
        page.addObject("mayWithdraw", who.may(Act.WITHDRAW));
        return page;
    }

    private String said(ShrunkKnowledge.Shrunk gone, Language language) {
        return rows.sheets().say("vanished-said", language, Map.of("n", gone.updates().size(), "of", gone.known()));
    }

    private Optional<Rows.Row> row(Update.Id id, Language language) {
        return updates.update(id).map(update -> rows.of(update, updates.state(id).orElseThrow(NotThere::new), language));
    }

    /**
     * @param act withdraw or keep
     * @param mark of what was seen: nothing else is withdrawn or kept
     */
    @PostMapping("/console/vanished")
    @Needs(Act.WITHDRAW)
    Object decide(
            @RequestParam(name = "act", defaultValue = "") String act,
            @RequestParam(name = "mark", defaultValue = "") String mark,
            @RequestAttribute(Door.WHO) Volunteer who) {
        boolean withdraws = act.equals("withdraw");
        boolean done = withdraws ? shrunk.confirm(who, mark) : act.equals("keep") && shrunk.keep(who, mark);
        return done
                ? Ways.to("/console/vanished?done=" + (withdraws ? "vanished-withdrawn" : "vanished-kept"))
                : Ways.refused(page(who), rows.sheets().text("vanished-changed", who.language()));
    }
}

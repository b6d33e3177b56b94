package org.aman.console;

import java.util.Map;
import org.aman.knowledge.Life;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What ends soon: one press says that it is still true. */
@Controller
final class EndingsPage {
    private final Endings endings;
    private final Rows rows;

    EndingsPage(Endings endings, Rows rows) {
        this.endings = endings;
        this.rows = rows;
    }

    /** An update that ends soon; {@code revision} is the one that was seen. */
    record Shown(Rows.Row row, int revision, String asked) {}

    @GetMapping("/console/endings")
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam(name = "done", defaultValue = "") String done, @RequestAttribute(Door.WHO) Volunteer who) {
        Language language = who.language();
        ModelAndView page = rows.sheets().page("ending", "endings", who);
        page.addObject("done", Ways.done(done));
        page.addObject("refused", "");
        page.addObject("rows", endings.soon().stream().map(one -> shown(one, language)).toList());
        return page;
    }

    private Shown shown(Endings.Ending one, Language language) {
        return new Shown(
                rows.of(one.update(), Life.PUBLISHED, language),
                one.update().revision(),
                rows.sheets().say("asked-for", language, Map.of("n", one.asked())));
    }
}

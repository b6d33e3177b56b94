package org.aman.console;

import java.util.ArrayList;
import java.util.List;
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

/** All updates, a page at a time: by topic, by place with all in it, by state, by words. */
@Controller
final class UpdatesPage {
    private static final int A_PAGE = 20;
    private static final int MOST_COUNTED = 1_000;
    private static final List<Life> STATES =
            List.of(Life.PUBLISHED, Life.HELD, Life.EXPIRED, Life.SUPERSEDED, Life.WITHDRAWN);

    private final Shelf shelf;
    private final Offered offered;

    UpdatesPage(Shelf shelf, Offered offered) {
        this.shelf = shelf;
        this.offered = offered;
    }

    @GetMapping("/console/updates")
    @Needs(Act.READ)
    ModelAndView page(@RequestParam Map<String, String> typed, @RequestAttribute(Door.WHO) Volunteer who) {
        Language language = who.language();
        Shelf.Wanted wanted = Shelf.Wanted.of(typed);
        Shelf.Found found = shelf.find(wanted, A_PAGE, language);
        ModelAndView page = offered.sheets().page("updates", who);
        page.addObject("done", "");
        page.addObject("filter", wanted);
        page.addObject("unknownPlace", found.unknownPlace());
        page.addObject("rows", found.rows());
        page.addObject("count", found.all() > MOST_COUNTED
                ? offered.sheets().text("count-many", language)
                : offered.sheets().say("count", language, Map.of("n", found.all())));
        page.addObject("before", wanted.from() == 0 ? "" : wanted.address("/console/updates", wanted.from() - A_PAGE));
        page.addObject("after", found.all() > wanted.from() + A_PAGE
                ? wanted.address("/console/updates", wanted.from() + A_PAGE)
                : "");
        page.addObject("mapLink", wanted.address("/console/map", 0));
        page.addObject("topics", offered.topics(language));
        page.addObject("allPlaces", offered.places(language));
        page.addObject("states", states(language));
        return page;
    }

    private List<Offered.Choice> states(Language language) {
        List<Offered.Choice> states = new ArrayList<>();
        states.add(new Offered.Choice("", offered.sheets().text("any-state", language)));
        STATES.forEach(state ->
                states.add(new Offered.Choice(state.name(), offered.sheets().text("state." + state, language))));
        return states;
    }
}

package org.aman.console;

import java.util.List;
import java.util.Set;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Invitation;
import org.aman.staff.Invitations;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.aman.staff.Volunteers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everybody of the staff, and the links that are out. */
@Controller
final class PeoplePage {
    private static final Set<String> RESULTS = Set.of("DONE", "NOT_YOURS", "GONE", "BAD_NAME", "NAME_TAKEN");

    private final Volunteers volunteers;
    private final Invitations invitations;
    private final Sheets sheets;
    private final Times times;

    PeoplePage(Volunteers volunteers, Invitations invitations, Sheets sheets, Times times) {
        this.volunteers = volunteers;
        this.invitations = invitations;
        this.sheets = sheets;
        this.times = times;
    }

    /** An account as the page shows it. */
    record Row(String id, String name, String role, String roleName, boolean active, boolean self, String person) {}

    /** A link that is out. */
    record Link(String id, String name, String what, String role, String until) {}

    /** A role to choose. */
    record Choice(String value, String name) {}

    @GetMapping("/console/people")
    @Needs(Act.MANAGE_PEOPLE)
    ModelAndView page(
            @RequestParam(name = "result", defaultValue = "") String result,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Language language = who.language();
        ModelAndView page = sheets.page("team", who);
        page.addObject("people", volunteers.all().stream().map(one -> row(one, who, language)).toList());
        page.addObject("links", invitations.all().stream().map(one -> link(one, language)).toList());
        page.addObject("roles", List.of(Role.values()).stream()
                .map(role -> new Choice(role.name(), role(role, language)))
                .toList());
        page.addObject("result", RESULTS.contains(result) ? result : "");
        return page;
    }

    private Row row(Volunteer one, Volunteer who, Language language) {
        return new Row(
                one.id().value(),
                one.name(),
                one.role().name(),
                role(one.role(), language),
                one.active(),
                one.id().equals(who.id()),
                one.person().value());
    }

    private Link link(Invitation one, Language language) {
        return new Link(
                one.id(),
                one.name(),
                sheets.text("link." + one.kind().name(), language),
                role(one.role(), language),
                times.moment(one.until(), language));
    }

    private String role(Role role, Language language) {
        return sheets.text("role." + role.name(), language);
    }
}

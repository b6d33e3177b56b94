package org.aman.console;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.PeopleDesk;
import org.aman.staff.PeopleDesk.Outcome;
import org.aman.staff.PeopleDesk.Verdict;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What admins do with people. A link is shown once, to be handed on by a way the admin trusts. */
@Controller
final class PeopleForms {
    private final PeopleDesk desk;
    private final ConsoleStart start;
    private final Sheets sheets;

    PeopleForms(PeopleDesk desk, ConsoleStart start, Sheets sheets) {
        this.desk = desk;
        this.start = start;
        this.sheets = sheets;
    }

    @PostMapping("/console/people/invite")
    @Needs(Act.MANAGE_PEOPLE)
    Object invite(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "role", defaultValue = "") String role,
            @RequestParam(name = "language", defaultValue = "") String language,
            @RequestParam(name = "also-is", defaultValue = "") String alsoIs,
            @RequestAttribute(Door.WHO) Volunteer who) {
        PeopleDesk.Guest guest = new PeopleDesk.Guest(
                name.strip(),
                role(role).orElse(Role.READER),
                Language.of(language).orElse(who.language()),
                alsoIs.isBlank() ? null : new Volunteer.Id(alsoIs));
        return shown(desk.invite(who, guest), who);
    }

    @PostMapping("/console/people/{id}/password")
    @Needs(Act.MANAGE_PEOPLE)
    Object password(@PathVariable("id") String id, @RequestAttribute(Door.WHO) Volunteer who) {
        return shown(desk.newPassword(who, new Volunteer.Id(id)), who);
    }

    @PostMapping("/console/people/{id}/second-factor")
    @Needs(Act.MANAGE_PEOPLE)
    Object secondFactor(@PathVariable("id") String id, @RequestAttribute(Door.WHO) Volunteer who) {
        return shown(desk.newSecondFactor(who, new Volunteer.Id(id)), who);
    }

    @PostMapping("/console/people/{id}/role")
    @Needs(Act.MANAGE_PEOPLE)
    ResponseEntity<Void> role(
            @PathVariable("id") String id,
            @RequestParam(name = "role", defaultValue = "") String role,
            @RequestAttribute(Door.WHO) Volunteer who) {
        return to(role(role)
                .map(chosen -> desk.role(who, new Volunteer.Id(id), chosen))
                .orElse(Verdict.GONE));
    }

    @PostMapping("/console/people/{id}/disable")
    @Needs(Act.MANAGE_PEOPLE)
    ResponseEntity<Void> disable(@PathVariable("id") String id, @RequestAttribute(Door.WHO) Volunteer who) {
        return to(desk.disable(who, new Volunteer.Id(id)));
    }

    @PostMapping("/console/people/{id}/unite")
    @Needs(Act.MANAGE_PEOPLE)
    ResponseEntity<Void> unite(
            @PathVariable("id") String id,
            @RequestParam(name = "with", defaultValue = "") String other,
            @RequestAttribute(Door.WHO) Volunteer who) {
        return to(other.isBlank() ? Verdict.GONE : desk.unite(who, new Volunteer.Id(id), new Volunteer.Id(other)));
    }

    /** The desk lets admins take back any link, and everybody one that would change their own account. */
    @PostMapping("/console/account/links/{id}/cancel")
    @Needs(Act.READ)
    ResponseEntity<Void> cancel(@PathVariable("id") String id, @RequestAttribute(Door.WHO) Volunteer who) {
        Verdict verdict = desk.cancel(who, id);
        return who.may(Act.MANAGE_PEOPLE) ? to(verdict) : see("/console/account");
    }

    private Object shown(Outcome outcome, Volunteer who) {
        if (outcome.secret() == null) {
            return to(outcome.verdict());
        }
        ModelAndView page = sheets.page("link-made", who);
        page.addObject("link", start.link(outcome.secret()));
        return page;
    }

    private static Optional<Role> role(String name) {
        return Arrays.stream(Role.values()).filter(role -> role.name().equals(name)).findFirst();
    }

    private static ResponseEntity<Void> to(Verdict verdict) {
        return see("/console/people?result=" + verdict.name());
    }

    private static ResponseEntity<Void> see(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}

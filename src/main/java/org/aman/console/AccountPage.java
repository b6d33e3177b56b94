package org.aman.console;

import java.net.URI;
import java.util.List;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Invitations;
import org.aman.staff.OwnAccount;
import org.aman.staff.Sessions;
import org.aman.staff.Volunteer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Somebody's own account: where they are signed in, and links that would change how they come in. */
@Controller
final class AccountPage {
    private final OwnAccount account;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Sheets sheets;
    private final Times times;

    AccountPage(OwnAccount account, Sessions sessions, Invitations invitations, Sheets sheets, Times times) {
        this.account = account;
        this.sessions = sessions;
        this.invitations = invitations;
        this.sheets = sheets;
        this.times = times;
    }

    /** A session as the page shows it. */
    record Row(String id, String device, String since, String seen, boolean here) {}

    /** A link that would change this account. */
    record Link(String id, String what, String from) {}

    @GetMapping("/console/account")
    @Needs(Act.READ)
    ModelAndView page(@RequestAttribute(Door.WHO) Volunteer who) {
        Language language = who.language();
        String here = SignedIn.session().orElse("");
        ModelAndView page = sheets.page("account", who);
        page.addObject("name", who.name());
        page.addObject("role", sheets.text("role." + who.role().name(), language));
        page.addObject("codesLeft", account.recoveryCodesLeft(who));
        page.addObject("sessions", sessions.all(who.id()).stream().map(one -> row(one, here, language)).toList());
        page.addObject("links", links(who, language));
        return page;
    }

    private Row row(Sessions.Session session, String here, Language language) {
        return new Row(
                session.id(),
                sheets.text("device." + session.device(), language),
                times.moment(session.since(), language),
                times.moment(session.seen(), language),
                session.id().equals(here));
    }

    private List<Link> links(Volunteer who, Language language) {
        return invitations.all().stream()
                .filter(one -> who.id().equals(one.volunteer()))
                .map(one -> new Link(
                        one.id(),
                        sheets.text("link." + one.kind().name(), language),
                        times.moment(one.from(), language)))
                .toList();
    }

    @PostMapping("/console/account/sessions/{id}/end")
    @Needs(Act.READ)
    ResponseEntity<Void> end(@PathVariable("id") String id, @RequestAttribute(Door.WHO) Volunteer who) {
        account.end(who, id);
        return here();
    }

    @PostMapping("/console/account/sessions/end")
    @Needs(Act.READ)
    ResponseEntity<Void> endAll(@RequestAttribute(Door.WHO) Volunteer who) {
        account.endAll(who);
        return here();
    }

    private static ResponseEntity<Void> here() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/console/account"))
                .build();
    }
}

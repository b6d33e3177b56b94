package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aman.language.Language;
import org.aman.staff.Arrivals;
import org.aman.staff.Arrivals.Fault;
import org.aman.staff.Invitation;
import org.aman.staff.Invitations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a link that lets somebody in leads to: choosing a password, taking a second factor, or either of them anew. */
@Controller
final class LinkPage {
    private final Invitations invitations;
    private final Arrivals arrivals;
    private final Apps apps;
    private final Reception reception;
    private final Sheets sheets;

    LinkPage(
            Invitations invitations,
            Arrivals arrivals,
            Apps apps,
            Reception reception,
            Sheets sheets) {
        this.invitations = invitations;
        this.arrivals = arrivals;
        this.apps = apps;
        this.reception = reception;
        this.sheets = sheets;
    }

    @GetMapping("/console/link/{secret}")
    @ForStrangers
    ModelAndView page(@PathVariable("secret") String secret, HttpServletRequest request) {
        return invitations
                .of(secret)
                .map(invitation -> form(invitation, secret, "", "", Set.of(), request))
                .orElseGet(() -> gone(request));
    }

    private ModelAndView gone(HttpServletRequest request) {
        ModelAndView page = sheets.open("link-gone", Tongue.of(request));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private ModelAndView form(
            Invitation invitation,
            String secret,
            String name,
            String envelope,
            Set<Fault> faults,
            HttpServletRequest request) {
        boolean first = invitation.kind() == Invitation.Kind.FIRST_ADMIN;
        Language language = first || request.getParameter("lang") != null ? Tongue.of(request) : invitation.language();
        ModelAndView page = sheets.open("link", language);
        page.addObject("link", secret);
        page.addObject("kind", invitation.kind().name());
        page.addObject("open", invitations.isOpen(invitation));
        page.addObject("first", first);
        page.addObject("name", first ? name : invitation.name());
        page.addObject("role", sheets.text("role." + invitation.role().name(), language));
        page.addObject("app", invitation.kind() != Invitation.Kind.NEW_PASSWORD);
        page.addObject(
                "faults",
                faults.stream()
                        .map(fault -> fault.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.toCollection(TreeSet::new)));
        apps.show(page, invitation.id(), first ? "" : invitation.name(), envelope);
        return page;
    }

    @PostMapping("/console/link/{secret}")
    @ForStrangers
    ModelAndView arrive(
            @PathVariable("secret") String secret,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "envelope", defaultValue = "") String envelope,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Invitation> found = invitations.of(secret);
        if (found.isEmpty()) {
            return gone(request);
        }
        Invitation invitation = found.get();
        if (!invitations.isOpen(invitation)) {
            return form(invitation, secret, name, envelope, Set.of(), request);
        }
        Arrivals.Filled filled = new Arrivals.Filled(
                name.strip(), password, apps.secret(invitation.id(), envelope).orElse(""), code);
        return switch (arrivals.arrive(invitation, filled, reception.device(request, response))) {
            case Arrivals.Arrived arrived -> codes(arrived, request, response);
            case Arrivals.Refused refused when refused.faults().contains(Fault.LINK_GONE) -> gone(request);
            case Arrivals.Refused refused -> {
                ModelAndView page = form(invitation, secret, name, envelope, refused.faults(), request);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    private ModelAndView codes(Arrivals.Arrived arrived, HttpServletRequest request, HttpServletResponse response) {
        ModelAndView page = sheets.page("codes", reception.in(arrived.session(), request, response));
        page.addObject("codes", arrived.recoveryCodes());
        return page;
    }
}

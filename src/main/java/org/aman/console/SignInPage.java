package org.aman.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Factor;
import org.aman.staff.OwnAccount;
import org.aman.staff.Sessions;
import org.aman.staff.SignIn;
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

/** Signing in and out. Whatever is wrong with what was typed, the page says the same. */
@Controller
final class SignInPage {
    private final SignIn signIn;
    private final Reception reception;
    private final Carrier carrier;
    private final OwnAccount account;
    private final Sheets sheets;

    SignInPage(SignIn signIn, Reception reception, Carrier carrier, OwnAccount account, Sheets sheets) {
        this.signIn = signIn;
        this.reception = reception;
        this.carrier = carrier;
        this.account = account;
        this.sheets = sheets;
    }

    @GetMapping("/console/sign-in")
    @ForStrangers
    ModelAndView page(@RequestParam(name = "to", defaultValue = "") String to, HttpServletRequest request) {
        return page(to, "", false, request);
    }

    /** Here the door leads a form that came without a session. */
    @PostMapping(Carrier.AGAIN)
    @ForStrangers
    ModelAndView again(@RequestAttribute(name = Carrier.CARRIED, required = false) @Nullable String carried, HttpServletRequest request) {
        boolean withFile = Carrier.WITH_FILE.equals(carried);
        String from = String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
        ModelAndView page = page(withFile ? from : "", withFile || carried == null ? "" : carried, false, request);
        page.addObject("withFile", withFile);
        page.addObject("ended", true);
        page.setStatus(HttpStatus.UNAUTHORIZED);
        return page;
    }

    private ModelAndView page(String to, String carried, boolean wrong, HttpServletRequest request) {
        ModelAndView page = sheets.open("sign-in", Tongue.of(request));
        page.addObject("to", Carrier.safe(to));
        page.addObject("carried", carried.equals(Carrier.TOO_LONG) ? "" : carried);
        page.addObject("tooLong", carried.equals(Carrier.TOO_LONG));
        page.addObject("wrong", wrong);
        page.addObject("ended", false);
        return page;
    }

    @PostMapping("/console/sign-in")
    @ForStrangers
    Object signIn(
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "passkey", defaultValue = "") String passkey,
            @RequestParam(name = "challenge", defaultValue = "") String challenge,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "carried", defaultValue = "") String carried,
            HttpServletRequest request,
            HttpServletResponse response) {
        Factor factor = passkey.isEmpty() ? new Factor.Code(code) : new Factor.Passkey(passkey, challenge);
        Optional<Sessions.Opened> opened = signIn.attempt(new SignIn.Attempt(
                name, password, factor, request.getRemoteAddr(), reception.device(request, response)));
        if (opened.isEmpty()) {
            ModelAndView page = page(to, carried, true, request);
            page.setStatus(HttpStatus.UNAUTHORIZED);
            return page;
        }
        Volunteer who = reception.in(opened.get(), request, response);
        Optional<Carrier.Form> form = carrier.form(carried, who.id());
        if (form.isEmpty()) {
            return to(Carrier.safe(to));
        }
        ModelAndView page = sheets.page("again", who);
        page.addObject("form", form.get());
        return page;
    }

    @PostMapping("/console/sign-out")
    @Needs(Act.READ)
    ResponseEntity<Void> signOut(
            @RequestAttribute(Door.WHO) Volunteer who, HttpServletRequest request, HttpServletResponse response) {
        SignedIn.session().ifPresent(session -> account.end(who, session));
        reception.out(request, response);
        return to("/console/sign-in");
    }

    @PostMapping("/console/language")
    @Needs(Act.READ)
    ResponseEntity<Void> language(
            @RequestParam(name = "language", defaultValue = "") String language,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Language.of(language).ifPresent(chosen -> account.language(who, chosen));
        return to(Carrier.safe(to));
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}

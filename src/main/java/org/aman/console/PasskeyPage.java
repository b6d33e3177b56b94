package org.aman.console;

import java.util.Locale;
import java.util.Map;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Factor;
import org.aman.staff.OwnAccount;
import org.aman.staff.OwnPasskeys;
import org.aman.staff.Volunteer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys: keys in somebody's own telephone or computer that stand in for the code at the sign-in. */
@Controller
final class PasskeyPage {
    private static final String HERE = "/console/account/passkeys";

    private final JsonMapper json = new JsonMapper();
    private final OwnPasskeys passkeys;
    private final Sheets sheets;

    PasskeyPage(OwnPasskeys passkeys, Sheets sheets) {
        this.passkeys = passkeys;
        this.sheets = sheets;
    }

    /** A passkey as the page shows it. */
    record Row(String id, String label, String since, String used) {}

    @GetMapping(HERE)
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam(name = "done", defaultValue = "") String done, @RequestAttribute(Door.WHO) Volunteer who) {
        ModelAndView page = page(who, "");
        page.addObject("done", Ways.done(done));
        return page;
    }

    private ModelAndView page(Volunteer who, String fault) {
        Language language = who.language();
        ModelAndView page = sheets.page("account", "passkeys", who);
        page.addObject("done", "");
        page.addObject("fault", fault);
        page.addObject("rows", passkeys.all(who).stream()
                .map(one -> new Row(
                        one.id(),
                        one.label(),
                        sheets.times().moment(one.since(), language),
                        sheets.times().moment(one.used(), language)))
                .toList());
        return page;
    }

    /** What a browser without a session asks the passkeys it finds; the same for everybody. */
    @GetMapping("/console/sign-in/passkey")
    @ForStrangers
    ResponseEntity<String> toSignIn() {
        return answer(passkeys.askToSignIn());
    }

    @GetMapping(HERE + "/new")
    @Needs(Act.READ)
    ResponseEntity<String> toAdd(@RequestAttribute(Door.WHO) Volunteer who) {
        return answer(passkeys.askToAdd(who));
    }

    private ResponseEntity<String> answer(OwnPasskeys.Asked asked) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(
                        Map.of("options", json.readTree(asked.options()), "challenge", asked.challenge())));
    }

    @PostMapping(HERE)
    @Needs(Act.READ)
    Object add(
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "label", defaultValue = "") String label,
            @RequestParam(name = "passkey", defaultValue = "") String passkey,
            @RequestParam(name = "challenge", defaultValue = "") String challenge,
            @RequestAttribute(Door.WHO) Volunteer who) {
        OwnAccount.Result result = passkeys.add(
                who, new OwnAccount.Proof(password, code), new Factor.Passkey(passkey, challenge), label);
        return shown(result, "passkey-added", who);
    }

    @PostMapping(HERE + "/remove")
    @Needs(Act.READ)
    Object remove(
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "id", defaultValue = "") String id,
            @RequestAttribute(Door.WHO) Volunteer who) {
        return shown(passkeys.remove(who, new OwnAccount.Proof(password, code), id), "passkey-removed", who);
    }

    private Object shown(OwnAccount.Result result, String done, Volunteer who) {
        if (result.fault() == null) {
            return Ways.to(HERE + "?done=" + done);
        }
        ModelAndView page = page(who, result.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}

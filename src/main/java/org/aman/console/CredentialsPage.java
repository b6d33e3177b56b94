package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.aman.staff.Act;
import org.aman.staff.OwnAccount;
import org.aman.staff.Volunteer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changing what lets one in: password, app, recovery codes. Each asks for the password and a code. */
@Controller
final class CredentialsPage {
    private final OwnAccount account;
    private final Apps apps;
    private final Reception reception;
    private final Sheets sheets;

    CredentialsPage(OwnAccount account, Apps apps, Reception reception, Sheets sheets) {
        this.account = account;
        this.apps = apps;
        this.reception = reception;
        this.sheets = sheets;
    }

    /** What can be changed. */
    enum What {
        PASSWORD,
        SECOND_FACTOR,
        RECOVERY_CODES;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping("/console/account/change/password")
    @Needs(Act.READ)
    ModelAndView password(@RequestAttribute(Door.WHO) Volunteer who) {
        return form(What.PASSWORD, who, "", "");
    }

    @GetMapping("/console/account/change/second-factor")
    @Needs(Act.READ)
    ModelAndView secondFactor(@RequestAttribute(Door.WHO) Volunteer who) {
        return form(What.SECOND_FACTOR, who, "", "");
    }

    @GetMapping("/console/account/change/recovery-codes")
    @Needs(Act.READ)
    ModelAndView recoveryCodes(@RequestAttribute(Door.WHO) Volunteer who) {
        return form(What.RECOVERY_CODES, who, "", "");
    }

    private ModelAndView form(What what, Volunteer who, String envelope, String fault) {
        ModelAndView page = sheets.page("change", who);
        page.addObject("what", what.word());
        page.addObject("fault", fault);
        apps.show(page, who.id().value(), who.name(), envelope);
        return page;
    }

    @PostMapping("/console/account/change/password")
    @Needs(Act.READ)
    ModelAndView password(
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "new-password", defaultValue = "") String chosen,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnAccount.Result result = account.password(
                who, new OwnAccount.Proof(password, code), chosen, reception.device(request, response));
        return shown(What.PASSWORD, result, who, "", request, response);
    }

    @PostMapping("/console/account/change/second-factor")
    @Needs(Act.READ)
    ModelAndView secondFactor(
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "envelope", defaultValue = "") String envelope,
            @RequestParam(name = "new-code", defaultValue = "") String newCode,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnAccount.Result result = account.secondFactor(
                who,
                new OwnAccount.Proof(password, code),
                apps.secret(who.id().value(), envelope).orElse(""),
                newCode,
                reception.device(request, response));
        return shown(What.SECOND_FACTOR, result, who, envelope, request, response);
    }

    @PostMapping("/console/account/change/recovery-codes")
    @Needs(Act.READ)
    ModelAndView recoveryCodes(
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnAccount.Result result = account.recoveryCodes(who, new OwnAccount.Proof(password, code));
        return shown(What.RECOVERY_CODES, result, who, "", request, response);
    }

    private ModelAndView shown(
            What what,
            OwnAccount.Result result,
            Volunteer who,
            String envelope,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (result.fault() != null) {
            String fault = result.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
            ModelAndView page = form(what, who, envelope, fault);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (result.session() != null) {
            reception.in(result.session(), request, response);
        }
        ModelAndView page = sheets.page("codes", who);
        page.addObject("codes", result.recoveryCodes());
        return page;
    }
}

package org.aman.console;

import java.net.URI;
import org.aman.staff.Act;
import org.aman.staff.TelegramLinks;
import org.aman.staff.Volunteer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Linking one's Telegram account, by a code that is shown once and works for ten minutes. */
@Controller
final class TelegramPage {
    private final TelegramLinks links;
    private final Sheets sheets;

    TelegramPage(TelegramLinks links, Sheets sheets) {
        this.links = links;
        this.sheets = sheets;
    }

    @GetMapping("/console/account/telegram")
    @Needs(Act.READ)
    ModelAndView page(@RequestAttribute(Door.WHO) Volunteer who) {
        return page(who, "");
    }

    private ModelAndView page(Volunteer who, String code) {
        ModelAndView page = sheets.page("telegram", who);
        page.addObject("linked", links.isLinked(who));
        page.addObject("code", code);
        return page;
    }

    @PostMapping("/console/account/telegram")
    @Needs(Act.READ)
    ModelAndView code(@RequestAttribute(Door.WHO) Volunteer who) {
        return page(who, links.newCode(who));
    }

    @PostMapping("/console/account/telegram/unlink")
    @Needs(Act.READ)
    ResponseEntity<Void> unlink(@RequestAttribute(Door.WHO) Volunteer who) {
        links.unlink(who);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/console/account/telegram"))
                .build();
    }
}

package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import org.aman.staff.Volunteer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where those land whose form or file was too large to be read. */
@Controller
final class TooLargePage {
    static final String PATH = "/console/too-large";

    private final Sheets sheets;

    TooLargePage(Sheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping(PATH)
    @ForStrangers
    ModelAndView page(HttpServletRequest request) {
        ModelAndView page = request.getAttribute(Door.WHO) instanceof Volunteer who
                ? sheets.page("fault", who)
                : sheets.open("fault", Tongue.of(request));
        page.addObject("why", "too-large");
        page.setStatus(HttpStatus.CONTENT_TOO_LARGE);
        return page;
    }
}

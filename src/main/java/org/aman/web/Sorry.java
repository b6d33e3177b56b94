package org.aman.web;

import jakarta.servlet.http.HttpServletRequest;
import org.aman.language.Language;
import org.aman.web.Objection.Reason;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says why there is no answer: as a page to people, as JSON to programs. Never more than the reason. */
@Component
final class Sorry {
    private final Texts texts;

    Sorry(Texts texts) {
        this.texts = texts;
    }

    /**
     * A page or a JSON body, both with the reason's status.
     *
     * @param path what was asked for
     */
    Object say(Reason reason, Language language, HttpServletRequest request, String path) {
        return wantsPage(request, path) ? page(reason, language) : json(reason, language);
    }

    private ModelAndView page(Reason reason, Language language) {
        ModelAndView page = new ModelAndView("sorry", texts.model(language), reason.status());
        page.addObject("sentence", texts.sentence(reason, language));
        return page;
    }

    private ResponseEntity<Objected> json(Reason reason, Language language) {
        return ResponseEntity.status(reason.status())
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(new Objected(reason.word(), texts.sentence(reason, language)));
    }

    private static boolean wantsPage(HttpServletRequest request, String path) {
        String accepted = request.getHeader("Accept");
        return !path.startsWith("/api/") && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /**
     * The JSON of an objection.
     *
     * @param error why, in one word for programs
     * @param sentence why, in a sentence for people
     */
    record Objected(String error, String sentence) {}
}

package org.aman.console;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.aman.knowledge.Ruling;
import org.aman.language.Messages;
import org.aman.staff.Volunteer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Where a step leads: to another page once it is done, or back to the same one with the reason why not. */
public final class Ways {
    private static final Set<String> DONE = Set.of(
            "saved", "handed-in", "published", "approved", "given-back", "discarded", "held", "withdrawn", "renewed",
            "released", "vanished-withdrawn", "vanished-kept", "passkey-added", "passkey-removed", "frozen", "go-on-asked", "going-on", "imported");

    private Ways() {}

    /** To a page of our own, by a request that reads. */
    public static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }

    /** The key of what was done, where an address tells of one that we know. */
    static String done(String told) {
        return DONE.contains(told) ? told : "";
    }

    /** The page with the reason; what was typed stays in it. */
    static ModelAndView refused(ModelAndView page, Ruling ruling, Volunteer who, Messages messages) {
        return ruling instanceof Ruling.Refused refused
                ? refused(page, Sheets.readable(refused.sentence(messages, who.language()), who.language()))
                : refused(page, why(Ruling.Why.NOT_FOUND, who, messages));
    }

    /** The page with this sentence. */
    public static ModelAndView refused(ModelAndView page, String sentence) {
        page.addObject("refused", sentence);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** The sentence of a reason that names nothing. */
    static String why(Ruling.Why why, Volunteer who, Messages messages) {
        String key = "refused." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Sheets.readable(messages.text(key, who.language()), who.language());
    }
}

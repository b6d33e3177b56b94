package org.aman.console;

import java.util.Optional;
import org.aman.staff.Envelopes;
import org.aman.staff.OwnAccount;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a secret for an authenticator app, and keeps it in the page, closed, until the app's first code proves it. */
@Component
final class Apps {
    private static final String PURPOSE = "second factor to be";

    private final Envelopes envelopes;
    private final OwnAccount account;

    Apps(Envelopes envelopes, OwnAccount account) {
        this.envelopes = envelopes;
        this.account = account;
    }

    /**
     * @param whose the link or the account it is shown for; the envelope opens for no other
     * @param envelope from an earlier form, so that the same secret stays; a new one where it does not open
     */
    void show(ModelAndView page, String whose, String name, String envelope) {
        String secret = secret(whose, envelope).orElseGet(account::propose);
        page.addObject("envelope", envelopes.close(PURPOSE + whose, secret));
        page.addObject("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
        String address = OwnAccount.address(secret, name.isEmpty() ? "Aman" : name);
        page.addObject("address", address);
        page.addObject("qr", QrCode.of(address));
    }

    /** What the envelope holds. */
    Optional<String> secret(String whose, String envelope) {
        return envelopes.open(PURPOSE + whose, envelope);
    }
}

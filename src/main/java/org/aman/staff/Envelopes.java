package org.aman.staff;

import java.util.Optional;
import org.aman.database.Seal;
import org.springframework.stereotype.Component;

/** Closes what a page carries back and forth, so that whoever holds it can neither read nor change it. */
@Component
public class Envelopes {
    private static final String PURPOSE = "envelope ";

    private final Seal seal;

    Envelopes(Seal seal) {
        this.seal = seal;
    }

    /** @param purpose what it is for; it opens for nothing else */
    public String close(String purpose, String text) {
        return seal.closeContent(PURPOSE + purpose, text);
    }

    /** What was closed for this purpose; nothing where it was made up, changed, or closed for another. */
    public Optional<String> open(String purpose, String closed) {
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(seal.openContent(PURPOSE + purpose, closed));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}

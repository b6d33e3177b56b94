package org.aman.console.alert;

import java.util.Set;

/** What an address can say was done: only what we know has a sentence. */
final class Done {
    private static final Set<String> KNOWN = Set.of(
            "alert-saved", "alert-dropped", "alert-proposed", "alert-approved", "alert-discarded", "alert-paused",
            "alert-resumed", "alert-stopped", "alert-again", "alert-frozen", "alert-release-wished", "alert-released",
            "alert-sent-alone");

    private Done() {}

    static String known(String told) {
        return KNOWN.contains(told) ? told : "";
    }
}

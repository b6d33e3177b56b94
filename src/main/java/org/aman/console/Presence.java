package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.aman.staff.Volunteer;

/** Knows who of the staff is signed in. Without one in the house the console stays shut. */
public interface Presence {
    /** Who sent this request; empty for strangers. */
    Optional<Volunteer> of(HttpServletRequest request);

    /**
     * Tells, for as long as somebody asks, whether the session of this request lasts. Asking does not count as using it:
     * a page that only watches keeps nobody signed in.
     */
    BooleanSupplier lasting(HttpServletRequest request);
}

package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.aman.staff.Volunteer;

/** Knows who of the staff is signed in. Without one in the house the console stays shut. */
interface Presence {
    /** Who sent this request; empty for strangers. */
    Optional<Volunteer> of(HttpServletRequest request);
}

package org.aman.duty;

import java.util.List;
import org.aman.staff.Volunteer;

/** Looks at one part of the work for what people on duty should hear of, and owes them the notices. May be repeated. */
interface Round {
    /** @param linked everybody who can be told */
    void look(List<Volunteer> linked);
}

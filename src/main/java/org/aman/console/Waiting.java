package org.aman.console;

import java.util.List;
import org.aman.staff.Volunteer;

/** Something beyond updates that waits for a person, as the first page shows it. */
public interface Waiting {
    /**
     * One thing that waits.
     *
     * @param why what it waits for, in a few words
     * @param note whose it is, or since when
     */
    record Thing(String title, String why, String note, String link) {}

    /** What waits for this person, the most urgent first, said in their language. */
    List<Thing> things(Volunteer who);
}

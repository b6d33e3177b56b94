package org.aman.knowledge;

import java.util.List;
import java.util.Optional;
import org.aman.staff.Volunteer;

/** That the knowledge folder suddenly holds much less, and nothing is withdrawn until a person says that it is meant. */
public interface ShrunkKnowledge {
    /**
     * What would be withdrawn.
     *
     * @param known how many update files there were
     * @param mark what a person confirms; other files have another one
     */
    record Shrunk(List<Update.Id> updates, int known, String mark) {}

    /** What waits for a person's word; empty where nothing does. */
    Optional<Shrunk> now();

    /** Leaves what was seen as it stands, though its files are gone; false as below. */
    boolean keep(Volunteer by, String markSeen);

    /** Withdraws what was seen; false where this person may not, or where something else is missing by now. */
    boolean confirm(Volunteer by, String markSeen);
}

package org.aman.alert;

import java.util.List;
import org.aman.knowledge.Finding;

/** What became of something that a person asked of the desk. */
public sealed interface Ruling {
    /** It was done; the alert as it is now. */
    record Granted(Filed filed) implements Ruling {}

    /** Nothing was done, and why: each finding has a sentence that says what to do. */
    record Refused(List<Finding> why) implements Ruling {
        public Refused {
            why = List.copyOf(why);
        }
    }
}

package org.aman.staff;

import java.util.List;
import org.springframework.stereotype.Component;

/** Sees what accounts do outside the console, and when: for the journal, and for who is who. */
@Component
class Witness {
    private final Traces traces;
    private final Journal journal;
    private final RealTime time;

    Witness(Traces traces, Journal journal, RealTime time) {
        this.traces = traces;
        this.journal = journal;
        this.time = time;
    }

    long millis() {
        return time.millis();
    }

    /** A trace for each key that could have closed this chat, so that a rotation of the keys hides nobody. */
    void sawChat(Volunteer.Id id, List<String> closings) {
        closings.forEach(closed -> traces.leave(id, "chat " + closed));
        journal.note(id.value(), "telegram-code-used", id.value(), "");
    }

    void note(Volunteer.Id id, String act) {
        journal.note(id.value(), act, id.value(), "");
    }
}

package org.aman.staff;

import java.time.Clock;
import java.time.Instant;

/**
 * The time by which doors open and shut. Unlike the clock of what is told, no scenario sets it: the codes of a second
 * factor come from other people's telephones, and a scenario begins anew with each start while sessions go on.
 */
public record RealTime(Clock clock) {
    public Instant instant() {
        return clock.instant();
    }

    public long millis() {
        return clock.millis();
    }
}

package org.aman.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aman.staff.Journal;
import org.aman.staff.TelegramLinks;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/**
 * Looks for what people on duty should hear of whenever the journal has moved on, and every minute for what the clock
 * alone brings. Because it looks at what is kept, nothing is missed that happened while nobody was running. One thread
 * looks.
 */
@Component
class Rounds {
    private static final Duration AT_LEAST = Duration.ofMinutes(1);

    private final TelegramLinks links;
    private final Journal journal;
    private final List<Round> rounds;
    private final Clock clock;

    private long seen = -1;
    private volatile boolean soon = true;
    private Instant next = Instant.MIN;

    Rounds(TelegramLinks links, Journal journal, List<Round> rounds, Clock clock) {
        this.links = links;
        this.journal = journal;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Something happened that the journal does not tell: the next look sees it. Any thread may say so. */
    void soon() {
        soon = true;
    }

    void look() {
        boolean asked = soon;
        soon = false;
        long latest = journal.before(Long.MAX_VALUE, 1).stream()
                .mapToLong(Journal.Entry::number)
                .findFirst()
                .orElse(0);
        if (!asked && latest == seen && clock.instant().isBefore(next)) {
            return;
        }
        List<Volunteer> linked = links.linked();
        if (!linked.isEmpty()) {
            rounds.forEach(round -> round.look(linked));
        }
        seen = latest;
        next = clock.instant().plus(AT_LEAST);
    }
}

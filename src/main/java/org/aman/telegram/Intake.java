package org.aman.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way in: reads raw updates, keeps them in the inbox, and rings for the lanes. */
final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Sieve sieve;
    private final Inbox inbox;
    private final Lanes lanes;
    private final Tally tally;

    Intake(Sieve sieve, Inbox inbox, Lanes lanes, Tally tally) {
        this.sieve = sieve;
        this.inbox = inbox;
        this.lanes = lanes;
        this.tally = tally;
    }

    /** When this returns, what needs an answer is kept for good; when it throws, nothing is. */
    void take(Iterable<JsonNode> updates) {
        List<Received.Numbered> batch = new ArrayList<>();
        for (JsonNode update : updates) {
            Optional<Received> received = read(update);
            Optional<Long> number = Sieve.number(update);
            if (received.isPresent() && number.isPresent()) {
                batch.add(new Received.Numbered(number.get(), received.get()));
            } else {
                tally.ignored();
            }
        }
        if (inbox.keep(batch) > 0) {
            batch.forEach(update -> tally.received(update.received()));
            lanes.ring();
        }
    }

    private Optional<Received> read(JsonNode update) {
        try {
            return sieve.read(update);
        } catch (RuntimeException e) {
            // The sieve is made to take anything; should it fail all the same, one update must not stop all others.
            log.error("An update cannot be read ({})", e.getClass().getSimpleName());
            tally.failed();
            return Optional.empty();
        }
    }
}

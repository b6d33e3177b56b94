package org.aman.telegram;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.aman.message.Outcome;

/** Counts what comes and goes, without anybody's name in it. */
final class Tally {
    private final MeterRegistry meters;

    Tally(MeterRegistry meters, Inbox inbox) {
        this.meters = meters;
        Gauge.builder("aman.telegram.inbox.open", inbox, Inbox::open)
                .description("Updates taken and not answered yet")
                .register(meters);
        Gauge.builder("aman.telegram.inbox.aside", inbox, Inbox::aside)
                .description("Updates put aside because they could not be handled")
                .register(meters);
    }

    void received(Received received) {
        meters.counter("aman.telegram.received", "kind", received.kind().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** An update that asks nothing of us, or is none. */
    void ignored() {
        meters.counter("aman.telegram.received", "kind", "ignored").increment();
    }

    void sent(Outcome outcome) {
        String how = switch (outcome) {
            case Outcome.Delivered delivered -> "delivered";
            case Outcome.TryAgain tryAgain -> "again";
            case Outcome.Unreachable unreachable -> "unreachable";
            case Outcome.Rejected rejected -> "rejected";
        };
        meters.counter("aman.telegram.sent", "outcome", how).increment();
    }

    /** Telegram refused the markup, and the words went without. */
    void plainInstead() {
        meters.counter("aman.telegram.sent.plain").increment();
    }

    /** Handling an update failed. */
    void failed() {
        meters.counter("aman.telegram.failed").increment();
    }
}

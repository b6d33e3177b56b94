package org.aman.telegram;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/** How long the poller waits after a failure: half a second doubling to 15, or as long as Telegram asks. */
final class PollBackOff implements BackOff {
    private static final long FIRST_MILLIS = 500;
    private static final long MOST_MILLIS = 15_000;

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<Duration> asked = new AtomicReference<>(Duration.ZERO);

    /** Telegram wants to be left alone for so long. */
    void ask(Duration wait) {
        asked.set(wait);
    }

    @Override
    public void reset() {
        failures.set(0);
    }

    @Override
    public long nextBackOffMillis() {
        long own = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(failures.getAndIncrement(), 10));
        return Math.max(own, asked.getAndSet(Duration.ZERO).toMillis());
    }
}

package org.aman.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the stored updates can be read just now; whoever follows them says so. While they cannot, what is answered is as
 * of the last time they could (F6). Safe for use by many threads.
 */
@Component
public class Freshness {
    private final Clock clock;
    private volatile Instant seen;
    private volatile @Nullable Instant lostSince;

    public Freshness(Clock clock) {
        this.clock = clock;
        this.seen = clock.instant();
    }

    /** They were read. */
    public void seen() {
        seen = clock.instant();
        lostSince = null;
    }

    /** They could not be read. */
    public void lost() {
        lostSince = seen;
    }

    /** When they were last read, where they cannot be now. */
    public Optional<Instant> lostSince() {
        return Optional.ofNullable(lostSince);
    }
}

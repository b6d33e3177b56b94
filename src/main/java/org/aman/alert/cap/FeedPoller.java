package org.aman.alert.cap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.aman.alert.Suggestions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks into the feeds of other services, each as often as its operator said, and less often while it fails. */
public class FeedPoller {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    /** How long it is remembered what came in: longer than any message may be old, so that none is taken twice. */
    static final Duration KEPT = Duration.ofDays(90);

    /** A feed that fails is asked at least so often, unless it is asked less often anyway. */
    private static final Duration MOST_PATIENT = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 10;

    /** Waits vary by a quarter, so that not all who read a feed come back at the same moment. */
    private static final double JITTER = 0.25;

    private final List<ForeignFeed> feeds;
    private final FeedMarks marks;
    private final FeedReader reader;
    private final Kept kept;
    private final Outside outside;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    FeedPoller(List<ForeignFeed> feeds, FeedMarks marks, FeedReader reader, Kept kept, Outside outside) {
        this.feeds = List.copyOf(feeds);
        this.marks = marks;
        this.reader = reader;
        this.kept = kept;
        this.outside = outside;
    }

    /** What grows, and is swept. */
    record Kept(Imports imports, Suggestions suggestions) {}

    /** Time, chance and threads, which come from outside. */
    record Outside(Clock clock, RandomGenerator random, Executor threads) {}

    /** Looks into those that are due; none waits for another. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT10S")
    public void lookAround() {
        for (ForeignFeed feed : feeds) {
            if (underWay.add(feed.address().toString())) {
                outside.threads().execute(() -> look(feed));
            }
        }
    }

    private void look(ForeignFeed feed) {
        String address = feed.address().toString();
        try {
            Instant now = outside.clock().instant();
            Duration longest = wait(feed, MOST_DOUBLINGS).multipliedBy(2);
            marks.claim(address, now, now.plus(feed.every()), now.plus(longest))
                    .ifPresent(claim -> read(feed, claim));
        } catch (RuntimeException e) {
            // A thread of its own has nobody above it to tell.
            LOG.error("A feed of another service cannot be kept ({})", e.getClass().getSimpleName());
        } finally {
            underWay.remove(address);
        }
    }

    private void read(ForeignFeed feed, FeedMarks.Claim claim) {
        FeedReader.Look look = reader.read(feed, claim.marks());
        Instant now = outside.clock().instant();
        String address = feed.address().toString();
        if (look.read()) {
            marks.read(address, look.marks(), now, jittered(feed.every()));
        } else {
            marks.failed(address, now, jittered(wait(feed, claim.failures())));
        }
    }

    /** Twice as long after each failure. */
    private static Duration wait(ForeignFeed feed, int failures) {
        Duration doubled = feed.every().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration most = feed.every().compareTo(MOST_PATIENT) > 0 ? feed.every() : MOST_PATIENT;
        return doubled.compareTo(most) > 0 ? most : doubled;
    }

    private Duration jittered(Duration wait) {
        double share = 1 - JITTER + 2 * JITTER * outside.random().nextDouble();
        return Duration.ofMillis((long) (wait.toMillis() * share));
    }

    /** Forgets what came in long ago. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
    public void sweep() {
        Instant before = outside.clock().instant().minus(KEPT);
        kept.imports().erase(before);
        kept.suggestions().erase(before);
    }
}

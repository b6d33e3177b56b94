package org.aman.staff;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts failed sign-ins by what was tried and by address, in memory only. Safe for use by many threads.
 */
final class Attempts {
    private static final int MOST = 20_000;
    private static final Duration WHILE = Duration.ofMinutes(15);

    /** Slow guessers: so many times the attempts of a quarter of an hour in a whole day. */
    private static final int PER_DAY = 6;

    /** A household's line or a phone gets a whole network of this size of IPv6 addresses. */
    private static final int NETWORK_BYTES = 8;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };
    private final DoorSettings settings;
    private final LongSupplier nanoseconds;

    /** @param nanoseconds a clock that only goes forward, such as {@link System#nanoTime()} */
    Attempts(DoorSettings settings, LongSupplier nanoseconds) {
        this.settings = settings;
        this.nanoseconds = nanoseconds;
    }

    /** Takes one attempt at this lock, such as an account's password; it is given back by {@link #opened}. */
    boolean mayTry(String lock) {
        return bucket("lock " + lock, settings.attemptsPerAccount()).tryConsume(1);
    }

    /** Takes one attempt from this address of the network; it is given back by {@link #welcomed}. */
    boolean mayTryFrom(String address) {
        return bucket("address " + network(address), settings.attemptsPerAddress()).tryConsume(1);
    }

    void opened(String lock) {
        bucket("lock " + lock, settings.attemptsPerAccount()).addTokens(1);
    }

    void welcomed(String address) {
        bucket("address " + network(address), settings.attemptsPerAddress()).addTokens(1);
    }

    private Bucket bucket(String key, int attempts) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, unseen -> fresh(attempts));
        }
    }

    private Bucket fresh(int attempts) {
        return Bucket.builder()
                .withCustomTimePrecision(new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return nanoseconds.getAsLong();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                })
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, WHILE))
                .addLimit(limit -> limit.capacity((long) attempts * PER_DAY)
                        .refillGreedy((long) attempts * PER_DAY, Duration.ofDays(1)))
                .build();
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length > 4 ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
        } catch (IllegalArgumentException e) {
            return address; // a proxy's own name for it
        }
    }
}

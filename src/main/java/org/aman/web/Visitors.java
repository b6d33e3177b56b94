package org.aman.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps any one visitor from asking so much that others wait.
 *
 * <p>A visitor is known by a keyed hash of the address, under a key that lives as long as this process: the address
 * itself is kept nowhere. Safe for use by many threads.
 */
final class Visitors {
    /** About 3 MB at most; beyond it, whoever asked longest ago is forgotten. */
    private static final int MOST = 20_000;

    /** A household's line or a phone gets a whole network of this size of IPv6 addresses. */
    private static final int NETWORK_BYTES = 8;

    private static final String HASH = "HmacSHA256";

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };
    private final SecretKeySpec key;
    private final int questionsPerMinute;
    private final LongSupplier nanoseconds;

    /** @param nanoseconds a clock that only goes forward, such as {@link System#nanoTime()} */
    Visitors(int questionsPerMinute, LongSupplier nanoseconds) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HASH);
        this.questionsPerMinute = questionsPerMinute;
        this.nanoseconds = nanoseconds;
    }

    /** Whether whoever asks from this address may ask once more now. */
    boolean mayAsk(String address) {
        String visitor = visitor(address);
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(visitor, unseen -> fresh());
        }
        return bucket.tryConsume(1);
    }

    /** How many are remembered. */
    int known() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket fresh() {
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
                .addLimit(limit -> limit.capacity(questionsPerMinute)
                        .refillGreedy(questionsPerMinute, Duration.ofMinutes(1)))
                .build();
    }

    private String visitor(String address) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(key);
            return Base64.getEncoder().encodeToString(Arrays.copyOf(mac.doFinal(network(address)), 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HASH, e);
        }
    }

    /** The address, or the network of an IPv6 address. */
    private static byte[] network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length > 4 ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
        } catch (IllegalArgumentException e) {
            return address.getBytes(StandardCharsets.UTF_8); // a proxy's own name for it
        }
    }
}

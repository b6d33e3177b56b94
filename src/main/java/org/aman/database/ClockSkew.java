package org.aman.database;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether this process and its database agree on the time. Where they do not, nobody knows which of several replicas is
 * right about what has ended, is due or may go out (F18).
 */
public final class ClockSkew {
    /** More than this no network explains. */
    static final Duration MOST = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock machine;

    ClockSkew(JdbcClient jdbc, Dialect dialect, Machine machine) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.machine = machine.clock();
    }

    /** The time of the machine, which no scenario sets. */
    public record Machine(Clock clock) {}

    /** Whether they are more than 60 seconds apart; how long the question itself took is not held against them. */
    public boolean isTooGreat() {
        long before = machine.millis();
        long there = jdbc.sql(dialect.now()).query(Long.class).single();
        long after = machine.millis();
        return there < Math.min(before, after) - MOST.toMillis() || there > Math.max(before, after) + MOST.toMillis();
    }
}

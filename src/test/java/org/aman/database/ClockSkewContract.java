package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database is asked what time it is there. */
abstract class ClockSkewContract {
    private static final Clock MACHINE = Clock.systemUTC();

    abstract FreshDatabase database();

    private boolean isTooGreat(Duration ahead) {
        return new ClockSkew(database().jdbc(), database().dialect(), new ClockSkew.Machine(Clock.offset(MACHINE, ahead))).isTooGreat();
    }

    @Test
    void f18OneMachineAgreesWithItself() {
        assertThat(isTooGreat(Duration.ZERO)).isFalse();
    }

    /** Half a minute to either side leaves room for a machine that is slow to answer. */
    @ParameterizedTest
    @CsvSource({"-PT1H, true", "-PT91S, true", "-PT30S, false", "PT30S, false", "PT91S, true", "PT1H, true"})
    void f18MoreThanAMinuteApartIsTooMuch(Duration ahead, boolean tooGreat) {
        assertThat(isTooGreat(ahead)).isEqualTo(tooGreat);
    }

    /** A transaction that waited for others must not be held against the clocks. */
    @Test
    void f18TheTimeIsThatOfTheQuestionAlsoWithinATransaction() {
        database().transaction().executeWithoutResult(status -> {
            long first = time();
            long end = System.nanoTime() + Duration.ofMillis(5).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(time()).isGreaterThan(first);
        });
    }

    private long time() {
        return database().jdbc().sql(database().dialect().now()).query(Long.class).single();
    }
}

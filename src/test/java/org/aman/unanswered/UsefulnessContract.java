package org.aman.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.aman.database.Fight;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.unanswered.Usefulness.Tally;
import org.junit.jupiter.api.Test;

/** Counting who was helped, without knowing who. */
abstract class UsefulnessContract {
    private final PinnedClock clock = new PinnedClock("2020-01-12T16:47:31Z");

    abstract FreshDatabase database();

    @Test
    void opinionsAreCountedPerUpdate() {
        usefulness().rate("road-m4", true);
        usefulness().rate("road-m4", true);
        usefulness().rate("road-m4", false);
        clock.passes(Duration.ofDays(1));
        usefulness().rate("road-m4", true);

        assertThat(usefulness().of("road-m4")).isEqualTo(new Tally(3, 1));
        assertThat(usefulness().of("road-m5")).isEqualTo(new Tally(0, 0));
    }

    @Test
    void opinionsGivenAtTheSameMomentAreAllCounted() throws Exception {
        Usefulness usefulness = usefulness();

        Fight.of(round -> {
            usefulness.rate("road-m4", round % 2 == 0);
            return round;
        });

        int half = Fight.FIGHTERS * Fight.ROUNDS / 2;
        assertThat(usefulness.of("road-m4")).isEqualTo(new Tally(half, half));
    }

    @Test
    void countsOlderThanTwelveMonthsGo() {
        usefulness().rate("road-m4", true);
        clock.passes(Duration.ofDays(364));
        usefulness().rate("road-m4", false);
        usefulness().sweep();
        assertThat(usefulness().of("road-m4")).isEqualTo(new Tally(1, 1));

        clock.passes(Duration.ofDays(1));
        usefulness().sweep();

        assertThat(usefulness().of("road-m4")).isEqualTo(new Tally(0, 1));
    }

    private Usefulness usefulness() {
        return new Usefulness(database().jdbc(), clock);
    }
}

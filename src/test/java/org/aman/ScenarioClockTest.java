package org.aman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.aman.database.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ScenarioClockTest {
    private static final OffsetDateTime SCENARIO = OffsetDateTime.parse("2020-01-12T18:00:00+02:00");

    @Test
    void theScenariosClockBeginsAtItsTimeAndTicksOn() {
        AtomicReference<Instant> real = new AtomicReference<>(Instant.parse("2031-05-06T07:08:09Z"));
        InstantSource source = real::get;

        Clock clock = ScenarioClock.startingAt(SCENARIO, source.withZone(ZoneOffset.UTC));

        assertThat(clock.instant()).isEqualTo(SCENARIO.toInstant());
        real.updateAndGet(now -> now.plus(Duration.ofMinutes(90)));
        assertThat(clock.instant()).isEqualTo(SCENARIO.plusMinutes(90).toInstant());
    }

    @Test
    void withoutAScenarioTheClockIsTheRealOne() {
        assertThat(new ScenarioClock().clock(new ScenarioSettings(null), new MockEnvironment()))
                .isEqualTo(Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aman.telegram.token", "TELEGRAM_BOT_TOKEN"})
    void aScenarioTogetherWithATelegramTokenIsRefusedWithoutShowingTheToken(String key) {
        MockEnvironment environment = new MockEnvironment().withProperty(key, "12345:secret");

        assertThatThrownBy(() -> new ScenarioClock().clock(new ScenarioSettings(SCENARIO), environment))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("aman.scenario-time")
                .hasMessageNotContaining("12345");
    }
}

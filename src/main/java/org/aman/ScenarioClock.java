package org.aman;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.aman.database.ClockSkew;
import org.aman.database.Refusal;
import org.aman.staff.RealTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one clock of what is told: the real time, or that of a scenario which begins as the process starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScenarioSettings.class)
class ScenarioClock {
    @Bean
    Clock clock(ScenarioSettings settings, Environment environment) {
        OffsetDateTime start = settings.scenarioTime();
        if (start == null) {
            return real();
        }
        if (isSet(environment, "aman.telegram.token") || isSet(environment, "TELEGRAM_BOT_TOKEN")) {
            throw new Refusal("aman.scenario-time is set together with a Telegram token: the scenario's old news would"
                    + " go out as current. Set aman.scenario-time to nothing (AMAN_SCENARIO_TIME=)");
        }
        return startingAt(start, real());
    }

    /** Doors and codes go by the real time, whatever the scenario shows. */
    @Bean
    RealTime realTime() {
        return new RealTime(real());
    }

    /** The database is held against the real time, whatever the scenario shows. */
    @Bean
    ClockSkew.Machine machineTime() {
        return new ClockSkew.Machine(real());
    }

    /** The time of the machine. */
    static Clock real() {
        return Clock.systemUTC();
    }

    /** A clock that shows this time now and ticks on with the other one. */
    static Clock startingAt(OffsetDateTime start, Clock ticking) {
        return Clock.offset(ticking, Duration.between(ticking.instant(), start.toInstant()));
    }

    private static boolean isSet(Environment environment, String key) {
        String value = environment.getProperty(key);
        return value != null && !value.isBlank();
    }
}

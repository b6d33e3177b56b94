package org.aman.staff;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the staff come in.
 *
 * @param address under which browsers reach the service, for links that are sent to people; empty where it runs on the
 *     reader's own machine
 * @param idle how long a session lasts unused
 * @param longest how long a session lasts
 * @param attemptsPerAccount sign-ins to one account that may fail in a quarter of an hour
 * @param attemptsPerAddress sign-ins from one address that may fail in a quarter of an hour
 */
@ConfigurationProperties("aman.console")
public record DoorSettings(
        @DefaultValue("") @Pattern(regexp = "(https?://[^/?#\\s]+)?") String address,
        @DefaultValue("30m") @DurationMin(minutes = 1) @DurationMax(hours = 12) Duration idle,
        @DefaultValue("12h") @DurationMin(minutes = 5) @DurationMax(hours = 24) Duration longest,
        @DefaultValue("10") @Min(3) @Max(100) int attemptsPerAccount,
        @DefaultValue("50") @Min(3) @Max(10_000) int attemptsPerAddress) {}

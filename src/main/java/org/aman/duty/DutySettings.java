package org.aman.duty;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people on duty are kept informed.
 *
 * @param remindBefore how long before an update ends those who follow it are reminded
 */
@ConfigurationProperties("aman.duty")
record DutySettings(@DefaultValue("2h") @DurationMin(minutes = 5) @DurationMax(hours = 48) Duration remindBefore) {}

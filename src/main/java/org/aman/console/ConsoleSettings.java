package org.aman.console;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the console is offered.
 *
 * @param zone the time zone in which times are written and read
 */
@Validated
@ConfigurationProperties("aman")
record ConsoleSettings(
        @DefaultValue("Asia/Damascus") ZoneId zone) {}

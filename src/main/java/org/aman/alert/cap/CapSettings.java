package org.aman.alert.cap;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How our alerts are published to other systems.
 *
 * @param sender our own domain, by which other systems know us
 * @param address the public address of this service, which links in documents begin with; empty for links that need none
 */
@ConfigurationProperties("aman.cap")
record CapSettings(
        @DefaultValue("aman.invalid") @Pattern(regexp = "[A-Za-z0-9.@-]{1,200}") String sender,
        @DefaultValue("") @Pattern(regexp = "(https?://[A-Za-z0-9.:-]+)?") String address) {}

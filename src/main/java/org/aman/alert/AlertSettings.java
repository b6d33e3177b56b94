package org.aman.alert;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts are sent here.
 *
 * @param override whether one admin may send a short alert alone in an emergency
 * @param overridesPerHour how many such in an hour
 * @param dailyCap how many alerts an area gets in a day without a reason in the journal
 * @param mostUnderWay messages under way at a time: at most these are repeated when the process is killed
 * @param channels public channels that get the alerts of an area first
 */
@ConfigurationProperties("aman.alert")
record AlertSettings(
        @DefaultValue("false") boolean override,
        @DefaultValue("2") @Min(1) @Max(20) int overridesPerHour,
        @DefaultValue("3") @Min(1) @Max(50) int dailyCap,
        @DefaultValue("30") @Min(1) @Max(500) int mostUnderWay,
        @DefaultValue List<@Valid Channel> channels) {

    AlertSettings {
        channels = List.copyOf(channels);
    }

    /**
     * A public channel.
     *
     * @param area the place whose alerts it gets
     * @param chat channel and address, such as {@code telegram:@aman_idlib}
     * @param language ar or en; empty for both in one message
     */
    record Channel(@NotBlank String area, @NotBlank String chat, @DefaultValue("") String language) {}
}

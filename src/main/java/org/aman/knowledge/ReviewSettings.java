package org.aman.knowledge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How publishing is guarded. That what needs a second person gets one cannot be switched off.
 *
 * @param alone whether an editor may publish alone what needs no second person
 * @param allClearReviewers how many others must approve that a danger is over
 * @param holdWindow how long what needed a second person waits after its approval, so that anybody may stop it
 * @param mostPerHour what needs a second person: how many one person may help to publish within an hour
 */
@ConfigurationProperties("aman.review")
record ReviewSettings(
        @DefaultValue("true") boolean alone,
        @DefaultValue("2") @Min(1) @Max(5) int allClearReviewers,
        @DefaultValue("2m") Duration holdWindow,
        @DefaultValue("12") @Min(1) @Max(1000) int mostPerHour) {
    ReviewSettings {
        if (holdWindow.isNegative() || holdWindow.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("aman.review.hold-window is from 0 to 1h");
        }
    }
}

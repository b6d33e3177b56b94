package org.aman;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The time of the shipped scenario.
 *
 * @param scenarioTime when the clock stands as the process starts; null for the real time
 */
@ConfigurationProperties("aman")
record ScenarioSettings(@Nullable OffsetDateTime scenarioTime) {}

package org.aman.telegram;

import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Telegram's part of the service's health. Only a refused token is down, because only there must somebody act; while
 * Telegram is away the service is well, and what came in waits.
 */
final class TelegramHealth implements HealthIndicator {
    private final Standing standing;

    TelegramHealth(Standing standing) {
        this.standing = standing;
    }

    @Override
    public Health health() {
        Health.Builder health = switch (standing.state()) {
            case ON -> Health.up();
            case CONNECTING, UNREACHABLE, ANOTHER_POLLER -> Health.unknown();
            case REFUSED -> Health.down();
        };
        return health.withDetail(
                        "state", standing.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .build();
    }
}

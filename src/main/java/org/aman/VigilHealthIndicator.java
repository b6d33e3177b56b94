package org.aman;

import java.util.List;
import org.aman.message.Watched;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down as soon as a thread that answers or sends has died (F24): whoever watches over the service starts it anew, and it
 * goes on from what it kept, as after a kill.
 */
@Component
final class VigilHealthIndicator implements HealthIndicator {
    private final ObjectProvider<Watched> watched;

    VigilHealthIndicator(ObjectProvider<Watched> watched) {
        this.watched = watched;
    }

    @Override
    public Health health() {
        List<String> dead = watched.stream()
                .flatMap(one -> one.vigil().dead().stream())
                .toList();
        return dead.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("dead", dead).build();
    }
}

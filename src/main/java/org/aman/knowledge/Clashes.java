package org.aman.knowledge;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aman.place.Gazetteer;
import org.aman.place.Place;

/** Finds what other current updates say about the same topic and place: the opposite, or the same again. */
final class Clashes {
    private final Updates updates;
    private final Topics topics;
    private final Gazetteer gazetteer;
    private final Clock clock;

    Clashes(Updates updates, Topics topics, Gazetteer gazetteer, Clock clock) {
        this.updates = updates;
        this.topics = topics;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /** Advises where a current update of the same topic and area tells another status, or the same. */
    void find(Update update, Findings findings) {
        if (update.places().isEmpty()) {
            return;
        }
        Set<Place.Id> area = new LinkedHashSet<>(update.places());
        update.places().forEach(place -> gazetteer.above(place).forEach(above -> area.add(above.id())));
        for (Update other : updates.currentOn(update.topic(), area, clock.instant())) {
            if (other.id().equals(update.id()) || update.supersedes().contains(other.id())) {
                continue;
            }
            Map<String, Object> named = Map.of("other", other.id().value());
            if (other.status().equals(update.status()) && other.places().equals(update.places())) {
                findings.advice("supersedes", "duplicates", named);
            } else if (areOpposite(polarity(update), polarity(other))) {
                findings.advice("status", "contradicts", named);
            }
        }
    }

    private Optional<Topic.Polarity> polarity(Update update) {
        return topics.topic(update.topic())
                .flatMap(topic -> topic.status(update.status()))
                .map(Topic.Status::polarity);
    }

    private static boolean areOpposite(Optional<Topic.Polarity> one, Optional<Topic.Polarity> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other)
                && one.get() != Topic.Polarity.PARTLY && other.get() != Topic.Polarity.PARTLY;
    }
}

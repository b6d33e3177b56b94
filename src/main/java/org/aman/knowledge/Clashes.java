package org.aman.knowledge;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aman.place.Gazetteer;
import org.aman.place.Place;

/**
 * Finds what other current updates say about the same topic and place: the opposite, or the same again; and which of those
 * that an update replaces would replace it.
 */
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

    /**
     * Advises where a current update of the same topic and area tells another status, or the same; objects where a published
     * one replaces this and is replaced by it.
     */
    void find(Update update, Findings findings) {
        circles(update, findings);
        sameOrOpposite(update, findings);
    }

    /** Two that replace each other both leave the answers. */
    private void circles(Update update, Findings findings) {
        updates.kept(update.supersedes()).forEach((former, kept) -> {
            if (kept.replaces(update.id())) {
                findings.error("supersedes", "supersedes-circle", Map.of("value", former.value()));
            }
        });
    }

    private void sameOrOpposite(Update update, Findings findings) {
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

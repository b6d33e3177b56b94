package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.aman.knowledge.Finding;
import org.aman.place.Gazetteer;
import org.aman.place.Place;

/** Works out to whom an alert is owed, how long telling them takes, and makes their rows. */
final class Owing {
    private final Audience audience;
    private final Recipients recipients;
    private final Posts posts;
    private final Region region;
    private final Terms terms;

    Owing(Audience audience, Recipients recipients, Posts posts, Region region, Terms terms) {
        this.audience = audience;
        this.recipients = recipients;
        this.posts = posts;
        this.region = region;
        this.terms = terms;
    }

    /** The places, and those an alert concerns. */
    record Region(Gazetteer gazetteer, Targets targets) {}

    /**
     * How this installation sends: its settings, the rate granted, its times.
     *
     * @param clocksDisagree whether the database keeps another time than this process, so that no time can be trusted
     */
    record Terms(
            AlertSettings settings, IntSupplier perSecond, AlertTimes times, Clock clock, BooleanSupplier clocksDisagree) {}

    /** Ends, holds and caps go by the clock: where it cannot be trusted, nothing new goes out (F18). */
    boolean clocksDisagree() {
        return terms.clocksDisagree().getAsBoolean();
    }

    AlertSettings settings() {
        return terms.settings();
    }

    Map<Place.Id, Integer> targets(Areas areas) {
        return region.targets().of(areas);
    }

    /** The first of these places that the gazetteer does not know. */
    Optional<Place.Id> unknown(Areas areas) {
        return areas.places().stream()
                .filter(place -> region.gazetteer().place(place).isEmpty())
                .findFirst();
    }

    /** Whether these words name the first area. */
    boolean names(Areas areas, String words) {
        Areas.Circle circle = areas.circle();
        Optional<Place> first = areas.places().isEmpty()
                ? Optional.ofNullable(circle).flatMap(one -> region.gazetteer().nearest(one.centre()))
                : region.gazetteer().place(areas.places().getFirst());
        return first.isPresent()
                && (words.strip().equals(first.get().id().value())
                        || region.gazetteer().named(words).stream()
                                .anyMatch(place -> place.id().equals(first.get().id())));
    }

    Estimate estimate(Alert alert) {
        int people = audience.count(alert);
        int perSecond = Math.max(1, terms.perSecond().getAsInt());
        Duration takes = Duration.ofSeconds((people + perSecond - 1) / perSecond);
        return new Estimate(people, takes, terms.clock().instant().plus(takes), perSecond);
    }

    /** What the number of people says against it. */
    List<Finding> findings(Alert alert) {
        Objections objections = new Objections();
        Estimate estimate = estimate(alert);
        // What follows an alert ends it even where nobody has got it yet.
        if (estimate.people() == 0 && alert.follow() == null) {
            objections.error("places", "nobody");
        }
        if (estimate.done().isAfter(alert.times().until())) {
            Instant now = terms.clock().instant();
            long minutes = Math.max(0, Duration.between(now, alert.times().until()).toMinutes());
            objections.advice(
                    "until",
                    "ends-early",
                    Map.of("takes", Math.ceilDiv(estimate.takes().toSeconds(), 60), "left", minutes));
        }
        return objections.all();
    }

    /** Makes the rows, within the transaction of the approval; how many people they are. */
    int owe(Alert alert) {
        if (alert.revision() > 1) {
            return recipients.oweInPlace(alert);
        }
        Follow follow = alert.follow();
        if (follow != null) {
            posts.oweFollowing(alert, follow);
            return recipients.oweFollowing(alert, follow);
        }
        Map<Place.Id, Integer> targets = targets(alert.areas());
        posts.owe(alert, targets.keySet());
        return recipients.owe(alert, targets, terms.times().wall(terms.clock().instant()));
    }
}

package org.aman.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aman.answer.Answer.Shown;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says where: how the place of an update lies to the place that was asked about. */
@Component
final class Whereabouts {
    private static final List<String> DIRECTIONS = List.of(
            "direction.n", "direction.ne", "direction.e", "direction.se", "direction.s", "direction.sw",
            "direction.w", "direction.nw");
    private static final double TOO_NEAR_FOR_A_DIRECTION_KM = 0.5; // places carry positions rounded to 100 m

    private final Messages messages;
    private final Gazetteer gazetteer;

    Whereabouts(Messages messages, Gazetteer gazetteer) {
        this.messages = messages;
        this.gazetteer = gazetteer;
    }

    /** The place's name, with the area that tells it apart from others of its name. */
    String nameApart(Place place, Language language) {
        String name = place.name(language);
        Optional<Place> area = gazetteer.above(place.id()).stream()
                .filter(above -> !above.name(language).contains(name))
                .findFirst();
        return area.isEmpty()
                ? name
                : messages.text(
                        "place.in-area",
                        language,
                        Map.of("place", name, "area", area.get().name(language)));
    }

    /** The places an update is about, at most three of them by name. */
    String places(Update update, Language language) {
        List<String> names = update.places().stream()
                .flatMap(id -> gazetteer.place(id).stream())
                .map(place -> place.name(language))
                .toList();
        String said = names.stream().limit(3).collect(Collectors.joining(messages.text("list.comma", language)));
        return names.size() <= 3
                ? said
                : messages.text("place.and-more", language, Map.of("places", said, "n", names.size() - 3));
    }

    /**
     * What the person must know of where an update holds: how far away, for a whole area, for other places; empty where
     * it is just about the place they asked for.
     */
    Optional<String> remark(Shown shown, Asked asked) {
        Language language = asked.language();
        Update update = shown.update();
        if (shown.distanceKm() != null) {
            return Optional.of(distance(shown, shown.distanceKm(), asked));
        }
        Place place = asked.place();
        if (place == null || update.places().isEmpty() || update.places().contains(place.id())) {
            return Optional.empty();
        }
        Optional<Place> area = gazetteer.above(place.id()).stream()
                .filter(above -> update.places().contains(above.id()))
                .findFirst();
        return Optional.of(area.map(found -> messages.text(
                        "where.whole-area",
                        language,
                        Map.of("area", found.name(language), "place", place.name(language))))
                .orElseGet(() ->
                        messages.text("where.about", language, Map.of("places", places(update, language)))));
    }

    /** How far and in which direction, such as "about 6 km north of Sarmada". */
    private String distance(Shown shown, double kilometres, Asked asked) {
        Language language = asked.language();
        String far = messages.text("distance", language, Map.of("n", Math.round(kilometres)));
        Place place = shown.from() == null ? null : gazetteer.place(shown.from()).orElse(null);
        Position from = place == null ? asked.position() : place.position();
        Optional<String> direction = direction(from, shown.update(), kilometres, language);
        if (place == null) {
            return direction.isEmpty()
                    ? messages.text("where.far-from-you", language, Map.of("far", far))
                    : messages.text(
                            "where.direction-from-you", language, Map.of("far", far, "direction", direction.get()));
        }
        String name = place.name(language);
        return direction.isEmpty()
                ? messages.text("where.far-from", language, Map.of("far", far, "place", name))
                : messages.text(
                        "where.direction-from",
                        language,
                        Map.of("far", far, "direction", direction.get(), "place", name));
    }

    private Optional<String> direction(@Nullable Position from, Update update, double kilometres, Language language) {
        Position to = position(update);
        return from == null || to == null || kilometres < TOO_NEAR_FOR_A_DIRECTION_KM
                ? Optional.empty()
                : Optional.of(messages.text(DIRECTIONS.get(octant(from, to)), language));
    }

    /** Where to go, else the middle of its first place; null where neither is known. */
    @Nullable Position position(Update update) {
        if (update.location() != null) {
            return update.location();
        }
        return update.places().stream()
                .findFirst()
                .flatMap(gazetteer::place)
                .map(Place::position)
                .orElse(null);
    }

    /** The eighth of the compass of the great-circle bearing: 0 is north, counting clockwise. */
    static int octant(Position from, Position to) {
        double fromLatitude = Math.toRadians(from.latitude());
        double toLatitude = Math.toRadians(to.latitude());
        double east = Math.toRadians(to.longitude() - from.longitude());
        double y = Math.sin(east) * Math.cos(toLatitude);
        double x = Math.cos(fromLatitude) * Math.sin(toLatitude)
                - Math.sin(fromLatitude) * Math.cos(toLatitude) * Math.cos(east);
        return Math.floorMod((int) Math.round(Math.toDegrees(Math.atan2(y, x)) / 45), 8);
    }
}

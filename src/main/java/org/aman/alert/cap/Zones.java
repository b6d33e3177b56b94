package org.aman.alert.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aman.alert.Areas;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;

/** Draws the areas of an alert: each place with everything below it, and the circle. */
final class Zones {
    /** How far people of a place live from its middle; no place of ours is wider. */
    private static final double AROUND_A_PLACE_KM = 4;

    private static final double NEAR_KM = 30;

    private final Gazetteer gazetteer;

    Zones(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The areas, named in this language. A place nobody knows the position of is drawn with the area it lies in. */
    List<CapArea> of(Areas areas, Language language) {
        List<CapArea> zones = new ArrayList<>();
        for (Place.Id id : areas.places()) {
            gazetteer.place(id).flatMap(place -> zone(place, language)).ifPresent(zones::add);
        }
        Areas.Circle circle = areas.circle();
        if (circle != null) {
            zones.add(zone(circle, language));
        }
        return zones;
    }

    private Optional<CapArea> zone(Place place, Language language) {
        return Stream.concat(Stream.of(place), gazetteer.above(place.id()).stream())
                .map(this::points)
                .filter(points -> !points.isEmpty())
                .findFirst()
                .map(points -> new CapArea(
                        place.name(language),
                        List.of(Outline.around(points, AROUND_A_PLACE_KM)),
                        List.of(),
                        List.of(new CapPair("place", place.id().value())),
                        null,
                        null));
    }

    private List<Position> points(Place place) {
        return Stream.concat(Stream.of(place), gazetteer.below(place.id()).stream())
                .flatMap(one -> Stream.ofNullable(one.position()))
                .toList();
    }

    private CapArea zone(Areas.Circle circle, Language language) {
        String around = gazetteer.nearest(circle.centre()).map(place -> place.name(language)).orElse("");
        Position centre = Coordinates.rounded(circle.centre());
        return new CapArea(
                around + " (" + Coordinates.number(circle.kilometres(), 1) + " km)",
                List.of(Outline.around(List.of(centre), circle.kilometres())),
                List.of(new Circle(centre, circle.kilometres())),
                List.of(),
                null,
                null);
    }

    /** Whether a place we know is near. */
    boolean isNear(Position position) {
        return gazetteer.nearest(position)
                .flatMap(place -> Optional.ofNullable(place.position()))
                .filter(place -> place.kilometresTo(position) < NEAR_KM)
                .isPresent();
    }
}

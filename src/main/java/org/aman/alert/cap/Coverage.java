package org.aman.alert.cap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;

/** Finds our places in the areas of others: those whose middle lies inside, put together where they fill an area. */
final class Coverage {
    /** How far people of a place live from its middle: an area that holds no middle may still hold people. */
    private static final double AROUND_A_PLACE_KM = 4;

    private final Gazetteer gazetteer;

    Coverage(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The places; none where the areas lie elsewhere. */
    List<Place.Id> of(Collection<CapArea> areas) {
        Set<Place.Id> inside = new HashSet<>();
        gazetteer.places().stream()
                .filter(Coverage::isPoint)
                .filter(place -> areas.stream().anyMatch(area -> holds(area, place)))
                .forEach(place -> inside.add(place.id()));
        if (inside.isEmpty()) {
            areas.stream().flatMap(Coverage::middles).flatMap(middle -> beside(middle).stream()).forEach(inside::add);
        }
        List<Place.Id> found = new ArrayList<>();
        gazetteer.outermost().forEach(place -> collect(place, inside, found));
        return List.copyOf(found);
    }

    private static boolean isPoint(Place place) {
        return !place.kind().isArea() && place.kind() != Place.Kind.ROAD && place.position() != null;
    }

    private static boolean holds(CapArea area, Place place) {
        Position position = place.position();
        Predicate<Position> inside = point -> area.polygons().stream().anyMatch(one -> one.contains(point))
                || area.circles().stream().anyMatch(one -> one.contains(point));
        return position != null && inside.test(position);
    }

    private static Stream<Position> middles(CapArea area) {
        return Stream.concat(
                area.polygons().stream().map(Polygon::middle),
                area.circles().stream().map(Circle::centre));
    }

    private Optional<Place.Id> beside(Position middle) {
        return gazetteer.nearest(middle)
                .filter(place -> place.position() != null
                        && place.position().kilometresTo(middle) <= AROUND_A_PLACE_KM)
                .map(Place::id);
    }

    /** A place with everything below it where it is all inside; else what is inside of it. */
    private void collect(Place place, Set<Place.Id> inside, List<Place.Id> found) {
        List<Place> points = gazetteer.below(place.id()).stream().filter(Coverage::isPoint).toList();
        boolean filled = !points.isEmpty() && points.stream().allMatch(one -> inside.contains(one.id()));
        if (inside.contains(place.id()) || filled) {
            found.add(place.id());
            return;
        }
        if (points.stream().noneMatch(one -> inside.contains(one.id()))) {
            return;
        }
        gazetteer.places().stream()
                .filter(child -> place.id().equals(child.parent()))
                .forEach(child -> collect(child, inside, found));
    }
}

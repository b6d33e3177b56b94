package org.aman.alert.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.aman.place.Position;

/**
 * What is wrong with a drawn area. Latitude and longitude in each other's place are told by where they lead: nowhere near
 * a place we know, while the other way round they would.
 */
final class Shapes {
    private final Predicate<Position> nearWhatWeKnow;

    Shapes(Predicate<Position> nearWhatWeKnow) {
        this.nearWhatWeKnow = nearWhatWeKnow;
    }

    Optional<Reason> polygon(String written) {
        List<Coordinates.Pair> pairs = new ArrayList<>();
        for (String one : written.split("\\s+")) {
            Optional<Coordinates.Pair> pair = Coordinates.read(one);
            if (pair.isEmpty()) {
                return Optional.of(Reason.COORDINATES);
            }
            pairs.add(pair.get());
        }
        Optional<Reason> astray = pairs.stream()
                .flatMap(pair -> astray(pair).stream())
                .findFirst();
        if (astray.filter(Reason.COORDINATES::equals).isPresent()
                || (astray.isPresent() && pairs.stream().noneMatch(this::isNear))) {
            return astray;
        }
        return Polygon.fault(pairs.stream().map(Coordinates.Pair::position).toList());
    }

    Optional<Reason> circle(String written) {
        Optional<Circle.Parts> parts = Circle.read(written);
        if (parts.isEmpty()) {
            return Optional.of(Reason.CIRCLE);
        }
        Optional<Reason> astray = astray(parts.get().centre());
        return astray.isPresent() || parts.get().isOne() ? astray : Optional.of(Reason.CIRCLE);
    }

    private Optional<Reason> astray(Coordinates.Pair pair) {
        boolean otherWay = pair.swapped().isOnEarth() && isNear(pair.swapped());
        if (!pair.isOnEarth()) {
            return Optional.of(otherWay ? Reason.SWAPPED : Reason.COORDINATES);
        }
        return otherWay && !isNear(pair) ? Optional.of(Reason.SWAPPED) : Optional.empty();
    }

    private boolean isNear(Coordinates.Pair pair) {
        return pair.isOnEarth() && nearWhatWeKnow.test(pair.position());
    }
}

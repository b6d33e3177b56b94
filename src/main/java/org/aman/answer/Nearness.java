package org.aman.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.aman.place.Gazetteer;
import org.aman.place.Place;

/** How near places are to each other for a question about one of them, from 0 to 1. Safe for use by many threads. */
final class Nearness {
    /** The update names this very place. */
    static final double EXACT = 1;
    /** The camp, crossing or settlement of the same name. */
    static final double NAMESAKE = 0.95;
    /** A camp or crossing was asked about by its name, and the update is about the settlement beside it. */
    static final double SETTLEMENT_BESIDE = 0.75;
    /** An area the place lies in, and the title names the place: "quiet in the district but for A". */
    static final double TITLED = 0.9;
    /** A road through the place. */
    static final double ON_ROAD = 0.85;
    /** An area the place lies in, the nearest first; farther areas say less about one town. */
    static final double[] IN_AREA = {0.8, 0.75, 0.7, 0.65};
    /** An area was asked about, and the update is about a place in it. */
    static final double IN_ASKED_AREA = 0.3;

    private final Gazetteer gazetteer;
    private final Map<Place.Id, Map<Place.Id, Double>> known = new ConcurrentHashMap<>();

    Nearness(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The places at which an update could meet a question about this one, each with how closely. */
    Map<Place.Id, Double> to(Place.Id place) {
        return known.computeIfAbsent(place, this::around);
    }

    private Map<Place.Id, Double> around(Place.Id place) {
        Map<Place.Id, Double> near = new HashMap<>();
        gazetteer.below(place).forEach(inside -> near.merge(inside.id(), IN_ASKED_AREA, Math::max));
        List<Place> above = gazetteer.above(place);
        for (int i = 0; i < above.size(); i++) {
            near.merge(above.get(i).id(), IN_AREA[Math.min(i, IN_AREA.length - 1)], Math::max);
        }
        gazetteer.roadsThrough(place).forEach(road -> near.merge(road.id(), ON_ROAD, Math::max));
        double beside = isSettlement(place) ? NAMESAKE : SETTLEMENT_BESIDE;
        gazetteer.namesakes(place).forEach(namesake -> near.merge(namesake, beside, Math::max));
        near.put(place, EXACT);
        return near;
    }

    private boolean isSettlement(Place.Id place) {
        return gazetteer.place(place).map(Place::kind).map(kind -> kind != Place.Kind.CAMP && kind != Place.Kind.CROSSING).orElse(true);
    }

    /** Whether it is an outermost area. */
    boolean isOutermost(Place.Id place) {
        return gazetteer.isOutermost(place);
    }

    /** Whether a place is itself a road. */
    boolean isRoad(Place.Id place) {
        return isOf(place, one -> one.kind() == Place.Kind.ROAD);
    }

    /** Whether a place is of this sort. */
    boolean isOf(Place.Id place, Predicate<Place> sort) {
        return gazetteer.place(place).filter(sort).isPresent();
    }

    /** The places along a road, in order. */
    List<Place.Id> along(Place.Id road) {
        return gazetteer.place(road).map(Place::through).orElse(List.of());
    }
}

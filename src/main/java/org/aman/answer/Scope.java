package org.aman.answer;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.search.Card;

/**
 * Where a question is about, and how closely an update's places meet it. Law 3 stands here: an update that meets none of
 * the places asked about never answers.
 */
final class Scope {
    /** The update names this very place. */
    static final double EXACT = 1;
    /** The camp, crossing or settlement of the same name. */
    static final double NAMESAKE = 0.95;
    /** A road through the place. */
    static final double ON_ROAD = 0.85;
    /** An area the place lies in, the nearest first; farther areas say less about one town. */
    static final double[] IN_AREA = {0.8, 0.75, 0.7, 0.65};
    /** An area was asked about, and the update is about a place in it. */
    static final double IN_ASKED_AREA = 0.3;
    /** Its text names the place, as where a road or crossing leads. */
    static final double MENTIONED = 0.35;

    private final Gazetteer gazetteer;
    private final List<Place.Id> asked;
    private final Map<Place.Id, Map<Place.Id, Double>> nearness = new HashMap<>();

    Scope(Gazetteer gazetteer, List<Place.Id> asked) {
        this.gazetteer = gazetteer;
        this.asked = List.copyOf(asked);
        asked.forEach(place -> nearness.put(place, nearnessTo(place)));
    }

    private Map<Place.Id, Double> nearnessTo(Place.Id place) {
        Map<Place.Id, Double> near = new HashMap<>();
        gazetteer.below(place).forEach(inside -> near.merge(inside.id(), IN_ASKED_AREA, Math::max));
        List<Place> above = gazetteer.above(place);
        for (int i = 0; i < above.size(); i++) {
            near.merge(above.get(i).id(), IN_AREA[Math.min(i, IN_AREA.length - 1)], Math::max);
        }
        gazetteer.roadsThrough(place).forEach(road -> near.merge(road.id(), ON_ROAD, Math::max));
        gazetteer.namesakes(place).forEach(namesake -> near.merge(namesake, NAMESAKE, Math::max));
        near.put(place, EXACT);
        return near;
    }

    List<Place.Id> asked() {
        return asked;
    }

    /** Every place at which an update could meet the question. */
    Set<Place.Id> places() {
        Set<Place.Id> places = new LinkedHashSet<>();
        nearness.values().forEach(near -> places.addAll(near.keySet()));
        return places;
    }

    /** From 0 (elsewhere) to 1 (at every place asked about). */
    double meets(Card card) {
        if (asked.isEmpty()) {
            return 0;
        }
        double best = 0;
        double sum = 0;
        for (Place.Id place : asked) {
            double meets = meets(card, place);
            best = Math.max(best, meets);
            sum += meets;
        }
        return (best + sum / asked.size()) / 2;
    }

    /** Whether it holds for a whole outermost area. */
    boolean isWhole(Card card) {
        for (Place.Id place : card.places()) {
            if (gazetteer.isOutermost(place)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has nothing to do with one of the places asked about. */
    boolean missesOne(Card card) {
        return asked.stream().anyMatch(place -> meets(card, place) == 0);
    }

    /** How closely it meets the place it meets best. */
    double closest(Card card) {
        return asked.stream().mapToDouble(place -> meets(card, place)).max().orElse(0);
    }

    private double meets(Card card, Place.Id place) {
        double best = card.mentions().contains(place) ? MENTIONED : 0;
        Map<Place.Id, Double> near = nearness.getOrDefault(place, Map.of());
        for (Place.Id there : card.places()) {
            double meets = near.getOrDefault(there, 0.0);
            if (meets == ON_ROAD && !coversOnRoad(card, there, place)) {
                continue;
            }
            best = Math.max(best, meets);
        }
        return best;
    }

    /**
     * An update about a stretch of road names the places along it, and says nothing of places beyond; one that names a
     * single point or none speaks of the whole road.
     */
    private boolean coversOnRoad(Card card, Place.Id road, Place.Id place) {
        List<Place.Id> along = gazetteer.place(road).map(Place::through).orElse(List.of());
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int i = 0; i < along.size(); i++) {
            if (card.places().contains(along.get(i))) {
                first = Math.min(first, i);
                last = Math.max(last, i);
            }
        }
        int at = along.indexOf(place);
        return first >= last || at >= first && at <= last || card.mentions().contains(place);
    }
}

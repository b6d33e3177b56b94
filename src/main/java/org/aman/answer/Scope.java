package org.aman.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.place.Place;
import org.aman.search.Card;

/**
 * Where a question is about, and how closely an update's places meet it. Law 3 stands here: an update that meets none of
 * the places asked about never answers.
 */
final class Scope {
    /** Its text names the place, as where a road or crossing leads. */
    static final double MENTIONED = 0.35;

    private final Nearness nearness;
    private final List<Place.Id> asked;
    private final List<Map<Place.Id, Double>> near = new ArrayList<>();

    Scope(Nearness nearness, List<Place.Id> asked) {
        this.nearness = nearness;
        this.asked = List.copyOf(asked);
        this.asked.forEach(place -> near.add(nearness.to(place)));
    }

    List<Place.Id> asked() {
        return asked;
    }

    /** Every place at which an update could meet the question. */
    Set<Place.Id> places() {
        Set<Place.Id> places = new LinkedHashSet<>();
        asked.forEach(place -> places.addAll(nearness.to(place).keySet()));
        return places;
    }

    /** From 0 (elsewhere) to 1 (at every place asked about). */
    double meets(Card card) {
        if (asked.isEmpty()) {
            return 0;
        }
        double best = 0;
        double sum = 0;
        for (int i = 0; i < near.size(); i++) {
            double meets = meets(card, i);
            best = Math.max(best, meets);
            sum += meets;
        }
        return (best + sum / asked.size()) / 2;
    }

    /** From 0 to 1: how closely it meets all the places asked about, on the average: both ends of a way count alike. */
    double meetsAll(Card card) {
        double sum = 0;
        for (int i = 0; i < near.size(); i++) {
            sum += meets(card, i);
        }
        return near.isEmpty() ? 0 : sum / near.size();
    }

    /** Whether it holds for a whole outermost area. */
    boolean isWhole(Card card) {
        for (Place.Id place : card.places()) {
            if (nearness.isOutermost(place)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has nothing to do with one of the places asked about. */
    boolean missesOne(Card card) {
        for (int i = 0; i < near.size(); i++) {
            if (meets(card, i) == 0) {
                return true;
            }
        }
        return false;
    }

    /** How many of the places asked about it has to do with. */
    int met(Card card) {
        int met = 0;
        for (int i = 0; i < near.size(); i++) {
            met += meets(card, i) > 0 ? 1 : 0;
        }
        return met;
    }

    /** Whether it is about a road that was named. */
    boolean isOnNamedRoad(Card card) {
        return asked.stream().anyMatch(place -> nearness.isRoad(place) && card.places().contains(place));
    }

    /** Whether it is about a place that was named and is of this sort. */
    boolean names(Card card, Predicate<Place> sort) {
        for (Place.Id place : asked) {
            if (card.places().contains(place) && nearness.isOf(place, sort)) {
                return true;
            }
        }
        return false;
    }

    /** How closely it meets the place it meets best. */
    double closest(Card card) {
        double closest = 0;
        for (int i = 0; i < near.size(); i++) {
            closest = Math.max(closest, meets(card, i));
        }
        return closest;
    }

    private double meets(Card card, int at) {
        Place.Id place = asked.get(at);
        double best = card.mentions().contains(place) ? MENTIONED : 0;
        for (Place.Id there : card.places()) {
            double meets = near.get(at).getOrDefault(there, 0.0);
            if (meets == Nearness.ON_ROAD && !coversOnRoad(card, there, place)) {
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
        List<Place.Id> along = nearness.along(road);
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

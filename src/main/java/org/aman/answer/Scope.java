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

    /** How closely an update meets each place asked about. */
    Meeting meeting(Card card) {
        double[] each = new double[near.size()];
        boolean elsewhere = tellsOfOtherStretch(card);
        for (int i = 0; i < each.length && !elsewhere; i++) {
            each[i] = meets(card, i);
        }
        return new Meeting(each);
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

    private double meets(Card card, int at) {
        Place.Id place = asked.get(at);
        if (nearness.isRoad(place) && card.places().contains(place) && tellsOfStretch(card, place)) {
            List<Integer> points = pointsAlong(place);
            if (!points.isEmpty()) {
                return points.stream().mapToDouble(point -> meets(card, point)).max().orElseThrow();
            }
        }
        return meetsOne(card, at, place);
    }

    /** "The M4 from Ariha to Urum": which of the places asked about lie along the road. */
    private List<Integer> pointsAlong(Place.Id road) {
        List<Place.Id> along = nearness.along(road);
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (along.contains(asked.get(i))) {
                points.add(i);
            }
        }
        return points;
    }

    private double meetsOne(Card card, int at, Place.Id place) {
        double best = card.mentions().contains(place) ? MENTIONED : 0;
        for (Place.Id there : card.places()) {
            double meets = near.get(at).getOrDefault(there, 0.0);
            if (meets == Nearness.ON_ROAD && !coversOnRoad(card, there, place)) {
                continue;
            }
            best = Math.max(best, meets);
        }
        boolean around = best <= Nearness.IN_AREA[0] && best > MENTIONED;
        return around && card.isHeadedBy(place) ? Nearness.TITLED : best;
    }

    /**
     * An update about a stretch of road names the places along it, in its title if nowhere else, and says nothing of places
     * beyond; one that names a single point or none speaks of the whole road. Who goes from one place to another passes
     * what lies between.
     */
    private boolean coversOnRoad(Card card, Place.Id road, Place.Id place) {
        List<Place.Id> along = nearness.along(road);
        int first = firstOf(along, card::isHeadedBy);
        int last = lastOf(along, card::isHeadedBy);
        if (first >= last) {
            return true;
        }
        int at = along.indexOf(place);
        boolean passes = Math.max(first, firstOf(along, asked::contains)) < Math.min(last, lastOf(along, asked::contains));
        return at >= first && at <= last || passes;
    }

    private boolean tellsOfStretch(Card card, Place.Id road) {
        List<Place.Id> along = nearness.along(road);
        return firstOf(along, card::isHeadedBy) < lastOf(along, card::isHeadedBy);
    }

    /**
     * Whether two places along a road are asked about and it tells of a stretch of this road before the one or behind the other,
     * and knows nothing of one of both: many an update says by the way that the rest is open.
     */
    private boolean tellsOfOtherStretch(Card card) {
        if (asked.size() < 2) {
            return false;
        }
        for (Place.Id road : card.places()) {
            List<Place.Id> along = nearness.isRoad(road) ? nearness.along(road) : List.of();
            int from = firstOf(along, asked::contains);
            int to = lastOf(along, asked::contains);
            int first = firstOf(along, card::isHeadedBy);
            int last = lastOf(along, card::isHeadedBy);
            boolean elsewhere = from < to && first < last && Math.max(from, first) >= Math.min(to, last);
            if (elsewhere && !(tellsOf(card, along.get(from)) && tellsOf(card, along.get(to)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean tellsOf(Card card, Place.Id place) {
        return card.places().contains(place) || card.mentions().contains(place);
    }

    /** Where along a road the first such place lies; beyond its end where none does. */
    private static int firstOf(List<Place.Id> along, Predicate<Place.Id> such) {
        for (int i = 0; i < along.size(); i++) {
            if (such.test(along.get(i))) {
                return i;
            }
        }
        return along.size();
    }

    private static int lastOf(List<Place.Id> along, Predicate<Place.Id> such) {
        for (int i = along.size() - 1; i >= 0; i--) {
            if (such.test(along.get(i))) {
                return i;
            }
        }
        return -1;
    }
}

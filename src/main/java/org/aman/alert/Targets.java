package org.aman.alert;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;

/** The places whose followers an alert reaches, each with its rank: 0 is the most endangered and goes first. */
final class Targets {
    /** Those who follow a wider area: the danger may be far from them. */
    static final int LAST_RANK = 9;

    private static final int MOST_PLACE_RANK = 5;
    private static final int RINGS = 3;

    private final Gazetteer gazetteer;

    Targets(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Places with everything below them, what lies in the circle, and the areas around these. */
    Map<Place.Id, Integer> of(Areas areas) {
        Map<Place.Id, Integer> ranks = new LinkedHashMap<>();
        int rank = 0;
        for (Place.Id place : areas.places()) {
            int own = Math.min(rank++, MOST_PLACE_RANK);
            if (gazetteer.place(place).isPresent()) {
                ranks.putIfAbsent(place, own);
                gazetteer.below(place).forEach(below -> ranks.putIfAbsent(below.id(), own));
            }
        }
        Areas.Circle circle = areas.circle();
        if (circle != null) {
            addCircle(circle, areas.places().isEmpty() ? 0 : MOST_PLACE_RANK + 1, ranks);
        }
        for (Place.Id place : Map.copyOf(ranks).keySet()) {
            gazetteer.above(place).forEach(above -> ranks.putIfAbsent(above.id(), LAST_RANK));
        }
        return ranks;
    }

    private void addCircle(Areas.Circle circle, int first, Map<Place.Id, Integer> ranks) {
        for (Place place : gazetteer.places()) {
            Position position = place.position();
            if (position == null || place.kind().isArea()) {
                continue;
            }
            double part = circle.centre().kilometresTo(position) / circle.kilometres();
            if (part <= 1) {
                int ring = Math.min(RINGS - 1, (int) (part * RINGS));
                ranks.merge(place.id(), first + ring, Math::min);
            }
        }
    }

    /** Whether an alert for these areas concerns this place. */
    boolean concern(Areas areas, Place.Id place) {
        return of(areas).containsKey(place);
    }
}

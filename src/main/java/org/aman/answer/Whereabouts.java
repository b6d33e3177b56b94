package org.aman.answer;

import java.util.List;
import org.aman.place.Place;

/**
 * Where a question is about.
 *
 * @param choices what an ambiguous name can mean, to ask back
 */
record Whereabouts(List<Place.Id> places, List<Place.Id> choices) {
    /** The same with the place the way begins at. */
    Whereabouts from(Place.Id start) {
        return places.contains(start) ? this : new Whereabouts(List.of(places.getFirst(), start), choices);
    }
}

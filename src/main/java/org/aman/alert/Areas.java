package org.aman.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * Whom an alert is for: places with everything below them, or a circle.
 *
 * @param places the most endangered first
 * @param circle what lies within it is meant too; null for none
 */
public record Areas(List<Place.Id> places, @Nullable Circle circle) {
    public Areas {
        places = List.copyOf(places);
    }

    public static Areas of(Place.Id... places) {
        return new Areas(List.of(places), null);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return places.isEmpty() && circle == null;
    }

    /** @param kilometres its radius, above 0 */
    public record Circle(Position centre, double kilometres) {
        /** Beyond that, name the areas. */
        public static final double MOST_KILOMETRES = 500;

        public Circle {
            if (!(kilometres > 0) || kilometres > MOST_KILOMETRES) {
                throw new IllegalArgumentException("A circle has a radius above 0 and up to 500 km");
            }
        }
    }
}

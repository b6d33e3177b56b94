package org.aman.alert.cap;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aman.place.Position;

/**
 * All within a distance of a point.
 *
 * @param kilometres over 0, and at most {@value #MOST_KILOMETRES}
 */
public record Circle(Position centre, double kilometres) {
    /** A circle beyond it warns half a continent: somebody took metres for kilometres. */
    static final double MOST_KILOMETRES = 500;

    private static final int DECIMALS = 3; // a metre
    private static final Pattern WRITTEN = Pattern.compile("([^ ]+) ([0-9]{1,6}(?:\\.[0-9]{1,6})?)");

    public Circle {
        if (!(kilometres > 0) || kilometres > MOST_KILOMETRES) {
            throw new IllegalArgumentException("A circle has a radius over 0 and at most 500 kilometres");
        }
    }

    boolean contains(Position point) {
        return centre.kilometresTo(point) <= kilometres;
    }

    String written() {
        return Coordinates.write(centre) + " " + Coordinates.number(kilometres, DECIMALS);
    }

    /** The two parts of a circle; empty where it is written as none. */
    static Optional<Parts> read(String written) {
        Matcher circle = WRITTEN.matcher(written);
        return circle.matches()
                ? Coordinates.read(circle.group(1)).map(centre -> new Parts(centre, Double.parseDouble(circle.group(2))))
                : Optional.empty();
    }

    /** What claims to be a circle. */
    record Parts(Coordinates.Pair centre, double kilometres) {
        boolean isOne() {
            return centre.isOnEarth() && kilometres > 0 && kilometres <= MOST_KILOMETRES;
        }

        Circle circle() {
            return new Circle(centre.position(), kilometres);
        }
    }
}

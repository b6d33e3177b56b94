package org.aman.alert.cap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.aman.place.Position;

/**
 * A line around points, at some distance from each: the smallest bulging one. Aggregators show polygons and drop what has
 * none.
 */
final class Outline {
    private static final double KILOMETRES_A_DEGREE = 111.2; // of latitude
    private static final int CORNERS = 16; // a ring of 16 corners lies within 2 % of the circle

    private static final Comparator<Position> FROM_WEST =
            Comparator.comparingDouble(Position::longitude).thenComparingDouble(Position::latitude);

    private Outline() {}

    /** Around at least one point; by the monotone chain of Andrew. */
    static Polygon around(Collection<Position> points, double kilometres) {
        TreeSet<Position> sorted = new TreeSet<>(FROM_WEST);
        points.forEach(point -> sorted.addAll(ring(point, kilometres)));
        List<Position> corners = half(sorted);
        corners.removeLast();
        corners.addAll(half(sorted.descendingSet()));
        return new Polygon(corners);
    }

    private static List<Position> half(Collection<Position> sorted) {
        List<Position> line = new ArrayList<>();
        for (Position next : sorted) {
            while (line.size() > 1 && turn(line.get(line.size() - 2), line.getLast(), next) <= 0) {
                line.removeLast();
            }
            line.add(next);
        }
        return line;
    }

    private static double turn(Position a, Position b, Position c) {
        return (b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
                - (b.latitude() - a.latitude()) * (c.longitude() - a.longitude());
    }

    private static List<Position> ring(Position middle, double kilometres) {
        double north = kilometres / KILOMETRES_A_DEGREE;
        double east = north / Math.cos(Math.toRadians(middle.latitude()));
        List<Position> ring = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            ring.add(Coordinates.rounded(new Position(
                    middle.latitude() + north * Math.sin(angle), middle.longitude() + east * Math.cos(angle))));
        }
        return ring;
    }
}

package org.aman.alert.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aman.place.Position;

/**
 * A closed line around an area.
 *
 * @param corners at least four, the first again at the end; the line never crosses itself
 */
public record Polygon(List<Position> corners) {
    private static final int MOST = 1_000; // crossing is looked for pair by pair: half a million pairs, some milliseconds

    /** Of corners with six decimals, the least turn is 1e-12: what is below it is rounding. */
    private static final double STRAIGHT = 1e-13;

    public Polygon {
        corners = List.copyOf(corners);
        Optional<Reason> fault = fault(corners);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("No polygon: " + fault.get().word());
        }
    }

    String written() {
        return corners.stream().map(Coordinates::write).collect(Collectors.joining(" "));
    }

    /** Whether a point lies within it: a line from there to the east crosses an odd number of sides. */
    boolean contains(Position point) {
        boolean inside = false;
        for (int i = 0; i + 1 < corners.size(); i++) {
            Position from = corners.get(i);
            Position to = corners.get(i + 1);
            if ((from.latitude() > point.latitude()) != (to.latitude() > point.latitude())
                    && point.longitude() < crossing(from, to, point.latitude())) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** The longitude at which a side crosses this latitude. */
    private static double crossing(Position from, Position to, double latitude) {
        return from.longitude()
                + (latitude - from.latitude())
                        * (to.longitude() - from.longitude())
                        / (to.latitude() - from.latitude());
    }

    /** The mean of its corners. */
    Position middle() {
        List<Position> once = corners.subList(1, corners.size());
        return new Position(
                once.stream().mapToDouble(Position::latitude).average().orElseThrow(),
                once.stream().mapToDouble(Position::longitude).average().orElseThrow());
    }

    /** What is wrong with these corners; empty where nothing is. */
    static Optional<Reason> fault(List<Position> corners) {
        if (corners.size() < 4 || corners.size() > MOST) {
            return Optional.of(Reason.POLYGON_SIZE);
        }
        if (!corners.getFirst().equals(corners.getLast())) {
            return Optional.of(Reason.POLYGON_OPEN);
        }
        return crosses(corners) ? Optional.of(Reason.POLYGON_CROSSES) : Optional.empty();
    }

    /** Whether any two of its sides meet elsewhere than where they follow one another, or it encloses nothing. */
    private static boolean crosses(List<Position> corners) {
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i + 1 < corners.size(); i++) {
            sides.add(new Side(corners.get(i), corners.get(i + 1)));
        }
        for (int i = 0; i < sides.size(); i++) {
            if (sides.get(i).isPoint()) {
                return true;
            }
            for (int j = i + 1; j < sides.size(); j++) {
                boolean neighbours = j == i + 1 || (i == 0 && j == sides.size() - 1);
                if (neighbours ? sides.get(i).foldsOnto(sides.get(j)) : sides.get(i).meets(sides.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A side; on an area of this size the earth is flat enough to ask where sides meet. */
    private record Side(Position from, Position to) {
        boolean isPoint() {
            return from.equals(to);
        }

        boolean meets(Side other) {
            double a = turn(from, to, other.from);
            double b = turn(from, to, other.to);
            double c = turn(other.from, other.to, from);
            double d = turn(other.from, other.to, to);
            return (a * b < 0 && c * d < 0)
                    || (a == 0 && holds(other.from))
                    || (b == 0 && holds(other.to))
                    || (c == 0 && other.holds(from))
                    || (d == 0 && other.holds(to));
        }

        /** Whether a side that shares one corner runs back over this one. */
        boolean foldsOnto(Side next) {
            Position shared = to.equals(next.from) ? to : from;
            Position mine = shared.equals(to) ? from : to;
            Position its = shared.equals(next.from) ? next.to : next.from;
            boolean sameWay = (mine.latitude() - shared.latitude()) * (its.latitude() - shared.latitude())
                            + (mine.longitude() - shared.longitude()) * (its.longitude() - shared.longitude())
                    > 0;
            return turn(mine, shared, its) == 0 && sameWay;
        }

        /** Whether a point on the endless line through this side lies on the side. */
        private boolean holds(Position point) {
            return Math.min(from.latitude(), to.latitude()) <= point.latitude()
                    && point.latitude() <= Math.max(from.latitude(), to.latitude())
                    && Math.min(from.longitude(), to.longitude()) <= point.longitude()
                    && point.longitude() <= Math.max(from.longitude(), to.longitude());
        }

        private static double turn(Position a, Position b, Position c) {
            double turn = (b.latitude() - a.latitude()) * (c.longitude() - a.longitude())
                    - (b.longitude() - a.longitude()) * (c.latitude() - a.latitude());
            return Math.abs(turn) < STRAIGHT ? 0 : turn;
        }
    }
}

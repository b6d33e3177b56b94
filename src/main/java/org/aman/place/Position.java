package org.aman.place;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A position on the earth in degrees, WGS84.
 *
 * @throws IllegalArgumentException where latitude is outside -90..90 or longitude outside -180..180, or either is not
 *     a number
 */
public record Position(
        @JsonProperty("lat") double latitude, @JsonProperty("lon") double longitude) {
    private static final double EARTH_RADIUS_KM = 6371.0088; // mean radius, IUGG

    public Position {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("A position has a latitude of -90 to 90 and a longitude of -180 to 180");
        }
    }

    /** The straight-line distance in kilometres (haversine on a sphere; within 0.5 % of the ellipsoid). */
    public double kilometresTo(Position other) {
        double dLat = Math.toRadians(other.latitude - latitude) / 2;
        double dLon = Math.toRadians(other.longitude - longitude) / 2;
        double a = Math.sin(dLat) * Math.sin(dLat)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.sin(dLon)
                        * Math.sin(dLon);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, a)));
    }

    /** Never the coordinates: positions of people must not reach a log. */
    @Override
    public String toString() {
        return "Position[hidden]";
    }
}

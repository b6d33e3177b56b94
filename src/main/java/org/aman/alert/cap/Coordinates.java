package org.aman.alert.cap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aman.place.Position;

/** A position as CAP writes it: {@code latitude,longitude} in degrees with at most six decimals. */
final class Coordinates {
    private static final String NUMBER = "(-?[0-9]{1,3}(?:\\.[0-9]{1,6})?)";
    private static final Pattern PAIR = Pattern.compile(NUMBER + "," + NUMBER);
    private static final int DECIMALS = 5; // about a metre

    private Coordinates() {}

    static String write(Position position) {
        return number(position.latitude(), DECIMALS) + "," + number(position.longitude(), DECIMALS);
    }

    /** The number in plain Western digits, never with an exponent. */
    static String number(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** As it is read back after writing. */
    static Position rounded(Position position) {
        return read(write(position)).orElseThrow().position();
    }

    /** Two numbers, whether or not they are somewhere on earth. */
    static Optional<Pair> read(String written) {
        Matcher pair = PAIR.matcher(written);
        return pair.matches()
                ? Optional.of(new Pair(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2))))
                : Optional.empty();
    }

    /** Two numbers that claim to be latitude and longitude. */
    record Pair(double latitude, double longitude) {
        boolean isOnEarth() {
            return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        }

        Pair swapped() {
            return new Pair(longitude, latitude);
        }

        Position position() {
            return new Position(latitude, longitude);
        }
    }
}

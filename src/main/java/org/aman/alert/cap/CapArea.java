package org.aman.alert.cap;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people are warned, which need not be where it happens.
 *
 * @param description in words people use
 * @param altitude lowest height, in feet above sea level
 * @param ceiling highest height, in feet above sea level
 */
public record CapArea(
        String description,
        List<Polygon> polygons,
        List<Circle> circles,
        List<CapPair> geocodes,
        @Nullable BigDecimal altitude,
        @Nullable BigDecimal ceiling) {
    public CapArea {
        polygons = List.copyOf(polygons);
        circles = List.copyOf(circles);
        geocodes = List.copyOf(geocodes);
    }
}

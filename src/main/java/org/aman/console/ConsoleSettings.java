package org.aman.console;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the console is offered.
 *
 * @param zone the time zone in which times are written and read
 * @param map where the background of the map comes from
 */
@ConfigurationProperties("aman")
record ConsoleSettings(
        @DefaultValue("Asia/Damascus") ZoneId zone, @DefaultValue Map map) {
    /**
     * The background of the map. Without one the places of the gazetteer are drawn; with one it is loaded only where
     * somebody asks for it.
     *
     * @param tiles address of the tiles, with {z}, {x} and {y}; empty for none
     * @param attribution whom to name beside them
     */
    record Map(@DefaultValue("") String tiles, @DefaultValue("") String attribution) {
        Map {
            if (!tiles.isEmpty() && !tiles.matches("https://[^/{}]+/.*\\{z}.*")) {
                throw new IllegalArgumentException("aman.map.tiles is https://SERVER/ with {z}, {x} and {y}");
            }
        }

        /** The server alone, as a browser is told that it may load from it; empty for none. */
        String server() {
            return tiles.isEmpty() ? "" : tiles.substring(0, tiles.indexOf('/', "https://".length()));
        }
    }
}

package org.aman.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aman.knowledge.Catalogue;
import org.aman.knowledge.Life;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.place.Place;
import org.springframework.stereotype.Component;

/** Finds updates by what somebody chose, for the list and for the map. */
@Component
final class Shelf {
    /** More signs than that, nobody tells apart. */
    static final int MOST_ON_MAP = 200;

    private static final int LONGEST = 200;

    private final Catalogue catalogue;
    private final Offered offered;
    private final Rows rows;

    Shelf(Catalogue catalogue, Offered offered, Rows rows) {
        this.catalogue = catalogue;
        this.offered = offered;
        this.rows = rows;
    }

    /** What was chosen; empty for no matter. {@code from} is how many stand on the pages before. */
    record Wanted(String words, String topic, String place, String state, int from) {
        static Wanted of(Map<String, String> typed) {
            String from = part(typed, "from");
            return new Wanted(
                    part(typed, "words"),
                    part(typed, "topic"),
                    part(typed, "place"),
                    part(typed, "state"),
                    from.matches("[0-9]{1,7}") ? Integer.parseInt(from) : 0);
        }

        private static String part(Map<String, String> typed, String name) {
            String value = typed.getOrDefault(name, "").strip();
            return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        }

        public boolean active() {
            return !(words + topic + place + state).isEmpty();
        }

        private Catalogue.Wanted at(Optional<Place> somewhere) {
            Life life = Arrays.stream(Life.values())
                    .filter(one -> one.name().equals(state))
                    .findFirst()
                    .orElse(null);
            return new Catalogue.Wanted(
                    topic.isEmpty() ? null : new Topic.Id(topic),
                    somewhere.map(Place::id).orElse(null),
                    life,
                    words);
        }

        /** The address of a page of the same choice. */
        String address(String path, int start) {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("words", words);
            parts.put("topic", topic);
            parts.put("place", place);
            parts.put("state", state);
            parts.put("from", start > 0 ? Integer.toString(start) : "");
            String query = parts.entrySet().stream()
                    .filter(part -> !part.getValue().isEmpty())
                    .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    /** What was found, of how many. */
    record Found(List<Update> updates, List<Rows.Row> rows, int all, boolean unknownPlace) {}

    Found find(Wanted wanted, int most, Language language) {
        Optional<Place> place = offered.place(wanted.place());
        if (!wanted.place().isEmpty() && place.isEmpty()) {
            return new Found(List.of(), List.of(), 0, true);
        }
        Catalogue.Page page = catalogue.find(wanted.at(place), wanted.from(), most);
        return new Found(
                page.rows().stream().map(Catalogue.Row::update).toList(),
                page.rows().stream().map(row -> rows.of(row.update(), row.life(), language)).toList(),
                page.all(),
                false);
    }

    Sheets sheets() {
        return offered.sheets();
    }
}

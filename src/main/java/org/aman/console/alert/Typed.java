package org.aman.console.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aman.console.Offered;
import org.aman.language.Language;
import org.aman.place.Place;

/**
 * The form of an alert as its fields hold it, wrong or empty in many ways.
 *
 * @param fields by name; every field is there, empty where nothing was typed
 * @param places ids of places; what nobody knows as it was typed
 */
record Typed(Map<String, String> fields, List<String> places) {
    /** What is written in both languages: {@code text.ar}, {@code text.en} and so on. */
    static final List<String> IN_BOTH = List.of("why", "source", "text", "instruction", "boundary", "more");

    private static final List<String> ONCE = List.of(
            "kind", "severity", "urgency", "certainty", "centre", "km", "asOf", "onset", "until", "topic", "first",
            "way", "replaces", "suggestion");

    Typed {
        fields = Map.copyOf(fields);
        places = List.copyOf(places);
    }

    static List<String> names() {
        List<String> names = new ArrayList<>(ONCE);
        for (String part : IN_BOTH) {
            for (Language language : Language.values()) {
                names.add(part + "." + language.code());
            }
        }
        return names;
    }

    static Typed nothing() {
        return read(Map.of(), null);
    }

    /** Of what a browser sent. The place just typed joins those chosen. */
    static Typed read(Map<String, String[]> sent, @org.jspecify.annotations.Nullable Offered offered) {
        Map<String, String> fields = new LinkedHashMap<>();
        names().forEach(name -> fields.put(name, first(sent, name)));
        String typed = first(sent, "place");
        String place = offered == null
                ? typed
                : offered.place(typed).map(Place::id).map(Place.Id::value).orElse(typed);
        List<String> places = Stream.concat(Arrays.stream(sent.getOrDefault("places", new String[0])), Stream.of(place))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        return new Typed(fields, places);
    }

    private static String first(Map<String, String[]> sent, String name) {
        String[] values = sent.get(name);
        return values == null || values.length == 0 ? "" : values[0].replace("\r\n", "\n").strip();
    }

    String one(String name) {
        return fields.getOrDefault(name, "");
    }

    String in(String part, Language language) {
        return one(part + "." + language.code());
    }

    Typed with(String name, String value) {
        Map<String, String> others = new LinkedHashMap<>(fields);
        others.put(name, value);
        return new Typed(others, places);
    }

    /** The same after a press that only changes the form, such as {@code drop-place saraqib}. */
    Typed reshaped(String act) {
        return act.startsWith("drop-place ")
                ? new Typed(
                        fields,
                        places.stream()
                                .filter(one -> !one.equals(act.substring("drop-place ".length())))
                                .toList())
                : this;
    }
}

package org.aman.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aman.knowledge.Written;
import org.springframework.stereotype.Component;

/** The form of an update: its fields as somebody typed them, and back. Times are typed in the installation's zone. */
@Component
final class DraftForm {
    /** More sources than anybody reads. */
    private static final int MOST_SOURCES = 20;

    private final Offered offered;
    private final Times times;

    DraftForm(Offered offered, Times times) {
        this.offered = offered;
        this.times = times;
    }

    /** What was typed, by the names of the fields. */
    record Fields(Map<String, String[]> all) {
        String one(String name) {
            String[] values = all.get(name);
            return values == null || values.length == 0 ? "" : values[0].replace("\r\n", "\n").strip();
        }

        List<String> many(String name) {
            String[] values = all.get(name);
            return values == null ? List.of() : Arrays.stream(values).map(String::strip).toList();
        }

        List<String> lines(String name) {
            return one(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }

        private List<Integer> sources() {
            TreeSet<Integer> numbers = new TreeSet<>();
            for (String name : all.keySet()) {
                if (name.matches("sources\\.[0-9]{1,2}\\.kind")) {
                    numbers.add(Integer.parseInt(name.split("\\.", -1)[1]));
                }
            }
            return numbers.stream().limit(MOST_SOURCES).toList();
        }
    }

    /** @param kept the update's own name, which nobody types */
    Written read(Fields fields, String kept) {
        return new Written(
                kept,
                about(fields, 0),
                about(fields, 1),
                places(fields),
                fields.one("confidence"),
                fields.one("severity"),
                time(fields.one("verified")),
                time(fields.one("expires")),
                fields.one("latitude"),
                fields.one("longitude"),
                fields.lines("supersedes"),
                words(fields, "ar"),
                words(fields, "en"),
                fields.sources().stream().map(number -> source(fields, "sources." + number)).toList());
    }

    /** Topic and state are chosen as one, such as {@code road/open}. */
    private static String about(Fields fields, int part) {
        String[] parts = fields.one("about").split("/", 2);
        return parts.length > part ? parts[part] : "";
    }

    /** The places chosen, and the one just typed; what nobody knows stays as it was typed. */
    private List<String> places(Fields fields) {
        String typed = fields.one("place");
        return Stream.concat(
                        fields.many("places").stream(),
                        Stream.of(offered.place(typed).map(place -> place.id().value()).orElse(typed)))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    private static Written.Words words(Fields fields, String code) {
        return new Written.Words(
                fields.one("title." + code), fields.one("text." + code), fields.lines("questions." + code));
    }

    private Written.Cited source(Fields fields, String stem) {
        return new Written.Cited(
                fields.one(stem + ".name.ar"),
                fields.one(stem + ".name.en"),
                fields.one(stem + ".kind"),
                time(fields.one(stem + ".at")),
                fields.one(stem + ".url"),
                fields.one(stem + ".says.ar"),
                fields.one(stem + ".says.en"),
                fields.one(stem + ".permits").equals("true"));
    }

    /** What cannot be read stays as it was typed, to be objected to beside its field. */
    private String time(String typed) {
        return typed.isEmpty() ? "" : times.of(typed).map(Instant::toString).orElse(typed);
    }

    /** What was typed after a press that only changes the form: {@code add-source}, {@code drop-source 1} and such. */
    Written reshaped(Written written, String act) {
        String[] words = act.split(" ", 2);
        String what = words.length < 2 ? "" : words[1];
        List<Written.Cited> sources = new ArrayList<>(written.sources());
        List<String> places = new ArrayList<>(written.places());
        List<String> replaced = new ArrayList<>(written.supersedes());
        switch (words[0]) {
            case "add-source" -> sources.add(new Written.Cited("", "", "", "", "", "", "", false));
            case "drop-source" -> drop(sources, what);
            case "drop-place" -> places.remove(what);
            case "replaces" -> replaced.add(what);
            default -> {} // add-place: it was taken up by reading
        }
        return new Written(
                written.id(), written.topic(), written.status(), places, written.confidence(), written.severity(),
                written.verified(), written.expires(), written.latitude(), written.longitude(), replaced,
                written.arabic(), written.english(), sources.stream().limit(MOST_SOURCES).toList());
    }

    private static void drop(List<Written.Cited> sources, String number) {
        if (number.matches("[0-9]{1,2}") && Integer.parseInt(number) < sources.size()) {
            sources.remove(Integer.parseInt(number));
        }
    }
}

package org.aman.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aman.alert.Alert;
import org.aman.alert.Draft;
import org.aman.language.Bilingual;
import org.aman.language.RightToLeft;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parts of an alert as far as somebody has said them, kept as one text in a slip. */
@Component
final class ProposalSheet {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<EnumMap<Part, String>> PARTS = new TypeReference<>() {};

    private final Locating locating;
    private final Naming naming;
    private final Clock clock;

    ProposalSheet(Locating locating, Naming naming, Clock clock) {
        this.locating = locating;
        this.naming = naming;
        this.clock = clock;
    }

    static Map<Part, String> read(String note) {
        return note.isEmpty() ? new EnumMap<>(Part.class) : JSON.readValue(note, PARTS);
    }

    static String note(Map<Part, String> parts) {
        return JSON.writeValueAsString(parts);
    }

    /** What became of an answer. */
    sealed interface Answered {
        record Taken(Map<Part, String> parts) implements Answered {}

        /**
         * @param key of the sentence that says why not
         * @param places that may have been meant
         */
        record Unclear(String key, Map<String, String> values, List<String> places) implements Answered {}
    }

    /** The words that can be chosen for a part; empty where it is typed. */
    static List<String> choices(Part part) {
        return switch (part) {
            // An all-clear is said of an alert, on its page.
            case KIND -> words(Stream.of(Alert.Kind.values()).filter(kind -> kind != Alert.Kind.ALL_CLEAR));
            case SEVERITY -> words(Arrays.stream(Alert.Severity.values()));
            case URGENCY -> words(Arrays.stream(Alert.Urgency.values()));
            case CERTAINTY -> words(Arrays.stream(Alert.Certainty.values()));
            case PLACES, TEXT_AR, TEXT_EN, INSTRUCTION_AR, INSTRUCTION_EN, SOURCE_AR, SOURCE_EN, UNTIL -> List.of();
        };
    }

    private static List<String> words(Stream<? extends Enum<?>> constants) {
        return constants.map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();
    }

    Answered answer(Map<Part, String> parts, Part part, String answer) {
        String words = RightToLeft.unmarked(answer).strip();
        return switch (part) {
            case KIND, SEVERITY, URGENCY, CERTAINTY -> choices(part).contains(words)
                    ? taken(parts, part, words)
                    : new Answered.Unclear("duty.choose-one", Map.of(), List.of());
            case PLACES -> switch (locating.read(words)) {
                case Locating.Found.Places(List<String> ids) -> taken(parts, part, String.join(" ", ids));
                case Locating.Found.Unknown(String name) ->
                    new Answered.Unclear("duty.no-place", Map.of("name", name), List.of());
                case Locating.Found.Several(String name, List<String> ids) ->
                    new Answered.Unclear("duty.which-place", Map.of("name", name), ids);
            };
            case UNTIL -> TypedTime.next(words, naming.zone(), clock.instant())
                    .<Answered>map(until -> taken(parts, part, until.toString()))
                    .orElse(new Answered.Unclear("duty.no-time", Map.of(), List.of()));
            case TEXT_AR, TEXT_EN, INSTRUCTION_AR, INSTRUCTION_EN, SOURCE_AR, SOURCE_EN -> taken(parts, part, words);
        };
    }

    private static Answered taken(Map<Part, String> parts, Part part, String value) {
        Map<Part, String> more = new EnumMap<>(Part.class);
        more.putAll(parts);
        more.put(part, value);
        return new Answered.Taken(more);
    }

    /** The first part that nobody has said yet. */
    static Optional<Part> missing(Map<Part, String> parts) {
        return Arrays.stream(Part.values()).filter(part -> said(parts, part).isEmpty()).findFirst();
    }

    private static String said(Map<Part, String> parts, Part part) {
        return parts.getOrDefault(part, "");
    }

    /** What the desk is asked to judge. */
    static Draft draft(Map<Part, String> parts) {
        return Draft.standingAlone(
                constant(Alert.Kind.class, said(parts, Part.KIND)),
                constant(Alert.Severity.class, said(parts, Part.SEVERITY)),
                constant(Alert.Urgency.class, said(parts, Part.URGENCY)),
                constant(Alert.Certainty.class, said(parts, Part.CERTAINTY)),
                Stream.of(said(parts, Part.PLACES).split(" ", -1))
                        .filter(id -> !id.isEmpty())
                        .map(Place.Id::new)
                        .toList(),
                new Draft.Texts(
                        both(parts, Part.SOURCE_AR, Part.SOURCE_EN),
                        both(parts, Part.TEXT_AR, Part.TEXT_EN),
                        both(parts, Part.INSTRUCTION_AR, Part.INSTRUCTION_EN),
                        null,
                        null),
                new Draft.Span(
                        null, null, said(parts, Part.UNTIL).isEmpty() ? null : Instant.parse(said(parts, Part.UNTIL))));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String word) {
        return word.isEmpty() ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable Bilingual both(Map<Part, String> parts, Part arabic, Part english) {
        String inArabic = said(parts, arabic);
        String inEnglish = said(parts, english);
        return inArabic.isBlank() && inEnglish.isBlank() ? null : new Bilingual(inArabic, inEnglish);
    }
}

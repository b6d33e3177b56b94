package org.aman.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aman.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere a resident can name.
 *
 * @param parent the area it lies in; null for the outermost areas
 * @param names every known spelling by language, the standard form first
 * @param position its middle; null where unknown
 * @param approximate whether the position may be off by more than 3 km, or is that of an area or cluster
 * @param ambiguous whether one of its names can mean another place or a common word
 * @param note what a volunteer should know about the entry
 * @param through for roads: the places along it, in order
 */
public record Place(
        Id id,
        Kind kind,
        @Nullable Id parent,
        Map<Language, List<String>> names,
        @Nullable Position position,
        boolean approximate,
        boolean ambiguous,
        @Nullable String note,
        List<Id> through) {

    /** The name of a place in files and interfaces: kebab-case. */
    public record Id(@JsonValue String value) implements Comparable<Id> {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("A place needs an id");
            }
        }

        @Override
        public int compareTo(Id other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** What sort of place it is. */
    public enum Kind {
        GOVERNORATE,
        DISTRICT,
        SUBDISTRICT,
        CITY,
        TOWN,
        VILLAGE,
        NEIGHBOURHOOD,
        CAMP,
        CROSSING,
        ROAD;

        /** An administrative area: what is said of it holds for all the places in it. */
        public boolean isArea() {
            return this == GOVERNORATE || this == DISTRICT || this == SUBDISTRICT;
        }

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Place {
        names = Map.copyOf(names);
        through = List.copyOf(through);
    }

    /** The standard name in this language, else in the other one, else the id. */
    public String name(Language language) {
        for (Language candidate : List.of(language, language.other())) {
            List<String> spellings = names.getOrDefault(candidate, List.of());
            if (!spellings.isEmpty()) {
                return spellings.getFirst();
            }
        }
        return id.value();
    }
}

package org.aman.place;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aman.language.Language;
import org.aman.language.YamlFile;
import org.jspecify.annotations.Nullable;

/** The form of {@code places.yaml}. */
record PlaceFile(int version, List<Entry> places) {
    static List<Place> read(Path file) {
        return YamlFile.read(file, PlaceFile.class).places().stream()
                .map(Entry::toPlace)
                .toList();
    }

    record Entry(
            String id,
            String kind,
            @Nullable String parent,
            Names names,
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable String pcode,
            @Nullable Boolean approx,
            @Nullable Boolean ambiguous,
            @Nullable String note,
            @Nullable List<String> through,
            @Nullable List<String> checked) {
        Place toPlace() {
            Map<Language, List<String>> spellings = new EnumMap<>(Language.class);
            spellings.put(Language.ARABIC, names.ar() == null ? List.of() : names.ar());
            spellings.put(Language.ENGLISH, names.en() == null ? List.of() : names.en());
            return new Place(
                    new Place.Id(id),
                    Place.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    parent == null ? null : new Place.Id(parent),
                    spellings,
                    lat == null || lon == null ? null : new Position(lat, lon),
                    Boolean.TRUE.equals(approx),
                    Boolean.TRUE.equals(ambiguous),
                    note,
                    through == null ? List.of() : through.stream().map(Place.Id::new).toList());
        }
    }

    record Names(
            @Nullable List<String> en, @Nullable List<String> ar) {}
}

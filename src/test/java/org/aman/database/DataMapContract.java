package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The data map knows every column there is, and no other. */
abstract class DataMapContract {
    abstract FreshDatabase database();

    @Test
    void p15_everyColumnHasItsPurposeAndItsLongestAgeInTheDataMap() throws IOException {
        Map<String, Map<String, Entry>> map = map();

        List<FreshDatabase.Column> unmapped = database().columns().stream()
                .filter(column -> !map.getOrDefault(column.table(), Map.of())
                        .getOrDefault(column.name(), Entry.NONE)
                        .isWhole())
                .toList();

        assertThat(database().columns()).isNotEmpty();
        assertThat(unmapped).as("columns that data-map.yaml lacks").isEmpty();
    }

    @Test
    void p15_theDataMapSpeaksOfNoColumnThatIsNotThere() throws IOException {
        List<FreshDatabase.Column> mapped = map().entrySet().stream()
                .flatMap(table -> table.getValue().keySet().stream()
                        .map(column -> new FreshDatabase.Column(table.getKey(), column)))
                .toList();

        assertThat(database().columns()).containsAll(mapped);
    }

    private static Map<String, Map<String, Entry>> map() throws IOException {
        try (InputStream file = Objects.requireNonNull(DataMapContract.class.getResourceAsStream("/data-map.yaml"))) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        }
    }

    /** What a column is for, and how long it stays at most. */
    record Entry(String purpose, String longest) {
        static final Entry NONE = new Entry("", "");

        boolean isWhole() {
            return !purpose.isBlank() && !longest.isBlank();
        }
    }
}

package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What an operator brings in by the command line and takes out again. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ImportExportTest {
    @TempDir
    @Nullable Path folder;

    private Path at(String name) {
        return Objects.requireNonNull(folder).resolve(name);
    }

    @BeforeEach
    void useADatabaseOfOurOwn() {
        System.setProperty("spring.datasource.url", "jdbc:sqlite:" + at("aman.db"));
        System.setProperty("aman.key-file", at("aman.key").toString());
    }

    @AfterEach
    void leaveNoTrace() {
        System.clearProperty("spring.datasource.url");
        System.clearProperty("aman.key-file");
    }

    private static int run(String... arguments) {
        return Commands.run(arguments, Clock.systemUTC());
    }

    @Test
    void aDryRunPublishesNothingAndAnImportComesOutAgainWithoutLoss() throws IOException {
        assertThat(run("import", "knowledge", "--dry-run")).isZero();
        assertThat(run("export", at("none").toString())).isZero();
        assertThat(contents(at("none"))).isEmpty();

        assertThat(run("import", "knowledge")).isZero();
        assertThat(run("export", at("one").toString())).isZero();
        assertThat(run("import", at("one").toString())).isZero();
        assertThat(run("export", at("two").toString())).isZero();

        assertThat(contents(at("one"))).hasSize(contents(Path.of("knowledge")).size());
        assertThat(contents(at("two"))).isEqualTo(contents(at("one")));
        assertThat(run("export", at("one").toString())).isEqualTo(1);
        assertThat(run("journal", "--verify", "--database", "jdbc:sqlite:" + at("aman.db"))).isZero();
    }

    @Test
    void withAnErrorNothingIsPublished() throws IOException {
        Path bad = Files.createDirectories(at("bad"));
        Files.copy(Path.of("knowledge/aid-bread-idlib-0112.yaml"), bad.resolve("aid-bread-idlib-0112.yaml"));
        Files.writeString(bad.resolve("x.yaml"), "id: x\n");

        assertThat(run("import", bad.toString())).isEqualTo(1);
        assertThat(run("import", at("not-there").toString())).isEqualTo(1);
        assertThat(run("export", at("none").toString())).isZero();
        assertThat(contents(at("none"))).isEmpty();
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}

package org.aman.knowledge;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.aman.database.Refusal;
import org.aman.language.YamlFile;

/** Reads a file of {@code config/}; a broken one stops the start with its line. */
final class ConfigFile {
    private ConfigFile() {}

    static <T> T read(Path file, Function<Path, T> reader) {
        try {
            return reader.apply(file);
        } catch (YamlFile.Broken | IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new Refusal(file + " cannot be read");
        }
    }
}

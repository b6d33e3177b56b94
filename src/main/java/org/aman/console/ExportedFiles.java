package org.aman.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aman.knowledge.Export;
import org.springframework.stereotype.Component;

/** Everything published as one archive, a file an update. Written to disk on its way, so that its size costs no memory. */
@Component
final class ExportedFiles {
    private final Export export;

    ExportedFiles(Export export) {
        this.export = export;
    }

    void writeTo(OutputStream out) throws IOException {
        Path folder = Files.createTempDirectory("aman-export");
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            export.into(folder, written -> {});
            for (Path file : sorted(folder)) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        } finally {
            for (Path file : sorted(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }
}

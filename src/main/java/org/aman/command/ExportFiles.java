package org.aman.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all published updates as files, which {@code import} reads back without loss. */
@Command(name = "export", description = "Write every published update as a file into an empty folder.")
final class ExportFiles implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "An empty folder, or one to be made.")
    private Path folder = Path.of("exported");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        try (Store store = Store.open()) {
            int written = store.export().into(folder, done -> {
                screen.printf(Locale.ROOT, "%d written%n", done);
                screen.flush();
            });
            screen.printf(Locale.ROOT, "%d updates are in %s%n", written, folder);
            screen.flush();
        }
        return 0;
    }
}

package org.aman.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aman.database.KeyFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Destroys the key that closes chats, for when the machine is about to fall into wrong hands. */
@Command(
        name = "wipe",
        description = "Destroy the key: nobody can be named or reached from this database ever again. A running service ends"
                + " within seconds. Cannot be undone.")
final class Wipe implements Callable<Integer> {
    @Option(names = "--key-file", description = "The key file, as aman.key-file names it; data/aman.key if left out.")
    private Path file = Path.of("data", "aman.key");

    @Option(names = "--yes", description = "Said by whoever means it; without it nothing is done.")
    private boolean meant;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        if (!meant) {
            screen.println("Nothing was done. With --yes the key is destroyed, and nobody can be reached again.");
            return 2;
        }
        boolean done = new KeyFile(file).destroy();
        screen.println(done
                ? "The key is destroyed. Copies of it elsewhere are yours to destroy too."
                : "There is no key file " + file + ".");
        return done ? 0 : 1;
    }
}

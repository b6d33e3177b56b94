package org.aman.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aman.database.KeyFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a new key in front of those that close what names a person, or gives the old ones up. */
@Command(
        name = "rotate-key",
        description = "Put a new key in front; the service takes it at its next start. Nothing is lost: old keys still open.")
final class RotateKey implements Callable<Integer> {
    @Option(names = "--key-file", description = "The key file, as aman.key-file names it; data/aman.key if left out.")
    private Path file = Path.of("data", "aman.key");

    @Option(
            names = "--forget-old",
            description = "Give up all keys but the newest, 72 hours after the service has started with it.")
    private boolean forgetOld;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        KeyFile keys = new KeyFile(file);
        if (forgetOld) {
            keys.forgetOldKeys();
        } else {
            keys.rotate();
        }
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(forgetOld ? "Only the newest key is left." : "A new key stands in front. Start the service again.");
        return 0;
    }
}

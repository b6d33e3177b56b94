package org.aman.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a start of the service loads and links, kept once for all processes from a training run, as in the Dockerfile. */
final class StartUpCache {
    private static final Duration LONG = Duration.ofSeconds(120);

    static final Path FILE = made();

    private StartUpCache() {}

    private static Path made() {
        try (StandInBotApi telegram = new StandInBotApi()) {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "training");
            Path cache = folder.resolve("aman.aot");
            RealProcess aman = RealProcess.inTraining(folder, telegram.url(), cache);
            telegram.says(1, "is the truce holding?");
            aman.await(telegram, LONG, () -> !telegram.textsTo(1).isEmpty());
            aman.closeWithin(LONG);
            if (!Files.exists(cache)) {
                throw new AssertionError("The training run left nothing:\n" + aman.log());
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

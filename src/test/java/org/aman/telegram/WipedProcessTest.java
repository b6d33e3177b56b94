package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.aman.command.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An emergency wipe while the real process serves. */
@Timeout(180)
class WipedProcessTest {
    private final StandInBotApi telegram = new StandInBotApi();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void p20_theServiceEndsWithinTenSecondsOfTheWipeAndDoesNotComeBackOnThatDatabase() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "wiped");
        try (RealProcess aman = new RealProcess(folder, telegram.url())) {
            telegram.says(7, "/start");
            telegram.await(() -> !telegram.textsTo(7).isEmpty(), Duration.ofSeconds(120));

            int done = Commands.run(
                    new String[] {"wipe", "--yes", "--key-file", folder.resolve("aman.key").toString()},
                    Clock.systemUTC());
            assertThat(done).isZero();

            telegram.await(() -> !aman.isAlive(), Duration.ofSeconds(10));
            assertThat(aman.log()).contains("The key file is gone");
            aman.killAndStartAgain();
            telegram.await(() -> !aman.isAlive(), Duration.ofSeconds(60));
            assertThat(aman.log()).contains("this database was closed with it");
        }
    }
}

package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RotateKeyTest {
    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();

    @Test
    void p19_aRotationAddsAKeyAndForgettingLeavesTheNewestAlone() throws IOException {
        Path file = FreshDatabase.keyFile(folder);

        assertThat(rotate(file)).isZero();
        assertThat(keys(file)).isEqualTo(4);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");

        assertThat(rotate(file, "--forget-old")).isZero();
        assertThat(keys(file)).isEqualTo(2);
        assertThat(screen.toString()).doesNotContain("value");
    }

    @Test
    void aKeyFileThatIsNotThereIsSaidAndNotMade() {
        String[] arguments = {"rotate-key", "--key-file", folder.resolve("none.key").toString()};

        assertThat(Commands.run(arguments, Clock.systemUTC()))
                .isEqualTo(1);
        assertThat(folder.resolve("none.key")).doesNotExist();
    }

    private int rotate(Path file, String... more) {
        CommandLine line = new CommandLine(new RotateKey()).setOut(new PrintWriter(screen));
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--key-file";
        arguments[1] = file.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return line.execute(arguments);
    }

    /** How many keys there are: names and content have as many each. */
    private static int keys(Path file) throws IOException {
        return Files.readString(file).split("\"keyId\"", -1).length - 1;
    }
}

package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class WipeTest {
    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();

    @Test
    void p20_theKeyIsDestroyedOnlyWhenItIsMeant() {
        Path file = FreshDatabase.keyFile(folder);

        assertThat(wipe("--key-file", file.toString())).isEqualTo(2);
        assertThat(file).exists();
        assertThat(screen.toString()).contains("Nothing was done");

        assertThat(wipe("--key-file", file.toString(), "--yes")).isZero();
        assertThat(file).doesNotExist();
        assertThat(wipe("--key-file", file.toString(), "--yes")).isEqualTo(1);
    }

    private int wipe(String... arguments) {
        return new CommandLine(new Wipe()).setOut(new PrintWriter(screen)).execute(arguments);
    }
}

package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolTest {
    @TempDir
    private Path folder;

    @Test
    void theFolderAndTheFileOfAnEmbeddedDatabaseAreMadeForTheirOwnerOnly() throws IOException {
        Path file = folder.resolve("deep/data/aman.db");

        try (HikariDataSource pool = FreshDatabase.open("jdbc:sqlite:" + file)) {
            assertThat(pool.isRunning()).isTrue();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aServerThatIsNotThereIsRefusedInOneLineWithoutItsPassword() {
        // Port 9 is the discard port: nothing listens there.
        assertThatThrownBy(() -> FreshDatabase.open("jdbc:postgresql://localhost:9/aman?user=a&password=geheim"))
                .isInstanceOf(Refusal.class)
                .message()
                .contains("jdbc:postgresql://localhost:9/aman cannot be opened", "spring.datasource.url")
                .doesNotContain("geheim", "\n");
    }

    @Test
    void anAddressOfAnotherKindOfDatabaseIsRefusedWithTheKindsThereAre() {
        assertThatThrownBy(() -> Dialect.of("jdbc:mysql://localhost/aman"))
                .isInstanceOf(Refusal.class)
                .hasMessage("spring.datasource.url must begin with jdbc:sqlite: or jdbc:postgresql:");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("aman.db"), "this is a letter, not a database ".repeat(100));

        assertThatThrownBy(() -> FreshDatabase.open("jdbc:sqlite:" + file))
                .isInstanceOf(Refusal.class)
                .message()
                .contains(file.toString())
                .doesNotContain("\n");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> FreshDatabase.open("jdbc:sqlite:" + file.resolve("aman.db")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be made");
    }
}

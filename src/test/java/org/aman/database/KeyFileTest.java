package org.aman.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void p19_theKeyFileIsMadeForItsOwnerOnlyInAFolderForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("data/aman.key");

        new KeyFile(file).make();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void nothingIsLeftBesideTheKeyFile() throws IOException {
        KeyFile keyFile = new KeyFile(folder.resolve("aman.key"));
        keyFile.make();
        keyFile.rotate();
        keyFile.forgetOldKeys();

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("aman.key"));
        }
    }

    @Test
    void makingNeverReplacesKeysThatStand() {
        KeyFile keyFile = new KeyFile(folder.resolve("aman.key"));
        keyFile.make();
        String closed = new Seal(keyFile.read()).close("chat", "123");

        keyFile.make();

        assertThat(new Seal(keyFile.read()).open("chat", closed)).isEqualTo("123");
    }

    @Test
    void startsAtOnceAllGoOnWithTheSameKeys() throws Exception {
        Path file = folder.resolve("aman.key");
        CyclicBarrier together = new CyclicBarrier(8);
        List<Future<String>> closings = new ArrayList<>();
        try (ExecutorService starts = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                closings.add(starts.submit(() -> {
                    together.await();
                    KeyFile keyFile = new KeyFile(file);
                    keyFile.make();
                    return new Seal(keyFile.read()).close("chat", "123");
                }));
            }
        }

        for (Future<String> closing : closings) {
            assertThat(closing.get()).isEqualTo(closings.getFirst().get());
        }
    }

    @Test
    void p19_aKeyFileThatOthersCanReadIsRefusedWithTheCommandThatMendsIt() throws IOException {
        Path file = folder.resolve("aman.key");
        KeyFile keyFile = new KeyFile(file);
        keyFile.make();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(keyFile::read).isInstanceOf(Refusal.class).hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void aDamagedKeyFileIsRefusedWithoutShowingWhatIsInIt() throws IOException {
        Path file = folder.resolve("aman.key");
        KeyFile keyFile = new KeyFile(file);
        keyFile.make();
        String damaged = Files.readString(file, UTF_8).replace("\"value\"", "\"walue\"");
        Files.writeString(file, damaged);

        assertThatThrownBy(keyFile::read)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("damaged")
                .hasMessageNotContaining("walue");
    }

    @Test
    void p19_aRotatedKeyFileStaysForItsOwnerOnlyAndOpensWhatTheOldOneClosed() throws IOException {
        Path file = folder.resolve("aman.key");
        KeyFile keyFile = new KeyFile(file);
        keyFile.make();
        String closed = new Seal(keyFile.read()).close("chat", "123");

        keyFile.rotate();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(new Seal(keyFile.read()).open("chat", closed)).isEqualTo("123");
        assertThat(new Seal(keyFile.read()).close("chat", "123")).isNotEqualTo(closed);
    }
}

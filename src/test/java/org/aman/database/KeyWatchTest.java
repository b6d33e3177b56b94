package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyWatchTest {
    @TempDir
    private Path folder;

    private final AtomicInteger ends = new AtomicInteger();

    @Test
    void p20_theProcessEndsOnceTheKeyIsGone() {
        Path file = FreshDatabase.keyFile(folder);
        KeyWatch watch = watch(file);
        watch.look();
        assertThat(new KeyFile(file).destroy()).isTrue();

        watch.look();
        watch.look();
        assertThat(ends).hasValue(0);
        watch.look();
        watch.look();

        assertThat(ends).hasValue(1);
        assertThat(file).doesNotExist();
        assertThat(new KeyFile(file).destroy()).isFalse();
    }

    @Test
    void aKeyFileThatIsBeingReplacedEndsNothing() throws IOException {
        Path file = FreshDatabase.keyFile(folder);
        KeyWatch watch = watch(file);
        byte[] keys = Files.readAllBytes(file);
        for (int i = 0; i < 5; i++) {
            Files.delete(file);
            watch.look();
            watch.look();
            Files.write(file, keys);
            watch.look();
        }

        assertThat(ends).hasValue(0);
    }

    private KeyWatch watch(Path file) {
        KeyWatch watch = new KeyWatch(new KeyFile(file));
        watch.begin(ends::incrementAndGet);
        return watch;
    }
}

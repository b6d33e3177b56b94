package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered beside the key file when an older copy of the database is put back. */
abstract class OutsideMemoryContract {
    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");

    @TempDir
    private Path folder;

    abstract FreshDatabase database();

    @Test
    void ordinaryStartsAreNoRestoration() {
        assertThat(start().isRestored()).isFalse();
        assertThat(start().isRestored()).isFalse();
    }

    @Test
    void f28_anOlderDatabaseIsNoticedOnceAndThenFollowed() {
        start();
        start();
        database().jdbc().sql("update outside_mark set starts = 1").update();

        assertThat(start().isRestored()).isTrue();
        assertThat(start().isRestored()).isFalse();
    }

    @Test
    void f28_aDatabaseMadeAnewIsNoticed() {
        start();
        database().jdbc().sql("delete from outside_mark").update();

        assertThat(start().isRestored()).isTrue();
    }

    @Test
    void p7_erasuresThatTheDatabaseHasNotSeenAreTold() {
        OutsideMemory memory = start();
        memory.erased(memory.erasing("one"));
        memory.erasing("two");

        assertThat(sealed(start())).containsExactly("two");

        database().jdbc().sql("update outside_mark set erasures = 0").update();
        assertThat(sealed(start())).containsExactly("one", "two");
    }

    @Test
    void p7_whatIsOlderThanAnyBackupIsForgottenAndNumbersGoOn() {
        OutsideMemory memory = start();
        long first = memory.erasing("one");
        memory.erased(first);
        clock.passes(OutsideMemory.KEPT.plus(Duration.ofDays(1)));

        memory.sweep();

        assertThat(memory.erasing("two")).isEqualTo(first + 1);
        database().jdbc().sql("update outside_mark set erasures = 0").update();
        assertThat(sealed(memory)).containsExactly("two");
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        start().erasing("one");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("aman.key.memory"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileStopsTheStartWithASentence() throws IOException {
        start();
        Files.writeString(folder.resolve("aman.key.memory"), "no such thing\n");

        assertThatThrownBy(this::start).isInstanceOf(Refusal.class).hasMessageContaining("is damaged");
    }

    private static List<String> sealed(OutsideMemory memory) {
        return memory.missed().stream().map(OutsideMemory.Erased::sealed).toList();
    }

    private OutsideMemory start() {
        return database().outsideMemory(folder, clock);
    }
}

package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which key file a database goes with. */
abstract class SealProofContract {
    @TempDir
    private Path folder;

    abstract FreshDatabase database();

    @Test
    void theFirstStartMakesTheKeysAndTheNextOnesUseThem() {
        String closed = seal("aman.key").close("chat", "123");

        assertThat(seal("aman.key").open("chat", closed)).isEqualTo("123");
    }

    @Test
    void aDatabaseWhoseKeyFileIsMissingRefusesToStartAndMakesNoNewKeys() throws IOException {
        seal("aman.key");
        Files.delete(folder.resolve("aman.key"));

        assertThatThrownBy(() -> seal("aman.key"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("aman.key")
                .hasMessageContaining("put the file back");
        assertThat(folder.resolve("aman.key")).doesNotExist();
    }

    @Test
    void anotherKeyFileIsRefused() {
        seal("aman.key");
        new KeyFile(folder.resolve("other.key")).make();

        assertThatThrownBy(() -> seal("other.key"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not the key");
    }

    @Test
    void p19_afterARotationAndOneStartTheOldKeyCanBeForgotten() {
        seal("aman.key");
        KeyFile keyFile = new KeyFile(folder.resolve("aman.key"));

        keyFile.rotate();
        seal("aman.key");
        keyFile.forgetOldKeys();

        assertThat(seal("aman.key").close("chat", "123")).isNotEmpty();
    }

    @Test
    void p19_noKeyIsInTheDatabase() throws IOException {
        seal("aman.key");
        String keys = Files.readString(folder.resolve("aman.key"));

        String material = keys.replaceAll("(?s).*?\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        assertThat(material).hasSizeGreaterThan(40);
        assertThat(database().dump()).contains("seal_proof").doesNotContain(material);
    }

    private Seal seal(String file) {
        return new SealProof(database().jdbc()).seal(new KeyFile(folder.resolve(file)));
    }
}

package org.aman.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    @TempDir
    Path folder;

    record Form(String name, int count) {}

    @Test
    void aPlainFileIsRead() throws IOException {
        assertThat(YamlFile.read(file("name: سراقب\ncount: 3\n"), Form.class)).isEqualTo(new Form("سراقب", 3));
    }

    @Test
    void everyKeyHasItsLine() throws IOException {
        YamlFile.Tree tree = YamlFile.tree(file("a: 1\nb:\n  - c: 2\n  - d: 3\n"));
        assertThat(tree.line("b.1.d")).isEqualTo(4);
        assertThat(tree.line("b.1.nothing")).isEqualTo(4);
    }

    @Test
    void a41TagsAliasesAndAnchorsAreRefusedWithTheirLine() throws IOException {
        refused("name: &x one\ncount: *x\n", 1, "anchor");
        refused("count: 1\nname: !!java.net.URL [x]\n", 2, "tag");
    }

    @Test
    void a41AnAliasBombIsRefusedAtOnce() throws IOException {
        StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char letter = 'b'; letter < 'k'; letter++) {
            char before = (char) (letter - 1);
            bomb.append(letter + ": &" + letter + " [" + ("*" + before + ",").repeat(8) + "*" + before + "]\n");
        }
        refused(bomb.toString(), 1, "anchor");
    }

    @Test
    void a41ADuplicateKeyIsRefused() throws IOException {
        refused("name: a\ncount: 1\nname: b\n", 3, "name");
    }

    @Test
    void a41DeepNestingIsRefused() throws IOException {
        refused("a: " + "[".repeat(5000) + "]".repeat(5000), 1, "deep");
    }

    @Test
    void anUnknownKeyAndAWrongKindAreNamed() throws IOException {
        refused("name: a\ncont: 1\ncount: 1\n", 2, "cont");
        refused("name: a\ncount: many\n", 2, "count");
    }

    @Test
    void twoDocumentsAnEmptyFileAndBadUtf8AreRefused() throws IOException {
        refused("name: a\ncount: 1\n---\nname: b\n", 3, "second document");
        refused("  \n", 1, "empty");
        Path latin1 = folder.resolve("latin1.yaml");
        Files.write(latin1, "name: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> YamlFile.tree(latin1)).isInstanceOf(YamlFile.Broken.class).hasMessageContaining("UTF-8");
    }

    private void refused(String text, int line, String word) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> YamlFile.read(file, Form.class))
                .isInstanceOfSatisfying(YamlFile.Broken.class, broken -> {
                    assertThat(broken.problem().line()).isEqualTo(line);
                    assertThat(broken.problem().sentence()).containsIgnoringCase(word);
                });
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.yaml"), text);
    }
}

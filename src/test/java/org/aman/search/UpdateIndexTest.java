package org.aman.search;

import static org.aman.search.Shipped.UPDATES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.aman.knowledge.Update;
import org.aman.search.ranking.Wanted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateIndexTest {
    @TempDir
    @Nullable Path folder;

    @Test
    void anUpdateComesBackAsItWentIn() {
        try (UpdateIndex index = Shipped.inMemory()) {
            index.rebuild(UPDATES, 1);
            for (Update update : UPDATES) {
                assertThat(index.update(update.id())).contains(update);
            }
        }
    }

    @Test
    void aPublishTouchesOnlyItsOwnDocument() {
        try (UpdateIndex index = Shipped.inMemory()) {
            index.rebuild(UPDATES.subList(1, UPDATES.size()), 1);
            index.apply(List.of(UPDATES.getFirst()), List.of(), 2);

            assertThat(index.size()).isEqualTo(UPDATES.size());
            assertThat(index.update(UPDATES.getFirst().id())).isPresent();

            index.apply(List.of(), List.of(UPDATES.getFirst().id()), 3);
            assertThat(index.update(UPDATES.getFirst().id())).isEmpty();
            assertThat(index.size()).isEqualTo(UPDATES.size() - 1);
            assertThat(index.revision()).isEqualTo(3);
        }
    }

    @Test
    void aHitIsReadThoughItStandsElsewhereMeanwhileAndNotOnceItIsGone() {
        try (UpdateIndex index = Shipped.inMemory()) {
            index.rebuild(UPDATES, 1);
            List<Hit> hits = index.search(new Wanted(List.of(), Set.of("water"), Set.of(), Set.of(), Set.of(), 5));
            assertThat(hits).isNotEmpty();

            index.rebuild(UPDATES.reversed(), 2);
            for (Hit hit : hits) {
                assertThat(index.update(hit)).isEqualTo(index.update(hit.card().id())).isPresent();
            }

            index.rebuild(List.of(), 3);
            assertThat(hits).allMatch(hit -> index.update(hit).isEmpty());
        }
    }

    @Test
    void aSavedIndexSurvivesARestart() {
        saved();
        try (UpdateIndex index = opened()) {
            assertThat(index.revision()).isEqualTo(7);
            assertThat(index.size()).isEqualTo(UPDATES.size());
        }
    }

    @Test
    void whatWasNotSavedIsMissedAfterARestartAndAsksToBeFilled() {
        saved();
        try (UpdateIndex index = opened()) {
            index.apply(List.of(), List.of(UPDATES.getFirst().id()), 8);
        }
        try (UpdateIndex index = opened()) {
            assertThat(index.revision()).isEqualTo(7);
        }
    }

    @Test
    void f22ADamagedIndexIsNoticedAndEmptied() throws IOException {
        saved();
        for (Path file : largestFirst()) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            break;
        }
        try (UpdateIndex index = opened()) {
            assertThat(index.revision()).isEqualTo(-1);
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void f22ACutIndexIsNoticedAndEmptied() throws IOException {
        saved();
        Path largest = largestFirst().getFirst();
        try (var channel = Files.newByteChannel(largest, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(largest) / 2);
        }
        try (UpdateIndex index = opened()) {
            assertThat(index.revision()).isEqualTo(-1);
        }
    }

    private void saved() {
        try (UpdateIndex index = opened()) {
            index.rebuild(UPDATES, 7);
        }
    }

    private UpdateIndex opened() {
        return Shipped.in(Objects.requireNonNull(folder));
    }

    private List<Path> largestFirst() throws IOException {
        try (Stream<Path> files = Files.list(Objects.requireNonNull(folder))) {
            return files.filter(file -> !file.getFileName().toString().equals("write.lock"))
                    .sorted((a, b) -> Long.compare(b.toFile().length(), a.toFile().length()))
                    .toList();
        }
    }
}

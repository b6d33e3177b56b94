package org.aman.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.knowledge.Desks;
import org.aman.knowledge.Freshness;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.language.Lexicon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The index follows what is published, here, by other replicas, and while the process was dead. */
class IndexKeeperTest {
    private static final Lexicon LEXICON = Shipped.LEXICON;

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    @TempDir
    @Nullable Path folder;

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
    private final Freshness freshness = new Freshness(clock);

    private UpdateIndex index() {
        return UpdateIndex.in(Objects.requireNonNull(folder), LEXICON, Desks.GAZETTEER, Desks.TOPICS);
    }

    @Test
    void whatChangedWhileTheProcessWasDeadIsThereAfterItsStart() {
        Desks desks = new Desks(database, clock, change -> {});
        Update one = desks.published("camp-one", "open");
        Update two = desks.published("camp-two", "open");
        try (UpdateIndex index = index()) {
            IndexKeeper keeper = new IndexKeeper(index, desks.updates, freshness);
            keeper.catchUp();
            assertThat(index.size()).isEqualTo(2);
            keeper.save();
        }
        desks.hold(one.id());
        Update third = desks.published("camp-three", "full");

        try (UpdateIndex index = index()) {
            assertThat(index.revision()).as("the next start begins where the last one was").isEqualTo(2);
            assertThat(index.update(one.id())).isPresent();
            new IndexKeeper(index, desks.updates, freshness).catchUp();

            assertThat(index.update(one.id())).isEmpty();
            assertThat(index.update(two.id())).isPresent();
            assertThat(index.update(third.id())).isPresent();
            assertThat(index.revision()).isEqualTo(desks.updates.revision());
        }
    }

    @Test
    void changesAnnouncedInTheWrongOrderLeaveWhatStands() {
        List<Updates.Change> announced = new java.util.ArrayList<>();
        Desks desks = new Desks(database, clock, announced::add);
        Update one = desks.published("camp-one", "open");
        desks.hold(one.id());
        try (UpdateIndex index = UpdateIndex.inMemory(LEXICON, Desks.GAZETTEER, Desks.TOPICS)) {
            IndexKeeper keeper = new IndexKeeper(index, desks.updates, freshness);
            announced.reversed().forEach(keeper::onChange);

            assertThat(index.update(one.id())).isEmpty();
            assertThat(index.revision()).isEqualTo(2);
        }
    }

    @Test
    void f6_whileTheDatabaseIsAwayTheIndexStaysAndTellsHowOldItIs() {
        Desks desks = new Desks(database, clock, change -> {});
        Update one = desks.published("camp-one", "open");
        try (UpdateIndex index = UpdateIndex.inMemory(LEXICON, Desks.GAZETTEER, Desks.TOPICS)) {
            IndexKeeper keeper = new IndexKeeper(index, desks.updates, freshness);
            keeper.follow();
            Instant read = clock.instant();
            assertThat(freshness.lostSince()).isEmpty();

            database.jdbc().sql("alter table knowledge_revision rename to mislaid").update();
            clock.passes(Duration.ofMinutes(5));
            keeper.follow();
            assertThat(freshness.lostSince()).contains(read);
            assertThat(index.update(one.id())).isPresent();

            database.jdbc().sql("alter table mislaid rename to knowledge_revision").update();
            keeper.follow();
            assertThat(freshness.lostSince()).isEmpty();
        }
    }
}

package org.aman.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * That lists, searches and saves do not cost with the number of updates, and an import neither time nor memory. A few
 * thousand in every build; {@code -Daman.test.updates=100000 -Daman.test.files=10000} for the whole measure.
 */
@Tag("slow")
class ManyUpdatesTest {
    private static final int UPDATES = Integer.getInteger("aman.test.updates", 3_000);
    private static final int FILES = Integer.getInteger("aman.test.files", 1_000);
    @RegisterExtension
    final FreshDatabase database = System.getProperty("aman.test.database", "sqlite").equals("postgresql")
            ? FreshDatabase.onPostgresql()
            : FreshDatabase.onSqlite();

    @TempDir
    @Nullable Path temporary;

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");

    @Test
    void listFilterAndSaveAmongManyStayUnderAFifthOfASecond() {
        Desks desks = new Desks(database, clock, change -> {});
        Random random = new Random(20200112L);
        List<Update> some = new ArrayList<>();
        for (int i = 0; i < UPDATES; i++) {
            some.add(ManyUpdates.update(i, random));
            if (some.size() == 500 || i == UPDATES - 1) {
                desks.updateDesk.publishAll(some, "import");
                some.clear();
            }
        }
        List<Place> places = List.copyOf(Desks.GAZETTEER.places());
        List<Topic> topics = List.copyOf(Desks.TOPICS.all());
        long list = p95(i -> desks.catalogue.find(Catalogue.Wanted.ANY, i * 20, 20));
        long filter = p95(i -> desks.catalogue.find(
                new Catalogue.Wanted(
                        topics.get(i % topics.size()).id(),
                        i % 2 == 0 ? null : places.get(random.nextInt(places.size())).id(),
                        i % 3 == 0 ? Life.PUBLISHED : null,
                        i % 4 == 0 ? "" : ManyUpdates.word(i)),
                0,
                20));
        long save = p95(i -> {
            Ruling ruling = desks.draftDesk.renew(Desks.RANA, new Update.Id("u-" + i * 7), 1);
            assertThat(ruling).isInstanceOfAny(Ruling.Published.class, Ruling.Kept.class);
        });
        System.getLogger("figures").log(System.Logger.Level.INFO,
                "{0} updates: list {1} ms, filter {2} ms, save {3} ms at the 95th of 100",
                UPDATES, list, filter, save);

        assertThat(List.of(list, filter, save)).allMatch(millis -> millis < 200);
    }

    private interface Step {
        void take(int number);
    }

    private static long p95(Step step) {
        long[] nanos = new long[100];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            step.take(i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[94] / 1_000_000;
    }

    @Test
    void anImportOfManyFilesTakesLittleTimeAndMemory() throws Exception {
        Desks desks = new Desks(database, clock, change -> {});
        Random random = new Random(20200112L);
        Path folder = Objects.requireNonNull(temporary);
        for (int i = 0; i < FILES; i++) {
            Files.writeString(folder.resolve("u-" + i + ".yaml"), UpdateText.of(ManyUpdates.update(i, random)));
        }
        Import imports = new Import(new KnowledgeFiles(Desks.TOPICS, Desks.GAZETTEER, clock), desks.updateDesk);
        Held held = new Held();
        long start = System.nanoTime();
        KnowledgeFiles.Reading reading = imports.read(folder);
        held.look();
        Import.Taken taken = imports.take(reading, (done, all) -> held.look());
        long millis = (System.nanoTime() - start - held.looking) / 1_000_000;
        System.getLogger("figures").log(System.Logger.Level.INFO,
                "{0} files imported in {1} ms with {2} MB more", FILES, millis, held.most / 1_000_000);

        assertThat(taken.published()).isEqualTo(FILES);
        assertThat(millis).isLessThan(60_000);
        assertThat(held.most).isLessThan(300_000_000L);
    }

    /** How much more memory is really held: after a collection, whose time is no part of the measure. */
    private static final class Held {
        private final long before = used();
        private long most;
        private long looking;

        private void look() {
            long start = System.nanoTime();
            most = Math.max(most, used() - before);
            looking += System.nanoTime() - start;
        }

        private static long used() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}

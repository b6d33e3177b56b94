package org.aman.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Publishing in a real process that dies between two steps leaves the old revision or the new one, never a mixture. */
@Tag("slow")
abstract class KilledPublishingContract {
    private static final int DEATHS = 6;

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");

    abstract FreshDatabase database();

    @Test
    void f3KilledAtAnyPointOfPublishingTheOldStandsOrTheNew() throws Exception {
        long seed = Long.getLong("aman.test.seed", 20200112L);
        Random random = new Random(seed);
        Desks desks = new Desks(database(), clock, change -> {});
        Update first = publishedFirst(desks);
        Draft draft = handedIn(desks, first);
        // 60 calls are more than publishing takes: how many it takes is learnt from the run that nobody kills.
        TreeSet<Integer> points = new TreeSet<>(List.of(1, 2));
        while (points.size() < DEATHS) {
            points.add(3 + random.nextInt(30));
        }
        for (int point : points) {
            int ended = approveInAProcess(point);
            if (ended != 137) {
                break; // it was through before it should die
            }
            assertThat(stands(desks, first.id())).as("killed before call %s, seed %s", point, seed).isEqualTo("open");
            assertThat(desks.drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(Life.IN_REVIEW);
            assertThat(desks.drafts.draft(draft.id()).orElseThrow().approvals()).isEmpty();
        }
        if (stands(desks, first.id()).equals("open")) {
            int calls = approveInAProcess(Integer.MAX_VALUE);
            assertThat(calls).isBetween(20, 100);
        }

        assertThat(stands(desks, first.id())).isEqualTo("full");
        assertThat(desks.drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(Life.PUBLISHED);
    }

    private Update publishedFirst(Desks desks) {
        Draft draft = kept(desks.draftDesk.start(Desks.RANA, Sheets.camp("open"), Draft.Origin.NOTHING));
        return ((Ruling.Published) desks.draftDesk.publishAlone(Desks.RANA, draft.id(), draft.hash())).update();
    }

    private Draft handedIn(Desks desks, Update first) {
        Draft draft = kept(desks.draftDesk.startFrom(Desks.VOLUNTEER, first.id()));
        Written full = Sheets.named(Sheets.camp("full"), first.id().value());
        draft = kept(desks.draftDesk.save(Desks.VOLUNTEER, draft.id(), 1, full));
        return kept(desks.draftDesk.handIn(Desks.VOLUNTEER, draft.id(), draft.version()));
    }

    private static Draft kept(Ruling ruling) {
        return ((Ruling.Kept) ruling).draft();
    }

    /** The status that stands, after every place that keeps a part of it was found to agree. */
    private String stands(Desks desks, Update.Id id) {
        Update now = desks.updates.update(id).orElseThrow();
        List<Updates.Revision> history = desks.updates.history(id);
        assertThat(history).hasSize(now.revision());
        assertThat(history.getFirst().update()).isEqualTo(now);
        assertThat(history.getFirst().hash()).isEqualTo(UpdateText.hash(now));
        assertThat(desks.updates.kept(id).orElseThrow().hash()).isEqualTo(UpdateText.hash(now));
        assertThat(database().jdbc().sql("select status from update_card").query(String.class).single())
                .isEqualTo(now.status());
        assertThat(desks.updates.revision()).isEqualTo(now.revision());
        assertThat(desks.updates.changesSince(0).orElseThrow().now()).containsExactly(now);
        assertThat(desks.journal.firstBroken()).isEmpty();
        long published = desks.journal.before(Long.MAX_VALUE, 99).stream()
                .filter(entry -> entry.act().equals("update-published"))
                .count();
        assertThat(published).isEqualTo(now.revision());
        return now.status();
    }

    private int approveInAProcess(int diesBefore) throws IOException, InterruptedException {
        String url = ((HikariDataSource) database().dataSource()).getJdbcUrl();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                        "-cp", System.getProperty("java.class.path"),
                        PublishingProcess.class.getName(), url, Integer.toString(diesBefore))
                .inheritIO()
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The process hangs");
        }
        assertThat(process.exitValue()).isNotEqualTo(1);
        return process.exitValue();
    }
}

package org.aman.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.junit.jupiter.api.Test;

/**
 * Fifty editors write and approve at once: no lost edit, no self-approval, nothing published that nobody approved. A few
 * seconds in every build; {@code -Daman.test.editors-seconds=60} for the minute.
 */
abstract class EditorsAtOnceContract {
    private static final int EDITORS = 50;
    private static final int SHEETS = 12;

    abstract FreshDatabase database();

    private final AtomicInteger saved = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger published = new AtomicInteger();
    private final AtomicInteger ownWork = new AtomicInteger();

    @Test
    void a17FiftyEditorsAtOnceLoseNothingAndNobodyApprovesTheirOwn() throws Exception {
        long seed = Long.getLong("aman.test.seed", 20200112L);
        long until = System.nanoTime() + Duration.ofSeconds(Long.getLong("aman.test.editors-seconds", 4L)).toNanos();
        Desks desks = new Desks(
                database(), new PinnedClock("2020-01-12T16:00:00Z"), change -> {}, new ReviewSettings(false, 2, Duration.ZERO, 1000));
        List<Draft.Id> drafts = new ArrayList<>();
        for (int i = 0; i < SHEETS; i++) {
            drafts.add(begun(desks, i).id());
        }
        try (ExecutorService office = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < EDITORS; i++) {
                Volunteer editor = Desks.person("editor" + i, Role.EDITOR);
                Random random = new Random(seed + i);
                all.add(office.submit(() -> {
                    while (System.nanoTime() < until) {
                        work(desks, editor, drafts, random);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(published.get()).as("seed %s", seed).isPositive();
        assertThat(conflicts.get()).isPositive();
        check(desks, drafts);
        System.getLogger("figures").log(System.Logger.Level.INFO,
                "Seed {0}: {1} saved, {2} conflicts, {3} published, {4} self-approvals refused",
                seed, saved.get(), conflicts.get(), published.get(), ownWork.get());
    }

    private static Draft begun(Desks desks, int number) {
        Written written = written(number, "begun");
        return ((Ruling.Kept) desks.draftDesk.start(Desks.VOLUNTEER, written, Draft.Origin.NOTHING)).draft();
    }

    private static Written written(int number, String mark) {
        String status = List.of("open", "full", "closed").get(number % 3);
        return Sheets.named(Sheets.saying(Sheets.camp(status), "مفتوح " + mark, "Open " + mark), "camp-" + number);
    }

    private void work(Desks desks, Volunteer editor, List<Draft.Id> drafts, Random random) {
        int number = random.nextInt(drafts.size());
        Draft.Id id;
        synchronized (drafts) {
            id = drafts.get(number);
        }
        Draft draft = desks.drafts.draft(id).orElseThrow();
        switch (draft.state()) {
            case DRAFT, IN_REVIEW -> step(desks, editor, draft, number, random);
            case PUBLISHED -> {
                Ruling again = desks.draftDesk.startFrom(editor, new Update.Id("camp-" + number));
                if (again instanceof Ruling.Kept(var next)) {
                    synchronized (drafts) {
                        drafts.set(number, next.id());
                    }
                }
            }
            default -> throw new AssertionError("No step leads to " + draft.state());
        }
    }

    private void step(Desks desks, Volunteer editor, Draft draft, int number, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                String mark = editor.id() + "-" + random.nextInt(1_000_000);
                Ruling ruling = desks.draftDesk.save(editor, draft.id(), draft.version(), written(number, mark));
                (ruling instanceof Ruling.Kept ? saved : conflicts).incrementAndGet();
            }
            case 1 -> desks.draftDesk.handIn(editor, draft.id(), draft.version());
            default -> {
                Ruling ruling = desks.draftDesk.approve(editor, draft.id(), draft.hash());
                if (ruling instanceof Ruling.Published) {
                    published.incrementAndGet();
                } else if (ruling instanceof Ruling.Refused refused && refused.why() == Ruling.Why.OWN_WORK) {
                    ownWork.incrementAndGet();
                }
            }
        }
    }

    private void check(Desks desks, List<Draft.Id> last) {
        int writes = 0;
        int approved = 0;
        Map<String, String> approvals = new HashMap<>();
        List<String> all = database().jdbc().sql("select id from draft").query(String.class).list();
        for (String id : all) {
            List<Draft.Version> versions = desks.drafts.versions(new Draft.Id(id));
            assertThat(versions).as("No version is missing").hasSize(versions.getFirst().version());
            List<Volunteer.Id> writers = new ArrayList<>();
            for (Draft.Version version : versions.reversed()) {
                if (version.step().writes()) {
                    writers.add(version.by());
                    writes += version.step() == Draft.Step.SAVED ? 1 : 0;
                }
            }
            for (var row : database().jdbc()
                    .sql("select approver, hash from draft_approval where draft_id = :id")
                    .param("id", id)
                    .query()
                    .listOfRows()) {
                assertThat(writers).doesNotContain(new Volunteer.Id(String.valueOf(row.get("approver"))));
                approvals.put(String.valueOf(row.get("hash")), id);
                approved++;
            }
        }
        assertThat(writes).as("No edit that was kept is lost").isEqualTo(saved.get());
        assertThat(approved).isEqualTo(published.get());
        for (int i = 0; i < SHEETS; i++) {
            Optional<Update> update = desks.updates.update(new Update.Id("camp-" + i));
            if (update.isPresent()) {
                List<Updates.Revision> history = desks.updates.history(new Update.Id("camp-" + i));
                assertThat(history).hasSize(update.get().revision());
                assertThat(history).allSatisfy(one -> assertThat(approvals).containsKey(one.hash()));
            }
        }
        assertThat(desks.journal.firstBroken()).isEmpty();
    }
}

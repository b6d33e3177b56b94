package org.aman.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.aman.search.Shipped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files become published updates, and what becomes of them when the files change. */
abstract class KnowledgeFolderContract {
    private static final Gazetteer GAZETTEER = Shipped.GAZETTEER;
    private static final Topics TOPICS = Shipped.TOPICS;

    @TempDir
    @Nullable Path temporary;

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
    private final BlockingQueue<Updates.Change> announced = new LinkedBlockingQueue<>();
    private Path folder = Path.of("");
    private Updates updates = new Updates(null);
    private UpdateDesk desk = new UpdateDesk(updates, null, null);
    private KnowledgeFolder knowledge = new KnowledgeFolder(folder, null, updates, desk, null);

    abstract FreshDatabase database();

    @BeforeEach
    void open() {
        folder = java.util.Objects.requireNonNull(temporary);
        Desks desks = new Desks(database(), clock, announced::add);
        updates = desks.updates;
        desk = desks.updateDesk;
        KnowledgeFiles files = new KnowledgeFiles(TOPICS, GAZETTEER, clock);
        knowledge = new KnowledgeFolder(folder, files, updates, desk, new Messages());
    }

    @Test
    void aFileIsPublishedAsItsFirstRevision() throws IOException {
        write("camp-killi", "open");

        assertThat(knowledge.takeOver()).isEqualTo(1);

        assertThat(updates.answerable()).singleElement().satisfies(update -> {
            assertThat(update.id().value()).isEqualTo("camp-killi");
            assertThat(update.revision()).isEqualTo(1);
            assertThat(update.title().arabic()).isEqualTo("مخيمات كللي");
        });
        assertThat(announced.remove().now()).hasSize(1);
    }

    @Test
    void moreFilesThanOneStepTakesAreAllTakenOverAndAnIdIsTakenOnceAcrossThem() throws IOException {
        int many = 501;
        for (int i = 0; i < many; i++) {
            write("camp-" + i, "open");
        }
        Files.copy(folder.resolve("camp-0.yaml"), folder.resolve("twice-camp-0.yaml"));

        assertThat(knowledge.takeOver()).isEqualTo(many);

        assertThat(updates.answerable()).extracting(Update::id).hasSize(many).doesNotHaveDuplicates();
        assertThat(announced).extracting(change -> change.now().size()).containsExactly(500, 1);
        assertThat(knowledge.takeOver()).isZero();
    }

    @Test
    void anUnchangedFileIsNotTakenAgain() throws IOException {
        write("camp-killi", "open");
        knowledge.takeOver();
        long revision = updates.revision();

        assertThat(knowledge.takeOver()).isZero();
        assertThat(updates.revision()).isEqualTo(revision);
    }

    @Test
    void aChangedFileIsTheNextRevisionAndTheFormerStaysInTheHistory() throws IOException {
        write("camp-killi", "open");
        knowledge.takeOver();
        write("camp-killi", "full");
        knowledge.takeOver();

        assertThat(updates.update(new Update.Id("camp-killi"))).hasValueSatisfying(update -> {
            assertThat(update.status()).isEqualTo("full");
            assertThat(update.revision()).isEqualTo(2);
        });
        assertThat(database().jdbc().sql("select count(*) from update_revision").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void f20ABrokenFileLeavesTheLastGoodOne() throws IOException {
        write("camp-killi", "open");
        knowledge.takeOver();
        Files.writeString(folder.resolve("camp-killi.yaml"), "id: camp-killi\ntopic: cam");

        assertThat(knowledge.takeOver()).isZero();
        assertThat(updates.answerable()).hasSize(1);
    }

    @Test
    void aVanishedFileIsWithdrawn() throws IOException {
        write("camp-killi", "open");
        write("camp-qah", "open");
        knowledge.takeOver();
        Files.delete(folder.resolve("camp-qah.yaml"));

        knowledge.takeOver();

        assertThat(updates.answerable()).hasSize(1);
        assertThat(updates.state(new Update.Id("camp-qah"))).contains(Updates.State.WITHDRAWN);
    }

    @Test
    void f21ManyVanishingAtOnceAreNotWithdrawn() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("camp-" + i, "open");
        }
        knowledge.takeOver();
        for (int i = 0; i < 3; i++) {
            Files.delete(folder.resolve("camp-" + i + ".yaml"));
        }

        assertThat(knowledge.takeOver()).isZero();
        assertThat(updates.answerable()).hasSize(10);
    }

    @Test
    void whatReplacesAnotherTakesItOutOfTheAnswers() throws IOException {
        write("camp-killi", "open");
        knowledge.takeOver();
        announced.clear();
        write("camp-killi-b", "full", "supersedes: [camp-killi]\n");

        knowledge.takeOver();

        assertThat(updates.answerable()).extracting(update -> update.id().value()).containsExactly("camp-killi-b");
        assertThat(announced.remove().gone()).containsExactly(new Update.Id("camp-killi"));
    }

    @Test
    void whatWouldReplaceAnUpdateThatReplacesItIsNotTakenSoThatOneOfThemAnswers() throws IOException {
        write("camp-killi", "open");
        write("camp-killi-b", "full", "supersedes: [camp-killi]\n");
        knowledge.takeOver();
        write("camp-killi", "open", "supersedes: [camp-killi-b]\n");

        assertThat(knowledge.takeOver()).isZero();
        assertThat(updates.answerable()).extracting(update -> update.id().value()).containsExactly("camp-killi-b");

        write("camp-killi-b", "full");
        assertThat(knowledge.takeOver()).as("each says otherwise now").isEqualTo(2);
        assertThat(updates.answerable()).extracting(update -> update.id().value()).containsExactly("camp-killi");
    }

    @Test
    void twoNewFilesThatReplaceEachOtherAreNotTakenAndOthersAre() throws IOException {
        write("camp-killi", "open", "supersedes: [camp-killi-b]\n");
        write("camp-killi-b", "full", "supersedes: [camp-killi]\n");
        write("camp-qah", "open");

        assertThat(knowledge.takeOver()).isEqualTo(1);
        assertThat(updates.answerable()).extracting(update -> update.id().value()).containsExactly("camp-qah");

        Files.delete(folder.resolve("camp-killi-b.yaml"));
        assertThat(knowledge.takeOver()).isEqualTo(1);
        assertThat(updates.answerable()).hasSize(2);
    }

    @Test
    void aFileThatStaysAsItWasBecauseOfACircleStillReplacesWhatItReplaced() throws IOException {
        write("camp-b", "full", "supersedes: [camp-a]\n");
        knowledge.takeOver();
        write("camp-a", "open", "supersedes: [camp-b]\n");
        write("camp-b", "full", "supersedes: [camp-c]\n");
        write("camp-c", "open", "supersedes: [camp-b]\n");

        assertThat(knowledge.takeOver()).isZero();
        assertThat(updates.answerable()).extracting(update -> update.id().value()).containsExactly("camp-b");
    }

    @Test
    void oneMayHoldOrWithdrawAtOnce() throws IOException {
        write("camp-killi", "open");
        knowledge.takeOver();
        announced.clear();

        desk.hold(Desks.RANA, new Update.Id("camp-killi"), 1, "");

        assertThat(updates.answerable()).isEmpty();
        assertThat(announced.remove().gone()).containsExactly(new Update.Id("camp-killi"));
    }

    @Test
    void aHeldUpdateStaysHeldWhileItsFileStays() throws IOException {
        write("camp-killi", "open");
        knowledge.takeOver();
        desk.hold(Desks.RANA, new Update.Id("camp-killi"), 1, "");

        assertThat(knowledge.takeOver()).isZero();
        assertThat(updates.state(new Update.Id("camp-killi"))).contains(Updates.State.HELD);
    }

    @Test
    void aWithdrawnFileThatIsPutBackIsPublishedAgain() throws IOException {
        write("camp-killi", "open");
        write("camp-qah", "open");
        knowledge.takeOver();
        Files.delete(folder.resolve("camp-qah.yaml"));
        knowledge.takeOver();
        write("camp-qah", "open");

        assertThat(knowledge.takeOver()).isEqualTo(1);
        assertThat(updates.state(new Update.Id("camp-qah"))).contains(Updates.State.PUBLISHED);
    }

    @Test
    void f21WhatSuddenlyVanishedIsWithdrawnOnceSomebodyConfirmedExactlyThat() throws IOException {
        write("camp-killi", "open");
        write("camp-qah", "open");
        knowledge.takeOver();
        Files.delete(folder.resolve("camp-killi.yaml"));
        Files.delete(folder.resolve("camp-qah.yaml"));

        assertThat(knowledge.takeOver()).isZero();
        assertThat(updates.answerable()).hasSize(2);
        String mark = knowledge.now().orElseThrow().mark();
        assertThat(knowledge.confirm(Desks.VOLUNTEER, mark)).isFalse();
        assertThat(knowledge.confirm(Desks.RANA, "another")).isFalse();
        assertThat(updates.answerable()).hasSize(2);

        assertThat(knowledge.confirm(Desks.RANA, mark)).isTrue();
        assertThat(updates.answerable()).isEmpty();
        assertThat(knowledge.now()).isEmpty();
    }

    @Test
    void f21WhatSomebodyKeepsStandsWithoutItsFilesAndIsNotAskedForAgain() throws IOException {
        write("camp-killi", "open");
        write("camp-qah", "open");
        knowledge.takeOver();
        Files.delete(folder.resolve("camp-killi.yaml"));
        Files.delete(folder.resolve("camp-qah.yaml"));
        knowledge.takeOver();
        String mark = knowledge.now().orElseThrow().mark();

        assertThat(knowledge.keep(Desks.VOLUNTEER, mark)).isFalse();
        assertThat(knowledge.keep(Desks.RANA, mark)).isTrue();
        assertThat(knowledge.keep(Desks.RANA, mark)).isFalse();
        assertThat(knowledge.takeOver()).isZero();
        assertThat(knowledge.now()).isEmpty();
        assertThat(updates.answerable()).hasSize(2);

        write("camp-qah", "open");
        assertThat(knowledge.takeOver()).as("it says nothing new").isZero();
        write("camp-killi", "full");
        assertThat(knowledge.takeOver()).isEqualTo(1);
        Files.delete(folder.resolve("camp-qah.yaml"));
        assertThat(knowledge.takeOver()).as("one of two, and it was back in between").isEqualTo(1);
        assertThat(updates.state(new Update.Id("camp-qah"))).contains(Updates.State.WITHDRAWN);
    }

    @Test
    void f21FilesThatAreBackBeforeThePressStay() throws IOException {
        write("camp-killi", "open");
        write("camp-qah", "open");
        knowledge.takeOver();
        Files.delete(folder.resolve("camp-killi.yaml"));
        Files.delete(folder.resolve("camp-qah.yaml"));
        knowledge.takeOver();
        String mark = knowledge.now().orElseThrow().mark();
        write("camp-qah", "open");
        write("camp-killi", "open");

        assertThat(knowledge.confirm(Desks.RANA, mark)).isFalse();
        assertThat(updates.answerable()).hasSize(2);
    }

    @Test
    void twoFilesCannotClaimOneId() throws IOException {
        write("camp-killi", "open");
        knowledge.takeOver();
        Files.createDirectories(folder.resolve("other"));
        Files.copy(folder.resolve("camp-killi.yaml"), folder.resolve("other/camp-killi.yaml"));

        assertThat(knowledge.takeOver()).isZero();
        assertThat(updates.answerable()).hasSize(1);
    }

    @Test
    void aChangedFileIsAnnouncedByTheWatchLongBeforeTheFolderIsReadAnyway() throws IOException, InterruptedException {
        KnowledgeWatch watch = new KnowledgeWatch(knowledge);
        watch.start();
        try {
            write("camp-killi", "open");

            assertThat(announced.poll(KnowledgeWatch.LOOK_ANYWAY_SECONDS / 2, TimeUnit.SECONDS)).isNotNull();
        } finally {
            watch.stop();
        }
    }

    private void write(String id, String status, String... further) throws IOException {
        List<String> lines = new ArrayList<>(List.of(further));
        Files.writeString(folder.resolve(id + ".yaml"), """
                id: %s
                topic: camp
                status: %s
                places: [killi-camps]
                confidence: confirmed
                verified: 2020-01-12T13:00:00+02:00
                title: {en: "The Killi camps", ar: "مخيمات كللي"}
                text: {en: "Sixty places.", ar: "ستون مكاناً."}
                sources:
                  - {name: {en: "Management", ar: "الإدارة"}, kind: responder, at: 2020-01-12T12:00:00+02:00}
                """.formatted(id, status) + String.join("", lines));
    }
}

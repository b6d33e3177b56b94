package org.aman.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.aman.unanswered.OpenQuestion;
import org.aman.unanswered.OpenQuestion.Reason;
import org.aman.unanswered.OpenQuestions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing somebody leaves nothing, anywhere. */
abstract class ErasureContract {
    private static final Chat RANA = new Chat("telegram", "4815162342");
    private static final Chat OMAR = new Chat("telegram", "1234567890");

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:47:31Z");
    private final List<Chat> forgottenElsewhere = new ArrayList<>();

    @TempDir
    private Path folder;

    abstract FreshDatabase database();

    @Test
    void p6_whoIsForgottenIsGoneFromEveryTableAtOnceAndOthersAreNot() {
        String before = kept();
        live(RANA);
        String alone = kept();
        live(OMAR);

        erasure().forget(OMAR);
        assertThat(kept()).isEqualTo(alone);

        erasure().forget(RANA);
        assertThat(withoutQuestions(kept())).isEqualTo(before);
    }

    @Test
    void p6_whatIsHeldInMemoryIsLetGoOnceWhatIsStoredIsGoneForCertain() {
        live(RANA);
        Forgets.InMemory memory = chat -> forgottenElsewhere.addAll(
                residents().at(chat).isPresent() ? List.of() : List.of(chat));

        erasure(List.of(memory), forgottenElsewhere::add).forget(RANA);

        assertThat(forgottenElsewhere).containsExactly(RANA, RANA);
    }

    @Test
    void p6_whoComesBackWhileTheirErasureEndsIsNotErasedAgain() {
        live(RANA);
        Forgets.InMemory comingBack = chat -> live(chat);

        erasure(List.of(comingBack)).forget(RANA);

        assertThat(residents().at(RANA)).isPresent();
    }

    @Test
    void p6_anErasureThatFailsOnTheWayErasesNothingSoThatItCanBeTriedAgain() {
        live(RANA);
        String before = kept();
        Forgets unwilling = chat -> {
            throw new IllegalStateException("not now");
        };

        assertThatThrownBy(() -> erasure(unwilling).forget(RANA)).hasMessage("not now");

        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void forgettingSomebodyUnknownIsHarmless() {
        live(OMAR);
        String before = kept();

        erasure().forget(RANA);

        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void p7_whoWasErasedSinceABackupIsErasedAgainWhenItIsPutBackAndNobodyElseIs() throws IOException {
        live(RANA);
        live(OMAR);
        erasure(forgottenElsewhere::add).forget(RANA);
        forgottenElsewhere.clear();
        // What a backup from before would bring back: the rows, and no mark of the erasure.
        live(RANA);
        database().jdbc().sql("update outside_mark set erasures = 0").update();

        erasure(forgottenElsewhere::add).catchUp();

        assertThat(residents().at(RANA)).isEmpty();
        assertThat(residents().at(OMAR)).isPresent();
        assertThat(forgottenElsewhere).containsOnly(RANA);
        assertThat(Files.readString(folder.resolve("aman.key.memory"))).doesNotContain("4815162342");
    }

    @Test
    void p7_whoCameBackAfterTheirErasureIsNotErasedByAnOrdinaryStart() {
        live(RANA);
        erasure().forget(RANA);
        live(RANA);

        erasure().catchUp();

        assertThat(residents().at(RANA)).isPresent();
    }

    @Test
    void p7_anErasureCutShortIsDoneAtTheNextStart() {
        live(RANA);
        Forgets unwilling = chat -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> erasure(unwilling).forget(RANA)).hasMessage("killed");

        erasure().catchUp();

        assertThat(residents().at(RANA)).isEmpty();
    }

    @Test
    void whoComesBackAfterErasureIsSomebodyNew() {
        Resident.Id before = residents().remember(RANA, Language.ARABIC).id();
        erasure().forget(RANA);

        assertThat(residents().remember(RANA, Language.ARABIC).id()).isNotEqualTo(before);
    }

    @Test
    void p16_whoWasNotSeenForTwelveMonthsIsErasedEverywhere() {
        live(RANA);
        clock.passes(Duration.ofDays(1));
        live(OMAR);
        clock.passes(Duration.ofDays(364));

        erasure(forgottenElsewhere::add).sweep();

        assertThat(residents().at(RANA)).isEmpty();
        assertThat(residents().at(OMAR)).isPresent();
        assertThat(forgottenElsewhere).containsOnly(RANA);
    }

    @Test
    void p3_theSweepErasesReceiptsThatHaveEnded() {
        live(RANA);
        clock.passes(Duration.ofHours(72));

        erasure().sweep();

        assertThat(kept()).doesNotContain("receipt");
    }

    private void live(Chat chat) {
        Resident resident = residents().remember(chat, Language.ARABIC);
        receipts().told(resident.id(), "road-m4", 1, clock.instant().plus(Duration.ofHours(80)));
        OpenQuestion.Id question = questions().ask("Is the bakery open?", Language.ENGLISH, null, null, Reason.UNKNOWN);
        database().jdbc().sql("update open_question set asked = 1").update();
        questions().tellWhenKnown(question, chat);
    }

    private static String withoutQuestions(String dump) {
        return dump.lines()
                .filter(line -> !line.startsWith("open_question"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private Erasure erasure(Forgets... elsewhere) {
        return erasure(List.of(), elsewhere);
    }

    private Erasure erasure(List<Forgets.InMemory> memories, Forgets... elsewhere) {
        List<Forgets> keepers = new ArrayList<>(List.of(residents(), questions()));
        keepers.addAll(List.of(elsewhere));
        return new Erasure(
                keepers,
                memories,
                residents(),
                receipts(),
                new Replay(database().outsideMemory(folder, clock), database().seal()),
                database().transaction());
    }

    /** All that is stored of anybody; how many erasures there were tells of nobody. */
    private String kept() {
        return database()
                .dump()
                .lines()
                .filter(line -> !line.startsWith("outside_mark"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private OpenQuestions questions() {
        return new OpenQuestions(
                database().jdbc(), database().dialect(), database().seal(), clock, database().identifiers());
    }

    private Receipts receipts() {
        return new Receipts(database().jdbc(), clock);
    }

    private Residents residents() {
        return new Residents(
                database().jdbc(), database().transaction(), database().seal(), clock, database().identifiers());
    }
}

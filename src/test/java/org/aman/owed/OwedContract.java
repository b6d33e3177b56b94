package org.aman.owed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aman.database.Fight;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.database.Seal;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.resident.Receipt;
import org.aman.resident.Resident;
import org.junit.jupiter.api.Test;

/** The rows of what we owe. */
abstract class OwedContract {
    private static final Chat RANA = new Chat("telegram", "4815162342");
    private static final Chat OMAR = new Chat("telegram", "1234567890");
    private static final Instant UNTIL = Instant.parse("2020-01-15T16:00:00Z");

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:47:31Z");

    abstract FreshDatabase database();

    @Test
    void whatIsOwedIsTakenOnceAndGoneWhenDone() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);

        List<Debt> taken = owed().take(5, "one");

        assertThat(taken).singleElement().satisfies(debt -> {
            assertThat(debt.chat()).isEqualTo(RANA);
            assertThat(debt.updateId()).isEqualTo("road-m4");
            assertThat(debt.language()).isEqualTo(Language.ARABIC);
            assertThat(debt.until()).isEqualTo(UNTIL);
            assertThat(owed().stands(debt)).isTrue();
        });
        assertThat(owed().take(5, "two")).isEmpty();
        assertThat(owed().done(taken.getFirst())).isTrue();
        assertThat(owed().done(taken.getFirst())).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void owedTwiceItIsSaidOnce() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);
        owed().answer(RANA, "road-m4", Language.ENGLISH, UNTIL);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aClaimLapsesAndThenBelongsToWhoeverTakesItNext() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);
        Debt first = owed().take(1, "one").getFirst();
        clock.passes(Owed.CLAIM);

        Debt second = owed().take(1, "two").getFirst();

        assertThat(owed().stands(first)).isFalse();
        assertThat(owed().stands(second)).isTrue();
        owed().later(first, Duration.ZERO);
        assertThat(owed().take(1, "three")).isEmpty();
    }

    @Test
    void aRestartedReplicaGoesOnAtOnceWithWhatItHeld() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);
        owed().take(1, "one");

        owed().resume("other");
        assertThat(owed().take(1, "one")).isEmpty();
        owed().resume("one");
        assertThat(owed().take(1, "one")).hasSize(1);
    }

    @Test
    void whatIsPutOffWaitsItsTime() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);
        owed().later(owed().take(1, "one").getFirst(), Duration.ofSeconds(30));

        assertThat(owed().take(1, "one")).isEmpty();
        clock.passes(Duration.ofSeconds(30));
        assertThat(owed().take(1, "one")).hasSize(1);
    }

    @Test
    void correctionsComeBeforeAnswers() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);
        owed().correct(resident(OMAR), receipt(), "c1");

        assertThat(owed().take(1, "one")).extracting(Debt::kind).containsExactly(Debt.Kind.CORRECTION);
        assertThat(owed().left("c1")).isEqualTo(1);
    }

    @Test
    void manyWhoTakeAtOnceNeverGetTheSameRow() throws Exception {
        for (int i = 0; i < Fight.FIGHTERS * Fight.ROUNDS; i++) {
            owed().answer(new Chat("telegram", "77" + i), "road-m4", Language.ARABIC, UNTIL);
        }

        List<String> taken = new ArrayList<>();
        Fight.of(round -> owed().take(1, "one"))
                .forEach(round -> round.forEach(some -> some.forEach(debt -> taken.add(debt.id()))));

        assertThat(taken).doesNotHaveDuplicates();
    }

    @Test
    void p3_whatIsOverIsNeverTakenAndGoesAtTheSweep() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);
        owed().correct(resident(OMAR), receipt(), "c1");
        Debt held = owed().take(2, "one").getLast();
        clock.passes(Duration.ofHours(72));

        assertThat(owed().stands(held)).isFalse();
        assertThat(owed().take(2, "two")).isEmpty();
        assertThat(owed().takeOver()).containsExactly("c1");
        assertThat(rows()).isZero();
    }

    @Test
    void p3_aRowMatchesNoOtherRowOfItsChatAndNamesNoQuestion() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);

        Seal seal = database().seal();
        assertThat(database().dump())
                .doesNotContain(seal.close("chat", RANA.joined()), seal.close("tell when known", RANA.joined()));
        assertThat(database().columns().stream()
                        .filter(column -> column.table().equals("owed"))
                        .map(FreshDatabase.Column::name))
                .noneMatch(name -> name.contains("question") || name.contains("resident"));
    }

    @Test
    void p6_whoIsForgottenIsOwedNothing() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);
        owed().answer(OMAR, "road-m4", Language.ARABIC, UNTIL);
        List<Debt> taken = owed().take(2, "one");

        owed().forget(RANA);

        assertThat(taken.stream().filter(owed()::stands).map(Debt::chat)).containsExactly(OMAR);
    }

    @Test
    void p19_whatAnOldKeyClosedIsStillSentAndForgotten() {
        owed().answer(RANA, "road-m4", Language.ARABIC, UNTIL);
        Owed rotated = owed(database().rotatedSeal());

        assertThat(rotated.take(1, "one")).extracting(Debt::chat).containsExactly(RANA);
        rotated.forget(RANA);
        assertThat(rows()).isZero();
    }

    private static Resident resident(Chat chat) {
        return new Resident(new Resident.Id("r1"), chat, Language.ARABIC, null);
    }

    private static Receipt receipt() {
        return new Receipt(new Resident.Id("r1"), "road-m4", 1, UNTIL);
    }

    private int rows() {
        return database().jdbc().sql("select count(*) from owed").query(Integer.class).single();
    }

    private Owed owed() {
        return owed(database().seal());
    }

    private Owed owed(Seal seal) {
        return new Owed(database().jdbc(), database().dialect(), seal, clock, database().identifiers());
    }
}

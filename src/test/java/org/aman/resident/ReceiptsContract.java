package org.aman.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aman.database.Fight;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.junit.jupiter.api.Test;

/** Who was told what, and for how long that is known. */
abstract class ReceiptsContract {
    private static final Chat RANA = new Chat("telegram", "4815162342");
    private static final Instant TEN_HOURS_ON = Instant.parse("2020-01-13T02:40:00Z");

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:40:00Z");

    abstract FreshDatabase database();

    @Test
    void whoWasToldAnUpdateIsFoundByIt() {
        Resident.Id rana = remembered();

        receipts().told(rana, "road-m4", 1, TEN_HOURS_ON);

        assertThat(receipts().of("road-m4"))
                .containsExactly(new Receipt(rana, "road-m4", 1, Instant.parse("2020-01-13T02:00:00Z")));
        assertThat(receipts().of("road-m5")).isEmpty();
    }

    @Test
    void aLaterRevisionReplacesAnEarlierOneAndNeverTheOtherWayRound() {
        Resident.Id rana = remembered();

        receipts().told(rana, "road-m4", 1, TEN_HOURS_ON);
        receipts().told(rana, "road-m4", 2, TEN_HOURS_ON);
        receipts().told(rana, "road-m4", 1, TEN_HOURS_ON);

        assertThat(receipts().of("road-m4")).extracting(Receipt::revision).containsExactly(2);
    }

    @Test
    void manyTellingsAtOnceMakeOneReceipt() throws Exception {
        Resident.Id rana = remembered();

        Fight.of(round -> {
            receipts().told(rana, "road-" + round, 1, TEN_HOURS_ON);
            return round;
        });

        assertThat(rows()).isEqualTo(Fight.ROUNDS);
    }

    @Test
    void p3_aReceiptThatHasEndedIsNeverGivenBackAndGoesAtTheSweep() {
        receipts().told(remembered(), "road-m4", 1, TEN_HOURS_ON);
        clock.passes(Duration.ofHours(10));

        assertThat(receipts().of("road-m4")).isEmpty();
        receipts().sweep();
        assertThat(rows()).isZero();
    }

    @Test
    void p3_noReceiptOutlives72HoursHoweverLongItsUpdateStands() {
        receipts().told(remembered(), "camp-deir-hassan", 1, Instant.parse("2021-01-01T00:00:00Z"));

        clock.passes(Duration.ofHours(71));
        assertThat(receipts().of("camp-deir-hassan")).hasSize(1);
        clock.passes(Duration.ofHours(1));
        assertThat(receipts().of("camp-deir-hassan")).isEmpty();
    }

    @Test
    void theSweepLeavesWhatStillStands() {
        receipts().told(remembered(), "road-m4", 1, TEN_HOURS_ON);

        receipts().sweep();

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void nothingIsNotedOfAResidentErasedMeanwhile() {
        Resident.Id rana = remembered();
        residents().forget(RANA);

        receipts().told(rana, "road-m4", 1, TEN_HOURS_ON);

        assertThat(rows()).isZero();
    }

    @Test
    void whoWasToldAWrongRevisionIsTakenOnceAndNotWhoWasToldWhatStandsNow() {
        Resident.Id rana = remembered();
        Resident.Id omar = residents().remember(new Chat("telegram", "99"), Language.ENGLISH).id();
        Resident.Id huda = residents().remember(new Chat("telegram", "98"), Language.ENGLISH).id();
        receipts().told(rana, "road-m4", 1, TEN_HOURS_ON);
        receipts().told(omar, "road-m4", 2, TEN_HOURS_ON);
        receipts().told(huda, "road-m4", 1, TEN_HOURS_ON);
        receipts().told(huda, "road-m4-closed", 3, TEN_HOURS_ON);
        assertThat(receipts().tallies())
                .containsExactly(
                        new Receipts.Tally("road-m4", 1, 2),
                        new Receipts.Tally("road-m4", 2, 1),
                        new Receipts.Tally("road-m4-closed", 3, 1));
        Receipts.Wrong wrong = new Receipts.Wrong("road-m4", List.of(1), "road-m4-closed", 3);

        assertThat(receipts().count(wrong)).isEqualTo(1);
        assertThat(receipts().take(wrong, 10)).extracting(Receipt::resident).containsExactly(rana);
        assertThat(receipts().take(wrong, 10)).isEmpty();
        assertThat(receipts().count(new Receipts.Wrong("road-m4", List.of(1, 2), null, 0)))
                .isEqualTo(2);
    }

    @Test
    void p3_whatHasEndedIsNeitherCountedNorTaken() {
        receipts().told(remembered(), "road-m4", 1, TEN_HOURS_ON);
        Receipts.Wrong wrong = new Receipts.Wrong("road-m4", List.of(1), null, 0);
        clock.passes(Duration.ofHours(10));

        assertThat(receipts().tallies()).isEmpty();
        assertThat(receipts().count(wrong)).isZero();
        assertThat(receipts().take(wrong, 10)).isEmpty();
    }

    private Resident.Id remembered() {
        return residents().remember(RANA, Language.ARABIC).id();
    }

    private int rows() {
        return database().jdbc().sql("select count(*) from receipt").query(Integer.class).single();
    }

    private Receipts receipts() {
        return new Receipts(database().jdbc(), clock);
    }

    private Residents residents() {
        return new Residents(
                database().jdbc(), database().transaction(), database().seal(), clock, database().identifiers());
    }
}

package org.aman.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.aman.database.Fight;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.database.Seal;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom we remember, and how. */
abstract class ResidentsContract {
    private static final Chat RANA = new Chat("telegram", "4815162342");
    private static final Chat OMAR = new Chat("telegram", "1234567890");
    private static final Place.Id SARAQIB = new Place.Id("saraqib");

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");

    abstract FreshDatabase database();

    @Test
    void nobodyIsKnownBeforeTheyChoose() {
        assertThat(residents().at(RANA)).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void whoChoseALanguageIsRememberedWithIt() {
        Resident rana = residents().remember(RANA, Language.ARABIC);

        assertThat(rana).isEqualTo(new Resident(rana.id(), RANA, Language.ARABIC, null));
        assertThat(residents().at(RANA)).contains(rana);
        assertThat(residents().at(OMAR)).isEmpty();
    }

    @Test
    void choosingAnotherLanguageKeepsTheResidentAndTheArea() {
        Resident rana = residents().remember(RANA, Language.ARABIC);
        residents().settle(RANA, SARAQIB);

        assertThat(residents().remember(RANA, Language.ENGLISH))
                .isEqualTo(new Resident(rana.id(), RANA, Language.ENGLISH, SARAQIB));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void anAreaIsNotedChangedAndCleared() {
        residents().remember(RANA, Language.ARABIC);
        residents().remember(OMAR, Language.ARABIC);

        residents().settle(RANA, SARAQIB);
        assertThat(place(RANA)).isEqualTo(SARAQIB);
        assertThat(place(OMAR)).isNull();

        residents().settle(RANA, new Place.Id("binnish"));
        assertThat(place(RANA)).isEqualTo(new Place.Id("binnish"));

        residents().settle(RANA, null);
        assertThat(place(RANA)).isNull();
    }

    @Test
    void anAreaOfSomebodyNotRememberedIsNotNoted() {
        residents().settle(RANA, SARAQIB);

        assertThat(rows()).isZero();
    }

    @Test
    void theSameAddressOnTwoChannelsIsTwoResidents() {
        Resident onTelegram = residents().remember(new Chat("telegram", "7:8"), Language.ARABIC);
        Resident onTheWeb = residents().remember(new Chat("web", "7:8"), Language.ENGLISH);

        assertThat(onTelegram.id()).isNotEqualTo(onTheWeb.id());
        assertThat(residents().at(new Chat("web", "7:8"))).contains(onTheWeb);
    }

    @Test
    void manyWhoRememberTheSameChatAtOnceMakeOneResident() throws Exception {
        Residents residents = residents();

        List<List<Resident.Id>> rounds = Fight.of(round -> residents
                .remember(new Chat("telegram", "77000" + round), Language.ARABIC)
                .id());

        assertThat(rounds).allSatisfy(ids -> assertThat(ids).containsOnly(ids.getFirst()));
        assertThat(rows()).isEqualTo(Fight.ROUNDS);
    }

    @Test
    void onlyTheDaySomebodyWasSeenIsKept() {
        residents().remember(RANA, Language.ARABIC);
        clock.passes(Duration.ofDays(3));
        residents().at(RANA);

        assertThat(database().jdbc().sql("select created_day, seen_day from resident").query().singleRow())
                .hasToString("{created_day=18273, seen_day=18276}");
    }

    @Test
    void whoWasSeenLatelyIsNotIdle() {
        residents().remember(RANA, Language.ARABIC);
        residents().remember(OMAR, Language.ARABIC);
        clock.passes(Duration.ofDays(200));
        residents().at(OMAR);
        clock.passes(Duration.ofDays(165));

        assertThat(residents().idleFor(Duration.ofDays(365))).containsExactly(RANA);
    }

    @Test
    void p19_afterARotationOfTheKeysEverybodyIsStillFoundAndOnlyOnce() {
        Resident rana = residents().remember(RANA, Language.ARABIC);
        Residents rotated = residents(database().rotatedSeal());

        assertThat(rotated.at(RANA)).contains(rana);
        rotated.settle(RANA, SARAQIB);
        assertThat(rotated.remember(RANA, Language.ENGLISH))
                .isEqualTo(new Resident(rana.id(), RANA, Language.ENGLISH, SARAQIB));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void p19_afterARotationManyWhoRememberAtOnceStillMakeOneResident() throws Exception {
        Residents residents = residents();
        for (int round = 0; round < Fight.ROUNDS; round++) {
            residents.remember(new Chat("telegram", "77000" + round), Language.ARABIC);
        }
        Residents rotated = residents(database().rotatedSeal());

        Fight.of(round -> rotated.remember(new Chat("telegram", "77000" + round), Language.ENGLISH)
                .id());

        assertThat(rows()).isEqualTo(Fight.ROUNDS);
    }

    @Test
    void p19_whatAnOldKeyClosedIsClosedAnewSoThatTheOldKeyCanGo() {
        Resident rana = residents().remember(RANA, Language.ARABIC);

        residents(database().rotatedSeal()).closeAllByTheNewestKey();

        assertThat(residents(database().newestSeal()).at(RANA)).contains(rana);
    }

    @Test
    void p19_whoIsForgottenAfterARotationIsGoneUnderEveryKey() {
        residents().remember(RANA, Language.ARABIC);

        residents(database().rotatedSeal()).forget(RANA);

        assertThat(rows()).isZero();
    }

    private Place.@Nullable Id place(Chat chat) {
        return residents().at(chat).orElseThrow().place();
    }

    private int rows() {
        return database().jdbc().sql("select count(*) from resident").query(Integer.class).single();
    }

    private Residents residents() {
        return residents(database().seal());
    }

    private Residents residents(Seal seal) {
        return new Residents(
                database().jdbc(), database().transaction(), seal, clock, database().identifiers());
    }
}

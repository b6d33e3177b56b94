package org.aman.staff;

import static org.aman.staff.StaffHouse.LAPTOP;
import static org.aman.staff.StaffHouse.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.aman.database.Dialect;
import org.aman.database.FreshDatabase;
import org.aman.language.Language;
import org.aman.staff.Arrivals.Arrived;
import org.aman.staff.Arrivals.Fault;
import org.aman.staff.Arrivals.Filled;
import org.aman.staff.Arrivals.Refused;
import org.aman.staff.PeopleDesk.Guest;
import org.aman.staff.PeopleDesk.Verdict;
import org.aman.staff.StaffHouse.Member;
import org.aman.staff.TelegramLinks.Linking;
import org.aman.staff.WayBack.Lost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets in, who does not, and what is told of it. */
abstract class PeopleContract {
    private StaffHouse house;
    private Member rana;
    private Member omar;

    abstract FreshDatabase database();

    @BeforeEach
    void people() {
        house = new StaffHouse(database());
        rana = house.joins("Rana", Role.ADMIN);
        omar = house.joins("Omar", Role.EDITOR);
    }

    @Test
    void nameAndPasswordAndCodeOpenASessionThatTheJournalTellsOf() {
        Sessions.Opened opened = house.signsIn("Rana", PASSWORD, house.code(rana)).orElseThrow();

        assertThat(house.sessions.of(opened.secret()))
                .map(Sessions.Presence::volunteer)
                .contains(rana.volunteer());
        assertThat(house.acts()).containsExactly("signed-in");
        assertThat(new String(database().stolen(), StandardCharsets.ISO_8859_1))
                .doesNotContain(opened.secret(), PASSWORD, rana.secret(), rana.codes().getFirst().replace("-", ""));
    }

    @Test
    void a1_manyGuessesAtOneAccountShutItForAWhileEvenToTheRightOne() {
        for (int i = 0; i < 10; i++) {
            assertThat(house.signsIn("Rana", "guess number " + i, "000000")).isEmpty();
        }
        assertThat(house.signsIn("Rana", PASSWORD, house.code(rana))).isEmpty();
        house.clock.passes(Duration.ofMinutes(15));
        assertThat(house.signsIn("Rana", PASSWORD, house.code(rana))).isPresent();
    }

    @Test
    void a1_aListOfStolenPasswordsFromOneAddressIsStopped() {
        for (int i = 0; i < 50; i++) {
            house.signsIn("somebody " + i, "stolen", "000000");
        }
        assertThat(house.signsIn("Rana", PASSWORD, house.code(rana))).isEmpty();
        assertThat(house.signsIn("Rana", PASSWORD, house.code(rana), "198.51.100.7", LAPTOP)).isPresent();
    }

    @Test
    void a2_caseSpacesAndLookAlikesAreTheSameAccountToTheThrottle() {
        for (String name : List.of("Rana", "RANA", " rana ", "R a n a", "Ra\u200Bna", "Ｒａｎａ", "Rаna", "rAnA", "rana\u00a0", "R\u00adana")) {
            house.signsIn(name, "guess", "000000");
        }
        assertThat(house.signsIn("Rana", PASSWORD, house.code(rana))).isEmpty();
    }

    @Test
    void aStrangersGuessesDoNotLockOutTheBrowserThatIsKnown() {
        house.signsIn(rana, LAPTOP);
        for (int i = 0; i < 20; i++) {
            house.signsIn("Rana", "guess", "000000", "198.51.100.7", new Device("computer", "another"));
        }
        assertThat(house.signsIn(rana, LAPTOP)).isNotNull();
    }

    @Test
    void a3_whoeverIsUnknownOrThrottledTakesAsLongAsWhoIsKnown() {
        assertThat(comparedBy(() -> house.signsIn("Rana", "wrong", "000000"))).as("known").isEqualTo(1);
        assertThat(comparedBy(() -> house.signsIn("Nobody", "wrong", "000000"))).as("unknown").isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            house.signsIn("Rana", "wrong " + i, "000000");
        }
        assertThat(comparedBy(() -> house.signsIn("Rana", "wrong", "000000"))).as("throttled").isEqualTo(1);
    }

    /** Hashes compared: the only step of signing in that takes long. */
    private int comparedBy(Runnable attempt) {
        int before = house.encoder.compared();
        attempt.run();
        return house.encoder.compared() - before;
    }

    @Test
    void a4_aCodeWorksOnceEvenWithinItsTime() {
        String code = house.code(rana);

        assertThat(house.signsIn("Rana", PASSWORD, code)).isPresent();
        assertThat(house.signsIn("Rana", PASSWORD, code)).isEmpty();
        house.clock.passes(Duration.ofSeconds(30));
        assertThat(house.signsIn("Rana", PASSWORD, code)).as("the step before").isEmpty();
        assertThat(house.signsIn("Rana", PASSWORD, house.code(rana))).isPresent();
    }

    @Test
    void a4_ofTwoWhoUseACodeAtOnceOneComesIn() throws Exception {
        String code = house.code(rana);
        AtomicInteger in = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> house.signsIn("Rana", PASSWORD, code).ifPresent(one -> in.incrementAndGet()));
            }
        }
        assertThat(in).hasValue(1);
    }

    @Test
    void a5_guessingCodesWithTheRightPasswordIsStopped() {
        house.signsIn(rana, LAPTOP);
        String right = house.code(rana);
        house.clock.passes(Duration.ofSeconds(30));
        for (int i = 0; i < 12; i++) {
            assertThat(house.signsIn("Rana", PASSWORD, right)).isEmpty();
        }
        assertThat(house.signsIn("Rana", PASSWORD, house.code(rana))).as("from the known browser").isEmpty();
        assertThat(house.signsIn("Rana", PASSWORD, house.code(rana), "198.51.100.7", new Device("phone", "x")))
                .as("from another: the code's own limit")
                .isEmpty();
    }

    @Test
    void aRecoveryCodeStandsInForTheAppOnce() {
        String code = rana.codes().getFirst();

        assertThat(house.signsIn("Rana", PASSWORD, code.toUpperCase(Locale.ROOT))).isPresent();
        assertThat(house.signsIn("Rana", PASSWORD, code)).isEmpty();
        assertThat(house.account.recoveryCodesLeft(rana.volunteer())).isEqualTo(9);
    }

    @Test
    void a6_aLinkForANewPasswordStillAsksForTheSecondFactor() {
        Invitation link = link(house.desk.newPassword(rana.volunteer(), omar.id()));

        assertThat(house.arrivals.arrive(link, new Filled("", "another long sentence", "", "000000"), LAPTOP))
                .isEqualTo(new Refused(Set.of(Fault.WRONG_CODE)));
        assertThat(house.arrivals.arrive(link, new Filled("", "another long sentence", "", house.code(omar)), LAPTOP))
                .isInstanceOf(Arrived.class);
        assertThat(house.arrivals.arrive(link, new Filled("", "a third long sentence", "", omar.codes().getFirst()), LAPTOP))
                .as("the link is used up")
                .isEqualTo(new Refused(Set.of(Fault.LINK_GONE)));
        house.clock.passes(Duration.ofSeconds(30));
        assertThat(house.signsIn("Omar", PASSWORD, house.code(omar))).isEmpty();
        assertThat(house.signsIn("Omar", "another long sentence", house.code(omar))).isPresent();
    }

    @Test
    void a6_nobodyMakesALinkForThemselvesOrTheirOwnOtherAccount() {
        Member second = house.joins("Rana Two", Role.EDITOR);
        house.desk.unite(rana.volunteer(), rana.id(), second.id());

        assertThat(house.desk.newPassword(rana.volunteer(), rana.id()).verdict()).isEqualTo(Verdict.NOT_YOURS);
        assertThat(house.desk.newSecondFactor(rana.volunteer(), second.id()).verdict()).isEqualTo(Verdict.NOT_YOURS);
        assertThat(house.desk.newPassword(omar.volunteer(), rana.id()).verdict()).isEqualTo(Verdict.NOT_YOURS);
    }

    @Test
    void a22_aColleaguesSecondFactorGoesOnlyAfterADayAndTheyCanStopIt() {
        Invitation link = link(house.desk.newSecondFactor(rana.volunteer(), omar.id()));

        assertThat(house.invitations.isOpen(link)).isFalse();
        house.clock.passes(Duration.ofHours(24).minusMillis(1));
        assertThat(house.invitations.isOpen(link)).isFalse();
        assertThat(house.signsIn("Omar", PASSWORD, house.code(omar))).as("the old one works on").isPresent();
        assertThat(house.desk.cancel(omar.volunteer(), link.id())).isEqualTo(Verdict.DONE);
        house.clock.passes(Duration.ofMillis(1));
        String secret = house.credentials.propose();
        assertThat(house.arrivals.arrive(link, new Filled("", PASSWORD, secret, code(secret)), LAPTOP))
                .isEqualTo(new Refused(Set.of(Fault.LINK_GONE)));
    }

    @Test
    void a22_afterTheDayItStillAsksForThePasswordAndEndsEverySession() {
        Sessions.Opened before = house.signsIn(omar, LAPTOP);
        Invitation link = link(house.desk.newSecondFactor(rana.volunteer(), omar.id()));
        house.clock.passes(Duration.ofHours(25));
        String secret = house.credentials.propose();

        assertThat(house.arrivals.arrive(link, new Filled("", "not the password", secret, code(secret)), LAPTOP))
                .isEqualTo(new Refused(Set.of(Fault.WRONG_PASSWORD)));
        assertThat(house.arrivals.arrive(link, new Filled("", PASSWORD, secret, code(secret)), LAPTOP))
                .isInstanceOf(Arrived.class);
        assertThat(house.sessions.of(before.secret())).isEmpty();
        assertThat(house.signsIn("Omar", PASSWORD, omar.codes().getFirst())).as("old recovery codes").isEmpty();
    }

    @Test
    void a6_theOperatorsWayBackForTheOnlyAdminStillAsksForThePasswordAndEndsEverySession() {
        Sessions.Opened opened = house.signsIn(rana, LAPTOP);
        String first = Objects.requireNonNull(house.wayBack.forSoleAdmin(" rana ", Lost.SECOND_FACTOR).secret());
        String secret = Objects.requireNonNull(house.wayBack.forSoleAdmin("Rana", Lost.SECOND_FACTOR).secret());

        assertThat(house.sessions.of(opened.secret())).isEmpty();
        assertThat(house.invitations.of(first)).as("only the latest works").isEmpty();
        Invitation link = house.invitations.of(secret).orElseThrow();
        assertThat(link.kind()).isEqualTo(Invitation.Kind.NEW_SECOND_FACTOR);
        String app = house.credentials.propose();
        String code = Totp.code(app, house.clock.instant().getEpochSecond() / 30);
        assertThat(house.arrivals.arrive(link, new Filled("", "not the password", app, code), LAPTOP))
                .isEqualTo(new Refused(Set.of(Fault.WRONG_PASSWORD)));
        assertThat(house.arrivals.arrive(link, new Filled("", PASSWORD, app, code), LAPTOP))
                .isInstanceOf(Arrived.class);
        assertThat(house.invitations.of(secret)).isEmpty();
        assertThat(house.journal.before(Long.MAX_VALUE, 9))
                .anySatisfy(entry -> {
                    assertThat(entry.who()).isEqualTo("operator");
                    assertThat(entry.act()).isEqualTo("second-factor-reset-offered");
                    assertThat(entry.subject()).isEqualTo(rana.id().value());
                });
    }

    @Test
    void theOnlyAdminWhoLostThePasswordTooTakesBothAnewAndStaysThePersonTheyAre() {
        Sessions.Opened opened = house.signsIn(rana, LAPTOP);
        String secret = Objects.requireNonNull(house.wayBack.forSoleAdmin("Rana", Lost.PASSWORD_TOO).secret());
        Invitation link = house.invitations.of(secret).orElseThrow();
        String app = house.credentials.propose();
        house.clock.passes(Duration.ofSeconds(30));
        String code = Totp.code(app, house.clock.instant().getEpochSecond() / 30);

        assertThat(house.sessions.of(opened.secret())).isEmpty();
        assertThat(house.arrivals.arrive(link, new Filled("", "short", app, "12"), LAPTOP))
                .isEqualTo(new Refused(Set.of(Fault.WEAK_PASSWORD, Fault.WRONG_CODE)));
        assertThat(house.arrivals.arrive(link, new Filled("", "another long sentence", app, code), LAPTOP))
                .isInstanceOfSatisfying(Arrived.class, arrived -> {
                    assertThat(arrived.volunteer()).isEqualTo(rana.volunteer());
                    assertThat(arrived.recoveryCodes()).isNotEmpty();
                });
        assertThat(house.arrivals.arrive(link, new Filled("", "a third long sentence", app, code), LAPTOP))
                .as("used up").isEqualTo(new Refused(Set.of(Fault.LINK_GONE)));
        house.clock.passes(Duration.ofSeconds(30));
        String next = Totp.code(app, house.clock.instant().getEpochSecond() / 30);
        assertThat(house.signsIn("Rana", PASSWORD, next)).as("the lost password").isEmpty();
        assertThat(house.signsIn("Rana", "another long sentence", next)).isPresent();
    }

    @Test
    void a22_theOperatorsWayBackIsForAnAdminWhoIsAlone() {
        assertThat(house.wayBack.forSoleAdmin("Omar", Lost.SECOND_FACTOR).fault()).isEqualTo(WayBack.Fault.NO_SUCH_ADMIN);
        assertThat(house.wayBack.forSoleAdmin("nobody", Lost.SECOND_FACTOR).fault()).isEqualTo(WayBack.Fault.NO_SUCH_ADMIN);
        house.joins("Huda", Role.ADMIN);
        Sessions.Opened opened = house.signsIn(rana, LAPTOP);

        assertThat(house.wayBack.forSoleAdmin("Rana", Lost.SECOND_FACTOR).fault()).isEqualTo(WayBack.Fault.NOT_ALONE);
        assertThat(house.sessions.of(opened.secret())).isPresent();
        assertThat(house.invitations.all()).isEmpty();
    }

    @Test
    void a8_sessionsEndAtOnceWhenTheAccountChanges() {
        Sessions.Opened one = house.signsIn(omar, LAPTOP);
        house.desk.role(rana.volunteer(), omar.id(), Role.READER);
        assertThat(house.sessions.of(one.secret())).as("another role").isEmpty();

        Sessions.Opened two = house.signsIn(omar, LAPTOP);
        house.clock.passes(Duration.ofSeconds(30));
        OwnAccount.Result changed = house.account.password(
                omar.volunteer(), new OwnAccount.Proof(PASSWORD, house.code(omar)), "another long sentence", LAPTOP);
        assertThat(changed.fault()).isNull();
        assertThat(house.sessions.of(two.secret())).as("another password").isEmpty();
        assertThat(house.sessions.of(Objects.requireNonNull(changed.session()).secret())).isPresent();

        house.desk.disable(rana.volunteer(), omar.id());
        assertThat(house.sessions.of(changed.session().secret())).as("disabled").isEmpty();
        house.clock.passes(Duration.ofSeconds(30));
        assertThat(house.signsIn("Omar", "another long sentence", house.code(omar))).isEmpty();
    }

    @Test
    void aSessionEndsUnusedAndAtItsLongest() {
        Sessions.Opened opened = house.signsIn(rana, LAPTOP);
        for (int i = 0; i < 24; i++) {
            house.clock.passes(Duration.ofMinutes(29));
            assertThat(house.sessions.of(opened.secret())).isPresent();
        }
        house.clock.passes(Duration.ofMinutes(25));
        assertThat(house.sessions.of(opened.secret())).as("after twelve hours").isEmpty();

        Sessions.Opened another = house.signsIn(rana, LAPTOP);
        house.clock.passes(Duration.ofMinutes(31));
        assertThat(house.sessions.of(another.secret())).as("unused").isEmpty();
        assertThat(house.sessions.whose(another.secret())).contains(rana.id());
    }

    @Test
    void sessionsAreListedAndEndedOneByOneAndNobodyEndsAnothers() {
        house.signsIn(rana, LAPTOP);
        Sessions.Opened phone = house.signsIn(rana, new Device("phone", "phone"));

        assertThat(house.sessions.all(rana.id())).extracting(Sessions.Session::device).containsExactly("phone", "computer");
        assertThat(house.account.end(omar.volunteer(), phone.id())).isFalse();
        assertThat(house.account.end(rana.volunteer(), phone.id())).isTrue();
        assertThat(house.sessions.of(phone.secret())).isEmpty();
        assertThat(house.sessions.all(rana.id())).hasSize(1);
        house.account.endAll(rana.volunteer());
        assertThat(house.sessions.all(rana.id())).isEmpty();
    }

    @Test
    void a39_aJournalEntryIsOneLineWithoutSignsThatCommandATerminal() {
        String forged = "because\r\n9\t2026\toperator\tjoined\u001b[2J\u0000\u202ex\ud800";
        database().transaction().executeWithoutResult(status -> house.journal.note(rana.id().value(), "tested", "s\n", forged));

        Journal.Entry entry = house.journal.before(Long.MAX_VALUE, 1).getFirst();
        assertThat(entry.detail()).startsWith("because").contains("joined").doesNotContainPattern("[\\p{Cc}\\p{Cs}\u202e]");
        assertThat(entry.subject()).isEqualTo("s ");
        assertThat(house.journal.firstBroken()).isEmpty();
    }

    @Test
    void a23_anAlteredJournalShows() {
        house.signsIn(rana, LAPTOP);
        house.signsIn(omar, LAPTOP);
        house.signsIn(rana, LAPTOP);
        assertThat(house.journal.firstBroken()).isEmpty();
        for (String change : List.of("update journal set who = 'Rana' where number = 2", "delete from journal where number = 2")) {
            assertThatThrownBy(() -> database().jdbc().sql(change).update())
                    .as("the database itself refuses: %s", change)
                    .hasMessageContaining("the journal is only added to");
        }
        removeGuard();
        database().jdbc().sql("update journal set who = 'Rana' where number = 2").update();
        assertThat(house.journal.firstBroken()).hasValue(2);
    }

    private void removeGuard() {
        if (database().dialect() == Dialect.SQLITE) {
            database().jdbc().sql("drop trigger journal_stays").update();
        } else {
            database().jdbc().sql("drop trigger journal_stays on journal").update();
        }
    }

    @Test
    void f30_withoutAJournalNobodyComesInAndNothingIsUsedUp() {
        database().jdbc().sql("alter table journal_head rename to mislaid").update();
        String code = house.code(rana);
        assertThatThrownBy(() -> house.signsIn("Rana", PASSWORD, code)).isInstanceOf(RuntimeException.class);
        database().jdbc().sql("alter table mislaid rename to journal_head").update();

        assertThat(house.sessions.all(rana.id())).isEmpty();
        assertThat(house.signsIn("Rana", PASSWORD, code)).isPresent();
    }

    @Test
    void theFirstStartMakesOneLinkAndOnlyTheLatestWorks() {
        database().jdbc().sql("update volunteer set active = 0").update();
        String earlier = house.firstAdmin.link().orElseThrow();
        String link = house.firstAdmin.link().orElseThrow();
        assertThat(house.invitations.of(earlier)).isEmpty();
        Invitation first = house.invitations.of(link).orElseThrow();
        String secret = house.credentials.propose();

        assertThat(house.arrivals.arrive(first, new Filled(" ", "short", secret, "000000"), LAPTOP))
                .isEqualTo(new Refused(Set.of(Fault.BAD_NAME, Fault.WEAK_PASSWORD, Fault.WRONG_CODE)));
        assertThat(house.arrivals.arrive(first, new Filled("Hala", PASSWORD, secret, code(secret)), LAPTOP))
                .isInstanceOf(Arrived.class);
        assertThat(house.firstAdmin.link()).isEmpty();
        assertThat(house.invitations.of(link)).isEmpty();
    }

    @Test
    void theFirstLinkEndsAfterADayAndAnInvitationAfterThree() {
        database().jdbc().sql("update volunteer set role = 'EDITOR' where id = 'Rana'").update();
        String first = house.firstAdmin.link().orElseThrow();
        database().jdbc().sql("update volunteer set role = 'ADMIN' where id = 'Rana'").update();
        String invitation = Objects.requireNonNull(house.desk.invite(rana.volunteer(), guest("Hala")).secret());

        house.clock.passes(Duration.ofHours(24));
        assertThat(house.invitations.of(first)).isEmpty();
        assertThat(house.invitations.of(invitation)).isPresent();
        house.clock.passes(Duration.ofHours(48));
        assertThat(house.invitations.of(invitation)).isEmpty();
    }

    @Test
    void anInvitedPersonHasTheRoleOfTheInvitationAndNoOther() {
        Invitation link = link(house.desk.invite(rana.volunteer(), guest("Hala")));
        String secret = house.credentials.propose();

        Arrived arrived = (Arrived)
                house.arrivals.arrive(link, new Filled("Somebody Else", PASSWORD, secret, code(secret)), LAPTOP);

        assertThat(arrived.volunteer().name()).isEqualTo("Hala");
        assertThat(arrived.volunteer().role()).isEqualTo(Role.VOLUNTEER);
        assertThat(arrived.recoveryCodes()).hasSize(10);
        assertThat(house.acts()).contains("invited", "joined");
    }

    @Test
    void nobodyIsCalledLikeSomebodyElse() {
        for (String name : List.of("Rana", "RANA", "ra na", "Rаnа", "Ra\u200Bna")) {
            assertThat(house.desk.invite(rana.volunteer(), guest(name)).verdict())
                    .as(name)
                    .isIn(Verdict.NAME_TAKEN, Verdict.BAD_NAME);
        }
    }

    @Test
    void thereIsAlwaysAnAdminLeft() throws Exception {
        Member hala = house.joins("Hala", Role.ADMIN);
        assertThat(house.desk.disable(rana.volunteer(), rana.id())).isEqualTo(Verdict.NOT_YOURS);
        assertThat(house.desk.role(rana.volunteer(), rana.id(), Role.READER)).isEqualTo(Verdict.NOT_YOURS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> house.desk.disable(rana.volunteer(), hala.id()));
            threads.submit(() -> house.desk.role(hala.volunteer(), rana.id(), Role.READER));
        }
        assertThat(house.volunteers.all().stream().filter(one -> one.may(Act.MANAGE_PEOPLE))).hasSize(1);
    }

    @Test
    void twoAccountsOfOnePersonAreKnownByWhatAdminsSayAndByBrowserAndChat() {
        Member hala = house.joins("Hala", Role.EDITOR);
        Member sami = house.joins("Sami", Role.EDITOR);
        assertThat(house.volunteers.same(omar.id(), hala.id())).isFalse();
        assertThat(house.volunteers.same(omar.id(), omar.id())).isTrue();

        house.signsIn(omar, new Device("computer", "shared"));
        house.signsIn(hala, new Device("computer", "shared"));
        assertThat(house.volunteers.same(omar.id(), hala.id())).isTrue();
        assertThat(house.volunteers.same(sami.id(), hala.id())).isFalse();

        house.telegram.link(house.telegram.newCode(sami.volunteer()), "telegram:1");
        assertThat(house.telegram.link(house.telegram.newCode(rana.volunteer()), "telegram:1")).isEqualTo(Linking.ANOTHERS);
        assertThat(house.volunteers.same(sami.id(), rana.id())).isTrue();
        assertThat(house.volunteers.same(new Volunteer.Id("nobody"), rana.id())).isFalse();
    }

    @Test
    void aTelegramCodeLinksOneChatOnceWithinTenMinutes() {
        String code = house.telegram.newCode(omar.volunteer());
        String late = house.telegram.newCode(rana.volunteer());

        assertThat(house.telegram.link("wrong", "telegram:7")).isEqualTo(Linking.NO_CODE);
        assertThat(house.telegram.link(code, "telegram:7")).isEqualTo(Linking.LINKED);
        assertThat(house.telegram.link(code, "telegram:8")).isEqualTo(Linking.NO_CODE);
        assertThat(house.telegram.byChat("telegram:7")).map(Volunteer::id).contains(omar.id());
        assertThat(house.telegram.chatOf(omar.id())).contains("telegram:7");
        assertThat(database().dump()).doesNotContain("telegram:7");
        house.clock.passes(Duration.ofMinutes(10));
        assertThat(house.telegram.link(late, "telegram:9")).isEqualTo(Linking.NO_CODE);
        house.desk.disable(rana.volunteer(), omar.id());
        assertThat(house.telegram.byChat("telegram:7")).isEmpty();
    }

    @Test
    void whatIsOverIsSweptOut() {
        house.signsIn(omar, LAPTOP);
        house.desk.invite(rana.volunteer(), guest("Hala"));
        house.telegram.newCode(omar.volunteer());
        house.clock.passes(Duration.ofDays(366));
        new StaffSweep(house.sessions, house.traces, house.invitations, house.telegram, house.passkeys).sweep();

        for (String table : List.of("staff_session", "volunteer_trace", "invitation", "telegram_code")) {
            assertThat(database().jdbc().sql("select count(*) from " + table).query(Long.class).single())
                    .as(table)
                    .isZero();
        }
    }

    private static Guest guest(String name) {
        return new Guest(name, Role.VOLUNTEER, Language.ARABIC, null);
    }

    private Invitation link(PeopleDesk.Outcome outcome) {
        return house.invitations.of(Objects.requireNonNull(outcome.secret())).orElseThrow();
    }

    private String code(String secret) {
        return Totp.code(secret, house.clock.instant().getEpochSecond() / 30);
    }
}

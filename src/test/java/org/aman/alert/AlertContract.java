package org.aman.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.alert.Follow.Way;
import org.aman.database.Fight;
import org.aman.database.FreshDatabase;
import org.aman.database.LossyTransactions;
import org.aman.database.PinnedClock;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.resident.Followings;
import org.aman.resident.Quiet;
import org.aman.resident.Resident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** From one approved sentence to every person of an area, once. */
abstract class AlertContract {
    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
    private final Channel channel = new Channel();
    private Staffroom room;

    abstract FreshDatabase database();

    @BeforeEach
    void open() {
        room = new Staffroom(database(), clock);
    }

    private void people(int from, int until, Place.Id place) {
        for (int person = from; person < until; person++) {
            room.lives(person, place);
        }
    }

    @Test
    void everybodyOfTheAreaGetsItOnceInTheirLanguageAndNobodyElse() {
        people(0, 7, Staffroom.SARAQIB);
        people(10, 13, Staffroom.ARIHA);

        Filed alert = room.sends(room.warning());
        room.round(channel).sendAll();

        assertThat(channel.said.stream().filter(one -> !one.chat().address().startsWith("@")))
                .hasSize(7)
                .allMatch(one -> one.lane() == Messenger.Lane.URGENT);
        assertThat(channel.to(1).getFirst().text())
                .startsWith("Warning from Civil Defence\nShelling on the roads of Saraqib.")
                .contains("Until Monday 13 January, 00:00 (Damascus time)")
                .endsWith("Check: /check " + alert.alert().number());
        assertThat(channel.to(2).getFirst().text()).startsWith("تحذير من الدفاع المدني\nقصف على طرق سراقب.");
        assertThat(room.progresses.of(alert.alert().number()))
                .hasValueSatisfying(progress -> {
                    assertThat(progress.sent()).isEqualTo(7);
                    assertThat(progress.waiting()).isZero();
                    assertThat(progress.state()).isEqualTo(AlertState.SENT);
                });
    }

    @Test
    void aPublicChannelOfTheAreaGetsItFirstInBothLanguages() {
        people(0, 3, Staffroom.SARAQIB);

        room.sends(room.warning());
        room.round(channel).sendAll();

        assertThat(channel.said.getFirst().chat().address()).isEqualTo("@aman_saraqib");
        assertThat(channel.said.getFirst().text()).contains("تحذير من", "Warning from");
    }

    @Test
    void followersOfAWiderAreaAreToldLastAndThoseBelowAreTold() {
        Place.Id district = Staffroom.PLACES.above(Staffroom.SARAQIB).getLast().id();
        Resident wide = room.lives(0, district);
        people(1, 3, Staffroom.SARAQIB);

        room.sends(room.warning());
        Round round = room.round(channel);
        round.take(2);

        round.record(round.sendTaken());
        assertThat(channel.to(0)).isEmpty();
        round.sendAll();
        assertThat(channel.to(0)).hasSize(1);
        assertThat(room.followings.areas(wide.id())).containsExactly(district);
    }

    @Test
    void severalAreasOfOneResidentMakeOneMessage() {
        Resident both = room.lives(0, Staffroom.SARAQIB);
        assertThat(room.followings.follow(both.id(), Staffroom.ARIHA)).isTrue();

        room.sends(room.warning().in(List.of(Staffroom.SARAQIB, Staffroom.ARIHA)));
        room.round(channel).sendAll();

        assertThat(channel.to(0)).hasSize(1);
    }

    @Test
    void aCircleReachesThoseWithin() {
        people(0, 2, Staffroom.SARAQIB);
        room.lives(5, new Place.Id("azaz"));
        var saraqib = Staffroom.PLACES.place(Staffroom.SARAQIB).orElseThrow().position();
        Draft plain = room.warning();
        Draft circle = new Draft(
                plain.kind(), plain.severity(), plain.urgency(), plain.certainty(), List.of(),
                new Areas.Circle(saraqib, 5), plain.texts(), plain.span(), null, null, null);

        room.sends(circle);
        room.round(channel).sendAll();

        assertThat(channel.to(0)).hasSize(1);
        assertThat(channel.to(5)).isEmpty();
    }

    @Test
    void a15TheAuthorNeverApprovesNotEvenWithASecondAccount() {
        people(0, 1, Staffroom.SARAQIB);
        Filed proposal = room.propose(room.warning());

        var twin = Staffroom.person("huda-too", org.aman.staff.Role.ADMIN);
        assertThat(Staffroom.refused(room.desk.approve(Staffroom.approval(proposal), room.huda)))
                .containsExactly("alert.own");
        assertThat(Staffroom.refused(room.desk.approve(Staffroom.approval(proposal), twin)))
                .containsExactly("alert.own");
        room.round(channel).sendAll();
        assertThat(channel.said).isEmpty();
    }

    @Test
    void a14NobodyWithoutTheRightProposesOrApproves() {
        people(0, 1, Staffroom.SARAQIB);
        Filed proposal = room.propose(room.warning());

        assertThat(Staffroom.refused(room.desk.propose(room.warning(), room.nour))).containsExactly("alert.not-allowed");
        assertThat(Staffroom.refused(room.desk.approve(Staffroom.approval(proposal), room.nour)))
                .containsExactly("alert.not-allowed");
        assertThat(room.rows("1 = 1")).isZero();
    }

    @Test
    void a16AForgedHashOrAnotherAreasNameSendsNothing() {
        people(0, 1, Staffroom.SARAQIB);
        Filed proposal = room.propose(room.warning());
        Alert.Number number = proposal.alert().number();

        assertThat(Staffroom.refused(room.desk.approve(
                        new AlertDesk.Approval(number, 1, "0".repeat(64), "Saraqib", ""), room.sami)))
                .containsExactly("alert.not-what-was-seen");
        assertThat(Staffroom.refused(room.desk.approve(
                        new AlertDesk.Approval(number, 1, proposal.hash(), "Ariha", ""), room.sami)))
                .containsExactly("alert.area-name");
        assertThat(room.rows("1 = 1")).isZero();
    }

    @Test
    void a21WhatWasChangedInTheStoreAfterItWasProposedIsNotSent() {
        people(0, 1, Staffroom.SARAQIB);
        Filed proposal = room.propose(room.warning());
        database().jdbc().sql("update alert_revision set said = replace(said, 'cellars', 'streets')").update();

        assertThat(Staffroom.refused(room.desk.approve(Staffroom.approval(proposal), room.sami)))
                .containsExactly("alert.changed");
        assertThat(room.rows("1 = 1")).isZero();
    }

    @Test
    void a17OfManyWhoApproveAtOnceOneDoes() throws Exception {
        people(0, 3, Staffroom.SARAQIB);
        Filed proposal = room.propose(room.warning());

        List<List<Ruling>> rounds =
                Fight.of(number -> room.desk.approve(Staffroom.approval(proposal), room.sami));

        assertThat(rounds.stream().flatMap(List::stream).filter(Ruling.Granted.class::isInstance)).hasSize(1);
        assertThat(room.rows("1 = 1")).isEqualTo(3);
    }

    @Test
    void f2AKillAfterApprovalFindsEveryRowMade() {
        people(0, 4, Staffroom.SARAQIB);
        room.sends(room.warning());

        Round afterTheKill = room.round(channel);
        afterTheKill.resume();
        afterTheKill.sendAll();

        assertThat(channel.said).hasSize(5);
    }

    @Test
    void f1WhatAKilledProcessHadTakenIsSentAfterTheStartAndAtMostThatTwice() {
        people(0, 20, Staffroom.SARAQIB);
        Filed alert = room.sends(room.warning());
        Round killed = room.round(channel);
        killed.take(6);
        killed.sendTaken();

        Round next = room.round(channel);
        next.resume();
        next.sendAll();

        Map<String, Integer> times = new HashMap<>();
        channel.said.forEach(one -> times.merge(one.chat().address(), 1, Integer::sum));
        assertThat(times.values().stream().mapToInt(often -> often - 1).sum()).isEqualTo(6);
        assertThat(times).hasSize(21);
        assertThat(room.progresses.of(alert.alert().number()).orElseThrow().sent()).isEqualTo(20);
    }

    @Test
    void f15TwoReplicasNeverTakeTheSameRow() throws Exception {
        people(0, 60, Staffroom.SARAQIB);
        Alert.Number number = room.sends(room.warning()).alert().number();

        List<List<List<Delivery>>> rounds = Fight.of(round -> room.deliveries.take(number, 3, "r"));

        Set<Resident.Id> seen = new HashSet<>();
        List<Resident.Id> all = rounds.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(one -> one.resident().id())
                .toList();
        seen.addAll(all);
        assertThat(all).hasSameSizeAs(seen).hasSize(60);
    }

    @Test
    void f15AClaimLapsesWhenItsReplicaDies() {
        people(0, 3, Staffroom.SARAQIB);
        Alert.Number number = room.sends(room.warning()).alert().number();
        assertThat(room.deliveries.take(number, 9, "dead")).hasSize(3);

        assertThat(room.deliveries.take(number, 9, "other")).isEmpty();
        clock.passes(Deliveries.CLAIM);
        assertThat(room.deliveries.take(number, 9, "other")).hasSize(3);
    }

    @Test
    void f16AProcessThatStoodStillSendsNothingItHadTaken() {
        people(0, 3, Staffroom.SARAQIB);
        room.sends(room.warning());
        Round round = room.round(channel);
        round.take(3);

        room.nanos.addAndGet(Duration.ofSeconds(120).toNanos());
        clock.passes(Duration.ofSeconds(120));
        round.record(round.sendTaken());

        assertThat(channel.said).isEmpty();
        clock.passes(Duration.ofSeconds(1));
        round.sendAll();
        assertThat(channel.said).hasSize(4);
    }

    @Test
    void f17ACancelStopsWhatIsUnderWayAndReachesExactlyThoseWhoMayHaveGotIt() {
        people(0, 10, Staffroom.SARAQIB);
        Filed first = room.sends(room.warning());
        Round round = room.round(channel);
        round.take(4);
        round.record(round.sendTaken());
        round.take(3);

        Filed cancel = room.sends(room.following(first, Way.CANCEL));
        round.look();
        round.record(round.sendTaken());
        assertThat(channel.said).hasSize(4);
        clock.passes(Recipients.AFTER_THE_FIRST);
        round.sendAll();

        assertThat(channel.said).hasSize(8);
        assertThat(channel.said.subList(4, 8)).allMatch(one -> one.text().startsWith("CANCELLED: alert 1.")
                || one.text().startsWith("أُلغي التنبيه 1."));
        assertThat(room.progresses.of(cancel.alert().number()).orElseThrow().total()).isEqualTo(4);
        assertThat(room.progresses.of(first.alert().number()).orElseThrow().failed()).containsEntry("withdrawn", 6);
        assertThat(room.alerts.filed(first.alert().number()).orElseThrow().state()).isEqualTo(AlertState.CANCELLED);
    }

    @Test
    void f17ACancelWaitsForWhatIsUnderWayHoweverSlowlyItEnds() {
        people(0, 4, Staffroom.SARAQIB);
        Filed first = room.sends(room.warning());
        Round slow = room.round(channel);
        slow.take(3);

        Filed cancel = room.sends(room.following(first, Way.CANCEL));
        clock.passes(Duration.ofSeconds(30));
        Round round = room.round(channel);
        round.sendAll();
        assertThat(channel.said).isEmpty();

        slow.look();
        slow.record(slow.sendTaken());
        clock.passes(Recipients.AFTER_THE_FIRST);
        round.sendAll();
        assertThat(channel.said).isEmpty();
        assertThat(room.progresses.of(cancel.alert().number()).orElseThrow().total()).isZero();
    }

    @Test
    void f17ACancelAfterAKillReachesThoseWhoMayHaveGotIt() {
        people(0, 6, Staffroom.SARAQIB);
        Filed first = room.sends(room.warning());
        Round killed = room.round(channel);
        killed.take(3);
        killed.sendTaken();

        room.sends(room.following(first, Way.CANCEL));
        clock.passes(Duration.ofMinutes(2));
        Round next = room.round(channel);
        next.resume();
        next.sendAll();

        assertThat(channel.said).hasSize(6);
    }

    @Test
    void anUpdateReplacesTheFirstForThoseWhoWaitAndFollowsItForTheOthers() {
        people(0, 6, Staffroom.SARAQIB);
        Filed first = room.sends(room.warning());
        Round round = room.round(channel);
        round.take(2);
        round.record(round.sendTaken());

        room.sends(room.following(first, Way.UPDATE));
        clock.passes(Recipients.AFTER_THE_FIRST);
        round.sendAll();

        for (int person = 0; person < 6; person++) {
            assertThat(channel.to(person).getLast().text()).containsAnyOf("UPDATE to alert 1", "تحديث للتنبيه 1");
        }
        assertThat(channel.said.stream().filter(one -> !one.chat().address().startsWith("@"))).hasSize(8);
    }

    @Test
    void whatFollowsAnAlertIsRefusedWhereSomebodyChangesThatOneInBetween() {
        people(0, 3, Staffroom.SARAQIB);
        Filed first = room.sends(room.warning());
        Filed update = room.propose(room.following(first, Way.UPDATE));
        Alert.Number number = update.alert().number();

        Ruling ruling = new Staffroom(database(), pausingAndResuming(first))
                .desk.approve(Staffroom.approval(update), room.sami);

        assertThat(Staffroom.refused(ruling)).containsExactly("alert.decided");
        assertThat(room.rows("number = " + number)).isZero();
        assertThat(room.alerts.filed(number).orElseThrow().state()).isEqualTo(AlertState.PROPOSED);
        assertThat(room.alerts.filed(first.alert().number()).orElseThrow().state()).isEqualTo(AlertState.SENDING);

        room.approve(update);
        assertThat(room.rows("number = " + number)).isEqualTo(3);
        assertThat(room.alerts.filed(first.alert().number()).orElseThrow().state()).isEqualTo(AlertState.REPLACED);
    }

    /** Whoever asks for the time finds the alert in another state than a moment before. */
    private Clock pausingAndResuming(Filed alert) {
        InstantSource source = () -> {
            database().jdbc()
                    .sql("""
                            update alert set state = case when state = 'SENDING' then 'PAUSED' else 'SENDING' end
                             where number = :number
                            """)
                    .param("number", alert.alert().number().value())
                    .update();
            return clock.instant();
        };
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void a20AnAllClearNeedsTheAlertItEndsAndReachesThoseWhoGotAnyOfTheRow() {
        people(0, 3, Staffroom.SARAQIB);
        Filed first = room.sends(room.warning());
        room.round(channel).sendAll();
        Filed update = room.sends(room.following(first, Way.UPDATE));
        clock.passes(Recipients.AFTER_THE_FIRST);
        room.round(channel).sendAll();

        assertThat(Staffroom.refused(room.desk.propose(room.following(update, Way.ALL_CLEAR), room.huda)))
                .containsExactly("alert.follow-the-first");
        Filed clear = room.sends(room.following(first, Way.ALL_CLEAR));
        room.round(channel).sendAll();

        assertThat(clear.alert().kind()).isEqualTo(Alert.Kind.ALL_CLEAR);
        assertThat(channel.to(1).getLast().text())
                .startsWith("ALL CLEAR for alert 1:")
                .contains("This does not mean that the place is safe.");
        assertThat(Staffroom.refused(room.desk.approve(
                        Staffroom.approval(room.propose(room.following(first, Way.CANCEL))), room.sami)))
                .containsExactly("alert.first-over");
    }

    private static Draft corrected(Filed first) {
        return Draft.of(first.alert())
                .with(new Draft.Texts(
                        new Bilingual("الدفاع المدني", "Civil Defence"),
                        new Bilingual("قصف على طرق سراقب.", "Shelling on the roads of Saraqib."),
                        new Bilingual("ابتعدوا عن الطرق.", "Keep off the roads."),
                        null,
                        null))
                .replacing(first.alert().number());
    }

    @Test
    void f17ACancelReachesThoseWhoseMessagesWereStillToBeCorrected() {
        people(0, 4, Staffroom.SARAQIB);
        Filed first = room.sends(room.warning());
        Round round = room.round(channel);
        round.sendAll();
        room.sends(corrected(first));

        Draft cancel = room.following(first, Way.CANCEL);
        assertThat(room.desk.estimate(cancel).people()).isEqualTo(4);
        Filed cancelled = room.sends(cancel);
        assertThat(room.progresses.of(cancelled.alert().number()).orElseThrow().total()).isEqualTo(4);
        clock.passes(Recipients.AFTER_THE_FIRST);
        round.sendAll();

        everybodyHearsOfTheCancel(4);
    }

    @Test
    void f17ACancelReachesThoseWhoseCorrectionWasHeldBackByIt() {
        people(0, 4, Staffroom.SARAQIB);
        Filed first = room.sends(room.warning());
        Round round = room.round(channel);
        round.sendAll();
        room.sends(corrected(first));
        round.look();
        assertThat(round.take(3)).isEqualTo(3);

        Filed cancelled = room.sends(room.following(first, Way.CANCEL));
        round.look();
        round.record(round.sendTaken());
        assertThat(room.progresses.of(cancelled.alert().number()).orElseThrow().total()).isEqualTo(4);
        clock.passes(Recipients.AFTER_THE_FIRST);
        round.sendAll();

        everybodyHearsOfTheCancel(4);
    }

    private void everybodyHearsOfTheCancel(int people) {
        for (int person = 0; person < people; person++) {
            assertThat(channel.to(person)).hasSize(2);
            assertThat(channel.to(person).getLast().text())
                    .containsAnyOf("CANCELLED: alert 1.", "أُلغي التنبيه 1.");
        }
    }

    @Test
    void aCorrectionInPlaceChangesTheMessagesPeopleHaveAndTheRestGetItAtOnce() {
        people(0, 4, Staffroom.SARAQIB);
        Filed first = room.sends(room.warning());
        Round round = room.round(channel);
        round.take(2);
        round.record(round.sendTaken());

        Filed proposal = room.propose(corrected(first));
        assertThat(proposal.alert().revision()).isEqualTo(2);
        room.approve(proposal);
        round.sendAll();

        List<Channel.Said> later = channel.said.stream()
                .filter(one -> one.text().contains("Keep off the roads.") || one.text().contains("ابتعدوا عن الطرق."))
                .filter(one -> !one.chat().address().startsWith("@"))
                .toList();
        assertThat(later).hasSize(4);
        assertThat(later.stream().filter(one -> one.edited() != null)).hasSize(2);
        assertThat(room.progresses.of(first.alert().number()).orElseThrow().sent()).isEqualTo(4);
    }

    @Test
    void f10WhatExpiredIsNotSentButListedAndItsAuthorIsAskedForAnAllClear() {
        people(0, 3, Staffroom.SARAQIB);
        Filed alert = room.sends(room.warning());
        clock.passes(Duration.ofHours(6));

        room.round(channel).sendAll();

        assertThat(channel.said).isEmpty();
        Progress progress = room.progresses.of(alert.alert().number()).orElseThrow();
        assertThat(progress.state()).isEqualTo(AlertState.EXPIRED);
        assertThat(progress.failed()).containsEntry("expired", 3);
        assertThat(room.news).anyMatch(news -> news.what() == AlertNews.What.ENDED_WITHOUT_ALL_CLEAR
                && news.by().equals(room.huda.id()));
        assertThat(room.alerts.awaitingAllClear()).hasSize(1);
    }

    @Test
    void whoFailedIsListedByCauseAndCanBeSentItAgain() {
        people(0, 3, Staffroom.SARAQIB);
        channel.answers(Staffroom.chat(0), new Outcome.Rejected("400 wrong"));
        Alert.Number number = room.sends(room.warning()).alert().number();
        room.round(channel).sendAll();
        assertThat(room.progresses.of(number).orElseThrow().failed()).containsEntry("400 wrong", 1);

        channel.answersAll();
        Staffroom.granted(room.controls.sendAgain(number, "400 wrong", room.sami));
        room.round(channel).sendAll();

        assertThat(channel.to(0)).hasSize(1);
        assertThat(room.progresses.of(number).orElseThrow().sent()).isEqualTo(3);
        assertThat(room.progresses.of(number).orElseThrow().failed()).isEmpty();
        assertThat(room.progresses.csv(number)).contains("1,\"sent\",\"<10\"").doesNotContain("7000");
    }

    @Test
    void aDraftIsKeptAsItWasTypedAndNobodyOverwritesWhatAnotherSaved() {
        AlertDrafts drafts = new AlertDrafts(room.database.jdbc(), room.database.identifiers(), clock);
        Draft half = new Draft(
                null, null, null, null, List.of(Staffroom.SARAQIB),
                new Areas.Circle(new org.aman.place.Position(35.86, 36.8), 2.5),
                new Draft.Texts(null, new Bilingual("قصف", null), null, null, null),
                new Draft.Span(null, null, clock.instant()), null, null, null);

        AlertDrafts.Kept kept = drafts.start(half, room.huda.id());
        assertThat(drafts.draft(kept.id())).contains(kept);
        assertThat(drafts.change(kept.id(), 1, room.warning(), room.sami.id())).isPresent();
        assertThat(drafts.change(kept.id(), 1, half, room.huda.id())).isEmpty();
        assertThat(drafts.draft(kept.id()).orElseThrow().draft()).isEqualTo(room.warning());

        clock.passes(Duration.ofDays(30));
        drafts.sweep();
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void a40NoCellBeginsAFormula() {
        assertThat(Progresses.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(Progresses.cell("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
    }

    @Test
    void f11WhoIsUnreachableIsCountedAndTheOthersGetIt() {
        people(0, 3, Staffroom.SARAQIB);
        channel.answers(Staffroom.chat(1), new Outcome.Unreachable());
        Alert.Number number = room.sends(room.warning()).alert().number();
        room.round(channel).sendAll();

        Progress progress = room.progresses.of(number).orElseThrow();
        assertThat(progress.sent()).isEqualTo(2);
        assertThat(progress.gone()).containsEntry(Progress.Gone.UNREACHABLE, 1);
    }

    @Test
    void inDoubtIsTriedAgainLater() {
        people(0, 1, Staffroom.SARAQIB);
        channel.answers(Staffroom.chat(0), new Outcome.TryAgain(Duration.ofSeconds(5)));
        room.sends(room.warning());
        Round round = room.round(channel);
        round.sendAll();
        channel.answersAll();
        round.sendAll();
        assertThat(channel.to(0)).isEmpty();

        clock.passes(Duration.ofSeconds(5));
        round.sendAll();
        assertThat(channel.to(0)).hasSize(1);
    }

    @Test
    void p6WhoForgetsInMidBroadcastGetsNothingMoreNotEvenWhatWasTaken() {
        people(0, 4, Staffroom.SARAQIB);
        Alert.Number number = room.sends(room.warning()).alert().number();
        Round round = room.round(channel);
        round.take(4);

        room.forget(Staffroom.chat(0));
        round.sender().forget(Staffroom.chat(0));
        room.forget(Staffroom.chat(1));
        var inHand = round.sender().inHand();
        round.sender().stillOwed(inHand, room.deliveries.stillThere(inHand));
        round.record(round.sendTaken());
        round.sendAll();

        assertThat(channel.to(0)).isEmpty();
        assertThat(channel.to(1)).isEmpty();
        Progress progress = room.progresses.of(number).orElseThrow();
        assertThat(progress.sent()).isEqualTo(2);
        assertThat(progress.gone()).containsEntry(Progress.Gone.FORGOTTEN, 2);
        assertThat(progress.waiting()).isZero();
    }

    @Test
    void p14RowsGo72HoursAfterTheEndAndTotalsStay() {
        people(0, 3, Staffroom.SARAQIB);
        Alert.Number number = room.sends(room.warning()).alert().number();
        room.round(channel).sendAll();

        clock.passes(Duration.ofHours(6 + 71));
        room.caretaker.erase();
        assertThat(room.rows("1 = 1")).isEqualTo(3);
        clock.passes(Duration.ofHours(1));
        room.caretaker.erase();

        assertThat(room.rows("1 = 1")).isZero();
        assertThat(room.progresses.of(number).orElseThrow().sent()).isEqualTo(3);
    }

    @Test
    void p13FewPeopleAreCountedAsFewerThanTen() {
        people(0, 3, Staffroom.SARAQIB);
        assertThat(room.desk.estimate(room.warning()).peopleSaid()).isEqualTo("<10");
        people(3, 12, Staffroom.SARAQIB);
        assertThat(room.desk.estimate(room.warning()).peopleSaid()).isEqualTo("12");
    }

    @Test
    void p13TheJournalCountsFewPeopleAsFewerThanTen() {
        people(0, 3, Staffroom.SARAQIB);
        for (int person = 0; person < 3; person++) {
            channel.answers(Staffroom.chat(person), new Outcome.Rejected("400 wrong"));
        }
        Alert.Number number = room.sends(room.warning()).alert().number();
        assertThat(lastNoted()).startsWith("revision 1, <10 people, hash ");

        room.round(channel).sendAll();
        Staffroom.granted(room.controls.sendAgain(number, "400 wrong", room.sami));
        assertThat(lastNoted()).isEqualTo("<10 people, 400 wrong");

        people(3, 12, Staffroom.SARAQIB);
        room.sends(room.warning());
        assertThat(lastNoted()).startsWith("revision 1, 12 people, hash ");
    }

    private String lastNoted() {
        return room.journal.before(Long.MAX_VALUE, 1).getFirst().detail();
    }

    @Test
    void f7AConnectionLostAtTheCommitOfAnApprovalNeverMakesTwoBroadcasts() {
        LossyTransactions transactions = new LossyTransactions(database().dataSource());
        room = new Staffroom(database(), clock, Staffroom.settings(false), new TransactionTemplate(transactions));
        people(0, 3, Staffroom.SARAQIB);
        Filed proposal = room.propose(room.warning());

        transactions.lose(LossyTransactions.Loss.BEFORE_IT_ARRIVED);
        assertThatThrownBy(() -> room.approve(proposal)).isInstanceOf(TransactionSystemException.class);
        assertThat(room.rows("1 = 1")).as("not approved, and nothing will be sent").isZero();
        transactions.lose(LossyTransactions.Loss.BEFORE_ITS_ANSWER);
        assertThatThrownBy(() -> room.approve(proposal)).isInstanceOf(TransactionSystemException.class);
        assertThat(room.rows("1 = 1")).as("approved, whatever the approver was told").isEqualTo(3);

        assertThat(Staffroom.refused(room.desk.approve(Staffroom.approval(proposal), room.sami))).isNotEmpty();
        assertThat(room.rows("1 = 1")).isEqualTo(3);
        room.round(channel).sendAll();
        for (int person = 0; person < 3; person++) {
            assertThat(channel.to(person)).hasSize(1);
        }
    }

    @Test
    void a25AnybodyFreezesAndTwoRelease() {
        people(0, 3, Staffroom.SARAQIB);
        room.sends(room.warning());
        Round round = room.round(channel);
        round.take(2);

        assertThat(room.controls.freeze(room.nour)).isTrue();
        round.look();
        round.record(round.sendTaken());
        round.sendAll();
        assertThat(channel.said).isEmpty();

        assertThat(room.controls.release(room.nour)).isEqualTo(AlertControls.Release.NOT_ALLOWED);
        assertThat(room.controls.release(room.huda)).isEqualTo(AlertControls.Release.FIRST_OF_TWO);
        assertThat(room.controls.release(room.huda)).isEqualTo(AlertControls.Release.SAME_PERSON);
        assertThat(room.controls.release(room.sami)).isEqualTo(AlertControls.Release.RELEASED);
        clock.passes(Duration.ofSeconds(1));
        round.sendAll();
        assertThat(channel.said).hasSize(4);
        assertThat(room.journal.before(Long.MAX_VALUE, 9).stream().map(org.aman.staff.Journal.Entry::act))
                .contains("alerts-frozen", "alerts-release-wished", "alerts-released");
    }

    @Test
    void aPauseHoldsAndAStopEnds() {
        people(0, 4, Staffroom.SARAQIB);
        Alert.Number number = room.sends(room.warning()).alert().number();
        Round round = room.round(channel);
        round.take(1);
        round.record(round.sendTaken());
        Staffroom.granted(room.controls.pause(number, room.sami));
        round.sendAll();
        assertThat(channel.said).hasSize(1);

        Staffroom.granted(room.controls.resume(number, room.sami));
        round.look();
        round.take(1);
        round.record(round.sendTaken());
        Staffroom.granted(room.controls.stop(number, room.sami));
        round.sendAll();

        assertThat(channel.said).hasSize(2);
        assertThat(room.progresses.of(number).orElseThrow().failed()).containsEntry("stopped", 2);
    }

    @Test
    void a18ACallSentAloneNeedsTheSettingIsShortCappedMarkedAndTold() {
        people(0, 1, Staffroom.SARAQIB);
        assertThat(Staffroom.refused(room.desk.override(room.warning(), "Saraqib", room.sami)))
                .containsExactly("alert.no-override");
        room = new Staffroom(database(), clock, Staffroom.settings(true));

        Filed alone = Staffroom.granted(room.desk.override(room.warning(), "سراقب", room.sami));
        assertThat(alone.override()).isTrue();
        assertThat(alone.said().text().best(Language.ENGLISH)).hasSizeLessThanOrEqualTo(180);
        assertThat(room.news).anyMatch(news -> news.what() == AlertNews.What.OVERRIDDEN);
        assertThat(room.journal.before(Long.MAX_VALUE, 1).getFirst().act()).isEqualTo("alert-sent-alone");
        Staffroom.granted(room.desk.override(room.warning(), "Saraqib", room.sami));
        assertThat(Staffroom.refused(room.desk.override(room.warning(), "Saraqib", room.sami)))
                .containsExactly("alert.override-cap");
        assertThat(Staffroom.refused(room.desk.override(
                        room.warning().with(new Draft.Texts(
                                room.warning().texts().source(),
                                new Bilingual("قصف ".repeat(60), "Shelling ".repeat(30)),
                                room.warning().texts().instruction(), null, null)),
                        "Saraqib", room.sami)))
                .contains("alert.emergency-length");
    }

    @Test
    void a19OneMoreThanTheDailyCapNeedsAReasonThatIsJournalled() {
        people(0, 1, Staffroom.SARAQIB);
        for (int i = 0; i < 3; i++) {
            room.sends(room.warning());
        }
        Filed fourth = room.propose(room.warning());
        assertThat(Staffroom.refused(room.desk.approve(Staffroom.approval(fourth), room.sami)))
                .containsExactly("alert.over-cap");

        AlertDesk.Approval reasoned = new AlertDesk.Approval(
                fourth.alert().number(), 1, fourth.hash(), "Saraqib", "a second attack");
        Staffroom.granted(room.desk.approve(reasoned, room.sami));
        assertThat(room.journal.before(Long.MAX_VALUE, 9)).anyMatch(entry ->
                entry.act().equals("alert-over-daily-cap") && entry.detail().equals("a second attack"));
    }

    @Test
    void anExerciseLooksDifferentAndGoesToThoseWhoTakePartOnly() {
        people(0, 3, Staffroom.SARAQIB);
        Resident takesPart = room.lives(5, Staffroom.SARAQIB);
        room.followings.followTopic(takesPart.id(), Followings.EXERCISES);
        Draft plain = room.warning();
        Draft exercise = new Draft(
                Alert.Kind.EXERCISE, plain.severity(), plain.urgency(), plain.certainty(), plain.places(), null,
                plain.texts(), plain.span(), null, null, null);

        room.sends(exercise);
        room.round(channel).sendAll();

        assertThat(channel.said).hasSize(1);
        assertThat(channel.to(5).getFirst().text()).startsWith("EXERCISE.").endsWith("This is only an exercise.");
    }

    @Test
    void informationWaitsForTheMorningAndForItsTopicWarningsDoNot() {
        Resident sleeps = room.lives(1, Staffroom.SARAQIB);
        room.followings.quiet(sleeps.id(), new Quiet(17 * 60, 7 * 60));
        Resident other = room.lives(2, Staffroom.SARAQIB);
        room.followings.followTopic(other.id(), "aid");
        Draft plain = room.warning();
        Instant now = clock.instant();
        Draft information = new Draft(
                Alert.Kind.INFORMATION, plain.severity(), plain.urgency(), plain.certainty(), plain.places(), null,
                plain.texts(), new Draft.Span(now, now, now.plus(Duration.ofHours(30))), "camp", null, null);

        room.sends(information);
        Round round = room.round(channel);
        round.sendAll();
        assertThat(channel.said).isEmpty();
        clock.passes(Duration.ofHours(13));
        round.sendAll();
        assertThat(channel.to(1)).hasSize(1);
        assertThat(channel.to(2)).isEmpty();
        assertThat(channel.to(1).getFirst().lane()).isEqualTo(Messenger.Lane.BULK);

        clock.passes(Duration.ofHours(12));
        room.sends(room.warning());
        room.round(channel).sendAll();
        assertThat(channel.to(1)).hasSize(2);
        assertThat(new Quiet(22 * 60, 6 * 60).left(LocalTime.of(23, 0))).isEqualTo(Duration.ofHours(7));
    }

    /** Though a process was at work a moment before the copy was made. */
    @Test
    void f28WhatAnOlderCopyOfTheDatabaseOwesWaitsForAPerson(@TempDir Path folder) {
        people(0, 3, Staffroom.SARAQIB);
        database().outsideMemory(folder, clock);
        Alert.Number number = room.sends(room.warning()).alert().number();
        room.caretaker.beat();
        // A backup knows fewer starts than the file beside the key.
        database().outsideMemory(folder, clock);
        database().jdbc().sql("update outside_mark set starts = 1").update();
        boolean restored = database().outsideMemory(folder, clock).isRestored();

        new Caretaker(database().jdbc(), room.deliveries, room.alerts, room.office, restored).pauseUnfinished();
        room.round(channel).sendAll();

        assertThat(channel.said).isEmpty();
        assertThat(room.alerts.filed(number).orElseThrow().state()).isEqualTo(AlertState.PAUSED);
        assertThat(room.news).anyMatch(news -> news.what() == AlertNews.What.PAUSED_AFTER_RESTORE);
        assertThat(room.journal.before(Long.MAX_VALUE, 1).getFirst().detail())
                .isEqualTo("an older copy of the database was put back");

        assertThat(room.controls.resume(number, room.huda)).isInstanceOf(Ruling.Granted.class);
        room.round(channel).sendAll();
        assertThat(channel.to(1)).hasSize(1);
    }

    @Test
    void f18NothingNewGoesOutWhileTheClocksDisagreeAndStoppingGoesOn() {
        people(0, 1, Staffroom.SARAQIB);
        Filed running = room.sends(room.warning());
        Filed proposal = room.propose(room.warning());
        room.clocksDisagree = true;

        assertThat(Staffroom.refused(room.desk.approve(Staffroom.approval(proposal), room.sami)))
                .containsExactly("alert.clocks-disagree");
        assertThat(room.controls.pause(running.alert().number(), room.sami)).isInstanceOf(Ruling.Granted.class);

        room.clocksDisagree = false;
        assertThat(room.approve(proposal).state()).isEqualTo(AlertState.SENDING);
    }

    @Test
    void f28UnfinishedAlertsOfAnOldBackupWaitForAPerson() {
        people(0, 3, Staffroom.SARAQIB);
        Alert.Number number = room.sends(room.warning()).alert().number();
        room.caretaker.beat();
        clock.passes(Duration.ofMinutes(10));
        room.caretaker.pauseUnfinished();
        assertThat(room.alerts.filed(number).orElseThrow().state()).isEqualTo(AlertState.SENDING);

        clock.passes(Duration.ofHours(1));
        room.caretaker.pauseUnfinished();
        room.round(channel).sendAll();

        assertThat(channel.said).isEmpty();
        assertThat(room.alerts.filed(number).orElseThrow().state()).isEqualTo(AlertState.PAUSED);
        assertThat(room.news).anyMatch(news -> news.what() == AlertNews.What.PAUSED_AFTER_ABSENCE);
    }

    @Test
    void aPlaceRemovedBetweenProposalAndApprovalStopsTheAlertWithASentence(@TempDir Path folder) throws Exception {
        people(0, 3, Staffroom.ARIHA);
        Draft draft = room.warning().in(List.of(Staffroom.ARIHA, Staffroom.SARAQIB));
        Filed proposal = room.propose(draft);
        String places = Files.readString(Path.of("config/places.yaml"));
        Path fewer = folder.resolve("places.yaml");
        Files.writeString(fewer, places.replace("- id: saraqib\n", "- id: renamed\n"));
        room = new Staffroom(database(), clock, Gazetteer.load(fewer));

        Ruling ruling = room.desk.approve(Staffroom.approval(proposal), room.sami);

        assertThat(Staffroom.refused(ruling)).containsExactly("alert.place-unknown");
        assertThat(room.rows("1 = 1")).isZero();
        assertThat(room.alerts.filed(proposal.alert().number()).orElseThrow().state()).isEqualTo(AlertState.PROPOSED);
    }

    @Test
    void aPlaceThatIsUnknownAndAnAreaWithNobodyAreRefused() {
        assertThat(Staffroom.refused(room.desk.approve(
                        Staffroom.approval(room.propose(room.warning())), room.sami)))
                .containsExactly("alert.nobody");
        assertThat(room.rows("1 = 1")).isZero();
        assertThat(Staffroom.refused(room.desk.propose(
                        room.warning().in(List.of(new Place.Id("gone"))), room.huda)))
                .contains("alert.place-unknown");
    }
}

package org.aman.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.staff.Journal;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the first word to the answer: who may do which step, and that what goes live is exactly what was approved. */
abstract class DraftDeskContract {
    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
    private final List<Updates.Change> announced = new ArrayList<>();
    private Desks desks = null;
    private DraftDesk desk = null;

    abstract FreshDatabase database();

    @BeforeEach
    void open() {
        desks = new Desks(database(), clock, announced::add);
        desk = desks.draftDesk;
    }

    @Test
    void anUpdateIsWrittenHandedInApprovedAndAnswers() {
        Draft draft = handedIn(Desks.VOLUNTEER, Sheets.camp("open"));

        Ruling ruling = desk.approve(Desks.RANA, draft.id(), draft.hash());

        Update update = ((Ruling.Published) ruling).update();
        assertThat(update.id().value()).isEqualTo("camp-killi-camps-0112");
        assertThat(desks.updates.answering(update.id())).contains(update);
        assertThat(announced).singleElement().satisfies(change -> assertThat(change.now()).containsExactly(update));
        assertThat(desks.updates.history(update.id()).getFirst().by()).isEqualTo("rana");
        assertThat(desks.journal.before(Long.MAX_VALUE, 9)).extracting(Journal.Entry::act)
                .containsExactly(
                        "update-published", "draft-approved", "draft-handed-in", "draft-saved", "draft-started");
        assertThat(desks.drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(Life.PUBLISHED);
        assertThat(desks.journal.firstBroken()).isEmpty();
    }

    @Test
    void whatHasErrorsIsNotHandedInAndAllOfThemAreNamed() {
        Draft draft = kept(desk.start(Desks.VOLUNTEER));

        Ruling.Refused refused = refused(desk.handIn(Desks.VOLUNTEER, draft.id(), 1), Ruling.Why.HAS_ERRORS);

        assertThat(refused.findings()).extracting(Finding::field)
                .contains("topic", "status", "confidence", "verified", "title", "text", "sources");
    }

    @Test
    void twoWhoWriteAtOnceAreShownEachOthersWordsAndNothingIsOverwritten() {
        Draft draft = kept(desk.start(Desks.VOLUNTEER, Sheets.camp("open"), Draft.Origin.NOTHING));
        kept(desk.save(Desks.RANA, draft.id(), 1, Sheets.camp("full")));

        Ruling ruling = desk.save(Desks.VOLUNTEER, draft.id(), 1, Sheets.camp("closed"));

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Conflict.class, conflict -> {
            assertThat(conflict.theirs().written().status()).isEqualTo("full");
            assertThat(conflict.yours().status()).isEqualTo("closed");
            assertThat(conflict.common()).isNotNull().extracting(Written::status).isEqualTo("open");
        });
        assertThat(desks.drafts.draft(draft.id()).orElseThrow().written().status()).isEqualTo("full");
    }

    @Test
    void a13ToReadOrWriteAnothersDraftNeedsTheRoleForIt() {
        Draft draft = kept(desk.start(Desks.VOLUNTEER, Sheets.camp("open"), Draft.Origin.NOTHING));
        Volunteer disabled = new Volunteer(
                new Volunteer.Id("gone"), "Gone", Role.ADMIN, Language.ENGLISH, false);

        for (Volunteer stranger : List.of(Desks.READER, disabled)) {
            refused(desk.start(stranger), Ruling.Why.NOT_ALLOWED);
            refused(desk.save(stranger, draft.id(), 1, Sheets.camp("full")), Ruling.Why.NOT_ALLOWED);
            refused(desk.handIn(stranger, draft.id(), 1), Ruling.Why.NOT_ALLOWED);
            refused(desk.giveBack(stranger, draft.id(), 1, "why"), Ruling.Why.NOT_ALLOWED);
            refused(desk.discard(stranger, draft.id(), 1), Ruling.Why.NOT_ALLOWED);
            refused(desk.approve(stranger, draft.id(), draft.hash()), Ruling.Why.NOT_NOW);
        }
        refused(desk.save(Desks.RANA, new Draft.Id("guessed"), 1, Sheets.camp("full")), Ruling.Why.NOT_FOUND);
        assertThat(desks.drafts.versions(draft.id())).hasSize(1);
    }

    @Test
    void a14WhoeverPostsAStateGetsNoFurtherThanTheStepsAllow() {
        Draft draft = kept(desk.start(Desks.VOLUNTEER, Sheets.camp("open"), Draft.Origin.NOTHING));

        refused(desk.approve(Desks.RANA, draft.id(), draft.hash()), Ruling.Why.NOT_NOW);
        refused(desk.publishAlone(Desks.VOLUNTEER, draft.id(), draft.hash()), Ruling.Why.NEEDS_ANOTHER);
        assertThat(desks.updates.answerable()).isEmpty();
    }

    @Test
    void a15AuthorNeverApprovesNorDoesWhoeverWroteAnyPartOfIt() {
        Draft draft = kept(desk.start(Desks.RANA, Sheets.camp("open"), Draft.Origin.NOTHING));
        draft = kept(desk.save(Desks.OMAR, draft.id(), 1, Sheets.camp("full")));
        draft = kept(desk.handIn(Desks.VOLUNTEER, draft.id(), draft.version()));

        refused(desk.approve(Desks.RANA, draft.id(), draft.hash()), Ruling.Why.OWN_WORK);
        refused(desk.approve(Desks.OMAR, draft.id(), draft.hash()), Ruling.Why.OWN_WORK);
        assertThat(desk.approve(Desks.SALMA, draft.id(), draft.hash())).isInstanceOf(Ruling.Published.class);
    }

    @Test
    void a15AuthorNeverApprovesUnderASecondAccount() {
        desks.same.add(Set.of(Desks.VOLUNTEER.id(), Desks.OMAR.id()));
        Draft draft = handedIn(Desks.VOLUNTEER, Sheets.camp("open"));

        refused(desk.approve(Desks.OMAR, draft.id(), draft.hash()), Ruling.Why.OWN_WORK);
    }

    @Test
    void a16EditedAfterApprovalNothingOfTheApprovalIsLeft() {
        Draft draft = handedIn(Desks.VOLUNTEER, Sheets.hazard("ended"));
        assertThat(desk.approve(Desks.RANA, draft.id(), draft.hash())).isInstanceOf(Ruling.NeedsMore.class);

        Draft edited = kept(desk.save(Desks.VOLUNTEER, draft.id(), draft.version(), Sheets.hazard("ongoing")));
        assertThat(edited.state()).isEqualTo(Life.DRAFT);
        assertThat(edited.approvals()).isEmpty();
        Draft again = kept(desk.handIn(Desks.VOLUNTEER, draft.id(), edited.version()));

        refused(desk.approve(Desks.OMAR, draft.id(), draft.hash()), Ruling.Why.CHANGED_SINCE);
        assertThat(again.hash()).isNotEqualTo(draft.hash());
        Update live = ((Ruling.Published) desk.approve(Desks.OMAR, draft.id(), again.hash())).update();
        assertThat(UpdateText.hash(live)).isEqualTo(again.hash());
        assertThat(live.status()).isEqualTo("ongoing");
    }

    @Test
    void a21WidenedAfterApprovalItMustBeApprovedAgain() {
        Draft draft = handedIn(Desks.VOLUNTEER, Sheets.camp("open"));
        Written wide = Sheets.in(Sheets.camp("open"), List.of("idlib"));
        kept(desk.save(Desks.VOLUNTEER, draft.id(), draft.version(), wide));
        kept(desk.handIn(Desks.VOLUNTEER, draft.id(), draft.version() + 1));

        refused(desk.approve(Desks.RANA, draft.id(), draft.hash()), Ruling.Why.CHANGED_SINCE);
    }

    @Test
    void a18AStolenAccountAlonePublishesNoEvacuation() {
        Draft draft = handedIn(Desks.RANA, Sheets.evacuation("ordered"));

        refused(desk.publishAlone(Desks.RANA, draft.id(), draft.hash()), Ruling.Why.NEEDS_ANOTHER);
        refused(desk.approve(Desks.RANA, draft.id(), draft.hash()), Ruling.Why.OWN_WORK);
        assertThat(desks.updates.answerable()).isEmpty();
    }

    @Test
    void law5NoInstallationLetsTruceEvacuationOpenRoadsOrAllClearsBePublishedAlone() {
        for (String status : List.of("announced", "in-force", "violated", "ended")) {
            assertThat(desks.safeguards.isGrave(new Topic.Id("truce"), status)).isTrue();
        }
        for (String status : List.of("ordered", "advised", "route-open", "route-closed", "lifted")) {
            assertThat(desks.safeguards.isGrave(new Topic.Id("evacuation"), status)).isTrue();
        }
        Topic hazard = Desks.TOPICS.topic(new Topic.Id("hazard")).orElseThrow();
        Topic road = Desks.TOPICS.topic(new Topic.Id("road")).orElseThrow();
        assertThat(hazard.secondPerson()).isFalse();
        assertThat(hazard.needsSecondPerson("ended")).isTrue();
        assertThat(hazard.needsSecondPerson("ongoing")).isFalse();
        assertThat(road.needsSecondPerson("open")).isTrue();
        assertThat(road.needsSecondPerson("closed")).isFalse();
    }

    @Test
    void a19WhatTwoStolenAccountsApproveWaitsAndAnybodyMayStopIt() {
        guarded(new ReviewSettings(true, 2, Duration.ofMinutes(2), 12));
        Draft draft = handedIn(Desks.RANA, Sheets.evacuation("ordered"));

        assertThat(desk.approve(Desks.OMAR, draft.id(), draft.hash())).isInstanceOf(Ruling.GoesLive.class);
        clock.passes(Duration.ofSeconds(119));
        assertThat(desk.publishDue()).isZero();
        kept(desk.giveBack(Desks.VOLUNTEER, draft.id(), draft.version(), "Nobody called me"));
        clock.passes(Duration.ofHours(1));

        assertThat(desk.publishDue()).isZero();
        assertThat(desks.updates.answerable()).isEmpty();
    }

    @Test
    void a19WhatWasStoppedInItsWindowIsApprovedAgainOnceItIsHandedInAgain() {
        guarded(new ReviewSettings(true, 2, Duration.ofMinutes(2), 12));
        Draft draft = handedIn(Desks.RANA, Sheets.evacuation("ordered"));
        assertThat(desk.approve(Desks.OMAR, draft.id(), draft.hash())).isInstanceOf(Ruling.GoesLive.class);
        Draft stopped = kept(desk.giveBack(Desks.VOLUNTEER, draft.id(), draft.version(), "Call them first"));
        Draft again = kept(desk.handIn(Desks.RANA, draft.id(), stopped.version()));
        clock.passes(Duration.ofMinutes(1));

        assertThat(desk.approve(Desks.OMAR, draft.id(), again.hash())).isInstanceOf(Ruling.GoesLive.class);
        clock.passes(Duration.ofMinutes(2));
        assertThat(desk.publishDue()).isOne();
    }

    @Test
    void a19WhatNobodyStopsGoesLiveWhenTheWindowIsOver() {
        guarded(new ReviewSettings(true, 2, Duration.ofMinutes(2), 12));
        Draft draft = handedIn(Desks.RANA, Sheets.evacuation("ordered"));
        desk.approve(Desks.OMAR, draft.id(), draft.hash());
        clock.passes(Duration.ofMinutes(2));

        assertThat(desk.publishDue()).isEqualTo(1);
        assertThat(desk.publishDue()).isZero();
        assertThat(desks.updates.answerable()).hasSize(1);
    }

    @Test
    void a19NobodyHelpsToPublishMoreInAnHourThanTheCapAllows() {
        guarded(new ReviewSettings(true, 2, Duration.ZERO, 2));
        for (String place : List.of("ariha", "saraqib")) {
            Draft one = handedIn(Desks.RANA, Sheets.in(Sheets.evacuation("ordered"), List.of(place)));
            assertThat(desk.approve(Desks.OMAR, one.id(), one.hash())).isInstanceOf(Ruling.Published.class);
        }
        Draft third = handedIn(Desks.RANA, Sheets.in(Sheets.evacuation("ordered"), List.of("sarmin")));

        refused(desk.approve(Desks.OMAR, third.id(), third.hash()), Ruling.Why.TOO_MANY);
        refused(desk.approve(Desks.SALMA, third.id(), third.hash()), Ruling.Why.TOO_MANY);
        clock.passes(Duration.ofHours(1));
        assertThat(desk.approve(Desks.OMAR, third.id(), third.hash())).isInstanceOf(Ruling.Published.class);
    }

    @Test
    void a20AnAllClearNeedsTwoOthers() {
        Draft draft = handedIn(Desks.VOLUNTEER, Sheets.hazard("ended"));

        assertThat(desk.approve(Desks.RANA, draft.id(), draft.hash()))
                .isInstanceOfSatisfying(Ruling.NeedsMore.class, more -> assertThat(more.more()).isEqualTo(1));
        refused(desk.approve(Desks.RANA, draft.id(), draft.hash()), Ruling.Why.ALREADY_APPROVED);
        assertThat(desks.updates.answerable()).isEmpty();
        assertThat(desk.approve(Desks.OMAR, draft.id(), draft.hash())).isInstanceOf(Ruling.Published.class);
    }

    @Test
    void a25AnyVolunteerFreezesPublishingWhatNeedsASecondPersonAndTwoWhoReviewReleaseIt() {
        Draft grave = handedIn(Desks.VOLUNTEER, Sheets.evacuation("ordered"));
        Draft other = handedIn(Desks.VOLUNTEER, Sheets.camp("open"));
        desks.same.add(Set.of(Desks.RANA.id(), Desks.SALMA.id()));
        assertThat(desks.freeze.freeze(Desks.READER, "no")).isFalse();
        assertThat(desks.freeze.freeze(Desks.VOLUNTEER, "Two accounts are stolen")).isTrue();

        refused(desk.approve(Desks.OMAR, grave.id(), grave.hash()), Ruling.Why.FROZEN);
        assertThat(desk.approve(Desks.OMAR, other.id(), other.hash())).isInstanceOf(Ruling.Published.class);
        assertThat(desks.freeze.release(Desks.VOLUNTEER)).isEqualTo(Freeze.Release.NOT_ALLOWED);
        assertThat(desks.freeze.release(Desks.RANA)).isEqualTo(Freeze.Release.ONE_MORE);
        assertThat(desks.freeze.release(Desks.RANA)).isEqualTo(Freeze.Release.ONE_MORE);
        assertThat(desks.freeze.release(Desks.SALMA)).isEqualTo(Freeze.Release.ONE_MORE);
        assertThat(desks.freeze.release(Desks.OMAR)).isEqualTo(Freeze.Release.RELEASED);
        assertThat(desk.approve(Desks.OMAR, grave.id(), grave.hash())).isInstanceOf(Ruling.Published.class);
        assertThat(desks.journal.before(Long.MAX_VALUE, 99)).extracting(Journal.Entry::act)
                .contains("publishing-frozen", "publishing-release-asked", "publishing-released");
    }

    @Test
    void anEditorPublishesAloneWhatNeedsNoSecondPersonUnlessTheInstallationSaysNo() {
        Draft draft = kept(desk.start(Desks.RANA, Sheets.camp("open"), Draft.Origin.NOTHING));
        assertThat(desk.publishAlone(Desks.RANA, draft.id(), draft.hash())).isInstanceOf(Ruling.Published.class);

        guarded(new ReviewSettings(false, 2, Duration.ZERO, 12));
        Draft next = kept(desk.start(Desks.RANA, Sheets.camp("full"), Draft.Origin.NOTHING));
        refused(desk.publishAlone(Desks.RANA, next.id(), next.hash()), Ruling.Why.NEEDS_ANOTHER);
    }

    @Test
    void f18NothingIsPublishedWhileTheClocksDisagreeAndHoldingGoesOn() {
        Update standing = published(Sheets.evacuation("ordered"));
        Draft waiting = handedIn(Desks.VOLUNTEER, Sheets.camp("open"));
        desks.clocksDisagree = true;

        refused(desk.approve(Desks.RANA, waiting.id(), waiting.hash()), Ruling.Why.CLOCKS_DISAGREE);
        refused(desk.publishAlone(Desks.OMAR, waiting.id(), waiting.hash()), Ruling.Why.CLOCKS_DISAGREE);
        assertThat(desks.updateDesk.hold(Desks.VOLUNTEER, standing.id(), standing.revision(), "")).isInstanceOf(Ruling.Stands.class);

        desks.clocksDisagree = false;
        assertThat(desk.approve(Desks.RANA, waiting.id(), waiting.hash())).isInstanceOf(Ruling.Published.class);
    }

    @Test
    void f18WhatIsDueWaitsForClocksThatAgree() {
        guarded(new ReviewSettings(true, 2, Duration.ofMinutes(2), 12));
        Draft draft = handedIn(Desks.VOLUNTEER, Sheets.evacuation("ordered"));
        assertThat(desk.approve(Desks.RANA, draft.id(), draft.hash())).isInstanceOf(Ruling.GoesLive.class);
        clock.passes(Duration.ofMinutes(3));

        desks.clocksDisagree = true;
        assertThat(desk.publishDue()).isZero();
        desks.clocksDisagree = false;
        assertThat(desk.publishDue()).isOne();
    }

    @Test
    void oneMayAlwaysHoldAndTheReleaseOfWhatIsGraveNeedsAnother() {
        Update update = published(Sheets.evacuation("ordered"));

        assertThat(desks.updateDesk.hold(Desks.VOLUNTEER, update.id(), 1, "I heard otherwise"))
                .isInstanceOf(Ruling.Stands.class);
        assertThat(desks.updates.answering(update.id())).isEmpty();
        refused(desks.updateDesk.hold(Desks.VOLUNTEER, update.id(), 2, ""), Ruling.Why.NOT_NOW);
        Draft draft = kept(desk.release(Desks.RANA, update.id(), 2));
        assertThat(draft.state()).isEqualTo(Life.IN_REVIEW);
        refused(desk.approve(Desks.RANA, draft.id(), draft.hash()), Ruling.Why.OWN_WORK);
        assertThat(desk.approve(Desks.SALMA, draft.id(), draft.hash())).isInstanceOf(Ruling.Published.class);
        assertThat(desks.updates.answering(update.id())).isPresent();
    }

    @Test
    void whatIsWithdrawnComesBackOnlyThroughANewDraft() {
        Update update = published(Sheets.camp("open"));
        refused(desks.updateDesk.withdraw(Desks.VOLUNTEER, update.id(), 1, ""), Ruling.Why.NOT_ALLOWED);
        assertThat(desks.updateDesk.withdraw(Desks.RANA, update.id(), 1, "wrong")).isInstanceOf(Ruling.Stands.class);

        refused(desk.renew(Desks.RANA, update.id(), 2), Ruling.Why.NOT_NOW);
        refused(desk.release(Desks.RANA, update.id(), 2), Ruling.Why.NOT_NOW);
        refused(desks.updateDesk.hold(Desks.RANA, update.id(), 2, ""), Ruling.Why.NOT_NOW);
        Draft draft = kept(desk.startFrom(Desks.RANA, update.id()));
        assertThat(desk.publishAlone(Desks.RANA, draft.id(), draft.hash())).isInstanceOf(Ruling.Published.class);
    }

    @Test
    void law2WhatIsWithdrawnInTheWindowOfItsRenewalStaysWithdrawnUntilItsWritersTookThatUp() {
        Update update = published(Sheets.evacuation("ordered"));
        Draft renewal = approvedRenewal(update);
        clock.passes(Duration.ofMinutes(1));
        assertThat(desks.updateDesk.withdraw(Desks.SALMA, update.id(), 1, "It is over")).isInstanceOf(Ruling.Stands.class);
        clock.passes(Duration.ofMinutes(1));

        assertThat(desk.publishDue()).isZero();
        assertThat(desks.updates.state(update.id())).contains(Updates.State.WITHDRAWN);
        Draft back = desks.drafts.draft(renewal.id()).orElseThrow();
        assertThat(back.state()).isEqualTo(Life.DRAFT);

        Draft again = kept(desk.handIn(Desks.RANA, back.id(), back.version()));
        refused(desk.approve(Desks.OMAR, again.id(), again.hash()), Ruling.Why.UPDATE_MOVED);
        Draft taken = kept(desk.takeUp(Desks.RANA, again.id(), again.version(), 2));
        taken = kept(desk.handIn(Desks.RANA, taken.id(), taken.version()));
        assertThat(desk.approve(Desks.OMAR, taken.id(), taken.hash())).isInstanceOf(Ruling.GoesLive.class);
        clock.passes(Duration.ofMinutes(2));
        assertThat(desk.publishDue()).isOne();
        assertThat(desks.updates.answering(update.id())).isPresent();
    }

    @Test
    void law5WhatIsHeldInTheWindowOfItsRenewalStaysHeldUntilThatIsApprovedAgain() {
        Update update = published(Sheets.evacuation("ordered"));
        Draft renewal = approvedRenewal(update);
        assertThat(desks.updateDesk.hold(Desks.VOLUNTEER, update.id(), 1, "I heard otherwise"))
                .isInstanceOf(Ruling.Stands.class);
        desks.updateDesk.addQuestion(update.id(), Language.ENGLISH, "must we go", "open-questions");
        clock.passes(Duration.ofMinutes(2));

        assertThat(desk.publishDue()).isZero();
        assertThat(desks.updates.state(update.id())).contains(Updates.State.HELD);
        Draft back = desks.drafts.draft(renewal.id()).orElseThrow();
        Draft again = kept(desk.handIn(Desks.RANA, back.id(), back.version()));
        assertThat(desk.approve(Desks.OMAR, again.id(), again.hash())).isInstanceOf(Ruling.GoesLive.class);
        clock.passes(Duration.ofMinutes(2));
        assertThat(desk.publishDue()).isOne();
        assertThat(desks.updates.answering(update.id())).isPresent();
    }

    @Test
    void whatIsHeldWhileItsRenewalIsReadComesBackByTheApprovalAfterIt() {
        Update update = published(Sheets.evacuation("ordered"));
        guarded(new ReviewSettings(true, 2, Duration.ofMinutes(2), 12));
        Draft renewal = kept(desk.renew(Desks.RANA, update.id(), 1));
        desks.updateDesk.hold(Desks.VOLUNTEER, update.id(), 1, "I heard otherwise");

        assertThat(desk.approve(Desks.OMAR, renewal.id(), renewal.hash())).isInstanceOf(Ruling.GoesLive.class);
        clock.passes(Duration.ofMinutes(2));

        assertThat(desk.publishDue()).isOne();
        assertThat(desks.updates.answering(update.id())).isPresent();
    }

    @Test
    void whatWasWithdrawnAfterADraftBeganIsNotPublishedByItAlone() {
        Update update = published(Sheets.camp("open"));
        Draft draft = kept(desk.startFrom(Desks.RANA, update.id()));
        desks.updateDesk.withdraw(Desks.OMAR, update.id(), 1, "wrong");

        refused(desk.publishAlone(Desks.RANA, draft.id(), draft.hash()), Ruling.Why.UPDATE_MOVED);
        assertThat(desks.updates.state(update.id())).contains(Updates.State.WITHDRAWN);
        Draft taken = kept(desk.takeUp(Desks.RANA, draft.id(), draft.version(), 2));
        assertThat(desk.publishAlone(Desks.RANA, taken.id(), taken.hash())).isInstanceOf(Ruling.Published.class);
    }

    /** Its renewal, live in two minutes. */
    private Draft approvedRenewal(Update update) {
        guarded(new ReviewSettings(true, 2, Duration.ofMinutes(2), 12));
        Draft renewal = kept(desk.renew(Desks.RANA, update.id(), update.revision()));
        assertThat(desk.approve(Desks.OMAR, renewal.id(), renewal.hash())).isInstanceOf(Ruling.GoesLive.class);
        return renewal;
    }

    @Test
    void stillTrueRenewsAtOnceWhereOneMayPublishAloneAndElseIsHandedIn() {
        Update camp = published(Sheets.camp("open"));
        Update truce = published(Sheets.evacuation("ordered"));
        clock.passes(Duration.ofHours(5));

        assertThat(desk.renew(Desks.RANA, camp.id(), 1)).isInstanceOfSatisfying(Ruling.Published.class, renewed -> {
            assertThat(renewed.update().verified()).isEqualTo(clock.instant());
            assertThat(renewed.update().expires()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
            assertThat(renewed.update().revision()).isEqualTo(2);
        });
        Draft draft = kept(desk.renew(Desks.RANA, truce.id(), 1));
        assertThat(draft.state()).isEqualTo(Life.IN_REVIEW);
        assertThat(draft.origin()).isEqualTo(Draft.Origin.RENEWAL);
        refused(desk.renew(Desks.OMAR, truce.id(), 1), Ruling.Why.DRAFT_OPEN);
        assertThat(kept(desk.renew(Desks.VOLUNTEER, camp.id(), 2)).state()).isEqualTo(Life.IN_REVIEW);
    }

    @Test
    void anEarlierRevisionComesBackAsADraft() {
        Update first = published(Sheets.camp("open"));
        Draft change = kept(desk.startFrom(Desks.RANA, first.id()));
        assertThat(kept(desk.startFrom(Desks.OMAR, first.id())).id()).isEqualTo(change.id());
        change = kept(desk.save(Desks.RANA, change.id(), 1, Sheets.named(Sheets.camp("full"), first.id().value())));
        desk.publishAlone(Desks.RANA, change.id(), change.hash());

        Draft back = kept(desk.revert(Desks.VOLUNTEER, first.id(), 1, 2));

        assertThat(back.written().status()).isEqualTo("open");
        assertThat(back.baseRevision()).isEqualTo(2);
        assertThat(back.state()).isEqualTo(Life.DRAFT);
        refused(desk.revert(Desks.VOLUNTEER, first.id(), 9, 2), Ruling.Why.NOT_FOUND);
    }

    @Test
    void whatChangedSinceTheDraftBeganIsNotOverwrittenUnseen() {
        Update first = published(Sheets.camp("open"));
        Draft draft = kept(desk.startFrom(Desks.VOLUNTEER, first.id()));
        draft = kept(desk.handIn(Desks.VOLUNTEER, draft.id(), 1));
        Update brought = desks.check.read(Sheets.named(Sheets.camp("full"), first.id().value())).orElseThrow();
        desks.updateDesk.publishAll(List.of(brought), "import");

        refused(desk.approve(Desks.RANA, draft.id(), draft.hash()), Ruling.Why.UPDATE_MOVED);
        Draft taken = kept(desk.takeUp(Desks.VOLUNTEER, draft.id(), draft.version(), 2));
        taken = kept(desk.handIn(Desks.VOLUNTEER, taken.id(), taken.version()));
        assertThat(desk.approve(Desks.RANA, taken.id(), taken.hash())).isInstanceOf(Ruling.Published.class);
    }

    @Test
    void a16HoldWithdrawStillTrueReleaseAndGoingBackAreBoundToTheWordsThatWereRead() {
        Update first = published(Sheets.camp("open"));
        Update brought = desks.check.read(Sheets.named(Sheets.camp("full"), first.id().value())).orElseThrow();
        desks.updateDesk.publishAll(List.of(brought), "import");

        refused(desks.updateDesk.hold(Desks.VOLUNTEER, first.id(), 1, ""), Ruling.Why.CHANGED_SINCE);
        refused(desks.updateDesk.withdraw(Desks.RANA, first.id(), 1, ""), Ruling.Why.CHANGED_SINCE);
        refused(desks.updateDesk.withdraw(Desks.RANA, first.id(), 0, ""), Ruling.Why.CHANGED_SINCE);
        refused(desk.renew(Desks.RANA, first.id(), 1), Ruling.Why.CHANGED_SINCE);
        refused(desk.revert(Desks.RANA, first.id(), 1, 1), Ruling.Why.CHANGED_SINCE);
        assertThat(desks.updates.answering(first.id())).map(Update::status).contains("full");
        assertThat(desks.updates.history(first.id())).hasSize(2);
        desks.updateDesk.addQuestion(first.id(), Language.ENGLISH, "is there room", "open-questions");
        assertThat(desks.updateDesk.hold(Desks.VOLUNTEER, first.id(), 2, ""))
                .as("a further way to ask it says nothing else")
                .isInstanceOf(Ruling.Stands.class);
        refused(desk.release(Desks.RANA, first.id(), 1), Ruling.Why.CHANGED_SINCE);
    }

    @Test
    void a16GivingBackAndDiscardingAreBoundToTheWordsThatWereRead() {
        Draft seen = handedIn(Desks.VOLUNTEER, Sheets.camp("open"));
        Draft changed = kept(desk.save(Desks.OMAR, seen.id(), seen.version(), Sheets.camp("full")));
        Draft handedIn = kept(desk.handIn(Desks.OMAR, seen.id(), changed.version()));

        refused(desk.giveBack(Desks.RANA, seen.id(), seen.version(), "Call them"), Ruling.Why.CHANGED_SINCE);
        refused(desk.discard(Desks.VOLUNTEER, seen.id(), seen.version()), Ruling.Why.CHANGED_SINCE);
        refused(desk.discard(Desks.VOLUNTEER, seen.id(), 99), Ruling.Why.CHANGED_SINCE);
        assertThat(desks.drafts.draft(seen.id()).orElseThrow().state()).isEqualTo(Life.IN_REVIEW);
        Draft back = kept(desk.giveBack(Desks.RANA, seen.id(), handedIn.version(), "Call them"));
        assertThat(kept(desk.discard(Desks.VOLUNTEER, seen.id(), back.version())).state()).isEqualTo(Life.DISCARDED);
    }

    @Test
    void furtherWaysToAskThatCameMeanwhileAreKept() {
        Update first = published(Sheets.camp("open"));
        Draft draft = kept(desk.startFrom(Desks.RANA, first.id()));
        desks.updateDesk.addQuestion(first.id(), Language.ENGLISH, "is there room", "open-questions");

        Update live = ((Ruling.Published) desk.publishAlone(Desks.RANA, draft.id(), draft.hash())).update();

        assertThat(live.questions().get(Language.ENGLISH)).contains("is there room");
    }

    @Test
    void everyRefusalHasASentenceInBothLanguages() {
        Messages messages = new Messages();
        for (Ruling.Why why : Ruling.Why.values()) {
            Ruling.Refused refused = Ruling.Refused.because(
                    why, java.util.Map.of("state", "HELD", "id", "x", "most", 3, "draft", "d"));
            assertThat(refused.sentence(messages, Language.ENGLISH)).isNotBlank();
            assertThat(refused.sentence(messages, Language.ARABIC)).containsPattern("\\p{IsArabic}");
        }
    }

    @Test
    void tooMuchIsRefusedWithASentenceAndNothingIsKept() {
        Written long1 = Written.reported("a".repeat(70_000), Language.ENGLISH, "", "");

        refused(desk.start(Desks.VOLUNTEER, long1, Draft.Origin.TEXT), Ruling.Why.TOO_LONG);
    }

    @Test
    void p12NamesOfTheStaffAreNowhereInWhatResidentsGet() {
        Update update = published(Sheets.camp("open"));

        assertThat(database().dump()).doesNotContain("name-of-");
        assertThat(UpdateText.of(update)).doesNotContain("rana", "huda", "omar");
    }

    private void guarded(ReviewSettings settings) {
        desks = new Desks(database(), clock, announced::add, settings);
        desk = desks.draftDesk;
    }

    private Update published(Written written) {
        Draft draft = handedIn(Desks.VOLUNTEER, written);
        return ((Ruling.Published) desk.approve(Desks.OMAR, draft.id(), draft.hash())).update();
    }

    private Draft handedIn(Volunteer by, Written written) {
        Draft draft = kept(desk.start(by));
        draft = kept(desk.save(by, draft.id(), draft.version(), written));
        Ruling ruling = desk.handIn(by, draft.id(), draft.version());
        assertThat(ruling).as("%s", ruling).isInstanceOf(Ruling.Kept.class);
        return kept(ruling);
    }

    private static Draft kept(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Kept.class);
        return ((Ruling.Kept) ruling).draft();
    }

    private static Ruling.Refused refused(Ruling ruling, Ruling.Why why) {
        assertThat(ruling).isInstanceOf(Ruling.Refused.class);
        assertThat(((Ruling.Refused) ruling).why()).isEqualTo(why);
        return (Ruling.Refused) ruling;
    }
}

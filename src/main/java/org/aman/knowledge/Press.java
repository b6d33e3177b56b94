package org.aman.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;

/** Approves drafts and puts them live, exactly as approved. Within the caller's transaction. */
class Press {
    private final Drafts drafts;
    private final Updates updates;
    private final DraftCheck check;
    private final Safeguards safeguards;
    private final Bookkeeping books;

    Press(Drafts drafts, Updates updates, DraftCheck check, Safeguards safeguards, Bookkeeping books) {
        this.drafts = drafts;
        this.updates = updates;
        this.check = check;
        this.safeguards = safeguards;
        this.books = books;
    }

    Ruling approve(Volunteer by, Draft draft, String hashSeen, Bookkeeping.Touched touched) {
        if (draft.state() != Life.IN_REVIEW) {
            return DraftPad.notNow(draft);
        }
        Optional<Ruling.Why> against = safeguards.againstApproving(by, draft);
        if (against.isPresent()) {
            return Ruling.Refused.because(against.get());
        }
        Optional<Ruling> unready = unready(draft, hashSeen);
        if (unready.isPresent()) {
            return unready.get();
        }
        Update update = check.read(draft.written()).orElseThrow();
        Set<Volunteer.Id> people = people(draft, by.id());
        Optional<Ruling.Refused> refused = safeguards.againstPublishing(update, people, books.now());
        if (refused.isPresent()) {
            return refused.get();
        }
        drafts.approve(draft, by.id(), books.now());
        books.note(by, "draft-approved", DraftPad.subject(draft), draft.hash());
        int more = safeguards.reviewers(update.topic(), update.status()) - draft.approvals().size() - 1;
        if (more > 0) {
            return new Ruling.NeedsMore(drafts.draft(draft.id()).orElseThrow(), more);
        }
        safeguards.count(update, draft, people, books.now());
        return live(by.id(), draft, update, touched);
    }

    Ruling publishAlone(Volunteer by, Draft draft, String hashSeen, Bookkeeping.Touched touched) {
        if (draft.state() != Life.DRAFT && draft.state() != Life.IN_REVIEW) {
            return DraftPad.notNow(draft);
        }
        Optional<Ruling> unready = unready(draft, hashSeen);
        if (unready.isPresent()) {
            return unready.get();
        }
        Update update = check.read(draft.written()).orElseThrow();
        if (!safeguards.mayPublishAlone(by, update.topic(), update.status())) {
            return Ruling.Refused.because(Ruling.Why.NEEDS_ANOTHER);
        }
        if (safeguards.clocksDisagree()) {
            return Ruling.Refused.because(Ruling.Why.CLOCKS_DISAGREE);
        }
        return published(by.id(), draft, update, touched);
    }

    Ruling handInAndPublishIfAlone(Volunteer by, Draft draft, DraftPad pad, Bookkeeping.Touched touched) {
        Ruling handedIn = pad.handedIn(by, draft);
        if (!(handedIn instanceof Ruling.Kept(var handed))) {
            return handedIn;
        }
        Update update = check.read(handed.written()).orElseThrow();
        boolean alone =
                safeguards.mayPublishAlone(by, update.topic(), update.status()) && !safeguards.clocksDisagree();
        return alone
                ? published(by.id(), handed, update, touched)
                : handedIn;
    }

    /**
     * Whether it went live; what a freeze or a wrong clock keeps back waits on. What has an error by now, or whose update
     * was changed, held or withdrawn after the approval, goes back to its writers.
     */
    boolean publishDue(Draft draft, Bookkeeping.Touched touched) {
        boolean due = draft.state() == Life.APPROVED && draft.liveAt() != null && !books.now().isBefore(draft.liveAt());
        if (!due || safeguards.isFrozen() || safeguards.clocksDisagree()) {
            return false;
        }
        if (unready(draft, draft.hash()).isPresent() || takenOutSince(draft).isPresent()) {
            keepAs(Life.DRAFT, Draft.Step.GIVEN_BACK, draft, draft.changedBy(), null);
            books.note("clock", "draft-given-back", DraftPad.subject(draft), "no longer ready");
            return false;
        }
        published(draft.changedBy(), draft, check.read(draft.written()).orElseThrow(), touched);
        return true;
    }

    /** Why this cannot go live as it was seen. */
    private Optional<Ruling> unready(Draft draft, String hashSeen) {
        if (draft.hash().isEmpty() || !draft.hash().equals(hashSeen)) {
            return Optional.of(check.check(draft.written()).hasErrors() && hashSeen.equals(draft.hash())
                    ? errors(draft)
                    : Ruling.Refused.because(Ruling.Why.CHANGED_SINCE));
        }
        DraftCheck.Checked checked = check.check(draft.written());
        if (checked.hasErrors()) {
            return Optional.of(errors(draft));
        }
        if (!checked.update().map(UpdateText::hash).orElse("").equals(draft.hash())) {
            return Optional.of(Ruling.Refused.because(Ruling.Why.CHANGED_SINCE));
        }
        return hasMoved(draft) || isWithdrawnSince(draft)
                ? Optional.of(Ruling.Refused.because(Ruling.Why.UPDATE_MOVED))
                : Optional.empty();
    }

    private Ruling errors(Draft draft) {
        return new Ruling.Refused(Ruling.Why.HAS_ERRORS, Map.of(), check.check(draft.written()).findings());
    }

    /** Whether the update says otherwise by now than when the draft began; further ways to ask it are no matter. */
    private boolean hasMoved(Draft draft) {
        return draft.update().filter(id -> updates.hasMoved(id, draft.baseRevision())).isPresent();
    }

    /** Whether it was withdrawn after the draft began: only a draft begun on that, or taken up on it, brings it back. */
    private boolean isWithdrawnSince(Draft draft) {
        return takenOutSince(draft).filter(Updates.State.WITHDRAWN::equals).isPresent();
    }

    private Optional<Updates.State> takenOutSince(Draft draft) {
        return draft.update().flatMap(id -> updates.takenOutSince(id, draft.baseRevision()));
    }

    private Ruling live(Volunteer.Id by, Draft draft, Update update, Bookkeeping.Touched touched) {
        var window = safeguards.window(update);
        if (window.isZero()) {
            return published(by, draft, update, touched);
        }
        var at = books.now().plus(window);
        // From here on a hold counts as later than the approval.
        Draft over = draft.basedOn(revision(update.id()));
        Draft approved = keepAs(Life.APPROVED, Draft.Step.APPROVED, over, by, at);
        return new Ruling.GoesLive(approved, at);
    }

    private Ruling published(Volunteer.Id by, Draft draft, Update update, Bookkeeping.Touched touched) {
        Update asked = updates.update(update.id()).map(update::withQuestionsOf).orElse(update);
        int revision = revision(update.id()) + 1;
        Updates.Revised live = Updates.Revised.of(asked, revision);
        touched.add(updates.keep(List.of(live), Updates.State.PUBLISHED, by.value(), books.now()));
        keepAs(Life.PUBLISHED, Draft.Step.PUBLISHED, draft, by, null);
        books.note(by.value(), "update-published", update.id().value(), "revision " + revision + " " + draft.hash());
        return new Ruling.Published(live.update());
    }

    /** In which revision it stands; 0 for none. */
    private int revision(Update.Id id) {
        return updates.update(id).map(Update::revision).orElse(0);
    }

    private Draft keepAs(
            Life state, Draft.Step step, Draft draft, Volunteer.Id by, java.time.@Nullable Instant liveAt) {
        if (!draft.state().mayBecome(state)) {
            throw new IllegalStateException("Draft " + draft.id() + " is " + draft.state() + ", not to be " + state);
        }
        Draft next = new Draft(
                draft.id(), draft.updateId(), draft.baseRevision(), draft.origin(), draft.version() + 1, state,
                draft.written(), draft.hash(), draft.authors(), draft.handedInBy(), List.of(), draft.note(), liveAt, by,
                books.now());
        drafts.keep(next, step);
        return drafts.draft(draft.id()).orElseThrow();
    }

    private static Set<Volunteer.Id> people(Draft draft, Volunteer.Id approver) {
        Set<Volunteer.Id> people = new LinkedHashSet<>(draft.authors());
        draft.approvals().forEach(approval -> people.add(approval.by()));
        people.add(approver);
        return people;
    }
}

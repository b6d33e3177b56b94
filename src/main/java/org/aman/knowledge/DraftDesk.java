package org.aman.knowledge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;

/**
 * Where updates are written, read by another and approved. Whoever wrote any part of a draft does not approve it; what
 * goes live is exactly what was approved; two who write at once are shown each other's words. Every step is one
 * transaction with its version and its entry in the journal. Call it outside transactions. Safe for use by many threads
 * and replicas.
 */
public class DraftDesk {
    private final Drafts drafts;
    private final Updates updates;
    private final DraftPad pad;
    private final Press press;
    private final Bookkeeping books;

    DraftDesk(Drafts drafts, Updates updates, DraftPad pad, Press press, Bookkeeping books) {
        this.drafts = drafts;
        this.updates = updates;
        this.pad = pad;
        this.press = press;
        this.books = books;
    }

    /** Begins with nothing. */
    public Ruling start(Volunteer by) {
        return start(by, Written.nothing(), Draft.Origin.NOTHING);
    }

    /** Begins with what is known already, such as a forwarded message, open questions or a file. */
    public Ruling start(Volunteer by, Written written, Draft.Origin origin) {
        if (!by.may(Act.WRITE)) {
            return Ruling.Refused.because(Ruling.Why.NOT_ALLOWED);
        }
        return books.step(touched -> pad.tooLong(written).orElseGet(() -> pad.begun(by, written, 0, origin)));
    }

    /** Begins a change of an update that there is; where somebody is at work on one, that is the draft. */
    public Ruling startFrom(Volunteer by, Update.Id id) {
        return from(by, id, Draft.Origin.UPDATE, updates.update(id).map(Written::of));
    }

    /** Begins what a file says: a new update, or a change of the one that has its id. */
    Ruling startFromFile(Volunteer by, Update update) {
        return updates.update(update.id()).isEmpty()
                ? start(by, Written.of(update), Draft.Origin.FILE)
                : from(by, update.id(), Draft.Origin.FILE, Optional.of(Written.of(update)));
    }

    /**
     * Begins a change back to how an update was in an earlier revision.
     *
     * @param seen the revision that stood when this person decided so; where it says otherwise by now, nothing is begun
     */
    public Ruling revert(Volunteer by, Update.Id id, int revision, int seen) {
        return by.may(Act.WRITE) && updates.hasMoved(id, seen)
                ? Ruling.Refused.because(Ruling.Why.CHANGED_SINCE)
                : from(by, id, Draft.Origin.REVISION, updates.asOf(id, revision).map(Written::of));
    }

    private Ruling from(Volunteer by, Update.Id id, Draft.Origin origin, Optional<Written> written) {
        if (!by.may(Act.WRITE)) {
            return Ruling.Refused.because(Ruling.Why.NOT_ALLOWED);
        }
        if (written.isEmpty()) {
            return Ruling.Refused.because(Ruling.Why.NOT_FOUND);
        }
        return books.step(touched -> {
            Optional<Draft> open = drafts.openOf(id);
            if (open.isPresent()) {
                return origin == Draft.Origin.UPDATE ? new Ruling.Kept(open.get()) : DraftPad.isOpen(open.get());
            }
            int base = updates.kept(id).map(kept -> kept.update().revision()).orElse(0);
            return pad.begun(by, written.get(), base, origin);
        });
    }

    /**
     * Keeps what was typed. After a hand-in this takes it back to a draft, and approvals are void.
     *
     * @param version the version the writer began from
     * @return {@link Ruling.Conflict} where somebody else was quicker; to go on, save with their version
     */
    public Ruling save(Volunteer by, Draft.Id id, int version, Written written) {
        return step(by, Act.WRITE, id, draft -> {
            if (draft.version() != version) {
                return new Ruling.Conflict(
                        draft, drafts.version(id, version).map(Draft.Version::written).orElse(null), written);
            }
            return pad.tooLong(written).orElseGet(() -> pad.saved(by, draft, written));
        });
    }

    /** Notes that the writer has seen what now stands, so that the draft may change it. */
    public Ruling takeUp(Volunteer by, Draft.Id id, int version, int revisionSeen) {
        return step(by, Act.WRITE, id, draft -> {
            int revision = draft.update().flatMap(updates::kept).map(kept -> kept.update().revision()).orElse(0);
            if (draft.version() != version || revision != revisionSeen) {
                return Ruling.Refused.because(Ruling.Why.CHANGED_SINCE);
            }
            return pad.rebased(by, draft, revision);
        });
    }

    /** Asks for a review; refused with every finding while there are errors. */
    public Ruling handIn(Volunteer by, Draft.Id id, int version) {
        return step(by, Act.WRITE, id, draft -> draft.version() == version
                ? pad.handedIn(by, draft)
                : Ruling.Refused.because(Ruling.Why.CHANGED_SINCE));
    }

    /**
     * Gives it back to its writers. What is approved and not live yet may be stopped so by anybody who may hold updates.
     *
     * @param seen the version this person read: where it says otherwise by now, nothing is done
     * @param reason what they should mend
     */
    public Ruling giveBack(Volunteer by, Draft.Id id, int seen, String reason) {
        if (reason.isBlank()) {
            return Ruling.Refused.because(Ruling.Why.NO_REASON);
        }
        return books.step(touched -> drafts.draft(id)
                .map(draft -> by.may(draft.state() == Life.APPROVED ? Act.HOLD : Act.REVIEW)
                        ? asSeen(draft, seen, () -> pad.givenBack(by, draft, reason.strip()))
                        : Ruling.Refused.because(Ruling.Why.NOT_ALLOWED))
                .orElseGet(() -> Ruling.Refused.because(Ruling.Why.NOT_FOUND)));
    }

    /**
     * Gives a draft up.
     *
     * @param seen the version this person read: where it says otherwise by now, nothing is done
     */
    public Ruling discard(Volunteer by, Draft.Id id, int seen) {
        return step(by, Act.WRITE, id, draft -> asSeen(draft, seen, () -> pad.discarded(by, draft)));
    }

    /** Only where the words are those of the version that was seen; a step that left them alone is no matter. */
    private Ruling asSeen(Draft draft, int seen, Supplier<Ruling> work) {
        boolean same = drafts.version(draft.id(), seen)
                .map(Draft.Version::written)
                .filter(draft.written()::equals)
                .isPresent();
        return same ? work.get() : Ruling.Refused.because(Ruling.Why.CHANGED_SINCE);
    }

    /**
     * Approves what was seen. It goes live when enough others approved it, at once or after the hold window.
     *
     * @param hashSeen the {@link Draft#hash()} of what the reviewer read
     */
    public Ruling approve(Volunteer by, Draft.Id id, String hashSeen) {
        return books.step(touched -> drafts.draft(id)
                .map(draft -> press.approve(by, draft, hashSeen, touched))
                .orElseGet(() -> Ruling.Refused.because(Ruling.Why.NOT_FOUND)));
    }

    /** Publishes without another person what needs none, where the installation and this person's role allow it. */
    public Ruling publishAlone(Volunteer by, Draft.Id id, String hashSeen) {
        return books.step(touched -> drafts.draft(id)
                .map(draft -> press.publishAlone(by, draft, hashSeen, touched))
                .orElseGet(() -> Ruling.Refused.because(Ruling.Why.NOT_FOUND)));
    }

    /**
     * Publishes what is approved and whose hold window is over; how many. What changes an update that was held or withdrawn
     * after the approval is given back instead.
     */
    public int publishDue() {
        int published = 0;
        for (Draft.Id id : drafts.due(books.now())) {
            published += books.step(touched -> drafts.draft(id)
                    .map(draft -> press.publishDue(draft, touched))
                    .orElse(false)) ? 1 : 0;
        }
        return published;
    }

    /**
     * "Still true": a new time of checking, and a new end by the topic's lifetime. Published at once where this person may
     * publish it alone; otherwise handed in, for renewing counts as publishing.
     *
     * @param seen the revision this person read: where it says otherwise by now, nothing is done
     */
    public Ruling renew(Volunteer by, Update.Id id, int seen) {
        if (!by.may(Act.WRITE)) {
            return Ruling.Refused.because(Ruling.Why.NOT_ALLOWED);
        }
        return again(by, id, seen, Draft.Origin.RENEWAL, Life.EXPIRED);
    }

    /**
     * Ends the hold on an update: at once where this person may publish it alone; otherwise handed in, so that another
     * decides.
     *
     * @param seen the revision this person read: where it says otherwise by now, nothing is done
     */
    public Ruling release(Volunteer by, Update.Id id, int seen) {
        if (!by.may(Act.WRITE) || !by.may(Act.HOLD)) {
            return Ruling.Refused.because(Ruling.Why.NOT_ALLOWED);
        }
        return again(by, id, seen, Draft.Origin.RELEASE, Life.HELD);
    }

    private Ruling again(Volunteer by, Update.Id id, int seen, Draft.Origin origin, Life from) {
        return books.step(touched -> {
            Optional<Updates.Kept> kept = updates.kept(id);
            if (kept.isEmpty()) {
                return Ruling.Refused.because(Ruling.Why.NOT_FOUND);
            }
            boolean held = kept.get().state() == Updates.State.HELD;
            if (kept.get().state() == Updates.State.WITHDRAWN || held != (from == Life.HELD)) {
                return Ruling.Refused.because(
                        Ruling.Why.NOT_NOW, Map.of("state", kept.get().state().name()));
            }
            if (updates.hasMoved(id, seen)) {
                return Ruling.Refused.because(Ruling.Why.CHANGED_SINCE);
            }
            Optional<Draft> open = drafts.openOf(id);
            if (open.isPresent()) {
                return DraftPad.isOpen(open.get());
            }
            Update update = kept.get().update();
            Written written = Written.of(update);
            Instant now = books.now();
            Ruling begun = pad.begun(
                    by,
                    origin == Draft.Origin.RENEWAL ? written.checked(now.toString(), "") : written,
                    update.revision(),
                    origin);
            return begun instanceof Ruling.Kept(var draft) ? press.handInAndPublishIfAlone(by, draft, pad, touched) : begun;
        });
    }

    private Ruling step(
            Volunteer by, Act act, Draft.Id id, Function<Draft, Ruling> work) {
        if (!by.may(act)) {
            return Ruling.Refused.because(Ruling.Why.NOT_ALLOWED);
        }
        return books.step(touched ->
                drafts.draft(id).map(work).orElseGet(() -> Ruling.Refused.because(Ruling.Why.NOT_FOUND)));
    }
}

package org.aman.knowledge;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aman.database.Identifiers;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;

/** Writes drafts: each change is the next version, with its step in the journal. Within the caller's transaction. */
class DraftPad {
    private static final DateTimeFormatter MONTH_AND_DAY =
            DateTimeFormatter.ofPattern("MMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Twenty times what a long update has; the form itself takes no more. */
    private static final int LONGEST = 60_000;

    private static final int LONGEST_NAME = 40; // what follows it still fits the id

    private final Drafts drafts;
    private final DraftCheck check;
    private final Identifiers identifiers;
    private final Bookkeeping books;

    DraftPad(Drafts drafts, DraftCheck check, Identifiers identifiers, Bookkeeping books) {
        this.drafts = drafts;
        this.check = check;
        this.identifiers = identifiers;
        this.books = books;
    }

    DraftCheck.Checked check(Written written) {
        return check.check(written);
    }

    static Ruling isOpen(Draft other) {
        return Ruling.Refused.because(Ruling.Why.DRAFT_OPEN, Map.of("draft", other.id().value()));
    }

    Optional<Ruling> tooLong(Written written) {
        return written.length() <= LONGEST
                ? Optional.empty()
                : Optional.of(Ruling.Refused.because(Ruling.Why.TOO_LONG, Map.of("most", LONGEST)));
    }

    Ruling begun(Volunteer by, Written written, int base, Draft.Origin origin) {
        Optional<Ruling> taken = base == 0 ? taken(written, null) : Optional.empty();
        if (taken.isPresent()) {
            return taken.get();
        }
        Written named = named(written);
        Draft draft = new Draft(
                new Draft.Id(identifiers.next()), id(named), base, origin, 1, Life.DRAFT, named, hash(named),
                Set.of(by.id()), null, List.of(), "", null, by.id(), books.now());
        return kept(draft, Draft.Step.STARTED, "draft-started", origin.name().toLowerCase(Locale.ROOT));
    }

    Ruling saved(Volunteer by, Draft draft, Written written) {
        if (!draft.state().mayBecome(Life.DRAFT)) {
            return notNow(draft);
        }
        // What changes an update keeps its name: another name would be another update.
        Written named = draft.baseRevision() > 0 ? written.named(draft.written().id()) : named(written);
        Optional<Ruling> taken = draft.baseRevision() > 0 ? Optional.empty() : taken(named, draft);
        if (taken.isPresent()) {
            return taken.get();
        }
        Draft next = next(draft, by, Life.DRAFT, named, draft.baseRevision(), null, "");
        return kept(next, Draft.Step.SAVED, "draft-saved", "version " + next.version());
    }

    Ruling rebased(Volunteer by, Draft draft, int revision) {
        if (!draft.state().mayBecome(Life.DRAFT)) {
            return notNow(draft);
        }
        Draft next = next(draft, by, Life.DRAFT, draft.written(), revision, null, "");
        return kept(next, Draft.Step.SAVED, "draft-saved", "on revision " + revision);
    }

    Ruling handedIn(Volunteer by, Draft draft) {
        if (!draft.state().mayBecome(Life.IN_REVIEW) || draft.state() == Life.IN_REVIEW) {
            return notNow(draft);
        }
        DraftCheck.Checked checked = check.check(draft.written());
        if (checked.hasErrors()) {
            return new Ruling.Refused(Ruling.Why.HAS_ERRORS, Map.of(), checked.findings());
        }
        Draft next = next(
                draft, by, Life.IN_REVIEW, draft.written(), draft.baseRevision(), by.id(), draft.note());
        return kept(next, Draft.Step.HANDED_IN, "draft-handed-in", next.hash());
    }

    Ruling givenBack(Volunteer by, Draft draft, String reason) {
        if (draft.state() == Life.DRAFT || !draft.state().mayBecome(Life.DRAFT)) {
            return notNow(draft);
        }
        Draft next = next(draft, by, Life.DRAFT, draft.written(), draft.baseRevision(), null, reason);
        return kept(next, Draft.Step.GIVEN_BACK, "draft-given-back", reason);
    }

    Ruling discarded(Volunteer by, Draft draft) {
        if (!draft.state().mayBecome(Life.DISCARDED)) {
            return notNow(draft);
        }
        Draft next = next(draft, by, Life.DISCARDED, draft.written(), draft.baseRevision(), null, "");
        return kept(next, Draft.Step.DISCARDED, "draft-discarded", "");
    }

    static Ruling notNow(Draft draft) {
        return Ruling.Refused.because(Ruling.Why.NOT_NOW, Map.of("state", draft.state().name()));
    }

    private Draft next(
            Draft draft,
            Volunteer by,
            Life state,
            Written written,
            int base,
            Volunteer.@Nullable Id handedInBy,
            String note) {
        return new Draft(
                draft.id(), id(written), base, draft.origin(), draft.version() + 1, state, written, hash(written),
                draft.authors(), handedInBy, List.of(), note, null, by.id(), books.now());
    }

    private Ruling kept(Draft draft, Draft.Step step, String act, String detail) {
        drafts.keep(draft, step);
        books.note(draft.changedBy().value(), act, subject(draft), detail);
        return new Ruling.Kept(drafts.draft(draft.id()).orElseThrow());
    }

    static String subject(Draft draft) {
        return draft.update().map(id -> id + " ").orElse("") + draft.id();
    }

    private static Update.@Nullable Id id(Written written) {
        return written.id().isBlank() ? null : new Update.Id(written.id().strip());
    }

    /** Of everything that would go live; empty while it cannot be read. */
    private String hash(Written written) {
        return check.read(written).map(UpdateText::hash).orElse("");
    }

    private Optional<Ruling> taken(Written written, @Nullable Draft own) {
        Update.Id id = id(written);
        boolean isOwn = own != null && id != null && id.equals(own.updateId());
        return id == null || isOwn || !drafts.isTaken(id)
                ? Optional.empty()
                : Optional.of(Ruling.Refused.because(Ruling.Why.ID_TAKEN, Map.of("id", id.value())));
    }

    /** Gives it a name out of topic, first place and day as soon as these are known. */
    private Written named(Written written) {
        if (!written.id().isBlank() || written.topic().isBlank()) {
            return written;
        }
        String place = written.places().isEmpty() ? "all" : written.places().getFirst();
        String beginning = (written.topic() + "-" + place).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = beginning.length() > LONGEST_NAME ? beginning.substring(0, LONGEST_NAME) : beginning;
        String name = cut.replaceAll("^-+|-+$", "") + "-" + MONTH_AND_DAY.format(books.now());
        String free = name;
        for (int number = 2; drafts.isTaken(new Update.Id(free)); number++) {
            free = name + "-" + number;
        }
        return written.named(free);
    }
}

package org.aman.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.aman.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where admins invite, change and disable people. Nobody changes their own role or disables themselves, so that there is
 * always an admin left; each act stands in the journal or did not happen.
 */
@Component
public class PeopleDesk {
    static final Duration INVITATION_LASTS = Duration.ofHours(72);
    static final Duration FIRST_LASTS = Duration.ofHours(24);

    /** So long a second factor stays before it may go: its owner sees it on their pages and can stop it. */
    static final Duration FACTOR_WAITS = Duration.ofHours(24);

    private final Credentials credentials;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Journal journal;
    private final TransactionTemplate transaction;

    PeopleDesk(
            Credentials credentials,
            Invitations invitations,
            Sessions sessions,
            Journal journal,
            TransactionTemplate transaction) {
        this.credentials = credentials;
        this.invitations = invitations;
        this.sessions = sessions;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** How an act ended. */
    public enum Verdict {
        DONE,
        /** They may not do this, or not to themselves. */
        NOT_YOURS,
        /** The account or the link is not there any more. */
        GONE,
        BAD_NAME,
        NAME_TAKEN
    }

    /** @param secret what the link carries, if one was made; shown once */
    public record Outcome(Verdict verdict, @Nullable String secret) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Outcome[" + verdict + "]";
        }
    }

    /** @param alsoIs whose second account it will be, if an admin says so */
    public record Guest(String name, Role role, Language language, Volunteer.@Nullable Id alsoIs) {}

    /** A link for a new account. */
    public Outcome invite(Volunteer by, Guest guest) {
        if (!Names.isGood(guest.name())) {
            return new Outcome(Verdict.BAD_NAME, null);
        }
        return asAdmin(by, () -> {
            if (credentials.volunteers().isTaken(guest.name())) {
                return new Outcome(Verdict.NAME_TAKEN, null);
            }
            Optional<Volunteer> other = Optional.ofNullable(guest.alsoIs()).flatMap(credentials.volunteers()::volunteer);
            Invitation invitation = new Invitation(
                    invitations.id(),
                    Invitation.Kind.NEW_ACCOUNT,
                    guest.name(),
                    guest.role(),
                    guest.language(),
                    other.map(Volunteer::person).orElse(null),
                    null,
                    by.id().value(),
                    invitations.now(),
                    invitations.now().plus(INVITATION_LASTS));
            journal.note(by.id().value(), "invited", invitation.id(), guest.role().name());
            return new Outcome(Verdict.DONE, invitations.add(invitation));
        });
    }

    /** A link with which a colleague chooses a new password; their second factor stays and is asked for. */
    public Outcome newPassword(Volunteer by, Volunteer.Id of) {
        return colleague(by, of, colleague -> link(
                by, colleague, Invitation.Kind.NEW_PASSWORD, invitations.now(), "password-reset-offered"));
    }

    /** A link with which a colleague takes a new second factor; it opens after a day, and asks for their password. */
    public Outcome newSecondFactor(Volunteer by, Volunteer.Id of) {
        return colleague(by, of, colleague -> link(
                by,
                colleague,
                Invitation.Kind.NEW_SECOND_FACTOR,
                invitations.now().plus(FACTOR_WAITS),
                "second-factor-reset-offered"));
    }

    private Outcome link(Volunteer by, Volunteer colleague, Invitation.Kind kind, Instant from, String act) {
        Invitation invitation = new Invitation(
                invitations.id(),
                kind,
                colleague.name(),
                colleague.role(),
                colleague.language(),
                null,
                colleague.id(),
                by.id().value(),
                from,
                from.plus(INVITATION_LASTS));
        journal.note(by.id().value(), act, colleague.id().value(), invitation.id());
        return new Outcome(Verdict.DONE, invitations.add(invitation));
    }

    /** Takes a link back: an admin any, everybody those that would change their own account. */
    public Verdict cancel(Volunteer by, String id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Invitation> found =
                    invitations.all().stream().filter(one -> one.id().equals(id)).findFirst();
            boolean own = found.filter(one -> by.id().equals(one.volunteer())).isPresent();
            if (!own && !isAdmin(by)) {
                return Verdict.NOT_YOURS;
            }
            if (found.isEmpty() || !invitations.use(id)) {
                return Verdict.GONE;
            }
            journal.note(by.id().value(), "link-cancelled", id, found.get().kind().name());
            return Verdict.DONE;
        }));
    }

    /** Another role, at once: all their sessions end. */
    public Verdict role(Volunteer by, Volunteer.Id of, Role role) {
        return colleague(by, of, colleague -> {
            journal.note(by.id().value(), "role-changed", of.value(), colleague.role() + " to " + role);
            credentials.volunteers().role(of, role);
            sessions.endAll(of);
            return new Outcome(Verdict.DONE, null);
        }).verdict();
    }

    /** Shuts the account at once and for good. */
    public Verdict disable(Volunteer by, Volunteer.Id of) {
        return colleague(by, of, colleague -> {
            journal.note(by.id().value(), "disabled", of.value(), "");
            credentials.disable(of);
            invitations.forgetOf(of);
            sessions.endAll(of);
            return new Outcome(Verdict.DONE, null);
        }).verdict();
    }

    /** Says that two accounts are one person's. */
    public Verdict unite(Volunteer by, Volunteer.Id one, Volunteer.Id other) {
        return asAdmin(by, () -> {
            Optional<Volunteer> first = credentials.volunteers().volunteer(one);
            Optional<Volunteer> second = credentials.volunteers().volunteer(other);
            if (first.isEmpty() || second.isEmpty()) {
                return new Outcome(Verdict.GONE, null);
            }
            journal.note(by.id().value(), "one-person", one.value(), other.value());
            credentials.volunteers().unite(first.get().person(), second.get().person());
            return new Outcome(Verdict.DONE, null);
        }).verdict();
    }

    /** Done to somebody of the staff other than oneself. */
    private interface Deed {
        Outcome to(Volunteer colleague);
    }

    private Outcome colleague(Volunteer by, Volunteer.Id of, Deed deed) {
        return asAdmin(by, () -> credentials
                .active(of)
                .map(account -> of.equals(by.id()) || credentials.volunteers().same(by.id(), of)
                        ? new Outcome(Verdict.NOT_YOURS, null)
                        : deed.to(account.volunteer()))
                .orElseGet(() -> new Outcome(Verdict.GONE, null)));
    }

    /**
     * In one transaction that begins with the journal's lock: of two admins who disable each other at once, the second
     * finds that they are no admin any more.
     */
    private Outcome asAdmin(Volunteer by, Supplier<Outcome> deed) {
        return Objects.requireNonNull(transaction.execute(status -> {
            journal.takeTurn();
            return isAdmin(by) ? deed.get() : new Outcome(Verdict.NOT_YOURS, null);
        }));
    }

    private boolean isAdmin(Volunteer by) {
        return credentials
                .volunteers()
                .volunteer(by.id())
                .filter(one -> one.may(Act.MANAGE_PEOPLE))
                .isPresent();
    }
}

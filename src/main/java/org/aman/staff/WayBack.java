package org.aman.staff;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way back in for the only admin, once their telephone and their recovery codes are lost: whoever has the machine and
 * the key makes a link for a new second factor. It replaces nothing else, so it asks for the password; who lost that too takes
 * both anew. Where another admin is left, the link is theirs to make, and waits its day.
 */
@Component
public class WayBack {
    private static final String OPERATOR = "operator";

    private final Volunteers volunteers;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Journal journal;
    private final TransactionTemplate transaction;

    WayBack(
            Volunteers volunteers,
            Invitations invitations,
            Sessions sessions,
            Journal journal,
            TransactionTemplate transaction) {
        this.volunteers = volunteers;
        this.invitations = invitations;
        this.sessions = sessions;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** What they no longer have. */
    public enum Lost {
        SECOND_FACTOR(Invitation.Kind.NEW_SECOND_FACTOR, "second-factor-reset-offered"),
        PASSWORD_TOO(Invitation.Kind.BOTH_ANEW, "both-reset-offered");

        private final Invitation.Kind kind;
        private final String offered;

        Lost(Invitation.Kind kind, String offered) {
            this.kind = kind;
            this.offered = offered;
        }
    }

    /** Why there is no link. */
    public enum Fault {
        /** No admin of this name may come in. */
        NO_SUCH_ADMIN,
        /** Another admin can help. */
        NOT_ALONE
    }

    /** @param secret what the link carries; shown once. Null where there is none */
    public record Made(
            @Nullable Fault fault, @Nullable String secret) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Made[" + fault + "]";
        }
    }

    /** A link that works once, within a day. All sessions of that admin, and all earlier links, end now. */
    public Made forSoleAdmin(String name, Lost lost) {
        return Objects.requireNonNull(transaction.execute(status -> {
            journal.takeTurn();
            Optional<Volunteer> admin = volunteers
                    .accountNamed(name)
                    .map(Volunteers.Account::volunteer)
                    .filter(one -> one.active() && one.role() == Role.ADMIN);
            if (admin.isEmpty()) {
                return new Made(Fault.NO_SUCH_ADMIN, null);
            }
            return volunteers.otherAdmins(admin.get().id()) > 0
                    ? new Made(Fault.NOT_ALONE, null)
                    : new Made(null, link(admin.get(), lost));
        }));
    }

    private String link(Volunteer admin, Lost lost) {
        Instant now = invitations.now();
        Invitation invitation = new Invitation(
                invitations.id(),
                lost.kind,
                admin.name(),
                admin.role(),
                admin.language(),
                null,
                admin.id(),
                OPERATOR,
                now,
                now.plus(PeopleDesk.FIRST_LASTS));
        invitations.forgetOf(admin.id());
        sessions.endAll(admin.id());
        journal.note(OPERATOR, lost.offered, admin.id().value(), invitation.id());
        return invitations.add(invitation);
    }
}

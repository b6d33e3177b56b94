package org.aman.staff;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.aman.language.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where nobody can let anybody in yet, the operator gets a link for the first admin. */
@Component
public class FirstAdmin {
    private static final String OPERATOR = "operator";

    private final Volunteers volunteers;
    private final Invitations invitations;
    private final Journal journal;
    private final TransactionTemplate transaction;

    FirstAdmin(Volunteers volunteers, Invitations invitations, Journal journal, TransactionTemplate transaction) {
        this.volunteers = volunteers;
        this.invitations = invitations;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** The secret of a new link, good once and for 24 hours; nothing where there is an admin. Earlier links end. */
    public Optional<String> link() {
        return Objects.requireNonNull(transaction.execute(status -> {
            journal.takeTurn();
            if (volunteers.haveAnAdmin()) {
                return Optional.<String>empty();
            }
            invitations.forgetFirst();
            Instant now = invitations.now();
            Invitation first = new Invitation(
                    invitations.id(),
                    Invitation.Kind.FIRST_ADMIN,
                    "",
                    Role.ADMIN,
                    Language.ARABIC,
                    null,
                    null,
                    OPERATOR,
                    now,
                    now.plus(PeopleDesk.FIRST_LASTS));
            journal.note(OPERATOR, "first-admin-invited", first.id(), "");
            return Optional.of(invitations.add(first));
        }));
    }
}

package org.aman.staff;

import java.util.Objects;
import java.util.Optional;
import org.aman.staff.Volunteers.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens sessions: what was shown is used up, the session stands and the journal tells of it, or none of the three. */
@Component
class Entrance {
    private final Credentials credentials;
    private final Sessions sessions;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Entrance(Credentials credentials, Sessions sessions, Journal journal, TransactionTemplate transaction) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** @param known the account whose password was right a moment ago */
    Optional<Sessions.Opened> open(Account known, Factor factor, Device device) {
        return Objects.requireNonNull(transaction.execute(status -> credentials
                .active(known.volunteer().id())
                // Whoever was disabled, or got another password, while this one was being checked stays outside.
                .filter(account -> account.password().equals(known.password()))
                .filter(account -> credentials.use(account, factor))
                .map(account -> open(account.volunteer(), device))));
    }

    /** Within the caller's transaction: for whoever has just shown everything that is needed. */
    Sessions.Opened open(Volunteer volunteer, Device device) {
        Sessions.Opened opened = sessions.open(volunteer.id(), device);
        journal.note(volunteer.id().value(), "signed-in", opened.id(), device.kind());
        return opened;
    }

    /** The same, with all other sessions of theirs ended. */
    Sessions.Opened openAlone(Volunteer volunteer, Device device) {
        sessions.endAll(volunteer.id());
        return open(volunteer, device);
    }
}

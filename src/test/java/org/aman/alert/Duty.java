package org.aman.alert;

import java.time.Clock;
import java.util.List;
import org.aman.database.FreshDatabase;
import org.aman.knowledge.Finding;
import org.aman.language.Language;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;

/** The people on duty, before whom lies what came in from elsewhere. */
public final class Duty {
    public final Suggestions suggestions;
    public final Alerts alerts;
    public final Volunteer admin;
    public final Volunteer reader = Staffroom.person("rima", Role.READER);

    private final Staffroom room;

    public Duty(FreshDatabase database, Clock clock) {
        room = new Staffroom(database, clock);
        alerts = room.alerts;
        admin = room.huda;
        suggestions = new Suggestions(database.jdbc(), alerts, room.desk, room.office);
        room.lives(1, Staffroom.SARAQIB);
    }

    /** Puts it before a second person as it is. */
    public Alert proposes(Suggestion suggestion) {
        return Staffroom.granted(suggestions.propose(suggestion.id(), suggestion.draft(), admin)).alert();
    }

    /** The second person approves it. */
    public void approves(Alert proposal) {
        room.approve(alerts.filed(proposal.number()).orElseThrow());
    }

    /** What keeps it from being put before a second person. */
    public List<String> objections(Draft draft) {
        return room.desk.findings(draft).stream()
                .filter(Finding::isError)
                .map(one -> one.field() + " " + one.sentence(Staffroom.MESSAGES, Language.ENGLISH))
                .toList();
    }

    /** What the journal holds, the latest first. */
    public List<String> journal() {
        return room.journal.before(Long.MAX_VALUE, 10).stream().map(one -> one.act()).toList();
    }
}

package org.aman.knowledge;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.aman.database.FreshDatabase;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.staff.Journal;
import org.aman.staff.Role;
import org.aman.staff.SamePerson;
import org.aman.staff.Volunteer;

/** The desks as the service puts them together, over a database of a test. */
final class Desks {
    static final Topics TOPICS = Topics.load(Path.of("config/topics.yaml"));
    static final Gazetteer GAZETTEER = Gazetteer.load(Path.of("config/places.yaml"));

    static final Volunteer VOLUNTEER = person("huda", Role.VOLUNTEER);
    static final Volunteer READER = person("karim", Role.READER);
    static final Volunteer RANA = person("rana", Role.EDITOR);
    static final Volunteer OMAR = person("omar", Role.EDITOR);
    static final Volunteer SALMA = person("salma", Role.EDITOR);

    final Updates updates;
    final Journal journal;
    final Bookkeeping books;
    final Freeze freeze;
    final Safeguards safeguards;
    final UpdateDesk updateDesk;
    final Drafts drafts;
    final DraftCheck check;
    final DraftDesk draftDesk;
    final Catalogue catalogue;

    /** Pairs of accounts of one person. */
    final Set<Set<Volunteer.Id>> same = new HashSet<>();

    Desks(FreshDatabase database, Clock clock, Consumer<Updates.Change> announced) {
        this(database, clock, announced, new ReviewSettings(true, 2, Duration.ZERO, 12));
    }

    Desks(FreshDatabase database, Clock clock, Consumer<Updates.Change> announced, ReviewSettings settings) {
        updates = new Updates(database.jdbc());
        journal = new Journal(database.jdbc(), clock);
        books = new Bookkeeping(
                updates, journal, database.transaction(), event -> announced.accept((Updates.Change) event), clock);
        SamePerson persons = (one, other) -> same.contains(Set.of(one, other));
        freeze = new Freeze(database.jdbc(), books, persons);
        safeguards = new Safeguards(database.jdbc(), TOPICS, settings, freeze, persons);
        updateDesk = new UpdateDesk(updates, safeguards, books);
        drafts = new Drafts(database.jdbc());
        check = new DraftCheck(
                TOPICS,
                GAZETTEER,
                new Vetting(clock, GAZETTEER),
                new Clashes(updates, TOPICS, GAZETTEER, clock));
        draftDesk = new DraftDesk(
                drafts,
                updates,
                new DraftPad(drafts, check, database.identifiers(), books),
                new Press(drafts, updates, check, safeguards, books),
                books);
        catalogue = new Catalogue(database.jdbc(), GAZETTEER, clock);
    }

    static Volunteer person(String id, Role role) {
        return new Volunteer(new Volunteer.Id(id), "name-of-" + id, role, Language.ENGLISH, true);
    }
}

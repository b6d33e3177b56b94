package org.aman.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.aman.database.FreshDatabase;
import org.aman.database.Identifiers;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.search.Shipped;
import org.aman.staff.Journal;
import org.aman.staff.Role;
import org.aman.staff.SamePerson;
import org.aman.staff.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The desks as the service puts them together, over a database of a test. */
public final class Desks {
    public static final Topics TOPICS = Shipped.TOPICS;
    public static final Gazetteer GAZETTEER = Shipped.GAZETTEER;

    static final Volunteer VOLUNTEER = person("huda", Role.VOLUNTEER);
    static final Volunteer READER = person("karim", Role.READER);
    static final Volunteer RANA = person("rana", Role.EDITOR);
    static final Volunteer OMAR = person("omar", Role.EDITOR);
    static final Volunteer SALMA = person("salma", Role.EDITOR);

    public final Updates updates;
    final Journal journal;
    final Bookkeeping books;
    final Freeze freeze;
    final Safeguards safeguards;
    final UpdateDesk updateDesk;
    final Drafts drafts;
    final DraftCheck check;
    final DraftDesk draftDesk;
    final Catalogue catalogue;

    /** Whether the database keeps another time than we do. */
    boolean clocksDisagree;

    /** Pairs of accounts of one person. */
    final Set<Set<Volunteer.Id>> same = new HashSet<>();

    public Desks(FreshDatabase database, Clock clock, Consumer<Updates.Change> announced) {
        this(database, clock, announced, new ReviewSettings(true, 2, Duration.ZERO, 12));
    }

    Desks(FreshDatabase database, Clock clock, Consumer<Updates.Change> announced, ReviewSettings settings) {
        this(database.jdbc(), database.transaction(), database.identifiers(), clock, announced, settings);
    }

    /** Over a database that a process of its own has opened. */
    Desks(JdbcClient jdbc, TransactionTemplate transactions, Identifiers identifiers, Clock clock) {
        this(jdbc, transactions, identifiers, clock, change -> {}, new ReviewSettings(true, 2, Duration.ZERO, 12));
    }

    private Desks(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Identifiers identifiers,
            Clock clock,
            Consumer<Updates.Change> announced,
            ReviewSettings settings) {
        updates = new Updates(jdbc);
        journal = new Journal(jdbc, clock);
        books = new Bookkeeping(
                updates, journal, transactions, event -> announced.accept((Updates.Change) event), clock);
        SamePerson persons = (one, other) -> same.contains(Set.of(one, other));
        freeze = new Freeze(jdbc, books, persons);
        safeguards = new Safeguards(
                jdbc, TOPICS, settings, new Safeguards.Brakes(freeze, () -> clocksDisagree), persons);
        updateDesk = new UpdateDesk(updates, safeguards, books);
        drafts = new Drafts(jdbc);
        check = new DraftCheck(
                TOPICS,
                GAZETTEER,
                new Vetting(clock, GAZETTEER),
                new Clashes(updates, TOPICS, GAZETTEER, clock));
        draftDesk = new DraftDesk(
                drafts,
                updates,
                new DraftPad(drafts, check, identifiers, books),
                new Press(drafts, updates, check, safeguards, books),
                books);
        catalogue = new Catalogue(jdbc, GAZETTEER, clock);
    }

    static Volunteer person(String id, Role role) {
        return new Volunteer(new Volunteer.Id(id), "name-of-" + id, role, Language.ENGLISH, true);
    }

    /** A camp's update, published as an operator would. */
    public Update published(String id, String status) {
        Update update = check.read(Sheets.named(Sheets.camp(status), id)).orElseThrow();
        updateDesk.publishAll(java.util.List.of(update), "import");
        return updates.update(update.id()).orElseThrow();
    }

    /** Somebody takes it out of the answers. */
    public void hold(Update.Id id) {
        updateDesk.hold(RANA, id, updates.update(id).orElseThrow().revision(), "");
    }
}

package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.aman.alert.Alert.Certainty;
import org.aman.alert.Alert.Kind;
import org.aman.alert.Alert.Severity;
import org.aman.alert.Alert.Urgency;
import org.aman.database.FreshDatabase;
import org.aman.knowledge.Finding;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.aman.message.Messenger;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.resident.Followings;
import org.aman.resident.Resident;
import org.aman.resident.Residents;
import org.aman.search.Shipped;
import org.aman.staff.Journal;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The room of alerts put together over one database, with its people and a channel that a test plays. */
final class Staffroom {
    static final Place.Id SARAQIB = new Place.Id("saraqib");
    static final Place.Id ARIHA = new Place.Id("ariha");
    static final Gazetteer PLACES = Shipped.GAZETTEER;
    static final Messages MESSAGES = new Messages();

    final Volunteer huda = person("huda", Role.ADMIN);
    final Volunteer sami = person("sami", Role.ADMIN);
    final Volunteer nour = person("nour", Role.VOLUNTEER);

    final FreshDatabase database;
    final Clock clock;
    final Residents residents;
    final Followings followings;
    final Alerts alerts;
    final Deliveries deliveries;
    final Endings endings;
    final Posts posts;
    final Office office;
    final AlertDesk desk;
    final AlertControls controls;
    final Progresses progresses;
    final Caretaker caretaker;
    final AlertTimes times;
    final List<AlertNews> news = new ArrayList<>();
    final AtomicLong nanos = new AtomicLong();
    final Journal journal;
    int perSecond = 30;
    boolean clocksDisagree;

    Staffroom(FreshDatabase database, Clock clock) {
        this(database, clock, settings(false));
    }

    Staffroom(FreshDatabase database, Clock clock, Gazetteer places) {
        this(database, clock, settings(false), database.transaction(), places);
    }

    Staffroom(FreshDatabase database, Clock clock, AlertSettings settings) {
        this(database, clock, settings, database.transaction());
    }

    Staffroom(FreshDatabase database, Clock clock, AlertSettings settings, TransactionTemplate transactions) {
        this(database, clock, settings, transactions, PLACES);
    }

    private Staffroom(
            FreshDatabase database,
            Clock clock,
            AlertSettings settings,
            TransactionTemplate transactions,
            Gazetteer places) {
        this.database = database;
        this.clock = clock;
        residents = new Residents(
                database.jdbc(), database.transaction(), database.seal(), clock, database.identifiers());
        followings = new Followings(database.jdbc(), database.transaction());
        times = new AlertTimes(MESSAGES, ZoneId.of("Asia/Damascus"));
        AlertWriter writer = new AlertWriter(MESSAGES, places, times);
        Targets targets = new Targets(places);
        Wording wording = new Wording(writer, places, targets, clock);
        alerts = new Alerts(database.jdbc(), clock);
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(database.dataSource());
        endings = new Endings(database.jdbc(), batches, clock);
        deliveries = new Deliveries(database.jdbc(), database.dialect(), residents, endings, clock);
        posts = new Posts(database.jdbc(), database.dialect(), clock, settings.channels());
        journal = new Journal(database.jdbc(), clock);
        office = new Office(
                journal,
                transactions,
                news::add,
                (one, other) -> one.value().replace("-too", "").equals(other.value().replace("-too", "")),
                clock);
        Owing owing = new Owing(
                new Audience(database.jdbc(), targets),
                new Recipients(database.jdbc(), batches, clock),
                posts,
                new Owing.Region(places, targets),
                new Owing.Terms(settings, () -> perSecond, times, clock, () -> clocksDisagree));
        desk = new AlertDesk(alerts, owing, wording, writer, office);
        controls = new AlertControls(database.jdbc(), alerts, deliveries, office);
        progresses = new Progresses(database.jdbc(), nanos::get, () -> perSecond);
        caretaker = new Caretaker(database.jdbc(), deliveries, alerts, office, false);
    }

    static AlertSettings settings(boolean override) {
        return new AlertSettings(
                override, 2, 3, 30, List.of(new AlertSettings.Channel("saraqib", "telegram:@aman_saraqib", "")));
    }

    static Volunteer person(String name, Role role) {
        return new Volunteer(new Volunteer.Id(name), name, role, Language.ENGLISH, true);
    }

    /** A resident of a place. */
    Resident lives(int person, Place.Id place) {
        Chat chat = chat(person);
        Resident resident = residents.remember(chat, person % 2 == 0 ? Language.ARABIC : Language.ENGLISH);
        residents.settle(chat, place);
        return resident;
    }

    static Chat chat(int person) {
        return new Chat("telegram", Long.toString(7_000_000L + person));
    }

    /** A warning for Saraqib without any fault. */
    Draft warning() {
        Instant now = clock.instant();
        return new Draft(
                Kind.WARNING,
                Severity.SEVERE,
                Urgency.IMMEDIATE,
                Certainty.LIKELY,
                List.of(SARAQIB),
                null,
                new Draft.Texts(
                        new Bilingual("الدفاع المدني", "Civil Defence"),
                        new Bilingual("قصف على طرق سراقب.", "Shelling on the roads of Saraqib."),
                        new Bilingual("ابقوا في الأقبية.", "Stay in cellars."),
                        new Bilingual("حتى الطريق M5", "Up to road M5"),
                        null),
                new Draft.Span(now, now, now.plus(Duration.ofHours(6))),
                null,
                null,
                null);
    }

    /** What follows an earlier alert. */
    Draft following(Filed first, Follow.Way way) {
        return warning()
                .with(new Draft.Span(null, null, clock.instant().plus(Duration.ofHours(8))))
                .following(new Follow(
                        way,
                        first.alert().number(),
                        new Bilingual("تغيّر الوضع في سراقب.", "Things changed in Saraqib.")));
    }

    Filed propose(Draft draft) {
        return granted(desk.propose(draft, huda));
    }

    Filed approve(Filed proposal) {
        return granted(desk.approve(approval(proposal), sami));
    }

    static AlertDesk.Approval approval(Filed proposal) {
        return new AlertDesk.Approval(
                proposal.alert().number(), proposal.alert().revision(), proposal.hash(), "Saraqib", "");
    }

    /** Proposed by one, approved by the other. */
    Filed sends(Draft draft) {
        return approve(propose(draft));
    }

    static Filed granted(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Granted(Filed filed) -> filed;
            case Ruling.Refused(List<Finding> why) -> throw new AssertionError(
                    why.stream().map(one -> one.field() + " " + one.sentence(MESSAGES, Language.ENGLISH)).toList());
        };
    }

    /** Why it was refused, by the keys of the sentences. */
    static List<String> refused(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Granted granted -> throw new AssertionError("It was granted");
            case Ruling.Refused(List<Finding> why) -> why.stream().filter(Finding::isError).map(Finding::key).toList();
        };
    }

    /** A sender of this room over a channel; as if a process had just started. */
    Round round(Messenger messenger) {
        return new Round(this, messenger);
    }

    List<Forgets> keepers() {
        return List.of(new DeliveryErasure(residents, deliveries), residents);
    }

    void forget(Chat chat) {
        database.transaction().executeWithoutResult(status -> keepers().forEach(keeper -> keeper.forget(chat)));
    }

    int rows(String where) {
        return database.jdbc().sql("select count(*) from alert_delivery where " + where).query(Integer.class).single();
    }
}

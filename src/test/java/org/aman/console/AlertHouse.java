package org.aman.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aman.alert.Alert;
import org.aman.alert.AlertDesk;
import org.aman.alert.AlertDrafts;
import org.aman.alert.Alerts;
import org.aman.alert.Draft;
import org.aman.alert.Filed;
import org.aman.alert.Follow;
import org.aman.alert.Ruling;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.place.Place;
import org.aman.resident.Followings;
import org.aman.resident.Resident;
import org.aman.resident.Residents;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.springframework.context.ApplicationContext;

/** Alerts in a running house: people of Saraqib to be told, and two who answer for what is said. */
final class AlertHouse {
    static final Place.Id SARAQIB = new Place.Id("saraqib");

    private final ApplicationContext house;
    private final AlertDesk desk;
    private final Volunteer author;
    private final Volunteer second;

    AlertHouse(ApplicationContext house) {
        this.house = house;
        desk = house.getBean(AlertDesk.class);
        author = Newcomer.in(house, Role.ADMIN, Language.ENGLISH).volunteer();
        second = Newcomer.in(house, Role.ADMIN, Language.ENGLISH).volunteer();
    }

    /** So many people of Saraqib, who take part in exercises too. */
    AlertHouse lives(int people) {
        Residents residents = house.getBean(Residents.class);
        for (int person = 0; person < people; person++) {
            Chat chat = new Chat("telegram", Long.toString(8_000_000L + person));
            Resident resident = residents.remember(chat, person % 2 == 0 ? Language.ARABIC : Language.ENGLISH);
            residents.settle(chat, SARAQIB);
            house.getBean(Followings.class).followTopic(resident.id(), Followings.EXERCISES);
        }
        return this;
    }

    Draft warning() {
        return draft(Alert.Kind.WARNING);
    }

    /** Without any fault, but for the boundary that one could add. */
    Draft draft(Alert.Kind kind) {
        Instant now = house.getBean(Clock.class).instant();
        return new Draft(
                kind,
                Alert.Severity.SEVERE,
                Alert.Urgency.IMMEDIATE,
                Alert.Certainty.LIKELY,
                List.of(SARAQIB),
                null,
                new Draft.Texts(
                        new Bilingual("الدفاع المدني", "Civil Defence"),
                        new Bilingual("قصف على طرق سراقب.", "Shelling on the roads of Saraqib."),
                        new Bilingual(
                                "ابقوا في الأقبية.\nمن يتعذر عليه التنقل: ابتعدوا عن النوافذ.",
                                "Stay in cellars.\nIf you cannot move: keep away from windows."),
                        new Bilingual("حتى الطريق M5.", "Up to road M5."),
                        null),
                new Draft.Span(null, null, now.plus(Duration.ofHours(6))),
                null,
                null,
                null);
    }

    Filed proposed(Draft draft) {
        return granted(desk.propose(draft, author));
    }

    Filed sent(Draft draft) {
        Filed proposal = proposed(draft);
        return granted(desk.approve(
                new AlertDesk.Approval(
                        proposal.alert().number(), proposal.alert().revision(), proposal.hash(), "Saraqib",
                        "a test sends more than usual"),
                second));
    }

    Draft following(Filed first, Follow.Way way) {
        return Draft.of(first.alert())
                .following(new Follow(
                        way,
                        first.alert().number(),
                        new Bilingual("تغير الوضع في سراقب.", "Things changed in Saraqib.")));
    }

    /** A draft of somebody who was called away. */
    AlertDrafts.Kept begun() {
        Draft whole = warning();
        return house.getBean(AlertDrafts.class)
                .start(
                        whole.with(new Draft.Texts(
                                null, new Bilingual("الطريق مقطوع.", null), null, null, null)),
                        author.id());
    }

    Alerts alerts() {
        return house.getBean(Alerts.class);
    }

    Volunteer author() {
        return author;
    }

    private static Filed granted(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Granted(Filed filed) -> filed;
            case Ruling.Refused(var why) -> throw new AssertionError(why.toString());
        };
    }
}

package org.aman.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aman.alert.Alert;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.language.Folding;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.resident.Followings;
import org.aman.resident.Quiet;
import org.aman.resident.Resident;
import org.springframework.stereotype.Component;

/** Lets residents choose of which areas and topics they get alerts, and ask what we really said. */
@Component
final class Subscription {
    private static final Pattern QUIET = Pattern.compile("quiet (\\d{1,2}) (\\d{1,2})");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,6}(?!\\d)");

    private final Followings followings;
    private final Alerts alerts;
    private final Gazetteer gazetteer;
    private final Guide guide;
    private final Sayings sayings;
    private final Clock clock;

    Subscription(Followings followings, Alerts alerts, Gazetteer gazetteer, Guide guide, Sayings sayings, Clock clock) {
        this.followings = followings;
        this.alerts = alerts;
        this.gazetteer = gazetteer;
        this.guide = guide;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** Follows what is named, or shows what is followed. */
    Reply follow(Speaker speaker, String what) {
        Resident resident = known(speaker);
        if (what.isBlank()) {
            return overview(speaker, resident);
        }
        if (what.startsWith("quiet")) {
            return quiet(speaker, resident, what);
        }
        Optional<String> topic = topic(what);
        if (topic.isPresent()) {
            followings.followTopic(resident.id(), topic.get());
            return overview(speaker, resident);
        }
        return area(speaker, resident, what);
    }

    private Reply area(Speaker speaker, Resident resident, String what) {
        Language language = speaker.language();
        List<Place> meant = meant(what);
        if (meant.isEmpty()) {
            return sayings.say(language, "alerts.place-not-found");
        }
        if (meant.size() > 1) {
            return sayings.say(
                    language, List.of(sayings.line(language, "unclear.place")), buttons(meant, language, "/follow "));
        }
        return followings.follow(resident.id(), meant.getFirst().id())
                ? overview(speaker, resident)
                : sayings.say(language, "alerts.too-many", Map.of("n", Followings.MOST_AREAS));
    }

    private Reply quiet(Speaker speaker, Resident resident, String what) {
        Matcher hours = QUIET.matcher(what);
        if (hours.matches()) {
            int from = Integer.parseInt(hours.group(1));
            int until = Integer.parseInt(hours.group(2));
            if (from < 24 && until < 24 && from != until) {
                followings.quiet(resident.id(), new Quiet(from * 60, until * 60));
                return overview(speaker, resident);
            }
        }
        if (what.strip().equals("quiet off")) {
            followings.quiet(resident.id(), null);
            return overview(speaker, resident);
        }
        return sayings.say(speaker.language(), "alerts.quiet-how");
    }

    /** Stops what is named, or all of it. */
    Reply stop(Speaker speaker, String what) {
        Resident resident = known(speaker);
        if (what.isBlank()) {
            followings.stop(resident.id());
            return sayings.say(speaker.language(), "alerts.stopped");
        }
        topic(what).ifPresentOrElse(
                topic -> followings.unfollowTopic(resident.id(), topic),
                () -> meant(what).forEach(place -> followings.unfollow(resident.id(), place.id())));
        return overview(speaker, resident);
    }

    private Reply overview(Speaker speaker, Resident resident) {
        Language language = speaker.language();
        List<Place> areas = followings.areas(resident.id()).stream()
                .flatMap(id -> gazetteer.place(id).stream())
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(
                areas.isEmpty()
                        ? sayings.line(language, "alerts.none")
                        : sayings.line(language, "alerts.areas", Map.of("places", names(areas, language))));
        List<String> topics = followings.topics(resident.id()).stream()
                .map(topic -> topicName(topic, language))
                .toList();
        if (!topics.isEmpty()) {
            lines.add(sayings.line(
                    language,
                    "alerts.topics",
                    Map.of("topics", String.join(sayings.line(language, "list.comma"), topics))));
        }
        followings.quiet(resident.id()).ifPresent(quiet -> lines.add(sayings.line(
                language, "alerts.quiet", Map.of("from", hour(quiet.from()), "until", hour(quiet.until())))));
        lines.add(sayings.line(language, "alerts.how"));
        return sayings.say(language, List.of(String.join("\n", lines)), buttons(areas, language, "/stop "));
    }

    private static String hour(int minutes) {
        return String.format(java.util.Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    private String names(List<Place> places, Language language) {
        return String.join(
                sayings.line(language, "list.comma"),
                places.stream().map(place -> place.name(language)).toList());
    }

    private String topicName(String topic, Language language) {
        return topic.equals(Followings.EXERCISES)
                ? sayings.line(language, "alerts.exercises")
                : guide.topic(topic).map(known -> Choices.shortName(known, language)).orElse(topic);
    }

    private List<List<Button>> buttons(List<Place> places, Language language, String command) {
        String key = command.equals("/stop ") ? "button.stop-area" : "button.follow-area";
        return places.stream()
                .limit(Choices.MOST)
                .flatMap(place -> Choices.button(
                        sayings.line(language, key, Map.of("place", place.name(language))), command + place.id()).stream())
                .map(List::of)
                .toList();
    }

    /** What a deep link of an area offers to those we know: to be told of its alerts, besides making it theirs. */
    Reply offer(Speaker speaker, Reply settle, Place place) {
        List<List<Button>> rows = new ArrayList<>(settle.buttons());
        rows.addAll(buttons(List.of(place), speaker.language(), "/follow "));
        return new Reply(settle.language(), settle.text(), rows, settle.pins());
    }

    /** What we really said under this number (A49), written in whatever digits, with words around it or none. */
    Reply check(Language language, String typed) {
        String number = Folding.fold(typed);
        if (number.chars().noneMatch(Character::isDigit)) {
            return sayings.say(language, "check.how");
        }
        return told(number)
                .map(filed -> sayings.say(language, List.of(standing(filed, language), filed.said().text().best(language)), List.of()))
                .orElseGet(() -> sayings.say(language, "check.never"));
    }

    /** That it is ours, and whether it still stands. */
    private String standing(Filed filed, Language language) {
        String key = switch (filed.state()) {
            case CANCELLED -> "check.cancelled";
            case REPLACED -> "check.replaced";
            case CLEARED -> "check.cleared";
            case SENDING, PAUSED, SENT, STOPPED, EXPIRED, PROPOSED, DISCARDED ->
                filed.standsAt(clock.instant()) ? "check.said" : "check.ended";
        };
        return sayings.line(language, key, Map.of("number", filed.alert().number().toString()));
    }

    /** What stands behind the button of an alert; whoever scrolls up to one that no longer stands is told so first. */
    Reply more(Language language, String number) {
        return told(number)
                .flatMap(filed -> Optional.ofNullable(filed.alert().words().more())
                        .map(more -> sayings.say(language, more(filed, more.best(language), language), List.of())))
                .orElseGet(() -> guide.say(language, "button.gone"));
    }

    private List<String> more(Filed filed, String more, Language language) {
        List<String> parts = new ArrayList<>();
        if (filed.alert().kind() == Alert.Kind.EXERCISE) {
            parts.add(sayings.line(language, "alert.exercise"));
        }
        if (!filed.standsAt(clock.instant())) {
            parts.add(standing(filed, language));
        }
        parts.add(more);
        return parts;
    }

    /** The alert of this number that people were told. */
    private Optional<Filed> told(String number) {
        Matcher digits = NUMBER.matcher(number);
        return digits.find()
                ? alerts.told(new Alert.Number(Integer.parseInt(digits.group())))
                : Optional.empty();
    }

    private Optional<String> topic(String what) {
        String id = what.startsWith("topic ") ? what.substring("topic ".length()).strip() : "";
        return id.equals(Followings.EXERCISES)
                ? Optional.of(id)
                : guide.topic(id).map(topic -> topic.id().value());
    }

    private List<Place> meant(String words) {
        return gazetteer.place(new Place.Id(words)).map(List::of).orElseGet(() -> gazetteer.named(words));
    }

    private static Resident known(Speaker speaker) {
        Resident resident = speaker.resident();
        if (resident == null) {
            throw new IllegalStateException("Nobody can follow alerts before they chose to be remembered");
        }
        return resident;
    }
}

package org.aman.duty;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.AlertTimes;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.staff.Volunteer;
import org.aman.staff.Volunteers;
import org.springframework.stereotype.Component;

/** Names topics, states, places, times and colleagues as people say them. */
@Component
final class Naming {
    private final Messages messages;
    private final Topics topics;
    private final Gazetteer gazetteer;
    private final AlertTimes times;
    private final Volunteers volunteers;

    Naming(Messages messages, Topics topics, Gazetteer gazetteer, AlertTimes times, Volunteers volunteers) {
        this.messages = messages;
        this.topics = topics;
        this.gazetteer = gazetteer;
        this.times = times;
        this.volunteers = volunteers;
    }

    /** All topics, in the order people should be shown them. */
    Collection<Topic> topics() {
        return topics.all();
    }

    /** The name of a topic without the examples after its colon; its id where there is no such topic. */
    String topic(String id, Language language) {
        return known(id).map(topic -> topic(topic, language)).orElse(id);
    }

    static String topic(Topic topic, Language language) {
        return topic.name().best(language).split(":", 2)[0].strip();
    }

    /** The name of a state of a topic; its id where there is none. */
    String status(String topic, String status, Language language) {
        return known(topic)
                .flatMap(one -> one.status(status))
                .map(one -> one.name().best(language))
                .orElse(status);
    }

    /** The topic of this id. */
    Optional<Topic> known(String topic) {
        return topic.isBlank() ? Optional.empty() : topics.topic(new Topic.Id(topic));
    }

    /** The name of a place; its id where there is none. */
    String place(String id, Language language) {
        return gazetteer.place(new Place.Id(id)).map(place -> place.name(language)).orElse(id);
    }

    /** The name of a place with the area that tells it apart from others of its name. */
    String placeApart(Place place, Language language) {
        String name = place.name(language);
        return gazetteer.above(place.id()).stream()
                .map(above -> above.name(language))
                .filter(area -> !area.contains(name))
                .findFirst()
                .map(area -> messages.text("place.in-area", language, Map.of("place", name, "area", area)))
                .orElse(name);
    }

    /** A moment with weekday and date. */
    String moment(Instant moment, Language language) {
        return times.absolute(moment, language);
    }

    /** A moment as it stands in a draft; what cannot be read stays as it was typed. */
    String moment(String written, Language language) {
        return instant(written).map(moment -> moment(moment, language)).orElse(written);
    }

    static Optional<Instant> instant(String written) {
        try {
            return written.isBlank() ? Optional.empty() : Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A colleague, as staff know them. */
    String person(Volunteer.Id id) {
        return volunteers.volunteer(id).map(Volunteer::name).orElse(id.value());
    }

    ZoneId zone() {
        return times.zone();
    }
}

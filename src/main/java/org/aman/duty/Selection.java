package org.aman.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aman.knowledge.Source;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** What can be chosen for a field of a draft, named in the language of whoever chooses. */
@Component
final class Selection {
    private static final List<Duration> ENDS =
            List.of(Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24), Duration.ofDays(7));

    private final Topics topics;
    private final Locating locating;
    private final Naming naming;
    private final Messages messages;
    private final Clock clock;

    Selection(Topics topics, Locating locating, Naming naming, Messages messages, Clock clock) {
        this.topics = topics;
        this.locating = locating;
        this.naming = naming;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param value what {@link Filling} reads */
    record Choice(String label, String value) {}

    /** Empty where the answer is in words of one's own. */
    List<Choice> of(Field field, Written written, Language reader) {
        return switch (field) {
            case TOPIC -> topics.all().stream()
                    .map(topic -> new Choice(Naming.topic(topic, reader), topic.id().value()))
                    .toList();
            case STATUS -> topic(written).stream()
                    .flatMap(topic -> topic.statuses().stream())
                    .map(status -> new Choice(status.name().best(reader), status.id()))
                    .toList();
            case PLACES -> places(named(written), reader);
            case SURE -> Stream.of(Update.Confidence.values())
                    .map(one -> new Choice(messages.text("console.page.confidence." + one.word(), reader), one.word()))
                    .toList();
            case KIND -> Stream.of(Source.Kind.values())
                    .map(one -> new Choice(messages.text("console.page.kind-of." + one.word(), reader), one.word()))
                    .toList();
            case UNTIL -> ends(written, reader);
            case TITLE_AR, TITLE_EN, TEXT_AR, TEXT_EN, SOURCE -> List.of();
        };
    }

    List<Choice> places(List<String> ids, Language reader) {
        return ids.stream()
                .flatMap(id -> locating.place(id).stream())
                .map(place -> new Choice(
                        naming.placeApart(place, reader), place.id().value()))
                .toList();
    }

    private Optional<Topic> topic(Written written) {
        return topics.topic(new Topic.Id(written.topic()));
    }

    private List<String> named(Written written) {
        return Stream.concat(
                        locating.namedIn(written.arabic().text(), false).stream(),
                        locating.namedIn(written.english().text(), true).stream())
                .distinct()
                .toList();
    }

    /** The usual lifetime of the topic first. */
    private List<Choice> ends(Written written, Language reader) {
        Instant from = Naming.instant(written.verified()).orElseGet(clock::instant);
        return Stream.concat(topic(written).map(Topic::lifetime).stream(), ENDS.stream())
                .distinct()
                .map(from::plus)
                .map(end -> new Choice(naming.moment(end, reader), Instant.ofEpochSecond(end.getEpochSecond()).toString()))
                .toList();
    }
}

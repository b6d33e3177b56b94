package org.aman.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aman.answer.Answer;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.message.Button;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The buttons under a reply: at most six, each a command that can also be typed. */
@Component
final class Choices {
    static final int MOST = 6;
    private static final int MOST_TOPICS = 3;

    private final Messages messages;
    private final Gazetteer gazetteer;
    private final Topics topics;
    private final Whereabouts whereabouts;

    Choices(
            Messages messages,
            Gazetteer gazetteer,
            Topics topics,
            Whereabouts whereabouts) {
        this.messages = messages;
        this.gazetteer = gazetteer;
        this.topics = topics;
        this.whereabouts = whereabouts;
    }

    /** The buttons that fit this answer. */
    List<List<Button>> under(Answer answer, Asked asked, Offers offers) {
        Language language = asked.language();
        List<List<Button>> rows = new ArrayList<>();
        switch (answer) {
            case Answer.Found found -> {
                usefulness(found.updates().getFirst().update(), language).ifPresent(rows::add);
                rows.addAll(topics(topicsShown(found), offers, language));
            }
            case Answer.Outdated outdated -> {
                tell(offers.tell(), language).ifPresent(rows::add);
                rows.addAll(topics(topicsShown(outdated), offers, language));
            }
            case Answer.Unclear unclear -> rows.addAll(meant(unclear, asked));
            case Answer.Unknown unknown -> {
                tell(offers.tell(), language).ifPresent(rows::add);
                rows.addAll(topics(Set.copyOf(answer.understanding().topics()), offers, language));
            }
            case Answer.Emergency emergency -> {}
            case Answer.Social social -> rows.addAll(topics(Set.of(), offers, language));
        }
        return rows;
    }

    private static Set<Topic.Id> topicsShown(Answer answer) {
        return answer.shown().stream().map(shown -> shown.update().topic()).collect(Collectors.toSet());
    }

    private Optional<List<Button>> usefulness(Update update, Language language) {
        List<Button> row = new ArrayList<>();
        button(messages.text("button.useful", language), "/useful " + update.id()).ifPresent(row::add);
        button(messages.text("button.notuseful", language), "/notuseful " + update.id()).ifPresent(row::add);
        return row.isEmpty() ? Optional.empty() : Optional.of(row);
    }

    private Optional<List<Button>> tell(@Nullable String question, Language language) {
        return question == null
                ? Optional.empty()
                : button(messages.text("button.tell", language), "/tell " + question).map(List::of);
    }

    /** What else is known of the place; without a place the topics of the file, the plainest needs first. */
    private List<List<Button>> topics(Set<Topic.Id> shown, Offers offers, Language language) {
        Stream<Topic> fitting = offers.topics().isEmpty()
                ? topics.all().stream()
                : offers.topics().stream().flatMap(id -> topics.topic(id).stream());
        return fitting.filter(topic -> !shown.contains(topic.id()))
                .limit(MOST_TOPICS)
                .flatMap(topic -> topic(topic, language).stream())
                .map(List::of)
                .toList();
    }

    private Optional<Button> topic(Topic topic, Language language) {
        return button(shortName(topic, language), "/about " + topic.id());
    }

    /** What could have been meant: a place, a topic, or one of some updates. */
    private List<List<Button>> meant(Answer.Unclear unclear, Asked asked) {
        Map<String, Button> buttons = new LinkedHashMap<>();
        if (!unclear.places().isEmpty()) {
            places(unclear.places(), asked.language(), buttons);
        } else if (!unclear.updates().isEmpty()) {
            unclear.updates().forEach(shown -> update(shown.update(), asked.language(), buttons));
        } else if (asked.place() != null || unclear.understanding().topics().isEmpty()) {
            topics.all().stream()
                    .filter(topic -> unclear.topics().isEmpty() || unclear.topics().contains(topic.id()))
                    .forEach(topic -> add(buttons, topic(topic, asked.language())));
        }
        return buttons.values().stream().limit(MOST).map(List::of).toList();
    }

    /** An update is told from the others by its place, or by its title where it holds everywhere. */
    private void update(Update update, Language language, Map<String, Button> buttons) {
        if (update.places().isEmpty()) {
            add(buttons, button(update.title().best(language), "/show " + update.id()));
        } else {
            places(update.places(), language, buttons);
        }
    }

    private void places(Collection<Place.Id> ids, Language language, Map<String, Button> buttons) {
        ids.stream().flatMap(id -> gazetteer.place(id).stream()).forEach(place -> add(
                buttons, button(whereabouts.nameApart(place, language), "/in " + place.id())));
    }

    private static void add(Map<String, Button> buttons, Optional<Button> button) {
        button.ifPresent(one -> buttons.putIfAbsent(one.value(), one));
    }

    /** A button, unless its value is too long for the narrowest channel. */
    static Optional<Button> button(String label, String value) {
        return Button.fits(value) ? Optional.of(new Button(label, value)) : Optional.empty();
    }

    /** The name of a topic without the examples after its colon. */
    static String shortName(Topic topic, Language language) {
        return topic.name().best(language).split(":", 2)[0].strip();
    }

    /** The short name of a topic. */
    Optional<String> name(Topic.Id id, Language language) {
        return topics.all().stream()
                .filter(topic -> topic.id().equals(id))
                .findFirst()
                .map(topic -> shortName(topic, language));
    }

    /** "We have nothing recent about the truce in Hass", as far as topic and place were understood. */
    String nothingKnown(Optional<Topic.Id> topic, Asked asked) {
        Language language = asked.language();
        Optional<String> name = topic.flatMap(id -> name(id, language));
        Place place = asked.place();
        if (place == null) {
            return name.map(known -> messages.text("unknown.topic", language, Map.of("topic", known)))
                    .orElseGet(() -> messages.text("unknown", language));
        }
        String where = whereabouts.nameApart(place, language);
        return name.map(known ->
                        messages.text("unknown.topic-place", language, Map.of("topic", known, "place", where)))
                .orElseGet(() -> messages.text("unknown.place", language, Map.of("place", where)));
    }
}

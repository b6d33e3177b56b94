package org.aman.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.springframework.stereotype.Component;

/** Says what can be asked, and what we cannot read or do. */
@Component
final class Guide {
    private final Sayings sayings;
    private final Topics topics;
    private final List<Topic> sought;

    Guide(Sayings sayings, Topics topics, TalkSettings settings) {
        this.sayings = sayings;
        this.topics = topics;
        this.sought = settings.nearest().stream()
                .map(id -> topics.topic(new Topic.Id(id))
                        .orElseThrow(() -> new IllegalStateException("aman.nearest names no topic: " + id)))
                .toList();
    }

    Reply help(Language language) {
        return sayings.say(
                language,
                List.of(
                        sayings.line(language, "help.ask"),
                        sayings.line(language, "help.examples"),
                        sayings.line(language, "help.commands")),
                List.of());
    }

    /** Which topics people look for the nearest of. */
    Reply nearestOfWhat(Language language) {
        List<List<Button>> rows = new ArrayList<>();
        for (Topic topic : sought) {
            Choices.button(topic.name().best(language), "/nearest " + topic.id())
                    .map(List::of)
                    .ifPresent(rows::add);
        }
        return sayings.say(language, List.of(sayings.line(language, "nearest.what")), rows);
    }

    /** The topic to look for: one of those offered. */
    Optional<Topic> sought(String id) {
        return sought.stream().filter(topic -> topic.id().value().equals(id)).findFirst();
    }

    Optional<Topic> topic(String id) {
        return id.isBlank() ? Optional.empty() : topics.topic(new Topic.Id(id));
    }

    /** How one would ask for the nearest of a topic, so that a place named afterwards is understood. */
    String nearestInWords(Topic topic, Language language) {
        return sayings.line(language, "nearest.words", Map.of("topic", topic.name().best(language)));
    }

    Reply say(Language language, String key) {
        return sayings.say(language, key);
    }

    Reply unreadable(Language language, Incoming.Medium medium) {
        return sayings.say(
                language,
                switch (medium) {
                    case VOICE -> "unreadable.voice";
                    case PICTURE -> "unreadable.picture";
                    case STICKER, FILE, OTHER -> "unreadable.other";
                });
    }
}

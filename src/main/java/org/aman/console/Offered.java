package org.aman.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aman.knowledge.Source;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Folding;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.springframework.stereotype.Component;

/** What can be chosen in the form of an update, named in the language of whoever chooses. */
@Component
public final class Offered {
    private final Topics topics;
    private final Gazetteer gazetteer;
    private final Sheets sheets;

    Offered(Topics topics, Gazetteer gazetteer, Sheets sheets) {
        this.topics = topics;
        this.gazetteer = gazetteer;
        this.sheets = sheets;
    }

    public Sheets sheets() {
        return sheets;
    }

    /** One that can be chosen. */
    public record Choice(String value, String name) {}

    /** A topic with its states. */
    record Group(String name, List<Choice> options) {}

    /** Every topic with every state, so that both are chosen at once. */
    List<Group> abouts(Language language) {
        return topics.all().stream().map(topic -> group(topic, language)).toList();
    }

    private Group group(Topic topic, Language language) {
        String name = sheets.topic(topic.id().value(), language);
        List<Choice> options = new ArrayList<>();
        options.add(new Choice(topic.id() + "/", name + ": " + sheets.text("which-state", language)));
        topic.statuses().forEach(status -> options.add(new Choice(
                topic.id() + "/" + status.id(),
                name + ": " + status.name().best(language))));
        return new Group(name, options);
    }

    /** The topics. */
    public List<Choice> topics(Language language) {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice("", sheets.text("any-topic", language)));
        topics.all().forEach(topic -> all.add(
                new Choice(topic.id().value(), sheets.topic(topic.id().value(), language))));
        return all;
    }

    List<Choice> confidences(Language language) {
        return of("confidence.", Arrays.stream(Update.Confidence.values()).map(Update.Confidence::word).toList(), language);
    }

    List<Choice> severities(Language language) {
        return of("severity.", Arrays.stream(Update.Severity.values()).map(Update.Severity::word).toList(), language);
    }

    List<Choice> kinds(Language language) {
        return of("kind-of.", Arrays.stream(Source.Kind.values()).map(Source.Kind::word).toList(), language);
    }

    private List<Choice> of(String stem, List<String> values, Language language) {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice("", sheets.text("choose", language)));
        values.forEach(value -> all.add(new Choice(value, sheets.text(stem + value, language))));
        return all;
    }

    /** The names of all places, as they are offered while one types. */
    public List<String> places(Language language) {
        return gazetteer.places().stream().map(place -> place.name(language)).distinct().sorted().toList();
    }

    /** These places named; what nobody knows as it was typed. */
    public List<Choice> named(List<String> ids, Language language) {
        return ids.stream()
                .map(id -> new Choice(id, place(id).map(place -> place.name(language)).orElse(id)))
                .toList();
    }

    /** The place of this name or id, in any spelling that is known; empty where there is none, or several. */
    public Optional<Place> place(String typed) {
        Optional<Place> byId = typed.isBlank() ? Optional.empty() : gazetteer.place(new Place.Id(typed.strip().toLowerCase(Locale.ROOT)));
        if (byId.isPresent() || typed.isBlank()) {
            return byId;
        }
        String folded = Folding.fold(typed.strip());
        List<Place> named = gazetteer.places().stream()
                .filter(place -> place.names().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(name -> Folding.fold(name).equals(folded)))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : standard(named, folded);
    }

    /** The place that has just this middle. */
    public Optional<Place> at(Position middle) {
        return gazetteer.places().stream().filter(place -> middle.equals(place.position())).findFirst();
    }

    /** Of several that can be called so, the one whose standard name it is. */
    private static Optional<Place> standard(List<Place> named, String folded) {
        List<Place> standard = named.stream()
                .filter(place -> Arrays.stream(Language.values())
                        .anyMatch(language -> Folding.fold(place.name(language)).equals(folded)))
                .toList();
        return standard.isEmpty() ? Optional.empty() : Optional.of(standard.getFirst());
    }
}

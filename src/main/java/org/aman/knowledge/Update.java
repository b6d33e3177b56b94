package org.aman.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One vetted statement, as published. Immutable: a change is a new revision.
 *
 * @param revision counts up from 1 with every published change of this update
 * @param places where it applies, in the order its writer gave them
 * @param verified when it was last checked
 * @param expires when it ceases to stand; null only for evergreen topics
 * @param location where to go, if it names such a point
 * @param supersedes the updates it replaces
 * @param questions ways people ask this
 */
public record Update(
        Id id,
        int revision,
        Topic.Id topic,
        String status,
        @JsonDeserialize(as = LinkedHashSet.class) Set<Place.Id> places,
        Confidence confidence,
        @Nullable Severity severity,
        Instant verified,
        @Nullable Instant expires,
        @Nullable Position location,
        Set<Id> supersedes,
        Bilingual title,
        Bilingual text,
        Map<Language, List<String>> questions,
        List<Source> sources) {

    /** The name of an update in files and interfaces: kebab-case, unique. */
    public record Id(@JsonValue String value) implements Comparable<Id> {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("An update needs an id");
            }
        }

        @Override
        public int compareTo(Id other) {
            return value.compareTo(other.value);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** How well it is known. */
    public enum Confidence {
        CONFIRMED,
        CORROBORATED,
        SINGLE_SOURCE,
        CONTESTED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How much harm it tells of (the words of CAP 1.2). */
    public enum Severity {
        EXTREME,
        SEVERE,
        MODERATE,
        MINOR;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Update {
        places = Collections.unmodifiableSet(new LinkedHashSet<>(places));
        supersedes = Set.copyOf(supersedes);
        questions = Map.copyOf(questions);
        sources = List.copyOf(sources);
        if (expires != null && !expires.isAfter(verified)) {
            throw new IllegalArgumentException("Update " + id + " ends before it begins");
        }
    }

    /** The same statement as another revision. */
    Update revised(int number) {
        return new Update(
                id, number, topic, status, places, confidence, severity, verified, expires, location, supersedes, title,
                text, questions, sources);
    }

    /** The same statement with one more way people ask it. */
    Update alsoAsked(Language language, String words) {
        Map<Language, List<String>> more = new EnumMap<>(Language.class);
        more.putAll(questions);
        more.merge(language, List.of(words), (before, added) -> Stream.concat(before.stream(), added.stream())
                .toList());
        return new Update(
                id, revision, topic, status, places, confidence, severity, verified, expires, location, supersedes,
                title, text, more, sources);
    }

    /** What it says, apart from the ways people ask it and the count of revisions. */
    Update withoutQuestions() {
        return new Update(
                id, 0, topic, status, places, confidence, severity, verified, expires, location, supersedes, title, text,
                Map.of(), sources);
    }

    /** The same statement, also asked in the ways another is. */
    Update withQuestionsOf(Update other) {
        Update asked = this;
        for (Language language : Language.values()) {
            for (String way : other.questions().getOrDefault(language, List.of())) {
                boolean known = asked.questions().getOrDefault(language, List.of()).contains(way);
                asked = known ? asked : asked.alsoAsked(language, way);
            }
        }
        return asked;
    }

    /** Whether it still stands at this moment. */
    public boolean isCurrentAt(Instant moment) {
        return expires == null || moment.isBefore(expires);
    }

    /** Those that may answer: all but the ones another of them replaces. Expired ones stay, to be shown as such. */
    public static List<Update> notSuperseded(Collection<Update> published) {
        Set<Id> superseded =
                published.stream().flatMap(update -> update.supersedes().stream()).collect(Collectors.toSet());
        return published.stream()
                .filter(update -> !superseded.contains(update.id()))
                .toList();
    }
}

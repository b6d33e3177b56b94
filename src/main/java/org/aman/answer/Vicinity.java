package org.aman.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.search.Card;
import org.aman.search.Hit;
import org.aman.search.UpdateIndex;
import org.jspecify.annotations.Nullable;

/** Answers by what is near: the nearest open one of a topic, and what is in force at a place. */
final class Vicinity {
    private static final int MOST_SHOWN = 3;

    /** Farther down the nearest are too far to walk to. */
    private static final int MOST_LOOKED_AT = 60;

    private final UpdateIndex index;
    private final Gazetteer gazetteer;
    private final Nearness nearness;
    private final Topics topics;
    private final TopicWords words;

    Vicinity(UpdateIndex index, Gazetteer gazetteer, Nearness nearness, Topics topics, TopicWords words) {
        this.index = index;
        this.gazetteer = gazetteer;
        this.nearness = nearness;
        this.topics = topics;
        this.words = words;
    }

    /**
     * The nearest open one of what is asked for; asks back where from, where that is not known.
     *
     * @param fits whether an update speaks of what is looked for: bread, not any aid
     */
    Considered nearest(
            Question question, Reading reading, Whereabouts where, Understanding understanding, Predicate<Card> fits) {
        Start from = from(reading.namesPlace() ? null : question.position(), where.places());
        List<Topic.Id> located = understanding.topics().stream().filter(this::isLocated).toList();
        if (located.isEmpty()) {
            return Considered.of(new Answer.Unknown(understanding, null), reading);
        }
        if (from == null) {
            return Considered.of(new Answer.Unclear(understanding, List.of(), located, List.of()), reading);
        }
        for (Topic.Id topic : located) {
            List<Answer.Shown> shown = nearest(topic, from, question.at(), MOST_SHOWN, fits);
            if (!shown.isEmpty()) {
                return Considered.of(new Answer.Found(understanding, shown), reading);
            }
        }
        return Considered.of(new Answer.Unknown(understanding, null), reading);
    }

    /**
     * Where distances are measured from.
     *
     * @param place the place of this position; null where it is that of whoever asks
     */
    private record Start(Position position, Place.@Nullable Id place) {}

    /** A position, or else that of the first of these places that has one. */
    private @Nullable Start from(@Nullable Position position, List<Place.Id> places) {
        if (position != null) {
            return new Start(position, null);
        }
        for (Place.Id id : places) {
            Position middle = gazetteer.place(id).map(Place::position).orElse(null);
            if (middle != null) {
                return new Start(middle, id);
            }
        }
        return null;
    }

    private static Answer foundOrUnknown(Understanding understanding, List<Answer.Shown> shown) {
        return shown.isEmpty() ? new Answer.Unknown(understanding, null) : new Answer.Found(understanding, shown);
    }

    private boolean isLocated(Topic.Id topic) {
        return topics.topic(topic).map(Topic::located).orElse(false);
    }

    private List<Answer.Shown> nearest(Topic.Id topic, Start from, Instant at, int most) {
        return shown(index.nearest(Set.of(topic), from.position(), at, most), from);
    }

    private List<Answer.Shown> nearest(Topic.Id topic, Start from, Instant at, int most, Predicate<Card> fits) {
        return shown(index.nearest(Set.of(topic), from.position(), at, MOST_LOOKED_AT, fits, most), from);
    }

    private List<Answer.Shown> shown(List<Hit> hits, Start from) {
        List<Answer.Shown> shown = new ArrayList<>();
        for (Hit hit : hits) {
            Position there = hit.card().location();
            Double distance = there == null ? null : from.position().kilometresTo(there);
            index.update(hit).ifPresent(update -> shown.add(new Answer.Shown(update, distance, from.place())));
        }
        return shown;
    }

    /** The nearest that is known of what is asked about, where nothing answers. */
    Answer.@Nullable Shown nearestKnown(Understanding understanding, Question question) {
        Start from = from(question.position(), understanding.places());
        List<Topic.Id> located = understanding.topics().stream().filter(this::isLocated).toList();
        if (from == null || located.isEmpty()) {
            return null;
        }
        List<Answer.Shown> shown = nearest(located.getFirst(), from, question.at(), 1);
        return shown.isEmpty() ? null : shown.getFirst();
    }

    /** Whether it tells of a danger, or of a way that is cut: that a camp is full or a rumour false may be read later. */
    private boolean isFeared(Card card) {
        Topic.Id topic = card.topic();
        boolean isOfDanger = !words.isSoughtOpen(topic) || words.leadsOut(topic) || words.isOfWays(topic);
        return card.polarity() == Topic.Polarity.NO && isOfDanger && !words.checksClaims(topic);
    }

    /** What is in force at a place and in the areas around it, what is feared first, then what is nearest: found or unknown. */
    Answer inForce(Place.Id place, Language language, Instant at) {
        Understanding understanding = new Understanding(language, List.of(place), List.of(), false);
        Scope scope = new Scope(nearness, List.of(place));
        Set<String> ids = new LinkedHashSet<>();
        scope.places().forEach(id -> ids.add(id.value()));
        List<Hit> hits = index.at(ids, at, 200).stream()
                .filter(hit -> scope.meeting(hit.card()).all() >= Thresholds.PLACE_MET)
                .sorted(Comparator.comparing((Hit hit) -> !isFeared(hit.card()))
                        .thenComparingDouble(hit -> -scope.meeting(hit.card()).all())
                        .thenComparing(hit -> hit.card().polarity(), Comparator.reverseOrder())
                        .thenComparing(hit -> hit.card().verified(), Comparator.reverseOrder()))
                .toList();
        List<Answer.Shown> shown = new ArrayList<>();
        for (Hit hit : hits) {
            if (shown.size() < MOST_SHOWN) {
                index.update(hit).ifPresent(update -> shown.add(Answer.Shown.here(update)));
            }
        }
        return foundOrUnknown(understanding, shown);
    }

    /** The nearest open one of a topic from a position, or else from a place: found or unknown. */
    Answer nearest(
            Topic.Id topic, @Nullable Position position, Place.@Nullable Id place, Language language, Instant at) {
        Understanding understanding = new Understanding(
                language, place == null ? List.of() : List.of(place), List.of(topic), true);
        Start from = from(position, understanding.places());
        if (from == null) {
            return new Answer.Unclear(understanding, List.of(), List.of(topic), List.of());
        }
        List<Answer.Shown> shown = nearest(topic, from, at, MOST_SHOWN);
        return foundOrUnknown(understanding, shown);
    }
}

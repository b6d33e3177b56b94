package org.aman.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.place.Gazetteer;
import org.aman.place.Mention;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;

/** Finds out which places a question is about: named, told by what came before, chosen or around a position. */
final class Orientation {
    private static final int MOST_CHOICES = 4;

    private final Gazetteer gazetteer;
    private final Topics topics;

    Orientation(Gazetteer gazetteer, Topics topics) {
        this.gazetteer = gazetteer;
        this.topics = topics;
    }

    /** Where this question is about; what was asked before may tell what it leaves out. */
    Whereabouts whereabouts(Question question, Reading reading, @Nullable Reading before) {
        if (question.in() != null) {
            return new Whereabouts(List.of(question.in()), List.of());
        }
        Set<Place.Id> context = new LinkedHashSet<>();
        if (question.place() != null) {
            context.add(question.place());
        }
        if (before != null) {
            before.mentions().forEach(mention -> context.addAll(mention.places()));
        }
        if (reading.namesPlace()) {
            Whereabouts here = named(reading, context);
            if (before == null || reading.spoken() >= Thresholds.TOPIC_SPOKEN || here.places().size() != 1) {
                return here;
            }
            return onTheWay(here, before);
        }
        Position position = question.position();
        if (position != null) {
            // Whoever has just told where they are asks about there, wherever they asked about before or live.
            return new Whereabouts(gazetteer.at(position).map(Place::id).stream().toList(), List.of());
        }
        if (before != null && before.namesPlace()) {
            Optional<Place.Id> counterpart = gazetteer.counterpart(before.mentions().getFirst().places().getFirst(), reading.tokens());
            if (counterpart.isPresent()) {
                return new Whereabouts(List.of(counterpart.get()), List.of());
            }
            return named(before, question.place() == null ? Set.of() : Set.of(question.place()));
        }
        if (question.place() != null) {
            return new Whereabouts(List.of(question.place()), List.of());
        }
        return new Whereabouts(List.of(), List.of());
    }

    /** "And to Bab al-Hawa?": the way begins where that of the question before began. */
    private Whereabouts onTheWay(Whereabouts here, Reading before) {
        boolean way = before.mentions().size() > 1 && before.topics().keySet().stream().anyMatch(this::isPassage);
        return way ? here.from(before.mentions().getFirst().places().getFirst()) : here;
    }

    private Whereabouts named(Reading reading, Set<Place.Id> context) {
        Set<Place.Id> clear = new LinkedHashSet<>();
        reading.mentions().stream()
                .filter(mention -> !mention.isAmbiguous())
                .forEach(mention -> clear.addAll(mention.places()));
        Set<Place.Id> choices = new LinkedHashSet<>();
        for (Mention mention : reading.mentions()) {
            if (mention.isAmbiguous()) {
                List<Place.Id> told = mention.places().stream()
                        .filter(place -> isTold(place, clear) || isTold(place, context))
                        .toList();
                if (told.size() == 1) {
                    clear.addAll(told);
                } else {
                    choices.addAll(mention.places());
                }
            }
        }
        if (!clear.isEmpty() && choices.stream().allMatch(clear::contains)) {
            choices.clear();
        }
        return new Whereabouts(
                List.copyOf(clear), choices.stream().limit(MOST_CHOICES).toList());
    }

    /** Whether what is already clear tells that an ambiguous name means this place: itself, its road, its namesake. */
    private boolean isTold(Place.Id place, Set<Place.Id> clear) {
        if (clear.contains(place)) {
            return true;
        }
        List<Place.Id> along = gazetteer.place(place).map(Place::through).orElse(List.of());
        if (gazetteer.roadsThrough(place).stream().map(Place::id).anyMatch(clear::contains)) {
            return true; // "the M5 down to Maarra"
        }
        return along.stream().anyMatch(clear::contains)
                || gazetteer.namesakes(place).stream().anyMatch(clear::contains);
    }

    /** What the one short name that stands there may mean, where other places are called so too; empty where it is plain. */
    List<Place.Id> meanings(Reading reading) {
        if (reading.mentions().size() != 1) {
            return List.of();
        }
        Mention named = reading.mentions().getFirst();
        return named.end() - named.start() > 1
                ? List.of()
                : gazetteer.meanings(reading.tokens().get(named.start())).stream().limit(MOST_CHOICES).toList();
    }

    /** Whether updates of this topic also answer for a place that a way leads to. */
    boolean isPassage(Topic.Id topic) {
        return topics.topic(topic).map(Topic::passage).orElse(false);
    }
}

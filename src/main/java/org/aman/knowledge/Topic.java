package org.aman.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aman.language.Bilingual;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * A kind of need people ask about, such as truce, camp or road.
 *
 * @param statuses the states an update of this topic may tell, in the order people should think of them
 * @param lifetime how long an update stands after it was checked, unless it says otherwise; null for evergreen topics
 * @param secondPerson whether every update of this topic needs a second person before it is published
 * @param concepts the lexicon's concepts that mean this topic is asked about
 * @param needs those of the concepts that are needs of their own, such as bread or dialysis: an update answers them
 *     only if it speaks of them
 * @param located whether an update of this topic holds only where it says (guidance does not)
 * @param kinds the kinds of places this topic is about: naming a crossing asks about crossings
 * @param passage whether an update of this topic also answers for a place its text names as where the way leads
 */
public record Topic(
        Id id,
        Bilingual name,
        List<Status> statuses,
        @Nullable Duration lifetime,
        boolean secondPerson,
        boolean located,
        boolean passage,
        Set<Place.Kind> kinds,
        Set<String> concepts,
        Set<String> needs) {

    /** The name of a topic in files and interfaces. */
    public record Id(@JsonValue String value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("A topic needs an id");
            }
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * One state an update can tell.
     *
     * @param polarity whether it is what people hope for
     * @param secondPerson whether this state needs a second person even where the topic does not
     */
    public record Status(String id, Bilingual name, Polarity polarity, boolean secondPerson) {}

    /** Whether a state is what people hope for: open, available, calm, or its opposite. */
    public enum Polarity {
        YES,
        PARTLY,
        NO
    }

    public Topic {
        statuses = List.copyOf(statuses);
        kinds = Set.copyOf(kinds);
        concepts = Set.copyOf(concepts);
        needs = Set.copyOf(needs);
    }

    /** Law 5: to people, these are matters of staying or leaving; no installation may have them published alone. */
    private static final Set<String> STAY_OR_LEAVE =
            Set.of("truce", "evacuation", "evacuation-order", "evacuation-route", "safe-passage", "stay-or-leave");

    /** That there is none of this any more, or that one can pass, is an all-clear or a safe way. */
    private static final Set<String> DANGERS = Set.of("shelling", "airstrike", "mine", "clashes", "road-safe");

    /** Those dangers whose end has people come out of their shelters. */
    private static final Set<String> SHELTERED_FROM = Set.of("shelling", "airstrike", "clashes", "evacuation-order");

    /** Whether nobody may publish this alone: what {@code topics.yaml} says, and always what law 5 names. */
    public boolean needsSecondPerson(String status) {
        boolean hoped = status(status).map(one -> one.polarity() == Polarity.YES).orElse(false);
        return secondPerson
                || status(status).map(Status::secondPerson).orElse(false)
                || !Collections.disjoint(concepts, STAY_OR_LEAVE)
                || hoped && !Collections.disjoint(concepts, DANGERS);
    }

    /** Whether this tells people that a danger is over. */
    public boolean isAllClear(String status) {
        return status(status).map(one -> one.polarity() == Polarity.YES).orElse(false)
                && !Collections.disjoint(concepts, SHELTERED_FROM);
    }

    public Optional<Status> status(String status) {
        return statuses.stream().filter(one -> one.id().equals(status)).findFirst();
    }
}

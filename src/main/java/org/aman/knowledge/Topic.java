package org.aman.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
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

    public Optional<Status> status(String status) {
        return statuses.stream().filter(one -> one.id().equals(status)).findFirst();
    }
}

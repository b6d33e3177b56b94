package org.aman.owed;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.place.Place;
import org.aman.unanswered.OpenQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Open questions that mean much the same about the same area.
 *
 * @param questions the one most asked first
 * @param asked how often they were asked, all together
 * @param last the hour in which one of them was last asked
 * @param waiting how many wait to be told
 * @param near the updates that come nearest, though they were not enough to answer
 */
public record OpenGroup(
        List<OpenQuestion> questions,
        int asked,
        Instant first,
        Instant last,
        Headcount waiting,
        List<Update.Id> near) {
    public OpenGroup {
        questions = List.copyOf(questions);
        near = List.copyOf(near);
    }

    /** The name by which a person points at it: that of its first question. */
    public OpenQuestion.Id id() {
        return questions.getFirst().id();
    }

    public List<OpenQuestion.Id> ids() {
        return questions.stream().map(OpenQuestion::id).toList();
    }

    /** The topic most of it is about; null where none was clear. */
    public @Nullable String topic() {
        return questions.stream()
                .flatMap(question -> Optional.ofNullable(question.topic()).stream())
                .findFirst()
                .orElse(null);
    }

    /** The places it is about, for the update that answers it. */
    public Set<Place.Id> places() {
        Set<Place.Id> places = new LinkedHashSet<>();
        questions.forEach(question -> Optional.ofNullable(question.place()).ifPresent(places::add));
        return places;
    }

    /** Its questions as further ways to ask what answers them. */
    public Map<Language, List<String>> ways() {
        Map<Language, List<String>> ways = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            ways.put(
                    language,
                    questions.stream()
                            .filter(question -> question.language() == language)
                            .map(OpenQuestion::words)
                            .distinct()
                            .toList());
        }
        return ways;
    }

    /** The update somebody named to answer it; null while nobody has. */
    public @Nullable String answeredBy() {
        return questions.stream()
                .flatMap(question -> Optional.ofNullable(question.answeredBy()).stream())
                .findFirst()
                .orElse(null);
    }
}

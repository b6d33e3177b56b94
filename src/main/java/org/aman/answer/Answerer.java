package org.aman.answer;

import java.time.Instant;
import java.util.List;
import org.aman.knowledge.Topic;
import org.aman.language.Language;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;

/** Answers questions from what is vetted. Safe for use by many threads. */
public class Answerer {
    /** What we know about this question. */
    public Answer answer(Question question) {
        return new Answer.Unknown(
                new Understanding(
                        question.language() == null ? Language.ARABIC : question.language(),
                        List.of(),
                        List.of(),
                        false),
                null);
    }

    /** What is in force at a place and in the areas around it, gravest first: found or unknown. */
    public Answer inForce(Place.Id place, Language language, Instant at) {
        return new Answer.Unknown(new Understanding(language, List.of(place), List.of(), false), null);
    }

    /** The nearest open one of a topic from a position, or else from a place: found or unknown. */
    public Answer nearest(
            Topic.Id topic, @Nullable Position position, Place.@Nullable Id place, Language language, Instant at) {
        return new Answer.Unknown(new Understanding(language, List.of(), List.of(topic), true), null);
    }
}

package org.aman.unanswered;

import java.time.Instant;
import org.aman.language.Language;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * A question we could not answer, without who asked it.
 *
 * @param words what was asked, masked
 * @param place the area it was about; null where none was clear
 * @param topic the id of the topic it was about; null where none was clear
 * @param asked how many asked the same, at least 1
 * @param first the hour in which it was first asked
 * @param last the hour in which it was last asked
 * @param answeredBy the id of the update that is to answer it; null while nobody has named one
 */
public record OpenQuestion(
        Id id,
        String words,
        Language language,
        Place.@Nullable Id place,
        @Nullable String topic,
        Reason reason,
        int asked,
        Instant first,
        Instant last,
        @Nullable String answeredBy) {
    /** The random name of an open question: 16 ASCII letters and digits. */
    public record Id(String value) {}

    /** Why it is open. */
    public enum Reason {
        /** Nothing vetted answers it. */
        UNKNOWN,
        /** It was not clear what was meant. */
        UNCLEAR,
        /** There was an answer, and it did not help. */
        NOT_USEFUL
    }

    /** Never the words. */
    @Override
    public String toString() {
        return "OpenQuestion[" + id.value() + "]";
    }
}

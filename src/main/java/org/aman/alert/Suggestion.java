package org.aman.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A draft of an alert that another alerting service's message was made into. It goes nowhere by itself: somebody of ours
 * looks at it, puts it before a second person as their own, or drops it.
 *
 * @param draft what can be taken over; mostly something is still missing
 * @param number the alert it became a proposal for; null where it became none
 * @param at when it came in
 */
public record Suggestion(
        Id id, Draft draft, Original original, State state, Alert.@Nullable Number number, Instant at) {

    /** A random name. */
    public record Id(String value) {
        public Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("A suggestion needs an id");
            }
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** What became of it. */
    public enum State {
        /** Somebody should look at it. */
        WAITING,
        /** Somebody put it before a second person. */
        PROPOSED,
        /** Somebody decided against it. */
        DROPPED,
        /** Its sender said something newer before anybody had used it. */
        REPLACED,
        /** Its sender cancelled it before anybody had used it. */
        WITHDRAWN;

        /** As it stands in the message files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where it comes from.
     *
     * @param sender who is pinned for the feed it came from
     * @param identifier the sender's name for it
     * @param exercise whether its sender calls it an exercise
     * @param way how it follows an earlier message of the same sender; null for a first one
     * @param texts all it says, in every language it says it in
     */
    public record Original(
            String sender, String identifier, boolean exercise, Follow.@Nullable Way way, List<Text> texts) {
        public Original {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Plain words of a stranger, without markup or hidden signs.
     *
     * @param language an IETF tag
     * @param lines headline, description, instruction and the names of areas, as far as they are there
     */
    public record Text(String language, List<String> lines) {
        public Text {
            lines = List.copyOf(lines);
        }
    }
}

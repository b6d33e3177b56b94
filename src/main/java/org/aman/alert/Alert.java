package org.aman.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.aman.language.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * An urgent text owed to the people of an area. Immutable: a change is a new revision, an update or a cancel is an alert
 * of its own that follows the first.
 *
 * @param revision counts up from 1; only a correction in place makes another
 * @param topic the topic of an information that only concerns those who follow it; null for everybody of the area
 * @param follow which alert this one follows, and why; null for one that stands alone
 */
public record Alert(
        Number number,
        int revision,
        Kind kind,
        Gauge gauge,
        Areas areas,
        Words words,
        Times times,
        @Nullable String topic,
        @Nullable Follow follow) {

    /** The public number of an alert, such as people write after {@code /check}. */
    public record Number(@JsonValue int value) implements Comparable<Number> {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Number {
            if (value < 0) {
                throw new IllegalArgumentException("An alert's number counts up from 1");
            }
        }

        @Override
        public int compareTo(Number other) {
            return Integer.compare(value, other.value);
        }

        @Override
        public String toString() {
            return Integer.toString(value);
        }
    }

    /** What sort of alert it is. */
    public enum Kind {
        /** Danger is likely. */
        WARNING,
        /** Danger is there. */
        ALARM,
        /** People should leave. */
        EVACUATION,
        /** Useful, and can wait for the morning. */
        INFORMATION,
        /** The danger that an earlier alert told of is over. */
        ALL_CLEAR,
        /** A drill: it looks different everywhere. */
        EXERCISE;

        /** Whether lives hang on it: it passes quiet hours. */
        public boolean passesQuietHours() {
            return switch (this) {
                case WARNING, ALARM, EVACUATION, ALL_CLEAR -> true;
                case INFORMATION, EXERCISE -> false;
            };
        }

        /** Whether it tells of a danger that somebody must one day declare over. */
        public boolean tellsOfDanger() {
            return this == WARNING || this == ALARM || this == EVACUATION;
        }

        /** As it stands in the message files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How bad, how soon, how sure: in the words of the Common Alerting Protocol. */
    public record Gauge(Severity severity, Urgency urgency, Certainty certainty) {}

    /** The threat to life or property, as CAP 1.2 has it. */
    public enum Severity {
        EXTREME,
        SEVERE,
        MODERATE,
        MINOR,
        UNKNOWN
    }

    /** How soon to act, as CAP 1.2 has it. */
    public enum Urgency {
        IMMEDIATE,
        EXPECTED,
        FUTURE,
        PAST,
        UNKNOWN
    }

    /** How sure it is, as CAP 1.2 has it. */
    public enum Certainty {
        OBSERVED,
        LIKELY,
        POSSIBLE,
        UNLIKELY,
        UNKNOWN
    }

    /**
     * What its author wrote.
     *
     * @param source who says so
     * @param text the danger and what it does; its first line stands alone
     * @param instruction what to do, one action a line
     * @param boundary where the area ends and who is not affected; null where not said
     * @param more what stands behind a button; null for nothing
     */
    public record Words(
            Bilingual source,
            Bilingual text,
            Bilingual instruction,
            @Nullable Bilingual boundary,
            @Nullable Bilingual more) {}

    /**
     * @param asOf when what it says was known
     * @param onset when the danger begins
     * @param until when the alert ends; its end is no all-clear
     */
    public record Times(Instant asOf, Instant onset, Instant until) {}

    /** Whether it may no longer be sent at this moment. */
    public boolean isOverAt(Instant moment) {
        return !times.until().isAfter(moment);
    }

    /** Whether it goes before everything that can wait. */
    @JsonIgnore
    public boolean isUrgent() {
        return kind.passesQuietHours();
    }
}

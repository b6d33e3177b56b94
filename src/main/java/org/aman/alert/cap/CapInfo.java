package org.aman.alert.cap;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, in one language.
 *
 * @param language an IETF tag; CAP's own default is en-US
 * @param categories what sort of danger; at least one
 * @param event what happens, in a few words; the same in all languages of a message
 * @param judgement how urgent, severe and certain
 * @param times from when until when
 */
public record CapInfo(
        String language,
        List<Category> categories,
        String event,
        List<Response> responses,
        Judgement judgement,
        Times times,
        Texts texts,
        List<CapPair> eventCodes,
        List<CapPair> parameters,
        List<CapResource> resources,
        List<CapArea> areas) {
    public CapInfo {
        categories = List.copyOf(categories);
        responses = List.copyOf(responses);
        eventCodes = List.copyOf(eventCodes);
        parameters = List.copyOf(parameters);
        resources = List.copyOf(resources);
        areas = List.copyOf(areas);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("What a message says has a category");
        }
    }

    /** How urgent, severe and certain it is: CAP asks for all three. */
    public record Judgement(Urgency urgency, Severity severity, Certainty certainty) {}

    /** When it takes effect, is expected to begin, and ends. */
    public record Times(@Nullable Instant effective, @Nullable Instant onset, @Nullable Instant expires) {}

    /** The words for people, plain text. */
    public record Texts(
            @Nullable String audience,
            @Nullable String senderName,
            @Nullable String headline,
            @Nullable String description,
            @Nullable String instruction,
            @Nullable URI web,
            @Nullable String contact) {}

    /** What sort of danger. */
    public enum Category implements Word {
        GEO("Geo"),
        MET("Met"),
        SAFETY("Safety"),
        SECURITY("Security"),
        RESCUE("Rescue"),
        FIRE("Fire"),
        HEALTH("Health"),
        ENV("Env"),
        TRANSPORT("Transport"),
        INFRA("Infra"),
        CBRNE("CBRNE"),
        OTHER("Other");

        private final String word;

        Category(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** What people are asked to do. */
    public enum Response implements Word {
        SHELTER("Shelter"),
        EVACUATE("Evacuate"),
        PREPARE("Prepare"),
        EXECUTE("Execute"),
        AVOID("Avoid"),
        MONITOR("Monitor"),
        ASSESS("Assess"),
        ALL_CLEAR("AllClear"),
        NONE("None");

        private final String word;

        Response(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** How soon people must act. */
    public enum Urgency implements Word {
        IMMEDIATE("Immediate"),
        EXPECTED("Expected"),
        FUTURE("Future"),
        PAST("Past"),
        UNKNOWN("Unknown");

        private final String word;

        Urgency(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** How bad it is. */
    public enum Severity implements Word {
        EXTREME("Extreme"),
        SEVERE("Severe"),
        MODERATE("Moderate"),
        MINOR("Minor"),
        UNKNOWN("Unknown");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** How sure it is. */
    public enum Certainty implements Word {
        OBSERVED("Observed"),
        LIKELY("Likely"),
        POSSIBLE("Possible"),
        UNLIKELY("Unlikely"),
        UNKNOWN("Unknown");

        private final String word;

        Certainty(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}

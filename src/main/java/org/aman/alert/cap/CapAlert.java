package org.aman.alert.cap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One CAP 1.2 message.
 *
 * @param name whose it is, which, and when it was sent
 * @param references the messages it is about; an update or cancel has some
 * @param infos what it says, one for each language
 */
public record CapAlert(
        Reference name,
        Status status,
        Type type,
        Scope scope,
        Margin margin,
        List<Reference> references,
        List<CapInfo> infos) {
    public CapAlert {
        references = List.copyOf(references);
        infos = List.copyOf(infos);
        if (references.isEmpty() && type != Type.ALERT) {
            throw new IllegalArgumentException("Only a first alert has no references");
        }
        if (infos.isEmpty()) {
            throw new IllegalArgumentException("A message says something");
        }
    }

    /** How it is to be taken. */
    public enum Status implements Word {
        ACTUAL("Actual"),
        EXERCISE("Exercise"),
        SYSTEM("System"),
        TEST("Test"),
        DRAFT("Draft");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** What it does to earlier ones. */
    public enum Type implements Word {
        ALERT("Alert"),
        UPDATE("Update"),
        CANCEL("Cancel"),
        ACK("Ack"),
        ERROR("Error");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Whom it may reach. */
    public enum Scope implements Word {
        PUBLIC("Public"),
        RESTRICTED("Restricted"),
        PRIVATE("Private");

        private final String word;

        Scope(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * What may stand beside the message, mostly for machines.
     *
     * @param incidents names of what happened, as written
     */
    public record Margin(
            @Nullable String source,
            @Nullable String restriction,
            @Nullable String addresses,
            List<String> codes,
            @Nullable String note,
            @Nullable String incidents) {
        static final Margin EMPTY = new Margin(null, null, null, List.of(), null, null);

        public Margin {
            codes = List.copyOf(codes);
        }
    }
}

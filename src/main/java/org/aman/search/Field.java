package org.aman.search;

/** The names of the index's fields. */
final class Field {
    static final String ID = "id";
    static final String TOPIC = "topic";
    static final String PLACE = "place";
    static final String MENTION = "mention";
    static final String ASKS = "asks";
    static final String BODY = "body";
    static final String ROOTS = "roots";
    static final String SOUNDS = "sounds";
    static final String GRAMS = "grams";
    static final String CONCEPTS = "concepts";
    static final String LOCATION = "location";
    static final String EXPIRES = "expires";
    static final String POLARITY = "polarity";
    static final String CARD = "card";
    static final String CONTENT = "content";

    /** The value of {@link #PLACE} for an update that holds everywhere. */
    static final String EVERYWHERE = "*";

    private Field() {}
}

package org.aman.search.ranking;

/** The names of the index's fields. */
public final class Field {
    public static final String ID = "id";
    public static final String TOPIC = "topic";
    public static final String PLACE = "place";
    public static final String MENTION = "mention";
    public static final String ASKS = "asks";
    public static final String BODY = "body";
    public static final String ROOTS = "roots";
    public static final String SOUNDS = "sounds";
    public static final String GRAMS = "grams";
    public static final String CONCEPTS = "concepts";
    public static final String LOCATION = "location";
    public static final String EXPIRES = "expires";
    public static final String POLARITY = "polarity";
    public static final String CARD = "card";
    public static final String CONTENT = "content";

    /** The value of {@link #PLACE} for an update that holds everywhere. */
    public static final String EVERYWHERE = "*";

    private Field() {}
}

package org.aman.alert.cap;

import java.util.Locale;

/** Why a document is refused. */
public enum Reason {
    // As bytes
    TOO_LARGE,
    TOO_DEEP,
    TOO_SLOW,
    DOCTYPE,
    BROKEN,
    NOT_CAP,
    // As elements
    MISSING,
    UNEXPECTED,
    EMPTY,
    // As values
    NAME,
    TIME,
    WORD,
    NUMBER,
    ADDRESS,
    LANGUAGE,
    MARKUP,
    HIDDEN_SIGNS,
    COORDINATES,
    SWAPPED,
    POLYGON_SIZE,
    POLYGON_OPEN,
    POLYGON_CROSSES,
    CIRCLE,
    // As a message
    NO_INFO,
    NO_REFERENCES,
    GARBAGE_REFERENCES,
    EXPIRES_EARLY,
    LIMITED_WITHOUT,
    // As one of ours
    NOT_UUID,
    LONG_HEADLINE,
    LANGUAGES,
    DIFFERS,
    NO_SHAPE,
    // As one signed
    UNSIGNED,
    SIGNATURE,
    // On its way here
    UNREACHABLE,
    CERTIFICATE,
    FORBIDDEN_ADDRESS,
    OTHER_HOST,
    REDIRECT,
    HTTP_STATUS,
    // As news from another service
    SENDER,
    SCOPE,
    STATUS,
    TYPE,
    FOREIGN_REFERENCE,
    REPLAYED,
    FROM_THE_FUTURE,
    ENDED,
    OLDER,
    NOTHING_TO_CANCEL,
    OTHER_STATUS,
    NO_AREA;

    /** In the log: {@code too-large}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

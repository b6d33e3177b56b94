package org.aman.web;

import java.util.Locale;
import org.aman.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** What we say instead of an answer where a request cannot be read or may not be made. Carries nothing of the request. */
final class Objection extends RuntimeException {
    /** Why; the sentence of each is {@code web.error.} and its word. */
    enum Reason {
        NOT_JSON(HttpStatus.BAD_REQUEST),
        NOT_A_QUESTION(HttpStatus.BAD_REQUEST),
        UNKNOWN_KEY(HttpStatus.BAD_REQUEST),
        TEXT_MISSING(HttpStatus.BAD_REQUEST),
        LANGUAGE_UNKNOWN(HttpStatus.BAD_REQUEST),
        PLACE_UNKNOWN(HttpStatus.BAD_REQUEST),
        POSITION_WRONG(HttpStatus.BAD_REQUEST),
        BEFORE_WRONG(HttpStatus.BAD_REQUEST),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        NOT_ACCEPTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        NOT_FOUND(HttpStatus.NOT_FOUND),
        NOT_THIS_WAY(HttpStatus.METHOD_NOT_ALLOWED),
        TOO_OFTEN(HttpStatus.TOO_MANY_REQUESTS),
        REFUSED(HttpStatus.BAD_REQUEST),
        RECORDS_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
        FAULT(HttpStatus.INTERNAL_SERVER_ERROR);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }

        /** Its name in interfaces and message files, such as {@code place-unknown}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What to say of a fault of ours: where the database is away, waiting helps. */
        static Reason of(@Nullable Throwable fault) {
            for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                if (cause instanceof DataAccessResourceFailureException || cause instanceof CannotCreateTransactionException) {
                    return RECORDS_AWAY;
                }
            }
            return FAULT;
        }

        /** What to say when the server itself turned a request down with this status. */
        static Reason of(int status) {
            return switch (status) {
                case 404 -> NOT_FOUND;
                case 405 -> NOT_THIS_WAY;
                case 413 -> TOO_LARGE;
                case 415 -> NOT_ACCEPTED;
                case 429 -> TOO_OFTEN;
                default -> status >= 400 && status < 500 ? REFUSED : FAULT;
            };
        }
    }

    private final Reason reason;
    private final transient @Nullable Language language;

    Objection(Reason reason) {
        this(reason, null);
    }

    /** @param language what the request asked for; null where it did not say, or could not be read so far */
    Objection(Reason reason, @Nullable Language language) {
        super(reason.word(), null, false, false);
        this.reason = reason;
        this.language = language;
    }

    Reason reason() {
        return reason;
    }

    @Nullable Language language() {
        return language;
    }
}

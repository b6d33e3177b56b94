package org.aman.telegram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.aman.conversation.Incoming;
import org.aman.message.Chat;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * All that remains of one of Telegram's updates once it is read: what an answer needs, and nothing else (P9).
 *
 * @param chat Telegram's number of the chat, or of the person for {@link Kind#ASKED_INLINE}
 * @param language the person's language as Telegram tells it
 * @param text their words or the value of their button; empty for the rest
 * @param latitude degrees, rounded to about 100 m before anything keeps it (P5)
 * @param source the name of the public channel that a forwarded message came from; null for all else
 * @param saidAt when a forwarded message was first said, epoch seconds; null where unknown
 * @param query what to answer to so that a button stops spinning, or an inline list appears
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Received(
        Kind kind,
        String chat,
        @Nullable String language,
        String text,
        boolean group,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String source,
        @Nullable Long saidAt,
        @Nullable String query) {

    static final String CHANNEL = "telegram";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What happened. */
    enum Kind {
        SAID,
        EDITED,
        FORWARDED,
        PRESSED,
        SHARED,
        SENT_VOICE,
        SENT_PICTURE,
        SENT_STICKER,
        SENT_FILE,
        SENT_OTHER,
        LEFT,
        ASKED_INLINE
    }

    /** An update under its number. */
    record Numbered(long updateId, Received received) {}

    static Received said(String chat, @Nullable String language, String text, boolean group) {
        return new Received(Kind.SAID, chat, language, text, group, null, null, null, null, null);
    }

    /** The same words, but changed after they were said. */
    Received edited() {
        return new Received(Kind.EDITED, chat, language, text, false, null, null, null, null, null);
    }

    static Received forwarded(
            String chat, @Nullable String language, String text, @Nullable String source, @Nullable Long saidAt) {
        return new Received(Kind.FORWARDED, chat, language, text, false, null, null, source, saidAt, null);
    }

    static Received pressed(String chat, @Nullable String language, String value, boolean group, String query) {
        return new Received(Kind.PRESSED, chat, language, value, group, null, null, null, null, query);
    }

    static Received shared(String chat, @Nullable String language, Position position) {
        return new Received(
                Kind.SHARED,
                chat,
                language,
                "",
                false,
                rounded(position.latitude()),
                rounded(position.longitude()),
                null,
                null,
                null);
    }

    static Received plain(Kind kind, String chat, @Nullable String language) {
        return new Received(kind, chat, language, "", false, null, null, null, null, null);
    }

    static Received askedInline(String person, @Nullable String language, String words, String query) {
        return new Received(Kind.ASKED_INLINE, person, language, words, false, null, null, null, null, query);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1000) / 1000.0;
    }

    @JsonIgnore
    Chat where() {
        return new Chat(CHANNEL, chat);
    }

    /** Whose turn it is to be handled in: inline lists do not wait for the chat of the same person. */
    @JsonIgnore
    String turn() {
        return kind == Kind.ASKED_INLINE ? "inline " + chat : chat;
    }

    /** As the conversation hears it; {@link Kind#ASKED_INLINE} is heard as words. */
    @JsonIgnore
    Incoming incoming() {
        return switch (kind) {
            case SAID, ASKED_INLINE -> new Incoming.Said(where(), language, text, group);
            case EDITED -> new Incoming.Edited(where(), language, text);
            case FORWARDED -> new Incoming.Forwarded(
                    where(), language, text, source == null ? "" : source, saidAt == null ? null : Instant.ofEpochSecond(saidAt));
            case PRESSED -> new Incoming.Pressed(where(), language, text, group);
            case SHARED -> new Incoming.Shared(where(), language, position());
            case SENT_VOICE -> unreadable(Incoming.Medium.VOICE);
            case SENT_PICTURE -> unreadable(Incoming.Medium.PICTURE);
            case SENT_STICKER -> unreadable(Incoming.Medium.STICKER);
            case SENT_FILE -> unreadable(Incoming.Medium.FILE);
            case SENT_OTHER -> unreadable(Incoming.Medium.OTHER);
            case LEFT -> new Incoming.Left(where());
        };
    }

    private Position position() {
        if (latitude == null || longitude == null) {
            throw new IllegalStateException("A shared position has lost its coordinates");
        }
        return new Position(latitude, longitude);
    }

    private Incoming unreadable(Incoming.Medium medium) {
        return new Incoming.Unreadable(where(), language, medium);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A received update cannot be written", withoutWords(e));
        }
    }

    static Received of(String json) {
        try {
            return JSON.readValue(json, Received.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept update cannot be read back", withoutWords(e));
        }
    }

    /** Jackson quotes the document in its messages. */
    private static Throwable withoutWords(JsonProcessingException e) {
        return new IllegalArgumentException(e.getClass().getSimpleName());
    }

    /** Never what was said, nor by whom. */
    @Override
    public String toString() {
        return "Received[" + kind + "]";
    }
}

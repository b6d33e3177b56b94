package org.aman.conversation;

import java.time.Instant;
import org.aman.message.Chat;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;

/** Something that came in from a chat. Its {@code languageTag} is what the channel says of the person's language. */
public sealed interface Incoming {
    Chat chat();

    @Nullable String languageTag();

    /**
     * Words, a command included.
     *
     * @param group whether many people read the chat: nothing personal is then kept or used
     */
    record Said(Chat chat, @Nullable String languageTag, String text, boolean group) implements Incoming {
        /** Never the words. */
        @Override
        public String toString() {
            return "Said[hidden]";
        }
    }

    /** Words of a private chat that were said before and changed now: the question is asked again. */
    record Edited(Chat chat, @Nullable String languageTag, String text) implements Incoming {
        /** Never the words. */
        @Override
        public String toString() {
            return "Edited[hidden]";
        }
    }

    /**
     * A message that was said elsewhere and is passed on.
     *
     * @param source the name of the public channel it came from; empty for all else, so that no person is ever named
     * @param saidAt when it was first said; null where that is not known
     */
    record Forwarded(
            Chat chat, @Nullable String languageTag, String text, String source, @Nullable Instant saidAt)
            implements Incoming {
        /** Never the words. */
        @Override
        public String toString() {
            return "Forwarded[hidden]";
        }
    }

    /** A button; its value is one we made, or forged. */
    record Pressed(Chat chat, @Nullable String languageTag, String value, boolean group) implements Incoming {}

    /** A position, to be turned into an area and dropped. */
    record Shared(Chat chat, @Nullable String languageTag, Position position) implements Incoming {}

    /** Something we cannot read: a voice message, a picture, a sticker. */
    record Unreadable(Chat chat, @Nullable String languageTag, Medium medium) implements Incoming {}

    /** The person left or blocked us: everything of theirs goes. */
    record Left(Chat chat) implements Incoming {
        @Override
        public @Nullable String languageTag() {
            return null;
        }
    }

    /** What we could not read. */
    enum Medium {
        VOICE,
        PICTURE,
        STICKER,
        FILE,
        OTHER
    }
}

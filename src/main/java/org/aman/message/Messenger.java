package org.aman.message;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Says a reply to a chat, in its turn. */
public interface Messenger {
    /** What a free channel grants: messages a second over all chats. */
    int USUALLY_PER_SECOND = 30;

    /** Who goes first when the channel limits us. */
    enum Lane {
        REPLY,
        URGENT,
        BULK
    }

    /** Says it and waits for how it went; obeys the channel's limits, so it may block. */
    Outcome send(Chat chat, Reply reply, Lane lane);

    /**
     * Says it if it is still wanted when its turn has come; empty where it was not, and then nothing was sent.
     *
     * @param wanted asked last of all; must be quick
     */
    default Optional<Outcome> sendIf(Chat chat, Reply reply, Lane lane, BooleanSupplier wanted) {
        return wanted.getAsBoolean() ? Optional.of(send(chat, reply, lane)) : Optional.empty();
    }

    /** Puts this in the place of a message that was delivered; where the channel cannot, says it anew. */
    default Optional<Outcome> replaceIf(
            Chat chat, String messageId, Reply reply, Lane lane, BooleanSupplier wanted) {
        return sendIf(chat, reply, lane, wanted);
    }

    /**
     * The address that brings people to this channel and says this when they come; empty where the channel has none, or
     * its name is not known yet.
     *
     * @param payload such as {@code area-saraqib}
     */
    default Optional<String> invitation(String payload) {
        return Optional.empty();
    }

    /** How many messages a second the channel grants over all chats. */
    default int perSecond() {
        return USUALLY_PER_SECOND;
    }
}

package org.aman.alert;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Reply;
import org.springframework.beans.factory.ObjectProvider;

/** The channel, asked for only when something is to be sent: there may be none, and it may know us. */
final class LateMessenger implements Messenger {
    private final ObjectProvider<Messenger> channel;

    LateMessenger(ObjectProvider<Messenger> channel) {
        this.channel = channel;
    }

    @Override
    public Outcome send(Chat chat, Reply reply, Lane lane) {
        return channel.getObject().send(chat, reply, lane);
    }

    @Override
    public Optional<Outcome> sendIf(Chat chat, Reply reply, Lane lane, BooleanSupplier wanted) {
        return channel.getObject().sendIf(chat, reply, lane, wanted);
    }

    @Override
    public Optional<Outcome> replaceIf(
            Chat chat, String messageId, Reply reply, Lane lane, BooleanSupplier wanted) {
        return channel.getObject().replaceIf(chat, messageId, reply, lane, wanted);
    }

    @Override
    public int perSecond() {
        return channel.getObject().perSecond();
    }
}

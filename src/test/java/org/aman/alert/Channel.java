package org.aman.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.aman.language.RightToLeft;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Reply;

/** A channel that hears everything, and answers as it is told to. */
final class Channel implements Messenger {
    final List<Said> said = new ArrayList<>();
    private final Map<Chat, Outcome> answers = new HashMap<>();
    private Runnable beforeLast = () -> {};

    /** @param edited the message that was changed; null for a new one */
    record Said(Chat chat, String text, Lane lane, String edited) {}

    @Override
    public Outcome send(Chat chat, Reply reply, Lane lane) {
        return say(chat, reply, lane, null);
    }

    @Override
    public Optional<Outcome> sendIf(Chat chat, Reply reply, Lane lane, BooleanSupplier wanted) {
        beforeLast.run();
        return wanted.getAsBoolean() ? Optional.of(send(chat, reply, lane)) : Optional.empty();
    }

    @Override
    public Optional<Outcome> replaceIf(
            Chat chat, String messageId, Reply reply, Lane lane, BooleanSupplier wanted) {
        return wanted.getAsBoolean() ? Optional.of(say(chat, reply, lane, messageId)) : Optional.empty();
    }

    private Outcome say(Chat chat, Reply reply, Lane lane, String edited) {
        Outcome answer = answers.getOrDefault(chat, new Outcome.Delivered("m" + said.size()));
        if (answer instanceof Outcome.Delivered) {
            said.add(new Said(chat, RightToLeft.unmarked(reply.text()), lane, edited));
        }
        return answer;
    }

    void answers(Chat chat, Outcome outcome) {
        answers.put(chat, outcome);
    }

    void answersAll() {
        answers.clear();
    }

    /** This happens between the look at the row and the last look before sending. */
    void beforeLast(Runnable happens) {
        beforeLast = happens;
    }

    List<Said> to(int person) {
        return said.stream().filter(one -> one.chat().equals(Staffroom.chat(person))).toList();
    }
}

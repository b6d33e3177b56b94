package org.aman.telegram;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.aman.answer.Question;
import org.aman.conversation.Conversation;
import org.aman.conversation.Incoming;
import org.aman.language.Language;
import org.aman.message.Reply;

/** A conversation that says back what it heard, unless told otherwise. */
final class Echo implements Conversation {
    final List<Incoming> heard = new CopyOnWriteArrayList<>();
    volatile Function<Incoming, List<Reply>> talk = incoming -> List.of(Reply.of(Language.ENGLISH, words(incoming)));

    static String words(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> "heard " + said.text();
            case Incoming.Edited edited -> "edited " + edited.text();
            case Incoming.Forwarded forwarded -> "forwarded " + forwarded.text();
            case Incoming.Pressed pressed -> "pressed " + pressed.value();
            case Incoming.Shared shared -> "shared";
            case Incoming.Unreadable unreadable -> "unreadable " + unreadable.medium();
            case Incoming.Left left -> "left";
        };
    }

    @Override
    public List<Reply> hear(Incoming incoming) {
        heard.add(incoming);
        return talk.apply(incoming);
    }

    @Override
    public Answered answer(Question question) {
        throw new UnsupportedOperationException("The web asks so, not Telegram");
    }

    @Override
    public List<Suggestion> suggest(String words, Language language) {
        return List.of(new Suggestion("About " + words, Reply.of(language, "Vetted:\n" + words)));
    }
}

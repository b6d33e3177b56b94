package org.aman.conversation;

import java.time.Clock;
import java.util.List;
import org.aman.answer.Answer;
import org.aman.answer.Answerer;
import org.aman.answer.Question;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.springframework.stereotype.Component;

/** Talks with residents: answers questions, obeys commands. */
@Component
final class Dialogue implements Conversation {
    private final Answerer answerer;
    private final ReplyWriter writer;
    private final Clock clock;

    Dialogue(Answerer answerer, ReplyWriter writer, Clock clock) {
        this.answerer = answerer;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public List<Reply> hear(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> List.of(answer(Question.of(said.text(), clock.instant())).reply());
            case Incoming.Pressed pressed -> List.of();
            case Incoming.Shared shared -> List.of();
            case Incoming.Unreadable unreadable -> List.of();
            case Incoming.Left left -> List.of();
        };
    }

    @Override
    public Answered answer(Question question) {
        Answer answer = answerer.answer(question);
        return new Answered(answer, writer.reply(answer, question, null));
    }

    @Override
    public List<Suggestion> suggest(String words, Language language) {
        return List.of();
    }
}

package org.aman.conversation;

import java.util.List;
import org.aman.answer.Answer;
import org.aman.answer.Question;
import org.aman.language.Language;
import org.aman.message.Reply;

/** The talk with residents, the same on every channel. Safe for use by many threads. */
public interface Conversation {
    /**
     * What to say to something that came in, in order; empty where silence is right. Never throws for what people send.
     * May be called twice for the same message: what is stored is keyed so that this changes nothing.
     */
    List<Reply> hear(Incoming incoming);

    /**
     * Answers words of someone of whom nothing is kept, such as on the web page. A command or a button's value in the
     * question's text is obeyed where it needs no chat; other commands get a sentence that says so.
     */
    Answered answer(Question question);

    /** Vetted answers to share in a group, most useful first, without buttons; empty where there is none. */
    List<Suggestion> suggest(String words, Language language);

    /** What we know about a question, and how we say it. */
    record Answered(Answer answer, Reply reply) {}

    /** A vetted answer under a short title. */
    record Suggestion(String title, Reply reply) {}
}

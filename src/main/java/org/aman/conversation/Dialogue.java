package org.aman.conversation;

import java.time.Clock;
import java.util.List;
import org.aman.answer.Question;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.springframework.stereotype.Component;

/** The talk with residents: those in a chat, those who pass by, and those who share what we say. */
@Component
final class Dialogue implements Conversation {
    private final Listener listener;
    private final Passerby passerby;
    private final Respondent respondent;
    private final Clock clock;

    Dialogue(Listener listener, Passerby passerby, Respondent respondent, Clock clock) {
        this.listener = listener;
        this.passerby = passerby;
        this.respondent = respondent;
        this.clock = clock;
    }

    @Override
    public List<Reply> hear(Incoming incoming) {
        return listener.hear(incoming);
    }

    @Override
    public Answered answer(Question question) {
        return passerby.answer(question);
    }

    @Override
    public List<Suggestion> suggest(String words, Language language) {
        return Heard.of(words) instanceof Heard.Words(String text) && Command.of(text).isEmpty()
                ? respondent.toShare(sharing(text, language))
                : List.of();
    }

    /** Arabic words are shared in Arabic whatever the device speaks. */
    private Question sharing(String words, Language language) {
        boolean arabic = words.codePoints()
                .anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.ARABIC);
        Language spoken = arabic ? Language.ARABIC : language;
        return new Question(words, spoken, null, null, List.of(), null, null, clock.instant());
    }
}

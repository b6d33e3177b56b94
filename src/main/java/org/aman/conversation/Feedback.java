package org.aman.conversation;

import java.util.List;
import java.util.Optional;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.message.Reply;
import org.aman.unanswered.OpenQuestion;
import org.springframework.stereotype.Component;

/** Takes what people say of our answers. */
@Component
final class Feedback {
    private final Respondent respondent;
    private final Keeper keeper;
    private final Sayings sayings;

    Feedback(Respondent respondent, Keeper keeper, Sayings sayings) {
        this.respondent = respondent;
        this.keeper = keeper;
        this.sayings = sayings;
    }

    Reply useful(Language language, String id) {
        Optional<Update> update = respondent.update(id);
        update.ifPresent(known -> keeper.rate(known, true));
        return sayings.say(language, update.isPresent() ? "useful.thanks" : "button.gone");
    }

    /** @param asked what they asked lately, oldest first; the last of it goes to the volunteers */
    Reply notUseful(Language language, String id, List<String> asked) {
        Optional<Update> update = respondent.update(id);
        update.ifPresent(known -> {
            keeper.rate(known, false);
            if (!asked.isEmpty()) {
                keeper.notHelped(asked.getLast(), language, known);
            }
        });
        return sayings.say(language, update.isPresent() ? "notuseful.thanks" : "button.gone");
    }

    Reply tell(Language language, Chat chat, String question) {
        boolean willTell = !question.isBlank() && keeper.tellWhenKnown(new OpenQuestion.Id(question), chat);
        return sayings.say(language, willTell ? "tell.noted" : "tell.gone");
    }
}

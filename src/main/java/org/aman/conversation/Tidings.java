package org.aman.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.aman.answer.Answer;
import org.aman.answer.Question;
import org.aman.answer.Understanding;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words what we say unasked: the answer somebody waited for, and a correction of what somebody was told. */
@Component
public final class Tidings {
    private final ReplyWriter writer;
    private final UpdateWriter updates;
    private final Sayings sayings;
    private final Clock clock;

    Tidings(ReplyWriter writer, UpdateWriter updates, Sayings sayings, Clock clock) {
        this.writer = writer;
        this.updates = updates;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** The answer to a question that had none. Their words are not repeated: we no longer know who asked what. */
    public Reply known(Update update, Language language) {
        return after(sayings.line(language, "tidings.known"), update, language);
    }

    /**
     * That something they were told no longer stands, and what stands now.
     *
     * @param told as it was told
     * @param now what stands instead; null where we have nothing
     */
    public Reply corrected(Update told, @Nullable Update now, Language language) {
        String gone = sayings.line(
                language, "tidings.correction", Map.of("headline", updates.headline(told, language)));
        return now == null
                ? sayings.say(language, List.of(gone, sayings.line(language, "tidings.nothing-now")), List.of())
                : after(gone + "\n\n" + sayings.line(language, "tidings.now"), now, language);
    }

    private Reply after(String first, Update update, Language language) {
        Question silent = new Question("", language, null, null, List.of(), null, null, clock.instant());
        Answer.Found found = new Answer.Found(
                new Understanding(language, List.of(), List.of(update.topic()), false),
                List.of(Answer.Shown.here(update)));
        Reply reply = writer.reply(found, silent, Offers.NONE);
        return new Reply(language, first + "\n\n" + reply.text(), reply.buttons(), reply.pins());
    }
}

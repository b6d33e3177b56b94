package org.aman.conversation;

import java.time.ZoneId;
import java.util.List;
import org.aman.answer.Answer;
import org.aman.answer.Question;
import org.aman.knowledge.Topics;
import org.aman.language.Messages;
import org.aman.message.Reply;
import org.aman.place.Gazetteer;

/** Says answers as residents read them, without a talk around them: for the command line. */
public final class Wording {
    private final ReplyWriter writer;

    private Wording(ReplyWriter writer) {
        this.writer = writer;
    }

    /** @param zone in which times are said; whom to call in an emergency is known to a running installation only */
    public static Wording of(Messages messages, Gazetteer gazetteer, Topics topics, ZoneId zone) {
        TalkSettings settings = new TalkSettings(zone, null, new TalkSettings.Emergency(List.of()), List.of());
        Whereabouts whereabouts = new Whereabouts(messages, gazetteer);
        return new Wording(new ReplyWriter(
                messages,
                gazetteer,
                new UpdateWriter(messages, topics, whereabouts, new Moments(messages, settings)),
                new Choices(messages, gazetteer, topics, whereabouts),
                new Contacts(messages, settings)));
    }

    /** The reply to a question that was answered so. */
    public Reply reply(Answer answer, Question question) {
        return writer.reply(answer, question, Offers.NONE);
    }
}

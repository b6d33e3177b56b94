package org.aman.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.answer.Answer;
import org.aman.answer.Answer.Shown;
import org.aman.answer.Question;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.RightToLeft;
import org.aman.message.Pin;
import org.aman.message.Reply;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.springframework.stereotype.Component;

/** Says an answer in the resident's language: what is known first, then who says it, then when, then what next. */
@Component
final class ReplyWriter {
    private final Messages messages;
    private final Gazetteer gazetteer;
    private final UpdateWriter updates;
    private final Choices choices;
    private final Contacts contacts;

    ReplyWriter(Messages messages, Gazetteer gazetteer, UpdateWriter updates, Choices choices, Contacts contacts) {
        this.messages = messages;
        this.gazetteer = gazetteer;
        this.updates = updates;
        this.choices = choices;
        this.contacts = contacts;
    }

    /** The reply to a question. */
    Reply reply(Answer answer, Question question, Offers offers) {
        Asked asked = Asked.of(question, answer.understanding(), gazetteer);
        boolean canTell = offers.tell() != null;
        List<String> paragraphs =
                switch (answer) {
                    case Answer.Found found -> found(found, asked);
                    case Answer.Outdated outdated -> outdated(outdated, asked, canTell);
                    case Answer.Unclear unclear -> unclear(unclear, asked);
                    case Answer.Unknown unknown -> unknown(unknown, question, asked, canTell);
                    case Answer.Emergency emergency -> emergency(emergency, asked);
                    case Answer.Social social -> social(social, question, asked.language());
                };
        return new Reply(
                asked.language(),
                said(paragraphs, asked),
                choices.under(answer, asked, offers),
                pins(answer, asked.language()));
    }

    /** The same reply, with the last line saying that it is what we knew then and cannot be looked at anew (F6). */
    Reply asOf(Reply reply, Instant then, Instant now) {
        String line = updates.asOf(then, now, reply.language());
        String said = reply.language() == Language.ARABIC ? RightToLeft.isolate(line) : line;
        return new Reply(reply.language(), reply.text() + "\n\n" + said, reply.buttons(), reply.pins());
    }

    /** The reply as others may share it: without buttons, whose presses would come from many. */
    Reply toShare(Answer.Found found, Question question) {
        Reply reply = reply(found, question, Offers.NONE);
        return new Reply(reply.language(), reply.text(), List.of(), List.of());
    }

    /** The first line of an update, for a list of them. */
    String headline(Update update, Language language) {
        return updates.headline(update, language).lines().findFirst().orElse("");
    }

    private static String said(List<String> paragraphs, Asked asked) {
        String text = RightToLeft.unmarked(String.join("\n\n", paragraphs));
        return asked.language() == Language.ARABIC ? RightToLeft.isolate(text, asked.arabicIndic()) : text;
    }

    private List<String> found(Answer.Found found, Asked asked) {
        Shown first = found.updates().getFirst();
        List<String> paragraphs = new ArrayList<>(updates.full(first, asked));
        List<Shown> others = found.updates().subList(1, found.updates().size());
        if (!others.isEmpty()) {
            paragraphs.add(messages.text("also", asked.language(), Map.of("n", others.size())));
            others.forEach(other -> paragraphs.add(updates.brief(other, asked)));
        }
        paragraphs.add(next(first.update(), asked.language()));
        return paragraphs;
    }

    /** One next step; a topic, or one state of it, may have its own. */
    private String next(Update update, Language language) {
        return messages.first(
                        language,
                        Map.of(),
                        "next." + update.topic() + "." + update.status(),
                        "next." + update.topic(),
                        "next")
                .orElseThrow();
    }

    private List<String> outdated(Answer.Outdated outdated, Asked asked, boolean canTell) {
        List<String> paragraphs = new ArrayList<>(updates.over(outdated.updates().getFirst(), asked));
        paragraphs.add(messages.text(canTell ? "outdated.next-tell" : "outdated.next", asked.language()));
        return paragraphs;
    }

    private List<String> unclear(Answer.Unclear unclear, Asked asked) {
        Language language = asked.language();
        if (!unclear.places().isEmpty()) {
            return List.of(messages.text("unclear.place", language));
        }
        if (!unclear.updates().isEmpty()) {
            List<String> paragraphs = new ArrayList<>();
            paragraphs.add(messages.text("unclear.update", language));
            unclear.updates().forEach(shown -> paragraphs.add(headline(shown.update(), language)));
            return paragraphs;
        }
        Place place = asked.place();
        if (place == null && !unclear.understanding().topics().isEmpty()) {
            return List.of(messages.text("unclear.where", language));
        }
        if (place != null) {
            return List.of(messages.text("unclear.topic-place", language, Map.of("place", place.name(language))));
        }
        if (!unclear.topics().isEmpty()) {
            return List.of(messages.text("unclear.topic", language));
        }
        return List.of(messages.text("unclear", language), messages.text("help.examples", language));
    }

    private List<String> unknown(Answer.Unknown unknown, Question question, Asked asked, boolean canTell) {
        Language language = asked.language();
        Optional<Topic.Id> topic = unknown.understanding().topics().stream().findFirst();
        List<String> paragraphs = new ArrayList<>();
        Place place = asked.place();
        if (place != null && topic.isEmpty() && question.text().isBlank()) {
            return List.of(messages.text("unknown.now", language, Map.of("place", place.name(language))));
        }
        paragraphs.add(choices.nothingKnown(topic, asked));
        topic.flatMap(id -> messages.first(language, Map.of(), "silence." + id)).ifPresent(paragraphs::add);
        if (unknown.nearest() != null) {
            paragraphs.add(messages.text("unknown.nearest", language));
            paragraphs.add(updates.brief(unknown.nearest(), asked));
        }
        paragraphs.add(messages.text(canTell ? "unknown.next-tell" : "unknown.next", language));
        return paragraphs;
    }

    private List<String> emergency(Answer.Emergency emergency, Asked asked) {
        Language language = asked.language();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(contacts.first(language));
        paragraphs.add(messages.text("emergency.steps", language));
        emergency.guidance().stream().limit(1).forEach(shown -> paragraphs.add(updates.advice(shown, asked)));
        paragraphs.add(messages.text("emergency.machine", language));
        return paragraphs;
    }

    private List<String> social(Answer.Social social, Question question, Language language) {
        return List.of(
                Courtesies.reply(messages, social.courtesy(), question.text(), language),
                messages.text("social.ask", language));
    }

    /** Where the updates shown say to go. */
    private static List<Pin> pins(Answer answer, Language language) {
        if (!(answer instanceof Answer.Found found)) {
            return List.of();
        }
        List<Pin> pins = new ArrayList<>();
        for (Shown shown : found.updates()) {
            Position position = shown.update().location();
            if (position != null) {
                String title = RightToLeft.unmarked(shown.update().title().best(language));
                pins.add(new Pin(position.latitude(), position.longitude(), title, language));
            }
        }
        return pins;
    }
}

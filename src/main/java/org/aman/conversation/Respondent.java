package org.aman.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aman.answer.Answer;
import org.aman.answer.Answerer;
import org.aman.answer.Question;
import org.aman.answer.Reading;
import org.aman.answer.Understanding;
import org.aman.conversation.Conversation.Answered;
import org.aman.conversation.Conversation.Suggestion;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.unanswered.OpenQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions: asks what is known, words it, and has kept what must remain. */
@Component
final class Respondent {
    private static final int MOST_WORDS_OF_A_NAME = 3;

    private final Answerer answerer;
    private final ReplyWriter writer;
    private final Keeper keeper;
    private final Recent recent;
    private final Clock clock;

    Respondent(Answerer answerer, ReplyWriter writer, Keeper keeper, Recent recent, Clock clock) {
        this.answerer = answerer;
        this.writer = writer;
        this.keeper = keeper;
        this.recent = recent;
        this.clock = clock;
    }

    /** Answers words; what was asked before helps to understand them. */
    Answered asked(Speaker speaker, String words, @Nullable Position position) {
        Language spoken = words.equals(Heard.DISTRESS) ? speaker.language() : speaker.chosen();
        Question question = new Question(
                words, spoken, speaker.place(), position, before(before(speaker), words), null, null, clock.instant());
        Answered answered = answered(completed(question), speaker);
        // "Thanks" between two questions does not end what they are about.
        if (!speaker.group() && !(answered.answer() instanceof Answer.Social)) {
            recent.asked(speaker.chat(), words);
        }
        return answered;
    }

    /** What they asked before these words, which may come again: after a fault, or with a position. */
    static List<String> before(List<String> asked, String words) {
        return !asked.isEmpty() && asked.getLast().equals(words) ? asked.subList(0, asked.size() - 1) : asked;
    }

    /** A place alone, after a question, asks the same of that place. */
    private Question completed(Question question) {
        return question.before().isEmpty()
                ? question
                : justPlace(question.text())
                        .map(place -> lastWords(withPlace(question, place)))
                        .orElse(question);
    }

    private static Question withPlace(Question question, Place.Id in) {
        return new Question(
                "",
                question.language(),
                question.place(),
                question.position(),
                question.before(),
                in,
                null,
                question.at());
    }

    /** The place these words name, where they say nothing else and can mean no other. */
    private Optional<Place.Id> justPlace(String words) {
        Reading reading = read(words);
        boolean one = reading.words().isEmpty()
                && reading.mentions().size() == 1
                && !reading.mentions().getFirst().isAmbiguous();
        return one ? Optional.of(reading.mentions().getFirst().places().getFirst()) : Optional.empty();
    }

    /** Whether these words could be the name of an area, well or badly written, and nothing else. */
    boolean mayBePlace(String words) {
        Reading reading = read(words);
        return reading.mentions().isEmpty()
                ? reading.matches().isEmpty() && reading.tokens().size() <= MOST_WORDS_OF_A_NAME
                : reading.words().isEmpty();
    }

    private Reading read(String words) {
        return answerer.read(words);
    }

    /** The last question again, but about this place or topic; without one, what is in force there. */
    Reply again(Speaker speaker, Place.@Nullable Id in, Topic.@Nullable Id about) {
        Place.Id place = in == null ? lastPlace(speaker) : in;
        Question pressed = new Question(
                "", speaker.language(), speaker.place(), null, before(speaker), place, about, clock.instant());
        return answered(lastWords(pressed), speaker).reply();
    }

    /**
     * A pressed place takes the words asked before it. A pressed topic does not: they may speak of another one, and
     * only their place is wanted.
     */
    static Question lastWords(Question pressed) {
        List<String> before = pressed.before();
        return before.isEmpty() || pressed.about() != null
                ? pressed
                : new Question(
                        before.getLast(),
                        pressed.language(),
                        pressed.place(),
                        pressed.position(),
                        before.subList(0, before.size() - 1),
                        pressed.in(),
                        pressed.about(),
                        pressed.at());
    }

    /** Answers someone of whom nothing is kept. */
    Answered answered(Question question) {
        Answer answer = known(question);
        keeper.count(answer);
        if (keeper.lostSince().isEmpty()) {
            keepOpen(answer, question);
        }
        return worded(answer, question, null);
    }

    private Answered answered(Question question, Speaker speaker) {
        Answer answer = known(question);
        keeper.count(answer);
        OpenQuestion.Id open = keepOpen(answer, question);
        if (!speaker.group() && !(answer instanceof Answer.Social)) {
            List<Place.Id> places = answer.understanding().places();
            recent.understood(speaker.chat(), places.isEmpty() ? null : places.getFirst());
        }
        return noted(worded(answer, question, open == null || speaker.group() ? null : open.value()), speaker);
    }

    /** The same; what it tells a resident is noted, so that a correction can follow. */
    Answered noted(Answered answered, Speaker speaker) {
        if (speaker.resident() != null) {
            keeper.noteTold(answered.answer(), speaker.resident());
        }
        return answered;
    }

    private Answered worded(Answer answer, Question question, @Nullable String tell) {
        Reply reply = writer.reply(answer, question, new Offers(tell, known(answer, question)));
        return new Answered(
                answer,
                lostSince(answer).map(then -> writer.asOf(reply, then, question.at())).orElse(reply));
    }

    /** Courtesies and pleas do not age. */
    private Optional<Instant> lostSince(Answer answer) {
        return answer instanceof Answer.Social || answer instanceof Answer.Emergency
                ? Optional.empty()
                : keeper.lostSince();
    }

    /** What else is known of the place; looked up only where the answer itself is not what they need. */
    private List<Topic.Id> known(Answer answer, Question question) {
        List<Place.Id> places = answer.understanding().places();
        if (places.isEmpty() || answer instanceof Answer.Found) {
            return List.of();
        }
        return answerer
                .inForce(places.getFirst(), answer.understanding().language(), question.at())
                .shown()
                .stream()
                .map(shown -> shown.update().topic())
                .distinct()
                .toList();
    }

    private Answer known(Question question) {
        Place.Id place = question.in();
        return question.text().isBlank() && place != null && question.about() == null
                ? answerer.inForce(place, language(question), question.at())
                : answerer.answer(question);
    }

    /** Attempts to turn us are no questions for the volunteers. */
    private OpenQuestion.@Nullable Id keepOpen(Answer answer, Question question) {
        return answer.shown().isEmpty() && read(question.text()).concepts().contains("injection")
                ? null
                : keeper.keepOpen(answer, question);
    }

    /** What is in force at a place. */
    Answered now(Question question, Place.Id place) {
        return worded(answerer.inForce(place, language(question), question.at()), question, null);
    }

    /** The last question of this chat. */
    Optional<String> last(Speaker speaker) {
        List<String> before = before(speaker);
        return before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
    }

    /** Whether they wrote lately, but for these words, which may have come already. */
    boolean knows(Speaker speaker, String words) {
        return recent.knows(speaker.chat()) && !recent.questions(speaker.chat()).equals(List.of(words));
    }

    /** @param words the same question in words, which a place or a position sent afterwards completes */
    Reply nearest(Speaker speaker, Topic.Id topic, String words) {
        if (!speaker.group()) {
            recent.asked(speaker.chat(), words);
        }
        return noted(nearest(silent(speaker), topic), speaker).reply();
    }

    /** The nearest open one of a topic from where they are. */
    Answered nearest(Question question, Topic.Id topic) {
        return worded(
                answerer.nearest(topic, question.position(), question.place(), language(question), question.at()),
                question,
                null);
    }

    /** A question without words of this speaker. */
    Question silent(Speaker speaker) {
        return new Question(
                "", speaker.language(), speaker.place(), null, List.of(), null, null, clock.instant());
    }

    /** The update of this name, if it still answers questions. */
    Optional<Update> update(String id) {
        return id.isBlank() ? Optional.empty() : answerer.update(new Update.Id(id));
    }

    /** The update of this name as the answer, as it stands now; empty where it has gone. */
    Optional<Answered> shown(Question question, String id) {
        return update(id).map(update -> {
            Understanding understanding = new Understanding(
                    language(question), List.copyOf(update.places()), List.of(update.topic()), false);
            List<Answer.Shown> shown = List.of(Answer.Shown.here(update));
            Answer answer = update.isCurrentAt(question.at())
                    ? new Answer.Found(understanding, shown)
                    : new Answer.Outdated(understanding, shown);
            return worded(answer, question, null);
        });
    }

    /** Vetted answers to share: what stands now, one to a suggestion. */
    List<Suggestion> toShare(Question question) {
        if (!(answerer.answer(question) instanceof Answer.Found found)) {
            return List.of();
        }
        return found.updates().stream()
                .map(shown -> new Suggestion(
                        writer.headline(shown.update(), found.understanding().language()),
                        writer.toShare(new Answer.Found(found.understanding(), List.of(shown)), question)))
                .toList();
    }

    /** The place of the last answer; null where many read, or where it had none. */
    private Place.@Nullable Id lastPlace(Speaker speaker) {
        return speaker.group() ? null : recent.place(speaker.chat()).orElse(null);
    }

    /** What they asked lately, oldest first; nothing where many read. */
    List<String> before(Speaker speaker) {
        return speaker.group() ? List.of() : recent.questions(speaker.chat());
    }

    private static Language language(Question question) {
        return question.language() == null ? Language.ARABIC : question.language();
    }
}

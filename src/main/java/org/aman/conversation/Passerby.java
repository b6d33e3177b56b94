package org.aman.conversation;

import java.util.List;
import java.util.Optional;
import org.aman.answer.Answer;
import org.aman.answer.Question;
import org.aman.answer.Understanding;
import org.aman.conversation.Conversation.Answered;
import org.aman.knowledge.Topic;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers someone of whom nothing is kept, such as on the web page: questions, and the commands that need no chat. */
@Component
final class Passerby {
    private final Respondent respondent;
    private final PlaceChoice places;
    private final Feedback feedback;
    private final Guide guide;
    private final Subscription subscription;

    Passerby(
            Respondent respondent,
            PlaceChoice places,
            Feedback feedback,
            Guide guide,
            Subscription subscription) {
        this.respondent = respondent;
        this.places = places;
        this.feedback = feedback;
        this.guide = guide;
        this.subscription = subscription;
    }

    Answered answer(Question asked) {
        Question question = spoken(asked);
        return switch (Heard.of(question.text())) {
            case Heard.Nothing() -> bare(question);
            case Heard.TooLong() -> say(question, "input.too-long");
            case Heard.Words(String text) -> Command.of(text)
                    .map(command -> obey(command, question, pressed(asked)))
                    .orElseGet(() -> respondent.answered(with(question, text, question.in(), question.about())));
        };
    }

    /** No words: what was picked by a button may say enough. */
    private Answered bare(Question question) {
        return question.in() == null && question.about() == null
                ? say(question, "input.empty")
                : respondent.answered(
                        Respondent.lastWords(with(question, "", question.in(), question.about())));
    }

    /** The same, led by words alone: without places pressed before, and without these very words, which may come again with a position. */
    private static Question spoken(Question question) {
        List<String> words = question.before().stream().filter(one -> Command.of(one).isEmpty()).toList();
        return new Question(
                question.text(),
                question.language(),
                question.place(),
                question.position(),
                Respondent.before(words, question.text()),
                question.in(),
                question.about(),
                question.at());
    }

    /** The place that was picked, or else pressed just before: a topic pressed then is about it. */
    private Place.@Nullable Id pressed(Question question) {
        if (question.in() != null || question.before().isEmpty()) {
            return question.in();
        }
        return Command.of(question.before().getLast())
                .flatMap(command -> command instanceof Command.In(String id) ? places.place(id) : Optional.empty())
                .map(Place::id)
                .orElse(null);
    }

    private Answered obey(Command command, Question question, Place.@Nullable Id pressed) {
        Language language = language(question);
        return switch (command) {
            case Command.In(String id) -> places.place(id)
                    .map(place -> again(question, place.id(), question.about()))
                    .orElseGet(() -> say(question, "button.gone"));
            case Command.About(String id) -> guide.topic(id)
                    .map(topic -> again(question, pressed, topic.id()))
                    .orElseGet(() -> say(question, "button.gone"));
            case Command.Now() -> now(question);
            case Command.Nearest(String what) -> guide.sought(what)
                    .map(topic -> respondent.nearest(with(question, "", null, null), topic.id()))
                    .orElseGet(() -> said(guide.nearestOfWhat(language)));
            case Command.Show(String id) -> respondent
                    .shown(with(question, "", null, null), id)
                    .orElseGet(() -> say(question, "button.gone"));
            case Command.Useful(String id) -> said(feedback.useful(language, id));
            case Command.NotUseful(String id) -> said(feedback.notUseful(language, id, question.before()));
            case Command.Start s -> said(guide.help(language));
            case Command.Help h -> said(guide.help(language));
            case Command.Privacy p -> say(question, "privacy.stateless");
            case Command.Speak s -> say(question, "stateless");
            case Command.Settle s -> say(question, "stateless");
            case Command.Unsettle u -> say(question, "stateless");
            case Command.ListPlaces l -> say(question, "stateless");
            case Command.Forget f -> say(question, "privacy.stateless");
            case Command.Tell t -> say(question, "stateless");
            case Command.FollowAlerts f -> say(question, "stateless");
            case Command.StopAlerts s -> say(question, "stateless");
            case Command.Check(String number) -> said(subscription.check(language, number));
            case Command.MoreOfAlert(String number) -> said(subscription.more(language, number));
            case Command.Unheard u -> say(question, "command.unknown");
        };
    }

    private Answered again(Question question, Place.@Nullable Id in, Topic.@Nullable Id about) {
        return respondent.answered(Respondent.lastWords(with(question, "", in, about)));
    }

    private Answered now(Question question) {
        Optional<Place.Id> place = Optional.ofNullable(question.place())
                .or(() -> Optional.ofNullable(question.position())
                        .flatMap(places::at)
                        .map(Place::id));
        return place.map(id -> respondent.now(with(question, "", null, null), id))
                .orElseGet(() -> say(question, "now.no-place"));
    }

    private static Question with(
            Question question, String text, Place.@Nullable Id in, Topic.@Nullable Id about) {
        return new Question(
                text,
                question.language(),
                question.place(),
                question.position(),
                question.before(),
                in,
                about,
                question.at());
    }

    private Answered say(Question question, String key) {
        return said(guide.say(language(question), key));
    }

    private static Answered said(Reply reply) {
        Understanding nothing = new Understanding(reply.language(), List.of(), List.of(), false);
        return new Answered(new Answer.Social(nothing, Answer.Courtesy.OTHER), reply);
    }

    private static Language language(Question question) {
        return question.language() == null ? Language.ARABIC : question.language();
    }
}

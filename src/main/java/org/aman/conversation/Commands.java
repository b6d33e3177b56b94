package org.aman.conversation;

import java.util.List;
import java.util.Optional;
import org.aman.knowledge.Topic;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.message.Reply;
import org.aman.place.Place;
import org.springframework.stereotype.Component;

/** Obeys what a chat tells us to do. A forged or outdated value changes nothing and gets a plain sentence. */
@Component
final class Commands {
    private final Respondent respondent;
    private final PlaceChoice places;
    private final Welcome welcome;
    private final Feedback feedback;
    private final Guide guide;
    private final Subscription subscription;

    Commands(
            Respondent respondent,
            PlaceChoice places,
            Welcome welcome,
            Feedback feedback,
            Guide guide,
            Subscription subscription) {
        this.respondent = respondent;
        this.places = places;
        this.welcome = welcome;
        this.feedback = feedback;
        this.guide = guide;
        this.subscription = subscription;
    }

    List<Reply> obey(Command command, Speaker speaker) {
        if (speaker.group() && isPersonal(command)) {
            return List.of(guide.say(speaker.language(), "group.private"));
        }
        Language language = speaker.language();
        return switch (command) {
            case Command.Start(String payload) -> start(speaker, payload);
            case Command.Help() -> List.of(guide.help(language));
            case Command.Speak(String code, String payload) -> speak(speaker, code, payload);
            case Command.Settle(String words) -> List.of(settle(speaker, words));
            case Command.Unsettle() -> List.of(
                    speaker.resident() == null ? notice(speaker, "") : places.clear(speaker));
            case Command.ListPlaces(String area) -> List.of(
                    speaker.resident() == null ? notice(speaker, "") : places.list(speaker, area));
            case Command.Now() -> List.of(now(speaker));
            case Command.Nearest(String what) -> List.of(nearest(speaker, what));
            case Command.Privacy() -> List.of(welcome.privacy(language, speaker.chat()));
            case Command.Forget(boolean sure) -> List.of(sure ? welcome.forget(speaker) : welcome.askForget(language));
            case Command.In(String id) -> List.of(in(speaker, id));
            case Command.About(String id) -> List.of(about(speaker, id));
            case Command.Show(String id) -> List.of(respondent
                    .shown(respondent.silent(speaker), id)
                    .map(answered -> respondent.noted(answered, speaker).reply())
                    .orElseGet(() -> guide.say(language, "button.gone")));
            case Command.Useful(String id) -> List.of(feedback.useful(language, id));
            case Command.NotUseful(String id) -> List.of(
                    feedback.notUseful(language, id, respondent.before(speaker)));
            case Command.Tell(String id) -> List.of(feedback.tell(language, speaker.chat(), id));
            case Command.FollowAlerts(String what) -> List.of(
                    speaker.resident() == null ? notice(speaker, "") : subscription.follow(speaker, what));
            case Command.StopAlerts(String what) -> List.of(
                    speaker.resident() == null ? guide.say(language, "alerts.none") : subscription.stop(speaker, what));
            case Command.Check(String number) -> List.of(subscription.check(language, number));
            case Command.MoreOfAlert(String number) -> List.of(subscription.more(language, number));
            case Command.Unheard() -> List.of(guide.say(language, "command.unknown"));
        };
    }

    /** What concerns one person only and has no place where many read. */
    private static boolean isPersonal(Command command) {
        return switch (command) {
            case Command.Start s -> true;
            case Command.Speak s -> true;
            case Command.Settle s -> true;
            case Command.Unsettle u -> true;
            case Command.ListPlaces l -> true;
            case Command.Now n -> true;
            case Command.Forget f -> true;
            case Command.Tell t -> true;
            case Command.FollowAlerts f -> true;
            case Command.StopAlerts s -> true;
            case Command.Check c -> false;
            case Command.MoreOfAlert m -> false;
            case Command.Help h -> false;
            case Command.Nearest n -> false;
            case Command.Privacy p -> false;
            case Command.In i -> false;
            case Command.About a -> false;
            case Command.Show s -> false;
            case Command.Useful u -> false;
            case Command.NotUseful n -> false;
            case Command.Unheard u -> false;
        };
    }

    /** Those we know are greeted in their language; the others read first what is kept. */
    private List<Reply> start(Speaker speaker, String payload) {
        Optional<Place> linked = places.linked(payload);
        if (speaker.resident() == null) {
            return List.of(notice(speaker, linked.isPresent() ? payload : ""));
        }
        // A link must not change the area of someone who chose one.
        return linked.map(place -> List.of(subscription.offer(speaker, places.offer(speaker, place), place)))
                .orElseGet(() -> List.of(guide.help(speaker.language())));
    }

    private Reply notice(Speaker speaker, String payload) {
        return welcome.notice(speaker.language(), speaker.chat(), payload);
    }

    private List<Reply> speak(Speaker speaker, String code, String payload) {
        if (code.isEmpty()) {
            return List.of(speaker.resident() == null ? notice(speaker, "") : welcome.askLanguage(speaker.language()));
        }
        Optional<Language> language = Language.of(code);
        if (language.isEmpty()) {
            return List.of(guide.say(speaker.language(), "button.gone"));
        }
        Speaker remembered = welcome.remember(speaker, language.get());
        Optional<Place> linked = places.linked(payload).filter(place -> remembered.place() == null);
        return linked.map(place -> List.of(
                        welcome.languageChosen(remembered), places.settle(remembered, place.id().value())))
                .orElseGet(() -> List.of(welcome.languageChosen(remembered)));
    }

    private Reply settle(Speaker speaker, String words) {
        if (speaker.resident() == null) {
            String payload = places.place(words).map(place -> "area-" + place.id()).orElse("");
            return notice(speaker, payload);
        }
        return words.isEmpty() ? places.ask(speaker) : places.settle(speaker, words);
    }

    private Reply now(Speaker speaker) {
        if (speaker.place() != null) {
            return respondent.noted(respondent.now(respondent.silent(speaker), speaker.place()), speaker).reply();
        }
        return speaker.resident() == null ? guide.say(speaker.language(), "now.no-place") : places.ask(speaker);
    }

    private Reply nearest(Speaker speaker, String what) {
        Optional<Topic> topic = guide.sought(what);
        return topic.isEmpty()
                ? guide.nearestOfWhat(speaker.language())
                : respondent.nearest(speaker, topic.get().id(), guide.nearestInWords(topic.get(), speaker.language()));
    }

    private Reply in(Speaker speaker, String id) {
        return places.place(id)
                .map(place -> respondent.again(speaker, place.id(), null))
                .orElseGet(() -> guide.say(speaker.language(), "button.gone"));
    }

    private Reply about(Speaker speaker, String id) {
        return guide.topic(id)
                .map(topic -> respondent.again(speaker, null, topic.id()))
                .orElseGet(() -> guide.say(speaker.language(), "button.gone"));
    }

    /** The short notice for those who ask before they were told who answers. */
    Reply firstContact(Language first) {
        return welcome.shortNotice(first);
    }

    /** They left: everything of theirs goes. */
    void left(Chat chat) {
        welcome.erase(chat);
    }
}

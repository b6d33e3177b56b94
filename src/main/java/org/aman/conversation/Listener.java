package org.aman.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aman.answer.Answer;
import org.aman.conversation.Conversation.Answered;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.aman.place.Position;
import org.aman.resident.Resident;
import org.aman.resident.Residents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears what comes in from chats and decides who deals with it: a command, the name of an area, a question. */
@Component
final class Listener {
    private final Commands commands;
    private final Respondent respondent;
    private final PlaceChoice places;
    private final Guide guide;
    private final Residents residents;

    Listener(Commands commands, Respondent respondent, PlaceChoice places, Guide guide, Residents residents) {
        this.commands = commands;
        this.respondent = respondent;
        this.places = places;
        this.guide = guide;
        this.residents = residents;
    }

    List<Reply> hear(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> said(speaker(said, said.group()), said.text());
            case Incoming.Edited edited -> said(speaker(edited, false), edited.text());
            case Incoming.Forwarded forwarded -> forwarded(speaker(forwarded, false), forwarded.text());
            case Incoming.Pressed pressed -> pressed(speaker(pressed, pressed.group()), pressed.value());
            case Incoming.Shared shared -> shared(speaker(shared, false), shared.position());
            case Incoming.Unreadable unreadable -> List.of(
                    guide.unreadable(speaker(unreadable, false).language(), unreadable.medium()));
            case Incoming.Left left -> {
                commands.left(left.chat());
                yield List.of();
            }
        };
    }

    private Speaker speaker(Incoming incoming, boolean group) {
        Optional<Resident> resident = group ? Optional.empty() : residents.at(incoming.chat());
        Language language = resident.map(Resident::language)
                .orElseGet(() -> ofTag(incoming.languageTag()));
        return new Speaker(incoming.chat(), language, resident.orElse(null), group);
    }

    private static Language ofTag(@Nullable String tag) {
        return tag == null ? Language.ARABIC : Language.of(tag).orElse(Language.ARABIC);
    }

    private List<Reply> said(Speaker speaker, String text) {
        return switch (Heard.of(text)) {
            case Heard.Nothing() -> List.of(guide.say(speaker.language(), "input.empty"));
            case Heard.TooLong() -> List.of(guide.say(speaker.language(), "input.too-long"));
            case Heard.Words(String words) -> Command.of(words)
                    .map(command -> commands.obey(command, speaker))
                    .orElseGet(() -> words(speaker, words));
        };
    }

    /** Somebody else's words: whatever they say, they tell us to do nothing. */
    private List<Reply> forwarded(Speaker speaker, String text) {
        return switch (Heard.of(text)) {
            case Heard.Nothing() -> List.of(guide.say(speaker.language(), "input.empty"));
            case Heard.TooLong() -> List.of(guide.say(speaker.language(), "input.too-long"));
            case Heard.Words(String words) -> asked(speaker, words, null);
        };
    }

    private List<Reply> words(Speaker speaker, String words) {
        return places.isAwaited(speaker) && respondent.mayBePlace(words)
                ? List.of(places.settle(speaker, words))
                : asked(speaker, words, null);
    }

    /** A button carries a command; anything else in it was forged. */
    private List<Reply> pressed(Speaker speaker, String value) {
        return Command.of(value)
                .filter(command -> !(command instanceof Command.Unheard))
                .map(command -> commands.obey(command, speaker))
                .orElseGet(() -> List.of(guide.say(speaker.language(), "button.gone")));
    }

    /** A position answers the last question, or our question for the area; the position itself goes no further. */
    private List<Reply> shared(Speaker speaker, Position position) {
        Optional<String> last = respondent.last(speaker);
        return last.isEmpty() || places.isAwaited(speaker)
                ? List.of(places.shared(speaker, position))
                : asked(speaker, last.get(), position);
    }

    private List<Reply> asked(Speaker speaker, String words, @Nullable Position position) {
        boolean stranger = speaker.resident() == null && !speaker.group() && !respondent.knows(speaker, words);
        Answered answered = respondent.asked(speaker, words, position);
        List<Reply> replies = new ArrayList<>();
        replies.add(answered.reply());
        // Someone in danger reads about the danger, not about us.
        if (stranger && !(answered.answer() instanceof Answer.Emergency)) {
            replies.add(commands.firstContact(answered.reply().language()));
        }
        return replies;
    }
}

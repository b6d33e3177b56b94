package org.aman.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Chat;
import org.aman.message.Reply;
import org.aman.resident.Erasure;
import org.aman.resident.Resident;
import org.aman.resident.Residents;
import org.springframework.stereotype.Component;

/** Says who we are and what is kept; remembers and forgets people, never before they chose it. */
@Component
final class Welcome {
    private final Residents residents;
    private final Erasure erasure;
    private final Sayings sayings;
    private final TalkSettings settings;

    Welcome(Residents residents, Erasure erasure, Sayings sayings, TalkSettings settings) {
        this.residents = residents;
        this.erasure = erasure;
        this.sayings = sayings;
        this.settings = settings;
    }

    /** The first words, in both languages, with a choice between them; stores nothing. */
    Reply notice(Language first, Chat chat, String payload) {
        List<String> paragraphs = new ArrayList<>();
        for (Language language : List.of(first, first.other())) {
            paragraphs.add(who(language));
            paragraphs.add(kept(language, chat));
            paragraphs.add(sayings.line(language, "welcome.choose"));
        }
        return sayings.say(first, paragraphs, List.of(sayings.languages(payload)));
    }

    /** A line in both languages for those who asked before they were told who answers. */
    Reply shortNotice(Language first) {
        List<String> lines = new ArrayList<>();
        for (Language language : List.of(first, first.other())) {
            lines.add(sayings.line(language, "notice", Map.of("operator", operator(language))));
        }
        return sayings.say(first, lines, List.of(sayings.languages("")));
    }

    /** Remembers the chat with this language. */
    Speaker remember(Speaker speaker, Language language) {
        Resident resident = residents.remember(speaker.chat(), language);
        return new Speaker(speaker.chat(), language, resident, speaker.group());
    }

    Reply languageChosen(Speaker speaker) {
        Language language = speaker.language();
        return sayings.say(
                language,
                List.of(sayings.line(language, "language.chosen"), sayings.line(language, "help.examples")),
                List.of(sayings.row(language, "button.place", "/place")));
    }

    Reply askLanguage(Language language) {
        return sayings.say(
                language, List.of(sayings.line(language, "welcome.choose")), List.of(sayings.languages("")));
    }

    /** What is kept, and how to erase it. */
    Reply privacy(Language language, Chat chat) {
        List<List<Button>> rows = List.of(sayings.row(language, "button.forget", "/forget"));
        return sayings.say(language, List.of(who(language), kept(language, chat)), rows);
    }

    Reply askForget(Language language) {
        return sayings.say(
                language,
                List.of(sayings.line(language, "forget.sure")),
                List.of(sayings.row(language, "button.forget-yes", "/forget yes")));
    }

    /** Erases everything of the chat, at once. */
    Reply forget(Speaker speaker) {
        erase(speaker.chat());
        Language language = speaker.language();
        List<String> lines = new ArrayList<>();
        lines.add(sayings.line(language, "forget.done"));
        sayings.lineOf(language, "forget.channel." + speaker.chat().channel()).ifPresent(lines::add);
        return sayings.say(language, lines, List.of());
    }

    /** Everything of the chat goes. */
    void erase(Chat chat) {
        erasure.forget(chat);
    }

    private String who(Language language) {
        return sayings.line(language, "welcome.who", Map.of("operator", operator(language)));
    }

    private String operator(Language language) {
        TalkSettings.Words operator = settings.operator();
        return operator == null
                ? sayings.line(language, "operator.unnamed")
                : operator.bilingual().best(language);
    }

    private String kept(Language language, Chat chat) {
        List<String> lines = new ArrayList<>();
        lines.add(sayings.line(language, "privacy.kept"));
        sayings.lineOf(language, "privacy.channel." + chat.channel()).ifPresent(lines::add);
        return String.join("\n", lines);
    }
}

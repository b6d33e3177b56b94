package org.aman.duty;

import java.util.List;
import java.util.Optional;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.RightToLeft;
import org.aman.message.Chat;
import org.aman.message.Reply;
import org.aman.staff.TelegramLinks;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links a chat to an account once, by a code from the console, and undoes it. Only linked chats are ever on duty. */
@Component
final class Linkage implements Obeys {
    static final String LINK = "/link";

    private final TelegramLinks links;
    private final Slips slips;
    private final Notices notices;
    private final Messages messages;

    Linkage(TelegramLinks links, Slips slips, Notices notices, Messages messages) {
        this.links = links;
        this.slips = slips;
        this.notices = notices;
        this.messages = messages;
    }

    /** Whose chat this is, while they may come in. */
    Optional<Volunteer> who(Chat chat) {
        return links.byChat(chat.joined());
    }

    /** @param tag what the channel says of the person's language */
    Reply link(Chat chat, @Nullable String tag, String code) {
        return switch (links.link(code, chat.joined())) {
            case LINKED -> who(chat)
                    .map(who -> said(who.language(), "duty.link.linked"))
                    .orElseGet(() -> said(language(tag), "duty.link.no-code"));
            case NO_CODE -> who(chat)
                    .map(who -> said(who.language(), "duty.link.already"))
                    .orElseGet(() -> said(language(tag), "duty.link.no-code"));
            case TOO_OFTEN -> said(language(tag), "duty.link.too-often");
            case ANOTHERS -> said(language(tag), "duty.link.anothers");
        };
    }

    /** Where many read, a code is no secret any more. */
    Reply notHere(@Nullable String tag) {
        return said(language(tag), "duty.link.not-here");
    }

    private static Language language(@Nullable String tag) {
        return tag == null ? Language.ARABIC : Language.of(tag).orElse(Language.ARABIC);
    }

    private Reply said(Language language, String key) {
        String text = messages.text(key, language);
        return Reply.of(language, language == Language.ARABIC ? RightToLeft.isolate(text) : text);
    }

    @Override
    public String command() {
        return "/unlink";
    }

    @Override
    public List<Reply> obey(Volunteer who, String rest) {
        unlink(who);
        return List.of(said(who.language(), "duty.link.unlinked"));
    }

    /** Nothing goes to this person's chat any more, and no button of theirs works. */
    void unlink(Volunteer who) {
        slips.drop(who.id());
        notices.drop(who.id());
        links.unlink(who);
    }
}

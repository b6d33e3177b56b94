package org.aman.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aman.conversation.Conversation;
import org.aman.conversation.Conversation.Suggestion;
import org.aman.conversation.Incoming;
import org.aman.duty.Duty;
import org.aman.language.Language;
import org.aman.message.Messenger;
import org.aman.message.Outcome.Delivered;
import org.aman.message.Outcome.Rejected;
import org.aman.message.Outcome.TryAgain;
import org.aman.message.Outcome.Unreachable;
import org.aman.message.Reply;
import org.aman.telegram.Received.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

/** Attends to one update: has it heard, and sends what is to be said. May be given the same update twice. */
final class Attendant {
    private static final Logger log = LoggerFactory.getLogger(Attendant.class);

    /** Telegram takes 50; more than a few is no help in a small list. */
    private static final int MOST_SUGGESTIONS = 5;

    /** How long Telegram may show the same list to others: an answer can expire at any minute. */
    private static final int LIST_SECONDS = 15;

    private static final int MOST_DESCRIPTION = 120;

    private final Duty duty;
    private final Conversation conversation;
    private final Messenger messenger;
    private final BotApi api;

    Attendant(Duty duty, Conversation conversation, Messenger messenger, BotApi api) {
        this.duty = duty;
        this.conversation = conversation;
        this.messenger = messenger;
        this.api = api;
    }

    /** Whether an update is dealt with. */
    sealed interface Verdict {
        /** Its row may go. */
        record Done() implements Verdict {}

        /** It must be attended to again. */
        record Again(Duration after) implements Verdict {}
    }

    Verdict attend(Received received) {
        if (received.kind() == Kind.ASKED_INLINE) {
            suggest(received);
            return new Verdict.Done();
        }
        if (received.query() != null) {
            // So that the button stops spinning. Too late after a restart, and then Telegram says so: no matter.
            api.call(AnswerCallbackQuery.builder()
                    .callbackQueryId(received.query())
                    .build());
        }
        List<Reply> replies = hear(received.incoming());
        return received.kind() == Kind.LEFT ? new Verdict.Done() : say(received, replies);
    }

    /** What people on duty do comes first; all else is a resident's talk. */
    private List<Reply> hear(Incoming incoming) {
        return duty.hear(incoming).orElseGet(() -> conversation.hear(incoming));
    }

    private Verdict say(Received received, List<Reply> replies) {
        for (Reply reply : replies) {
            switch (messenger.send(received.where(), reply, Messenger.Lane.REPLY)) {
                case Delivered delivered -> {}
                case TryAgain(Duration after) -> {
                    return new Verdict.Again(after);
                }
                case Unreachable unreachable -> {
                    hear(new Incoming.Left(received.where()));
                    return new Verdict.Done();
                }
                case Rejected(String reason) -> log.warn("Telegram will not take a reply: {}", reason);
            }
        }
        return new Verdict.Done();
    }

    private void suggest(Received received) {
        Language language = received.language() == null
                ? Language.ARABIC
                : Language.of(received.language()).orElse(Language.ARABIC);
        List<Suggestion> suggestions =
                received.text().isBlank() ? List.of() : conversation.suggest(received.text(), language);
        List<InlineQueryResultArticle> articles = new ArrayList<>();
        for (Suggestion suggestion : suggestions.subList(0, Math.min(suggestions.size(), MOST_SUGGESTIONS))) {
            articles.add(article(Integer.toString(articles.size()), suggestion));
        }
        api.call(AnswerInlineQuery.builder()
                .inlineQueryId(String.valueOf(received.query()))
                .results(articles)
                .cacheTime(LIST_SECONDS)
                .build());
    }

    private static InlineQueryResultArticle article(String id, Suggestion suggestion) {
        Reply reply = suggestion.reply();
        String text = Splitter.pieces(Rendering.sendable(reply.text()), Rendering.MOST_UNITS, reply.language())
                .getFirst();
        return InlineQueryResultArticle.builder()
                .id(id)
                .title(Rendering.sendable(suggestion.title()))
                .description(Splitter.pieces(text, MOST_DESCRIPTION, reply.language())
                        .getFirst())
                .inputMessageContent(InputTextMessageContent.builder()
                        .messageText(Rendering.html(text, true))
                        .parseMode("HTML")
                        .linkPreviewOptions(Rendering.noPreview())
                        .build())
                .build();
    }
}

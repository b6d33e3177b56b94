package org.aman.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aman.message.Button;
import org.aman.message.Pin;
import org.aman.message.Reply;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendVenue;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Makes Telegram's messages of a reply: texts first, the first line bold, buttons under the last text, then pins. Link
 * previews are always off (P11).
 */
final class Rendering {
    /** What Telegram takes in one message, in UTF-16 units without markup. */
    static final int MOST_UNITS = 4096;

    private Rendering() {}

    /** One message to send. */
    sealed interface Part {
        /** A text; its buttons are under the last one only. */
        record Text(String plain, boolean boldFirstLine, List<List<Button>> buttons) implements Part {
            /** The same words without markup, and without buttons too where these were refused. */
            Text simpler(boolean withoutButtons) {
                return new Text(plain, false, withoutButtons ? List.of() : buttons);
            }

            /** This text in the place of an earlier message. */
            EditMessageText edit(String chat, int messageId) {
                return EditMessageText.builder()
                        .chatId(chat)
                        .messageId(messageId)
                        .text(html(plain, boldFirstLine))
                        .parseMode("HTML")
                        .linkPreviewOptions(noPreview())
                        .replyMarkup(keyboard(buttons))
                        .build();
            }

            SendMessage message(String chat, boolean markup) {
                return SendMessage.builder()
                        .chatId(chat)
                        .text(markup ? html(plain, boldFirstLine) : plain)
                        .parseMode(markup ? "HTML" : null)
                        .linkPreviewOptions(noPreview())
                        .replyMarkup(keyboard(buttons))
                        .build();
            }
        }

        /** A place on the map. */
        record Place(Pin pin) implements Part {
            SendVenue message(String chat) {
                return SendVenue.builder()
                        .chatId(chat)
                        .latitude(pin.latitude())
                        .longitude(pin.longitude())
                        .title(sendable(pin.title()))
                        .address(String.format(Locale.ROOT, "%.4f, %.4f", pin.latitude(), pin.longitude()))
                        .build();
            }
        }
    }

    static List<Part> parts(Reply reply) {
        List<Part> parts = new ArrayList<>();
        List<String> texts = Splitter.pieces(sendable(reply.text()), MOST_UNITS, reply.language());
        for (int i = 0; i < texts.size(); i++) {
            boolean last = i == texts.size() - 1;
            parts.add(new Part.Text(texts.get(i), i == 0, last ? reply.buttons() : List.of()));
        }
        reply.pins().forEach(pin -> parts.add(new Part.Place(pin)));
        return parts;
    }

    /** Markup for Telegram's HTML: the text says exactly what it said, whatever signs are in it (A29). */
    static String html(String plain, boolean boldFirstLine) {
        int end = plain.indexOf('\n');
        if (!boldFirstLine || end < 0) {
            // A text of one line is not a headline with something under it.
            return escaped(plain);
        }
        return "<b>" + escaped(plain.substring(0, end)) + "</b>" + escaped(plain.substring(end));
    }

    private static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Without what Telegram refuses: halves of surrogate pairs, NUL and other control signs but the line break. */
    static String sendable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(sign -> sign == '\n' || !Character.isISOControl(sign))
                .filter(sign -> Character.getType(sign) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> buttons) {
        List<InlineKeyboardRow> rows = buttons.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> new InlineKeyboardRow(row.stream().map(Rendering::button).toList()))
                .toList();
        return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
    }

    private static InlineKeyboardButton button(Button button) {
        return InlineKeyboardButton.builder()
                .text(sendable(button.label()))
                .callbackData(button.value())
                .build();
    }
}

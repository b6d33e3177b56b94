package org.aman.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.aman.message.Button;
import org.aman.place.Position;
import org.aman.telegram.Received.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads Telegram's JSON and lets only listed fields through (P9). Whatever else is there, or is not of the expected
 * type, is as if it were absent, so that no update can be poison; kinds of updates that need no answer come out empty.
 *
 * <p>An edited question of a private chat counts as asked again, because people correct their words that way; other
 * edits (a live position moves every few seconds) are nothing. In groups the bot is addressed by a command, by its name,
 * or by a reply to one of its messages.
 */
final class Sieve {
    /** The kinds of updates we ask Telegram for. */
    static final List<String> ALLOWED =
            List.of("message", "edited_message", "callback_query", "inline_query", "my_chat_member");

    /** Telegram's number of "an administrator who stays anonymous", a bot by form but a person by nature. */
    private static final long ANONYMOUS_ADMIN = 1087968824;

    private static final int MOST_INLINE_WORDS = 256;
    private static final int LONGEST_TITLE = 128; // what Telegram itself allows a channel
    private static final Pattern DEEP_LINK = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern COMMAND = Pattern.compile("/[A-Za-z0-9_]{1,32}");

    private static final Map<String, Kind> MEDIA = Map.ofEntries(
            Map.entry("voice", Kind.SENT_VOICE),
            Map.entry("video_note", Kind.SENT_VOICE),
            Map.entry("audio", Kind.SENT_VOICE),
            Map.entry("photo", Kind.SENT_PICTURE),
            Map.entry("video", Kind.SENT_PICTURE),
            Map.entry("animation", Kind.SENT_PICTURE),
            Map.entry("sticker", Kind.SENT_STICKER),
            Map.entry("document", Kind.SENT_FILE),
            Map.entry("contact", Kind.SENT_OTHER),
            Map.entry("poll", Kind.SENT_OTHER),
            Map.entry("dice", Kind.SENT_OTHER),
            Map.entry("story", Kind.SENT_OTHER));

    private final long botId;
    private final Supplier<Optional<String>> botName;

    /** The bot's name, without the at sign, may become known only later. */
    Sieve(long botId, Supplier<Optional<String>> botName) {
        this.botId = botId;
        this.botName = botName;
    }

    /** The number of an update; empty where this is not one. */
    static Optional<Long> number(JsonNode update) {
        return update.path("update_id").isIntegralNumber()
                ? Optional.of(update.path("update_id").longValue())
                : Optional.empty();
    }

    /** What this update asks of us; empty where the right answer is none. */
    Optional<Received> read(JsonNode update) {
        if (update.path("message").isObject()) {
            return message(update.path("message"));
        }
        if (update.path("edited_message").isObject()) {
            return message(update.path("edited_message"))
                    .filter(received -> received.kind() == Kind.SAID && !received.group())
                    .map(Received::edited);
        }
        if (update.path("callback_query").isObject()) {
            return pressed(update.path("callback_query"));
        }
        if (update.path("inline_query").isObject()) {
            return inline(update.path("inline_query"));
        }
        return update.path("my_chat_member").isObject() ? left(update.path("my_chat_member")) : Optional.empty();
    }

    private Optional<Received> message(JsonNode message) {
        Optional<String> chat = number(message.path("chat"), "id");
        if (chat.isEmpty() || fromAMachine(message)) {
            return Optional.empty();
        }
        String language = language(message.path("from"));
        return switch (message.path("chat").path("type").asText()) {
            case "private" -> toUsAlone(message, chat.get(), language);
            case "group", "supergroup" -> words(message)
                    .flatMap(words -> addressed(message, words))
                    .map(words -> Received.said(chat.get(), language, words, true));
            default -> Optional.empty();
        };
    }

    private boolean fromAMachine(JsonNode message) {
        JsonNode from = message.path("from");
        boolean bot = from.path("is_bot").asBoolean() && from.path("id").longValue() != ANONYMOUS_ADMIN;
        return bot || message.path("is_automatic_forward").asBoolean() || message.path("via_bot").isObject();
    }

    private Optional<Received> toUsAlone(JsonNode message, String chat, @Nullable String language) {
        Optional<String> words = words(message);
        if (words.isPresent() && message.path("forward_origin").isObject()) {
            return words.map(text -> forwarded(message.path("forward_origin"), text, chat, language));
        }
        if (words.isPresent()) {
            return words.map(text -> Received.said(chat, language, command(text).orElse(text), false));
        }
        if (message.path("location").isObject()) {
            return position(message.path("location")).map(position -> Received.shared(chat, language, position));
        }
        return MEDIA.entrySet().stream()
                .filter(medium -> message.has(medium.getKey()))
                .findFirst()
                .map(medium -> Received.plain(medium.getValue(), chat, language));
    }

    /** Who said it first is left behind, unless it was a channel that anybody can read. */
    private static Received forwarded(JsonNode origin, String words, String chat, @Nullable String language) {
        JsonNode channel = origin.path("chat");
        boolean isPublic = origin.path("type").asText().equals("channel") && text(channel, "username").isPresent();
        String source = isPublic
                ? text(channel, "title").filter(title -> title.length() <= LONGEST_TITLE).orElse(null)
                : null;
        Long saidAt = origin.path("date").isIntegralNumber() ? origin.path("date").longValue() : null;
        return Received.forwarded(chat, language, words, source, saidAt);
    }

    /** A caption is words too: people photograph a leaflet and ask about it. */
    private static Optional<String> words(JsonNode message) {
        return text(message, "text").or(() -> text(message, "caption")).filter(words -> !words.isBlank());
    }

    /** The words said to us in a group; empty where they are not for us. */
    private Optional<String> addressed(JsonNode message, String words) {
        if (COMMAND.matcher(words).lookingAt()) {
            return command(words);
        }
        if (message.path("reply_to_message").path("from").path("id").longValue() == botId) {
            return Optional.of(words);
        }
        return botName.get().flatMap(name -> called(name, words));
    }

    private static Optional<String> called(String name, String words) {
        Pattern mention = Pattern.compile("(?i)@" + Pattern.quote(name) + "(?![A-Za-z0-9_])");
        return mention.matcher(words).find()
                ? Optional.of(mention.matcher(words).replaceAll(" ").strip()).filter(rest -> !rest.isEmpty())
                : Optional.empty();
    }

    /** A command without our name behind it; empty where it is no command, or one for another bot. */
    private Optional<String> command(String words) {
        String[] halves = words.strip().split("\\s+", 2);
        String[] named = halves[0].split("@", 2);
        if (!COMMAND.matcher(named[0]).matches()) {
            return Optional.empty();
        }
        if (named.length > 1 && !botName.get().map(named[1]::equalsIgnoreCase).orElse(false)) {
            return Optional.empty();
        }
        boolean forgedLink = named[0].toLowerCase(Locale.ROOT).equals("/start")
                && halves.length > 1
                && !DEEP_LINK.matcher(halves[1]).matches();
        return Optional.of(halves.length == 1 || forgedLink ? named[0] : named[0] + " " + halves[1]);
    }

    private static Optional<Position> position(JsonNode location) {
        JsonNode latitude = location.path("latitude");
        JsonNode longitude = location.path("longitude");
        boolean onEarth = latitude.isNumber()
                && longitude.isNumber()
                && Math.abs(latitude.doubleValue()) <= 90
                && Math.abs(longitude.doubleValue()) <= 180;
        return onEarth ? Optional.of(new Position(latitude.doubleValue(), longitude.doubleValue())) : Optional.empty();
    }

    private static Optional<Received> pressed(JsonNode query) {
        Optional<String> id = text(query, "id");
        Optional<String> value = text(query, "data").filter(Sieve::fitsAButton);
        JsonNode chat = query.path("message").path("chat");
        boolean group = !chat.path("type").asText().equals("private");
        return number(chat, "id").flatMap(where -> id.flatMap(answerTo -> value.map(
                data -> Received.pressed(where, language(query.path("from")), data, group, answerTo))));
    }

    /** What we never put on a button is forged (A33). */
    private static boolean fitsAButton(String value) {
        return value.startsWith("/") && value.getBytes(StandardCharsets.UTF_8).length <= Button.MOST_VALUE_BYTES;
    }

    private static Optional<Received> inline(JsonNode query) {
        String words = text(query, "query").orElse("");
        return number(query.path("from"), "id").flatMap(person -> text(query, "id").map(id -> Received.askedInline(
                person,
                language(query.path("from")),
                words.substring(0, Math.min(words.length(), MOST_INLINE_WORDS)),
                id)));
    }

    private static Optional<Received> left(JsonNode change) {
        String status = change.path("new_chat_member").path("status").asText();
        return status.equals("kicked") || status.equals("left")
                ? number(change.path("chat"), "id").map(chat -> Received.plain(Kind.LEFT, chat, null))
                : Optional.empty();
    }

    private static @Nullable String language(JsonNode from) {
        return text(from, "language_code")
                .filter(tag -> tag.length() <= 35) // the longest IETF tag without extensions
                .orElse(null);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.path(field).isTextual() ? Optional.of(node.path(field).textValue()) : Optional.empty();
    }

    private static Optional<String> number(JsonNode node, String field) {
        return node.path(field).isIntegralNumber()
                ? Optional.of(Long.toString(node.path(field).longValue()))
                : Optional.empty();
    }
}

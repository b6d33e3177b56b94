package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.aman.conversation.Incoming;
import org.aman.telegram.Received.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SieveTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Sieve sieve = new Sieve(StandInBotApi.BOT_ID, () -> Optional.of("AmanBot"));

    @Test
    void wordsAreHeardWithTheLanguageOfTheApp() {
        Received received = said(private_("is it open?")).orElseThrow();

        assertThat(received.incoming()).isEqualTo(new Incoming.Said(received.where(), "ar", "is it open?", false));
        assertThat(received.where().address()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "/now@AmanBot, /now", "/place@amanbot Ariha, /place Ariha", "/now, /now", "/start abc-DEF_1, /start abc-DEF_1"
    })
    void aCommandLosesOurName(String typed, String heard) {
        assertThat(said(private_(typed)).orElseThrow().text()).isEqualTo(heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start ' or 1=1 --", "/start <script>", "/start \u202Eabc"})
    void aForgedDeepLinkIsNoMoreThanABeginningA34(String typed) {
        assertThat(said(private_(typed)).orElseThrow().text()).isEqualTo("/start");
    }

    @Test
    void aPositionIsRoundedBeforeAnythingKeepsItP5() {
        ObjectNode message = private_(null);
        message.putObject("location").put("latitude", 36.123457).put("longitude", 36.654321);

        Received received = said(message).orElseThrow();
        assertThat(received.json()).doesNotContain("36.1234", "36.6543");
        assertThat(received.incoming()).isInstanceOf(Incoming.Shared.class);
        message.putObject("location").put("latitude", 936.1).put("longitude", 36.6);
        assertThat(said(message)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "voice, SENT_VOICE", "video_note, SENT_VOICE", "photo, SENT_PICTURE", "video, SENT_PICTURE",
        "sticker, SENT_STICKER", "document, SENT_FILE", "contact, SENT_OTHER", "poll, SENT_OTHER"
    })
    void whatWeCannotReadIsToldApart(String field, Kind kind) {
        ObjectNode message = private_(null);
        message.putObject(field);

        assertThat(said(message).orElseThrow().kind()).isEqualTo(kind);
        assertThat(said(message.put("caption", "what does it say?")).orElseThrow().text()).isEqualTo("what does it say?");
    }

    @Test
    void anEditedQuestionIsAskedAgainAndAnEditedPositionIsNot() {
        ObjectNode words = update("edited_message", private_("is Ariha open?"));
        Received asked = sieve.read(words).orElseThrow();
        assertThat(asked.incoming()).isEqualTo(new Incoming.Edited(asked.where(), "ar", "is Ariha open?"));

        ObjectNode moving = private_(null);
        moving.putObject("location").put("latitude", 36.1).put("longitude", 36.6);
        assertThat(sieve.read(update("edited_message", moving))).isEmpty();
        assertThat(sieve.read(update("edited_message", group("/now")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/now", "/now@AmanBot", "@amanbot /now", "@AmanBot is it open?", "is it open @amanbot?"})
    void inAGroupWeListenWhenWeAreAddressed(String words) {
        assertThat(said(group(words)).orElseThrow().group()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"is it open?", "/now@otherbot", "@AmanBot2 is it open?", "@AmanBot", "mail me@amanbotx.org"})
    void inAGroupWeKeepSilentOtherwiseA35(String words) {
        assertThat(said(group(words))).isEmpty();
    }

    @Test
    void aForwardedMessageKeepsItsTimeAndThePublicChannelItCameFromP9() {
        ObjectNode message = private_("the road is cut");
        ObjectNode origin = message.putObject("forward_origin").put("type", "channel").put("date", 1_578_823_200);
        origin.put("author_signature", "canary author").put("message_id", 5);
        origin.putObject("chat").put("id", -100_200_300).put("title", "Idlib News").put("username", "idlib_news");

        Received received = said(message).orElseThrow();

        assertThat(received.incoming())
                .isEqualTo(new Incoming.Forwarded(
                        received.where(), "ar", "the road is cut", "Idlib News", Instant.ofEpochSecond(1_578_823_200)));
        assertThat(received.json()).doesNotContain("canary", "200300", "idlib_news");
        assertThat(Received.of(received.json())).isEqualTo(received);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "hidden_user", "chat", "channel", "something new"})
    void aForwardedMessageOfAnybodyElseNamesNobodyP9(String type) {
        ObjectNode message = private_("/forget yes");
        ObjectNode origin = message.putObject("forward_origin").put("type", type).put("sender_user_name", "canary one");
        origin.putObject("sender_user").put("id", 424_242).put("first_name", "canary two").put("username", "canary3");
        origin.putObject("sender_chat").put("id", 424_243).put("title", "canary four").put("username", "canary5");
        origin.putObject("chat").put("id", 424_244).put("title", "canary six");

        Received received = said(message).orElseThrow();

        assertThat(received.incoming())
                .isEqualTo(new Incoming.Forwarded(received.where(), "ar", "/forget yes", "", null));
        assertThat(received.json()).doesNotContain("canary", "42424");
    }

    @Test
    void aReplyToUsInAGroupIsForUs() {
        ObjectNode message = group("and in Binnish?");
        message.putObject("reply_to_message").putObject("from").put("id", StandInBotApi.BOT_ID);

        assertThat(said(message).orElseThrow().text()).isEqualTo("and in Binnish?");
    }

    @Test
    void channelsOtherBotsAndForwardsOfChannelsAreNotPeopleA35() {
        assertThat(sieve.read(update("channel_post", StandInBotApi.from(-9, "channel", 9).put("text", "/now"))))
                .isEmpty();
        ObjectNode bot = group("/now");
        ((ObjectNode) bot.get("from")).put("is_bot", true);
        assertThat(said(bot)).isEmpty();
        assertThat(said(group("/now").put("is_automatic_forward", true))).isEmpty();
        ObjectNode ours = private_("/now");
        ours.putObject("via_bot").put("id", StandInBotApi.BOT_ID);
        assertThat(said(ours)).isEmpty();
    }

    @Test
    void anAnonymousAdministratorIsHeardAsTheGroupAndAsNobodyElseA35() {
        ObjectNode message = group("/forget@AmanBot yes");
        ((ObjectNode) message.get("from")).put("is_bot", true).put("id", 1087968824L);

        Received received = said(message).orElseThrow();
        assertThat(received.incoming())
                .isEqualTo(new Incoming.Said(received.where(), "en", "/forget yes", true));
        assertThat(received.where().address()).isEqualTo("-100");
    }

    @Test
    void aButtonWeNeverMadeIsNotHeardA33() {
        assertThat(pressed("/in saraqib")).isPresent();
        assertThat(pressed("drop table")).isEmpty();
        assertThat(pressed("/" + "x".repeat(64))).isEmpty();
        assertThat(pressed("/" + "ي".repeat(32))).isEmpty();
    }

    @Test
    void whoeverBlocksUsHasLeft() {
        ObjectNode change = StandInBotApi.from(7, "private", 7);
        change.putObject("new_chat_member").put("status", "kicked");
        assertThat(sieve.read(update("my_chat_member", change)).orElseThrow().incoming())
                .isInstanceOf(Incoming.Left.class);

        change.putObject("new_chat_member").put("status", "member");
        assertThat(sieve.read(update("my_chat_member", change))).isEmpty();
    }

    @Test
    void onlyListedFieldsSurviveReadingP9() {
        ObjectNode message = private_("the words");
        for (String field : List.of("first_name", "last_name", "username", "phone_number", "added_to_attachment_menu")) {
            ((ObjectNode) message.get("from")).put(field, "CANARY-" + field);
            ((ObjectNode) message.get("chat")).put(field, "CANARY-" + field);
        }
        message.put("author_signature", "CANARY").put("date", 1699999999).put("message_id", 424243);
        message.putObject("forward_origin").put("sender_user_name", "CANARY");
        message.putObject("reply_to_message").put("text", "CANARY").putObject("from").put("first_name", "CANARY");
        message.putArray("entities").addObject().put("url", "https://CANARY").put("type", "text_link");
        message.putObject("contact").put("phone_number", "CANARY");

        String kept = said(message).orElseThrow().json();

        assertThat(kept).contains("the words").doesNotContain("CANARY", "1699999999", "424243");
    }

    @Test
    void noUpdateWhateverItHoldsBreaksTheReading() {
        long seed = 35;
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            JsonNode update = anything(random, 5);
            assertThat(sieve.read(update)).as("seed %s, %s", seed, update).isNotNull();
        }
    }

    private static JsonNode anything(Random random, int depth) {
        String[] names = {
            "message", "edited_message", "callback_query", "inline_query", "my_chat_member", "chat", "from", "id", "text",
            "type", "data", "query", "location", "latitude", "longitude", "new_chat_member", "status", "caption", "photo"
        };
        String[] texts = {"private", "group", "", "/now@", "@amanbot", "/", "@", "kicked", "\uD83D", "\0"};
        switch (depth == 0 ? random.nextInt(4) : random.nextInt(9)) {
            case 0:
                return JSON.getNodeFactory().textNode(texts[random.nextInt(texts.length)]);
            case 1:
                return JSON.getNodeFactory().numberNode(random.nextLong());
            case 2:
                return JSON.getNodeFactory().numberNode(random.nextDouble() * 1e9);
            case 3:
                return random.nextBoolean() ? JSON.nullNode() : JSON.getNodeFactory().booleanNode(true);
            case 4:
                ArrayNode array = JSON.createArrayNode();
                array.add(anything(random, depth - 1));
                return array;
            default:
                ObjectNode object = JSON.createObjectNode();
                for (int i = 0; i < 6; i++) {
                    object.set(names[random.nextInt(names.length)], anything(random, depth - 1));
                }
                return object;
        }
    }

    private Optional<Received> pressed(String value) {
        ObjectNode query = JSON.createObjectNode().put("id", "q").put("data", value);
        query.set("message", private_("old"));
        return sieve.read(update("callback_query", query));
    }

    private Optional<Received> said(ObjectNode message) {
        return sieve.read(update("message", message));
    }

    private static ObjectNode private_(@org.jspecify.annotations.Nullable String text) {
        ObjectNode message = StandInBotApi.from(7, "private", 7);
        ((ObjectNode) message.get("from")).put("language_code", "ar");
        return text == null ? message : message.put("text", text);
    }

    private static ObjectNode group(String text) {
        return StandInBotApi.from(-100, "supergroup", 7).put("text", text);
    }

    private static ObjectNode update(String kind, JsonNode content) {
        return JSON.createObjectNode().put("update_id", 1).set(kind, content);
    }
}

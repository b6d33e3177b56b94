package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class WebhookTest {
    private static final String SECRET = "canary-secret_0123456789";
    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final String HELLO = """
            {"update_id":77,"message":{"message_id":1,"date":1,"text":"hello",
             "chat":{"id":7,"type":"private"},"from":{"id":7,"is_bot":false,"first_name":"x"}}}
            """;

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    private final StandInBotApi telegram = new StandInBotApi();
    private Room room;
    private MockMvc web;

    @BeforeEach
    void open() {
        room = new Room(database, telegram.url());
        TelegramSettings settings = new TelegramSettings(
                StandInBotApi.TOKEN, URI.create("http://x"), TelegramSettings.Mode.WEBHOOK, "https://x/", SECRET, 30);
        web = MockMvcBuilders.standaloneSetup(new Webhook(settings, room.intake)).build();
    }

    @AfterEach
    void close() {
        room.close();
        telegram.close();
    }

    @Test
    void whatTelegramPostsIsKeptBeforeWeSayYesAndThenAnswered() throws Exception {
        assertThat(status(HELLO, SECRET)).isEqualTo(200);
        assertThat(room.inbox.open()).isEqualTo(1);

        room.lanes.start();
        telegram.awaitSent(1);
        assertThat(telegram.textsTo(7)).containsExactly("heard hello");
    }

    @Test
    void withoutTheSecretOrWithAnotherNothingIsTakenA26() throws Exception {
        assertThat(status(HELLO, null)).isEqualTo(401);
        assertThat(status(HELLO, "")).isEqualTo(401);
        assertThat(status(HELLO, SECRET + "x")).isEqualTo(401);
        assertThat(status(HELLO, SECRET.substring(1))).isEqualTo(401);
        assertThat(web.perform(get(Webhook.PATH).header(HEADER, SECRET)).andReturn().getResponse().getStatus())
                .isEqualTo(405);
        assertThat(room.inbox.open()).isZero();
    }

    @Test
    void aRepeatedUpdateHasOneEffectA27() throws Exception {
        assertThat(List.of(status(HELLO, SECRET), status(HELLO, SECRET))).containsExactly(200, 200);
        assertThat(room.inbox.open()).isEqualTo(1);
    }

    @Test
    void hugeAndDeepBodiesAreRefusedA28() throws Exception {
        assertThat(status("{\"update_id\":1,\"x\":\"" + "a".repeat(10_000_000) + "\"}", SECRET)).isEqualTo(413);
        assertThat(status("[".repeat(10_000) + "]".repeat(10_000), SECRET)).isEqualTo(400);
        assertThat(status("{\"update_id\":1,\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", SECRET))
                .isEqualTo(400);
        assertThat(room.inbox.open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"x\"", "{\"update_id\":\"7\"}", "{\"update_id\":7} trailing", "\0"})
    void brokenJsonIsRefusedWithASentence(String body) throws Exception {
        assertThat(status(body, SECRET)).isEqualTo(400);
    }

    @Test
    void whatCannotBeKeptIsNotAcceptedSoThatTelegramRepeatsIt() throws Exception {
        database.jdbc().sql("alter table telegram_seen rename to telegram_gone").update();

        assertThat(status(HELLO, SECRET)).isEqualTo(503);
    }

    @Test
    void theWebhookIsRegisteredWithItsSecretAndDropsNothing() {
        TelegramSettings settings = new TelegramSettings(
                StandInBotApi.TOKEN, telegram.url(), TelegramSettings.Mode.WEBHOOK, "https://bot.example/x", SECRET, 30);
        Introduction introduction =
                new Introduction(room.api, new org.aman.language.Messages(), settings, room.standing);
        introduction.start();

        telegram.awaitCall("setWebhook", request -> request.path("secret_token").asText().equals(SECRET));
        introduction.stop();
        var request = telegram.callsOf("setWebhook").getFirst();
        assertThat(request.path("url").asText()).isEqualTo("https://bot.example/x");
        assertThat(request.path("allowed_updates").asText()).contains("message", "inline_query", "my_chat_member");
        assertThat(request.path("drop_pending_updates").asText("false")).isEqualTo("false");
    }

    private int status(String body, @org.jspecify.annotations.Nullable String secret) throws Exception {
        MockHttpServletRequestBuilder request = post(Webhook.PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8));
        return web.perform(secret == null ? request : request.header(HEADER, secret))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}

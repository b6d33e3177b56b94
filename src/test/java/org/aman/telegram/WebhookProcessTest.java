package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole service in webhook mode, as a process of its own: what Telegram posts is answered, whatever is killed. */
@Timeout(300)
class WebhookProcessTest {
    private static final String SECRET = "canary-secret_0123456789";
    private static final Duration LONG = Duration.ofSeconds(120);

    private final StandInBotApi telegram = new StandInBotApi();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        telegram.close();
        http.close();
    }

    @Test
    void whatWasAcceptedIsAnsweredThoughTheProcessIsKilledBeforeItCouldSpeak() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "webhook");
        try (RealProcess aman = new RealProcess(
                folder,
                telegram.url(),
                "--aman.telegram.mode=webhook",
                "--aman.telegram.webhook-url=https://aman.example.org/telegram/webhook",
                "--aman.telegram.webhook-secret=" + SECRET)) {
            await(aman, aman::hasAddress);
            await(aman, () -> !telegram.callsOf("setWebhook").isEmpty());
            assertThat(telegram.callsOf("setWebhook").getFirst().path("secret_token").asText()).isEqualTo(SECRET);
            telegram.badGateways(Integer.MAX_VALUE);

            assertThat(post(aman, 71, "not ours, not ours")).isEqualTo(401);
            assertThat(post(aman, 72, SECRET)).isEqualTo(200);
            await(aman, () -> !telegram.callsOf("sendMessage").isEmpty());
            assertThat(telegram.sent()).isEmpty();
            aman.killAndStartAgain();
            telegram.badGateways(0);

            await(aman, () -> !telegram.sent().isEmpty());
            await(aman, () -> telegram.textsTo(72).size() == 1);
            assertThat(telegram.textsTo(71)).isEmpty();
            assertThat(telegram.callsOf("getUpdates")).isEmpty();
            assertThat(aman.log()).doesNotContain(SECRET, StandInBotApi.TOKEN.substring(10));
        }
    }

    private int post(RealProcess aman, long chat, String secret) throws Exception {
        String update = """
                {"update_id":%1$d,"message":{"message_id":1,"date":1,"text":"/help",
                 "chat":{"id":%1$d,"type":"private"},"from":{"id":%1$d,"is_bot":false,"first_name":"x"}}}
                """.replace("%1$d", Long.toString(chat));
        return http.send(
                        HttpRequest.newBuilder(aman.address(Webhook.PATH))
                                .header("Content-Type", "application/json")
                                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                                .POST(HttpRequest.BodyPublishers.ofString(update))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private void await(RealProcess aman, BooleanSupplier condition) {
        aman.await(telegram, LONG, condition);
    }
}

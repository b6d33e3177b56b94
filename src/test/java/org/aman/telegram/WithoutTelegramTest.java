package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same service that speaks on Telegram where there is a token, without one. */
@Order(1)
@Tag("slow")
class WithoutTelegramTest {

    @Test
    void itAnswersOnThePageAloneAndCallsNobody() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "alone");
        try (StandInBotApi telegram = new StandInBotApi();
                HttpClient http = HttpClient.newHttpClient();
                RealProcess aman = new RealProcess(folder, telegram.url(), "--aman.telegram.token=")) {
            Broadcasting.await(aman, telegram, aman::hasAddress);

            assertThat(post(http, aman, "/api/ask", "{\"text\":\"how do I make water clean\"}").body())
                    .contains("\"kind\":\"found\"");
            assertThat(post(http, aman, Webhook.PATH, "{}").statusCode()).isEqualTo(404);
            assertThat(aman.log()).contains("Telegram is off");
            assertThat(telegram.calls()).isZero();
        }
    }

    private static HttpResponse<String> post(HttpClient http, RealProcess aman, String path, String body)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(aman.address(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}

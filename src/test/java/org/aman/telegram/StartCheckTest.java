package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.aman.telegram.TelegramSettings.Mode;
import org.junit.jupiter.api.Test;

class StartCheckTest {
    private static final String SECRET = "canary-secret_0123456789";

    @Test
    void goodSettingsHaveNoObjection() {
        assertThat(StartCheck.objection(polling(StandInBotApi.TOKEN, "https://api.telegram.org"))).isEmpty();
        assertThat(StartCheck.objection(webhook("https://bot.example/hook", SECRET))).isEmpty();
    }

    @Test
    void aBadTokenStopsTheStartAndIsNotRepeatedP8() {
        assertThat(StartCheck.objection(polling("canary token", "https://api.telegram.org")))
                .hasValueSatisfying(line -> assertThat(line).contains("aman.telegram.token").doesNotContain("canary"));
    }

    @Test
    void aServerIsSchemeHostAndPort() {
        assertThat(StartCheck.objection(polling(StandInBotApi.TOKEN, "http://127.0.0.1:8081"))).isEmpty();
        for (String bad : new String[] {"ftp://x", "https:///x", "https://x/path", "x"}) {
            assertThat(StartCheck.objection(polling(StandInBotApi.TOKEN, bad))).as(bad).isPresent();
        }
    }

    @Test
    void aWebhookNeedsAPublicAddressAndALongSecret() {
        assertThat(StartCheck.objection(webhook("", SECRET))).isPresent();
        assertThat(StartCheck.objection(webhook("http://bot.example", SECRET))).isPresent();
        assertThat(StartCheck.objection(webhook("https://bot.example", "canary short")))
                .hasValueSatisfying(line -> assertThat(line).doesNotContain("canary"));
    }

    private static TelegramSettings polling(String token, String server) {
        return new TelegramSettings(token, URI.create(server), Mode.POLLING, "", "", 30);
    }

    private static TelegramSettings webhook(String url, String secret) {
        return new TelegramSettings(
                StandInBotApi.TOKEN, URI.create("https://api.telegram.org"), Mode.WEBHOOK, url, secret, 30);
    }
}

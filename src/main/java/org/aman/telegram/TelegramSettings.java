package org.aman.telegram;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Telegram. Token and secret are checked by {@link StartCheck}, not by annotations: a binding error prints
 * the value it refuses.
 *
 * @param token the bot's token from BotFather; empty for no Telegram
 * @param apiUrl the Bot API server, scheme, host and port only
 * @param webhookUrl the public address Telegram posts to; only for {@link Mode#WEBHOOK}
 * @param webhookSecret what Telegram sends back in a header; only for {@link Mode#WEBHOOK}
 * @param messagesPerSecond what Telegram grants over all chats; 30 unless paid for more (1,000 at most)
 */
@ConfigurationProperties("aman.telegram")
record TelegramSettings(
        @DefaultValue("") String token,
        @DefaultValue("https://api.telegram.org") URI apiUrl,
        @DefaultValue("polling") Mode mode,
        @DefaultValue("") String webhookUrl,
        @DefaultValue("") String webhookSecret,
        @DefaultValue("30") @Min(1) @Max(1000) int messagesPerSecond) {

    /** How updates come to us. */
    enum Mode {
        POLLING,
        WEBHOOK
    }

    static final Pattern TOKEN = Pattern.compile("[0-9]{1,19}:[A-Za-z0-9_-]{20,120}");
    static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,256}");

    /** The bot's own id is the first part of its token. */
    long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "TelegramSettings[" + mode + "]";
    }
}

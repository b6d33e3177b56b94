package org.aman.telegram;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds what in the settings must stop the start. That a token is refused beside a scenario time is seen to where the
 * clock is made. Its sentences never repeat a token or a secret.
 */
final class StartCheck {
    private StartCheck() {}

    /** One clear sentence about the first thing that is wrong; empty when all is well. */
    static Optional<String> objection(TelegramSettings settings) {
        if (!TelegramSettings.TOKEN.matcher(settings.token()).matches()) {
            return Optional.of("aman.telegram.token is not a bot token: BotFather gives one of the form "
                    + "123456789:letters-and-digits.");
        }
        String scheme = String.valueOf(settings.apiUrl().getScheme()).toLowerCase(Locale.ROOT);
        String path = String.valueOf(settings.apiUrl().getPath());
        if (settings.apiUrl().getHost() == null
                || !(scheme.equals("https") || scheme.equals("http"))
                || !(path.isEmpty() || path.equals("/"))) {
            return Optional.of("aman.telegram.api-url must be http(s)://host or http(s)://host:port.");
        }
        return settings.mode() == TelegramSettings.Mode.WEBHOOK ? webhookObjection(settings) : Optional.empty();
    }

    private static Optional<String> webhookObjection(TelegramSettings settings) {
        if (!settings.webhookUrl().startsWith("https://")) {
            return Optional.of("aman.telegram.mode is webhook: aman.telegram.webhook-url must be the public https "
                    + "address that leads to " + Webhook.PATH + ".");
        }
        if (!TelegramSettings.SECRET.matcher(settings.webhookSecret()).matches()) {
            return Optional.of("aman.telegram.mode is webhook: aman.telegram.webhook-secret must be 16 to 256 of "
                    + "A-Z, a-z, 0-9, _ and -.");
        }
        return Optional.empty();
    }
}

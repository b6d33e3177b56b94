package org.aman.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.message.Vigil;
import org.aman.telegram.BotApi.Ending;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** Gets to know the bot's name and registers commands and, if wanted, the webhook; off the start-up path, until done. */
final class Introduction implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Introduction.class);

    /** The commands in the menu, in its order; their descriptions are in the message files. */
    static final List<String> COMMANDS =
            List.of("now", "nearest", "place", "follow", "check", "language", "help", "privacy", "forget", "start");

    private static final int WEBHOOK_CONNECTIONS = 40;

    private final BotApi api;
    private final Messages messages;
    private final TelegramSettings settings;
    private final Standing standing;
    private final Vigil vigil = new Vigil();

    Introduction(BotApi api, Messages messages, TelegramSettings settings, Standing standing) {
        this.api = api;
        this.messages = messages;
        this.settings = settings;
        this.standing = standing;
    }

    @Override
    public void start() {
        vigil.begin();
        Thread.ofVirtual().name("telegram-introduction").start(this::introduce);
    }

    private void introduce() {
        untilDone("the bot's name", () -> {
            var ending = api.call(new GetMe());
            if (ending instanceof Ending.Done<org.telegram.telegrambots.meta.api.objects.User>(var bot)) {
                standing.introduced(String.valueOf(bot.getUserName()));
            }
            return ending;
        });
        if (settings.mode() == TelegramSettings.Mode.WEBHOOK) {
            untilDone("the webhook", () -> api.call(webhook()));
        }
        untilDone("the commands", () -> api.call(commands(Language.ARABIC, null)));
        for (Language language : Language.values()) {
            untilDone("the commands", () -> api.call(commands(language, language.code())));
        }
    }

    private SetWebhook webhook() {
        return SetWebhook.builder()
                .url(settings.webhookUrl())
                .secretToken(settings.webhookSecret())
                .allowedUpdates(Sieve.ALLOWED)
                .maxConnections(WEBHOOK_CONNECTIONS)
                .build();
    }

    private SetMyCommands commands(Language language, @Nullable String code) {
        return SetMyCommands.builder()
                .commands(COMMANDS.stream()
                        .map(name -> new BotCommand(name, messages.text("menu." + name, language)))
                        .toList())
                .languageCode(code)
                .build();
    }

    private <T extends Serializable> void untilDone(String what, Supplier<Ending<T>> attempt) {
        PollBackOff backOff = new PollBackOff();
        while (vigil.lasts() && !standing.isRefused()) {
            switch (attempt.get()) {
                case Ending.Done<T> done -> {
                    return;
                }
                case Ending.InDoubt<T> inDoubt -> {}
                case Ending.Refused<T> refused when refused.retryAfter() != null ->
                    backOff.ask(Duration.ofSeconds(refused.retryAfter()));
                case Ending.Refused<T> refused when refused.code() < 500 -> {
                    log.error("Telegram refuses {} ({})", what, refused.code());
                    return;
                }
                case Ending.Refused<T> serverError -> {}
            }
            vigil.rest(Duration.ofMillis(backOff.nextBackOffMillis()));
        }
    }

    @Override
    public void stop() {
        vigil.end();
    }

    @Override
    public boolean isRunning() {
        return vigil.lasts();
    }

    /** It is started when the whole service is ready. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }
}

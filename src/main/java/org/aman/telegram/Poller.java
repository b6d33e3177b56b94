package org.aman.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.aman.message.Vigil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Keeps the library's long polling alive: registers off the start-up path and as often as it takes, watches that polls
 * come back, and begins anew when they do not.
 */
final class Poller implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Poller.class);

    /** Telegram caps a poll at 50 seconds; the answer may take a while on a bad line. */
    private static final int POLL_SECONDS = 50;

    private static final Duration READ = Duration.ofSeconds(75);
    /** After this long without an answered poll it begins anew; two polls and a half. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(120);

    /** After an idle week Telegram may number from anywhere again; beginning anew in time forgets the old offset. */
    private static final Duration LONGEST_IDLE = Duration.ofHours(24);

    private final TelegramSettings settings;
    private final Screen screen;
    private final Standing standing;
    private final PollBackOff backOff;
    private final Duration longestSilence;
    private final PollBackOff registerBackOff = new PollBackOff();
    private final Vigil vigil = new Vigil();
    private final AtomicReference<@Nullable ScheduledExecutorService> thread = new AtomicReference<>();

    Poller(
            TelegramSettings settings,
            Screen screen,
            Standing standing,
            PollBackOff backOff,
            Duration longestSilence) {
        this.settings = settings;
        this.screen = screen;
        this.standing = standing;
        this.backOff = backOff;
        this.longestSilence = longestSilence;
    }

    /** Returns at once: the service starts whether Telegram can be reached or not. */
    @Override
    public void start() {
        vigil.begin();
        Thread.ofVirtual().name("telegram-poller").start(this::keepPolling);
    }

    private void keepPolling() {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(new Discretion())
                .addInterceptor(screen)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(READ)
                .retryOnConnectionFailure(false)
                .build();
        var application = new TelegramBotsLongPollingApplication(
                ObjectMapper::new, () -> http, this::freshThread, () -> backOff);
        while (vigil.lasts() && !standing.isRefused()) {
            if (register(application)) {
                registerBackOff.reset();
                watch();
            }
            unregister(application);
            http.dispatcher().cancelAll();
            vigil.rest(Duration.ofMillis(registerBackOff.nextBackOffMillis()));
        }
        end(thread.getAndSet(null));
        http.connectionPool().evictAll();
    }

    private boolean register(TelegramBotsLongPollingApplication application) {
        screen.begin();
        try {
            application.registerBot(
                    settings.token(),
                    () -> BotApi.url(settings),
                    last -> GetUpdates.builder()
                            .offset(last + 1)
                            .limit(100)
                            .timeout(POLL_SECONDS)
                            .allowedUpdates(Sieve.ALLOWED)
                            .build(),
                    updates -> {}); // kept already, by the screen
            return true;
        } catch (TelegramApiException e) {
            return false; // why is known to the standing
        }
    }

    private void watch() {
        while (vigil.rest(Duration.ofSeconds(1)) && !standing.isRefused()) {
            if (screen.silence().compareTo(longestSilence) > 0) {
                log.warn("No poll has come back for {} s: beginning anew", longestSilence.toSeconds());
                return;
            }
            if (screen.idle().compareTo(LONGEST_IDLE) > 0) {
                return;
            }
        }
    }

    /** A failed registration stays registered in the library; only this clears it. */
    private void unregister(TelegramBotsLongPollingApplication application) {
        try {
            application.unregisterBot(settings.token());
        } catch (TelegramApiException notRegistered) {
            log.debug("Nothing to unregister");
        }
    }

    /** The library never ends its threads. */
    private ScheduledExecutorService freshThread() {
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("telegram-poll").factory());
        end(thread.getAndSet(fresh));
        return fresh;
    }

    private static void end(@Nullable ScheduledExecutorService thread) {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    @Override
    public void stop() {
        standing.stopping();
        vigil.end();
        end(thread.getAndSet(null));
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

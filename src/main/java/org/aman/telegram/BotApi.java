package org.aman.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** Calls Telegram's Bot API and turns every ending into data. Calls block; callers are virtual threads. */
class BotApi {
    /** The library's own client allows 5 connections a host, which is 86 messages a second. */
    private static final int MOST_AT_ONCE = 256;

    private final OkHttpTelegramClient client;
    private final Standing standing;

    BotApi(TelegramSettings settings, Standing standing) {
        this.standing = standing;
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        OkHttpClient http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_AT_ONCE, 1, TimeUnit.MINUTES))
                .addInterceptor(new Discretion())
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(30))
                .retryOnConnectionFailure(false) // it would send a message twice by itself
                .build();
        client = new OkHttpTelegramClient(http, settings.token(), url(settings));
    }

    /** The bot's name without the at sign, once Telegram has told it. */
    Optional<String> botName() {
        return standing.name();
    }

    /** Where the Bot API is, in the library's words. */
    static TelegramUrl url(TelegramSettings settings) {
        String scheme = settings.apiUrl().getScheme();
        int port = settings.apiUrl().getPort();
        return TelegramUrl.builder()
                .schema(scheme)
                .host(settings.apiUrl().getHost())
                .port(port > 0 ? port : scheme.equals("https") ? 443 : 80)
                .build();
    }

    /** How a call ended. */
    sealed interface Ending<T> {
        /** Telegram did it. */
        record Done<T>(T result) implements Ending<T> {}

        /**
         * Telegram refused.
         *
         * @param description Telegram's words; they may repeat ours, so they must not be logged whole
         * @param retryAfter seconds to wait, where Telegram says so
         * @param movedTo the new number of a group that became a supergroup
         */
        record Refused<T>(int code, String description, @Nullable Integer retryAfter, @Nullable Long movedTo)
                implements Ending<T> {}

        /** No answer: it may have been done or not. */
        record InDoubt<T>(String how) implements Ending<T> {}
    }

    <T extends Serializable, M extends BotApiMethod<T>> Ending<T> call(M method) {
        return ending(() -> client.execute(method));
    }

    Ending<Boolean> call(SetWebhook method) {
        return ending(() -> client.execute(method));
    }

    private interface Call<T> {
        T make() throws TelegramApiException;
    }

    private <T> Ending<T> ending(Call<T> call) {
        try {
            T result = call.make();
            standing.answered();
            return new Ending.Done<>(result);
        } catch (TelegramApiException e) {
            return refusal(e);
        }
    }

    private <T> Ending<T> refusal(TelegramApiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TelegramApiValidationException) {
                // The library looks at markup itself; trying again would be refused again, for ever.
                return new Ending.Refused<>(400, "Bad Request: markup that the library refuses", null, null);
            }
            if (cause instanceof TelegramApiRequestException refused && refused.getErrorCode() != null) {
                return told(refused);
            }
            if (cause instanceof Discretion.Unanswered unanswered) {
                String how = String.valueOf(unanswered.getMessage());
                standing.unreachable(how);
                return new Ending.InDoubt<>(how);
            }
        }
        return new Ending.InDoubt<>(e.getClass().getSimpleName());
    }

    private <T> Ending<T> told(TelegramApiRequestException refused) {
        int code = refused.getErrorCode();
        if (code == 401 || code == 404) {
            standing.refused();
        } else if (code >= 500) {
            standing.unreachable("HTTP " + code);
        } else {
            standing.answered();
        }
        ResponseParameters parameters = refused.getParameters();
        return new Ending.Refused<>(
                code,
                String.valueOf(refused.getApiResponse()),
                parameters == null ? null : parameters.getRetryAfter(),
                parameters == null ? null : parameters.getMigrateToChatId());
    }
}

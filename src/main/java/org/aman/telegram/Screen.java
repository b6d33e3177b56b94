package org.aman.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Keeps what a poll brings before the library sees it, and shows the library the numbers only.
 *
 * <p>The library moves its offset before its consumer runs, so that a crash in between loses the batch; and one update it
 * cannot parse stops it for ever. Here a batch that cannot be kept is a poll that failed, and is asked for again; and
 * there is nothing left to parse.
 */
final class Screen implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANOTHER_POLLER_WAIT = Duration.ofSeconds(5);

    private final Intake intake;
    private final Standing standing;
    private final PollBackOff backOff;
    private volatile long answeredAt = System.nanoTime();
    private volatile long updateAt = System.nanoTime();

    Screen(Intake intake, Standing standing, PollBackOff backOff) {
        this.intake = intake;
        this.standing = standing;
        this.backOff = backOff;
    }

    /** How long no poll was answered; a wait that Telegram asked for does not count. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - answeredAt);
    }

    /** How long no update came. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - updateAt);
    }

    /** Begins anew with both. */
    void begin() {
        answeredAt = System.nanoTime();
        updateAt = answeredAt;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        boolean poll = chain.request().url().pathSegments().getLast().toLowerCase(Locale.ROOT).equals("getupdates");
        Response response;
        try {
            response = chain.proceed(chain.request());
        } catch (IOException e) {
            standing.unreachable(e.getClass().getSimpleName());
            throw e;
        }
        if (!response.isSuccessful()) {
            refused(response);
            return response;
        }
        standing.answered();
        return poll ? screened(response) : response;
    }

    private void refused(Response response) throws IOException {
        switch (response.code()) {
            case 401, 404 -> standing.refused();
            case 409 -> {
                standing.anotherPoller();
                backOff.ask(ANOTHER_POLLER_WAIT);
            }
            case 429 -> {
                Duration wait = Duration.ofSeconds(retryAfter(response));
                backOff.ask(wait);
                answeredAt = System.nanoTime() + wait.toNanos();
            }
            default -> standing.unreachable("HTTP " + response.code());
        }
    }

    private static long retryAfter(Response response) throws IOException {
        try {
            JsonNode parameters = JSON.readTree(response.peekBody(4096).string()).path("parameters");
            return Math.max(1, parameters.path("retry_after").asLong(1));
        } catch (JsonProcessingException e) {
            return 1;
        }
    }

    private Response screened(Response response) throws IOException {
        try (response) {
            ResponseBody body = response.body();
            JsonNode answer = JSON.readTree(body == null ? "" : body.string());
            if (!answer.path("result").isArray()) {
                throw new Discretion.Unanswered("no updates in the answer");
            }
            intake.take(answer.path("result"));
            answeredAt = System.nanoTime();
            if (!answer.path("result").isEmpty()) {
                updateAt = answeredAt;
            }
            return response.newBuilder()
                    .body(ResponseBody.create(numbersOnly(answer.path("result")), Discretion.JSON_TYPE))
                    .build();
        } catch (DataAccessException | TransactionException e) {
            throw new Discretion.Unanswered("the inbox cannot keep the batch: " + e.getClass().getSimpleName());
        }
    }

    private static String numbersOnly(JsonNode updates) {
        ObjectNode answer = JSON.createObjectNode().put("ok", true);
        ArrayNode numbers = answer.putArray("result");
        for (JsonNode update : updates) {
            Sieve.number(update).ifPresent(number -> numbers.addObject().put("update_id", number));
        }
        return answer.toString();
    }
}

package org.aman.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the updates Telegram posts to us, instead of polling. It says yes only after an update is kept: until then
 * Telegram holds the chat's next update back, and repeats this one for 24 hours.
 */
@RestController
final class Webhook {
    /** Where Telegram posts, on this server. */
    static final String PATH = "/telegram/webhook";

    /** Telegram's updates are a few kilobytes; a text has at most 4,096 signs. */
    private static final int MOST_BYTES = 256 * 1024;

    /** A message that answers a message with a place in it is about eight deep. */
    private static final int DEEPEST = 64;

    private static final Logger log = LoggerFactory.getLogger(Webhook.class);

    private final ObjectMapper json;
    private final byte[] secret;
    private final Intake intake;

    Webhook(TelegramSettings settings, Intake intake) {
        this.secret = settings.webhookSecret().getBytes(StandardCharsets.UTF_8);
        this.intake = intake;
        JsonFactory factory = new JsonFactoryBuilder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .build();
        this.json = new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @PostMapping(PATH)
    ResponseEntity<String> post(
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String given,
            InputStream body)
            throws IOException {
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret)) {
            return said(HttpStatus.UNAUTHORIZED, "Only Telegram may post here.");
        }
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return said(HttpStatus.CONTENT_TOO_LARGE, "An update is never that long.");
        }
        JsonNode update;
        try {
            update = json.readTree(bytes);
        } catch (JsonProcessingException e) {
            return said(HttpStatus.BAD_REQUEST, "This is not the JSON of an update.");
        }
        if (Sieve.number(update).isEmpty()) {
            return said(HttpStatus.BAD_REQUEST, "This is not an update.");
        }
        return keep(update);
    }

    private ResponseEntity<String> keep(JsonNode update) {
        try {
            intake.take(List.of(update));
            return said(HttpStatus.OK, "");
        } catch (DataAccessException | TransactionException e) {
            log.error("An update cannot be kept ({}); Telegram will repeat it", e.getClass().getSimpleName());
            return said(HttpStatus.SERVICE_UNAVAILABLE, "Not now.");
        }
    }

    private static ResponseEntity<String> said(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(sentence);
    }
}

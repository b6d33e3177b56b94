package org.aman.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Stands between the library and Telegram: no failure leaves here with an address in it, because the address contains
 * the token; whatever Telegram's servers answer becomes JSON; and of a message that was sent only its number comes back,
 * so that a new kind of field can never make a sent message look like a failed one.
 */
final class Discretion implements Interceptor {
    static final MediaType JSON_TYPE = MediaType.get("application/json");
    private static final int MOST_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        try (Response response = chain.proceed(request)) {
            String body = response.peekBody(MOST_BYTES).string();
            return response.newBuilder()
                    .body(ResponseBody.create(plain(body, response.code()), JSON_TYPE))
                    .build();
        } catch (IOException e) {
            throw new Unanswered(e.getClass().getSimpleName());
        }
    }

    private static String plain(String body, int status) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.path("ok").isBoolean()) {
                return reduced((ObjectNode) answer).toString();
            }
        } catch (JsonProcessingException notTelegramItself) {
            // Falls through: a proxy's page, such as a 502 in HTML.
        }
        return failure(status);
    }

    private static ObjectNode reduced(ObjectNode answer) {
        JsonNode message = answer.path("result");
        if (message.has("message_id")) {
            ObjectNode kept = answer.putObject("result");
            kept.set("message_id", message.get("message_id"));
            kept.put("date", message.path("date").asInt());
            kept.putObject("chat")
                    .put("id", message.path("chat").path("id").longValue())
                    .put("type", message.path("chat").path("type").asText("private"));
        }
        return answer;
    }

    private static String failure(int status) {
        int code = status >= 400 ? status : 502; // a page with 200 is no answer of the Bot API either
        return "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"no answer of the Bot API\"}";
    }

    /** Telegram did not answer; says how, never where. */
    static final class Unanswered extends IOException {
        private static final long serialVersionUID = 1;

        Unanswered(String how) {
            super(how);
        }
    }
}

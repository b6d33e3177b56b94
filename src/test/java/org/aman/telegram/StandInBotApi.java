package org.aman.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict stand-in for Telegram's Bot API on a real port: it confirms by offset, holds long polls, knows one poller at a
 * time, checks lengths, markup and buttons as the real one does, and can refuse, throttle, move, break and hang up.
 */
public final class StandInBotApi implements AutoCloseable {
    public static final String TOKEN = "424242424:AAcanary-token_for-tests-0123456789";
    static final String NAME = "aman_test_bot";
    static final long BOT_ID = 424242424;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PART =
            Pattern.compile("name=\"([a-z_]+)\".*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private final TreeMap<Long, JsonNode> updates = new TreeMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<Long, Integer> throttled = new HashMap<>();
    private final Map<Long, Long> moved = new HashMap<>();
    private final Set<Long> blocked = new HashSet<>();
    private final Set<String> queries = new HashSet<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Long, Integer> counts = new HashMap<>();
    private final Map<Long, Long> saidAt = new HashMap<>();
    private final List<Duration> waits = new ArrayList<>();
    private final Condition onTheWay = lock.newCondition();
    private Duration way = Duration.ZERO;
    private double granted = Double.POSITIVE_INFINITY;
    private double left;
    private long leftAt = System.nanoTime();
    private int tooMany;
    private boolean lean;
    private boolean refusesMarkup;
    private boolean refusesToken;
    private int badGateways;
    private int hangUps;
    private boolean silent;
    private long nextUpdate = 1000;
    private int nextMessage = 1;
    private int poller;
    private boolean closed;

    /** A message that was taken, in order of arrival; {@code text} is what people see. */
    record Sent(long chat, String text, JsonNode request, long atNanos) {}

    /** Any call. */
    record Call(String method, JsonNode request) {}

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        final int code;
        final transient ObjectNode parameters = JSON.createObjectNode();

        Refused(int code, String description) {
            super(description);
            this.code = code;
        }
    }

    public StandInBotApi() {
        this(0);
    }

    /** @param port 0 for any */
    StandInBotApi(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    // What people do

    /** Somebody writes to the bot; returns the number of the update. */
    public long says(long person, String text) {
        lockedRun(() -> saidAt.put(person, System.nanoTime()));
        return update("message", JSON.createObjectNode()
                .put("message_id", 1)
                .put("date", 1_700_000_000)
                .put("text", text)
                .setAll(from(person, "private", person)));
    }

    /** Somebody presses a button. */
    public long presses(long person, String value) {
        ObjectNode query = JSON.createObjectNode().put("id", "query" + person).put("data", value);
        query.set("from", user(person));
        query.set("message", JSON.createObjectNode()
                .put("message_id", 5)
                .put("date", 0)
                .set("chat", JSON.createObjectNode().put("id", person).put("type", "private")));
        queries.add("query" + person);
        return update("callback_query", query);
    }

    /** Somebody writes the bot's name and words in another chat. */
    long asksInline(long person, String words) {
        ObjectNode query = JSON.createObjectNode()
                .put("id", "inline" + person)
                .put("query", words)
                .put("offset", "");
        query.set("from", user(person));
        queries.add("inline" + person);
        return update("inline_query", query);
    }

    /** Any update of this kind. */
    long update(String kind, JsonNode content) {
        return locked(() -> {
            long id = nextUpdate++;
            updates.put(id, JSON.createObjectNode().put("update_id", id).set(kind, content));
            return id;
        });
    }

    static ObjectNode from(long chat, String type, long person) {
        ObjectNode node = JSON.createObjectNode();
        node.set("chat", JSON.createObjectNode().put("id", chat).put("type", type));
        node.set("from", user(person));
        return node;
    }

    static ObjectNode user(long person) {
        return JSON.createObjectNode()
                .put("id", person)
                .put("is_bot", false)
                .put("first_name", "Canary" + person)
                .put("language_code", "en");
    }

    // What goes wrong

    void blocks(long person) {
        lockedRun(() -> blocked.add(person));
    }

    void moves(long from, long to) {
        lockedRun(() -> moved.put(from, to));
    }

    /** The next message to this chat is answered with 429. */
    void throttles(long chat, int seconds) {
        lockedRun(() -> throttled.put(chat, seconds));
    }

    void refusesMarkup() {
        lockedRun(() -> refusesMarkup = true);
    }

    void refusesToken() {
        lockedRun(() -> refusesToken = true);
    }

    /** So many of the next messages meet a proxy's page. */
    void badGateways(int times) {
        lockedRun(() -> badGateways = times);
    }

    /** So many of the next messages are taken, and then the line drops. */
    void hangsUpAfterTaking(int times) {
        lockedRun(() -> hangUps = times);
    }

    /** Polls are taken and never answered, as when a line in between has died without a word. */
    void leavesPollsUnanswered(boolean silent) {
        lockedRun(() -> this.silent = silent);
    }

    /** No more messages than this are taken in a second, over all chats; what is beyond gets a 429. */
    void grants(int perSecond) {
        lockedRun(() -> {
            granted = perSecond;
            left = perSecond;
            leftAt = System.nanoTime();
        });
    }

    /** Each message takes so long on its way here and back, as over a real line. */
    void isFarAway(Duration thereAndBack) {
        lockedRun(() -> way = thereAndBack);
    }

    // What was seen

    /** How many messages were refused because they were too many in a second. */
    int tooMany() {
        return locked(() -> tooMany);
    }

    /** How long each who wrote waited for the first message back. */
    List<Duration> waits() {
        return locked(() -> List.copyOf(waits));
    }

    /** From now on keeps counts and no messages, for audiences that do not fit in memory. */
    void lean() {
        lockedRun(() -> lean = true);
    }

    /** How often each chat got a message. */
    Map<Long, Integer> counts() {
        return locked(() -> Map.copyOf(counts));
    }

    /** How many chats got a message. */
    int reached() {
        return locked(counts::size);
    }

    List<Sent> sent() {
        return locked(() -> List.copyOf(sent));
    }

    public List<String> textsTo(long chat) {
        return sent().stream().filter(one -> one.chat() == chat).map(Sent::text).toList();
    }

    /** The buttons under the latest message to a chat: what each says, and what pressing it sends. */
    public Map<String, String> buttonsTo(long chat) {
        Map<String, String> buttons = new LinkedHashMap<>();
        sent().stream().filter(one -> one.chat() == chat).reduce((earlier, later) -> later).ifPresent(one -> {
            for (JsonNode row : one.request().path("reply_markup").path("inline_keyboard")) {
                row.forEach(button -> buttons.put(
                        button.path("text").asText(), button.path("callback_data").asText()));
            }
        });
        return buttons;
    }

    List<JsonNode> callsOf(String method) {
        return locked(() -> calls.stream()
                .filter(call -> call.method().equalsIgnoreCase(method))
                .map(Call::request)
                .toList());
    }

    /** How many calls of any kind came in. */
    int calls() {
        return locked(calls::size);
    }

    /** Updates that no poll has confirmed yet. */
    int unconfirmed() {
        return locked(updates::size);
    }

    /** Waits until something the server has seen is so. */
    public void await(BooleanSupplier condition, Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("Not within " + most + "; messages taken: " + sent.size());
                }
                left = changed.awaitNanos(Math.min(left, 100_000_000)) + left - Math.min(left, 100_000_000);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            lock.unlock();
        }
    }

    void awaitSent(int messages) {
        await(() -> sent.size() >= messages, Duration.ofSeconds(20));
    }

    void awaitCall(String method, Predicate<JsonNode> matching) {
        await(() -> callsOf(method).stream().anyMatch(matching), Duration.ofSeconds(20));
    }

    // The server

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String[] path = exchange.getRequestURI().getPath().split("/");
            String method = path[path.length - 1];
            JsonNode request = request(body, String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
            ObjectNode answer = JSON.createObjectNode();
            int status = 200;
            try {
                if (!path[1].equals("bot" + TOKEN) || locked(() -> refusesToken)) {
                    throw new Refused(401, "Unauthorized");
                }
                answer.put("ok", true).set("result", call(method.toLowerCase(java.util.Locale.ROOT), request));
            } catch (Refused e) {
                status = e.code;
                answer.put("ok", false).put("error_code", e.code).put("description", e.getMessage());
                if (!e.parameters.isEmpty()) {
                    answer.set("parameters", e.parameters);
                }
            }
            if (status == 502) {
                reply(exchange, 502, "text/html", "<html><h1>502 Bad Gateway</h1></html>");
            } else if (!answer.path("result").path("hang_up").asBoolean()) {
                reply(exchange, status, "application/json", answer.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode request(String body, String type) throws JsonProcessingException {
        if (!type.startsWith("multipart/")) {
            return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        }
        ObjectNode fields = JSON.createObjectNode();
        Matcher part = PART.matcher(body);
        while (part.find()) {
            fields.put(part.group(1), part.group(2));
        }
        return fields;
    }

    private static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private JsonNode call(String method, JsonNode request) throws Refused, InterruptedException {
        lock.lock();
        try {
            if (!lean) {
                calls.add(new Call(method, request));
                changed.signalAll();
            }
            return switch (method) {
                case "getme" -> JSON.createObjectNode()
                        .put("id", BOT_ID)
                        .put("is_bot", true)
                        .put("first_name", "Aman")
                        .put("username", NAME);
                case "deletewebhook", "setwebhook" -> JSON.getNodeFactory().booleanNode(true);
                case "getupdates" -> poll(request);
                case "sendmessage" -> {
                    travel();
                    yield message(request, text(request));
                }
                case "sendvenue" -> message(request, venue(request));
                case "editmessagetext" -> edit(request);
                case "setmycommands" -> commands(request);
                case "answercallbackquery" -> answered(request.path("callback_query_id").asText());
                case "answerinlinequery" -> inline(request);
                default -> throw new Refused(404, "Not Found: method not found");
            };
        } finally {
            lock.unlock();
        }
    }

    private JsonNode poll(JsonNode request) throws Refused, InterruptedException {
        int me = ++poller;
        changed.signalAll();
        updates.headMap(request.path("offset").asLong()).clear();
        long left = Duration.ofSeconds(Math.min(50, request.path("timeout").asLong())).toNanos();
        while (updates.isEmpty() && left > 0 && me == poller && !closed && !refusesToken) {
            left = changed.awaitNanos(left);
        }
        while (silent && me == poller && !closed) {
            changed.await();
        }
        if (me != poller) {
            throw new Refused(409, "Conflict: terminated by other getUpdates request");
        }
        ArrayNode batch = JSON.createArrayNode();
        int limit = request.path("limit").asInt(100);
        updates.values().stream().limit(limit).forEach(batch::add);
        return batch;
    }

    private String text(JsonNode request) throws Refused {
        String text = request.path("text").asText();
        String mode = request.path("parse_mode").asText("");
        if (!mode.isEmpty() && refusesMarkup) {
            throw new Refused(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 3");
        }
        String plain = mode.equals("HTML") ? BotApiHtml.plain(text).orElse(null) : text;
        if (plain == null) {
            throw new Refused(400, "Bad Request: can't parse entities: bad HTML");
        }
        if (plain.isBlank()) {
            throw new Refused(400, "Bad Request: message text is empty");
        }
        if (plain.length() > 4096) {
            throw new Refused(400, "Bad Request: message is too long");
        }
        return plain;
    }

    private static String venue(JsonNode request) throws Refused {
        if (!request.path("latitude").isNumber()
                || !request.path("longitude").isNumber()
                || request.path("title").asText().isBlank()
                || request.path("address").asText().isBlank()) {
            throw new Refused(400, "Bad Request: wrong venue");
        }
        return "venue " + request.path("title").asText();
    }

    private void travel() throws InterruptedException {
        long nanos = way.toNanos();
        while (nanos > 0 && !closed) {
            nanos = onTheWay.awaitNanos(nanos);
        }
    }

    private void count() throws Refused {
        long now = System.nanoTime();
        left = Math.min(granted, left + granted * (now - leftAt) / 1e9);
        leftAt = now;
        if (left < 1) {
            tooMany++;
            Refused later = new Refused(429, "Too Many Requests: retry after 1");
            later.parameters.put("retry_after", 1);
            throw later;
        }
        left--;
    }

    private JsonNode message(JsonNode request, String seen) throws Refused {
        checkButtons(request.path("reply_markup"));
        if (granted < Double.POSITIVE_INFINITY) {
            count();
        }
        long chat = Long.parseLong(request.path("chat_id").asText());
        if (badGateways > 0) {
            badGateways--;
            throw new Refused(502, "Bad Gateway");
        }
        if (blocked.contains(chat)) {
            throw new Refused(403, "Forbidden: bot was blocked by the user");
        }
        if (moved.containsKey(chat)) {
            Refused elsewhere = new Refused(400, "Bad Request: group chat was upgraded to a supergroup chat");
            elsewhere.parameters.put("migrate_to_chat_id", moved.get(chat));
            throw elsewhere;
        }
        Integer seconds = throttled.remove(chat);
        if (seconds != null) {
            Refused later = new Refused(429, "Too Many Requests: retry after " + seconds);
            later.parameters.put("retry_after", seconds);
            throw later;
        }
        int id = nextMessage++;
        counts.merge(chat, 1, Integer::sum);
        Long since = saidAt.remove(chat);
        if (since != null) {
            waits.add(Duration.ofNanos(System.nanoTime() - since));
        }
        if (!lean) {
            texts.put(id, seen);
            sent.add(new Sent(chat, seen, request, System.nanoTime()));
            changed.signalAll();
        }
        ObjectNode result = JSON.createObjectNode().put("message_id", id).put("date", 1_700_000_000);
        if (hangUps > 0) {
            hangUps--;
            return result.put("hang_up", true);
        }
        // A field of a kind the library does not know.
        result.set("chat", JSON.createObjectNode().put("id", chat).put("type", "private").put("brand_new", true));
        result.set("future_field", JSON.createArrayNode().add(1));
        result.set("text", JSON.createObjectNode().put("unexpected", "object"));
        return result;
    }

    private JsonNode edit(JsonNode request) throws Refused {
        int id = request.path("message_id").asInt();
        if (request.path("text").asText().equals(texts.get(id))) {
            throw new Refused(400, "Bad Request: message is not modified");
        }
        texts.put(id, request.path("text").asText());
        return JSON.createObjectNode().put("message_id", id).put("date", 0);
    }

    private static void checkButtons(JsonNode markup) throws Refused {
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
                if (bytes < 1 || bytes > 64) {
                    throw new Refused(400, "Bad Request: BUTTON_DATA_INVALID");
                }
                if (button.path("text").asText().isBlank()) {
                    throw new Refused(400, "Bad Request: inline keyboard button text is empty");
                }
            }
        }
    }

    private static JsonNode commands(JsonNode request) throws Refused {
        JsonNode commands = request.path("commands");
        if (commands.size() > 100) {
            throw new Refused(400, "Bad Request: BOT_COMMANDS_TOO_MUCH");
        }
        for (JsonNode command : commands) {
            String description = command.path("description").asText();
            if (!command.path("command").asText().matches("[a-z0-9_]{1,32}")) {
                throw new Refused(400, "Bad Request: BOT_COMMAND_INVALID");
            }
            if (description.isBlank() || description.length() > 256) {
                throw new Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
        return JSON.getNodeFactory().booleanNode(true);
    }

    private JsonNode answered(String query) throws Refused {
        if (!queries.remove(query)) {
            throw new Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        }
        return JSON.getNodeFactory().booleanNode(true);
    }

    private JsonNode inline(JsonNode request) throws Refused {
        JsonNode results = request.path("results");
        Set<String> ids = new HashSet<>();
        for (JsonNode result : results) {
            if (!ids.add(result.path("id").asText())) {
                throw new Refused(400, "Bad Request: RESULT_ID_DUPLICATE");
            }
            JsonNode content = result.path("input_message_content");
            String plain = BotApiHtml.plain(content.path("message_text").asText()).orElse("");
            if (plain.isBlank() || plain.length() > 4096 || result.path("title").asText().isBlank()) {
                throw new Refused(400, "Bad Request: MESSAGE_EMPTY");
            }
        }
        if (results.size() > 50) {
            throw new Refused(400, "Bad Request: RESULTS_TOO_MUCH");
        }
        return answered(request.path("inline_query_id").asText());
    }

    private <T> T locked(java.util.function.Supplier<T> work) {
        lock.lock();
        try {
            T result = work.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void lockedRun(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    @Override
    public void close() {
        lockedRun(() -> closed = true);
        server.stop(0);
        threads.shutdownNow();
    }
}

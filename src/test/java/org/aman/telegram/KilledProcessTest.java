package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Law 7 on the real process: nothing accepted is lost, whatever is killed in between. */
@Tag("slow")
class KilledProcessTest {
    private static final int CHATS = 100;
    private static final int KILLS = 4;
    private static final long FIRST_CHAT = 5_550_100_200L;
    private static final Duration LONG = Duration.ofSeconds(90);

    /** What everybody sends, in this order; each is answered in other words than the rest. */
    private static final List<ObjectNode> SENT = List.of(
            text("/help"), text("/privacy"), medium("voice"), text("/nearest"), medium("sticker"), text("/forget"));

    private final StandInBotApi telegram = new StandInBotApi();
    private Path folder;

    /** The most messages that answer one update, and all that answer one chat's updates. */
    private int perUpdate = 1;
    private int ofOne;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "killed");
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void sixHundredUpdatesAndFourKillsLoseNoneAndKeepTheOrderOfEveryChat() throws Exception {
        long seed = Long.getLong("aman.test.seed", 20200112L);
        Random random = new Random(seed);
        Map<Long, List<Integer>> answered;
        try (RealProcess aman =
                new RealProcess(folder, telegram.url(), "--aman.telegram.messages-per-second=100")) {
            Map<String, Integer> meaning = whatEachIsAnswered(aman);
            int before = telegram.sent().size();
            for (int round = 0; round <= KILLS; round++) {
                feed(round);
                if (round < KILLS) {
                    int calls = telegram.calls() + 1 + random.nextInt(140);
                    await(aman, () -> telegram.calls() >= calls);
                    aman.killAndStartAgain();
                }
            }
            await(aman, () -> everyoneIsAnswered(meaning, before));
            answered = byChat(meaning, before);

            assertThat(aman.files()).doesNotContain(Long.toString(FIRST_CHAT).substring(0, 6));
            assertThat(aman.log())
                    .contains("Telegram is on as @" + StandInBotApi.NAME)
                    .doesNotContain(StandInBotApi.TOKEN.substring(10), Long.toString(FIRST_CHAT).substring(0, 6));
        }

        int messages = answered.values().stream().mapToInt(List::size).sum();
        int expected = CHATS * ofOne;
        System.getLogger("figures").log(System.Logger.Level.INFO,
                "Seed {0}: {1} updates, {2} kills, 0 lost, {3} messages repeated",
                seed, CHATS * SENT.size(), KILLS, messages - expected);
        for (List<Integer> order : answered.values()) {
            assertThat(order).as("seed %s", seed).isSorted().containsOnly(0, 1, 2, 3, 4, 5);
        }
        // A chat has one update in hand at a time: a kill can repeat that one and no more.
        assertThat(messages - expected).as("repeats, seed %s", seed).isLessThanOrEqualTo(KILLS * CHATS * perUpdate);
    }

    /** A chat of its own shows what each thing is answered, one after the other. */
    private Map<String, Integer> whatEachIsAnswered(RealProcess aman) {
        Map<String, Integer> meaning = new HashMap<>();
        for (int i = 0; i < SENT.size(); i++) {
            int before = telegram.sent().size();
            send(1, i);
            await(aman, () -> telegram.sent().size() > before && telegram.unconfirmed() == 0);
            int index = i;
            List<String> texts = telegram.textsTo(1).subList(before, telegram.sent().size());
            texts.forEach(text -> assertThat(meaning.put(text, index)).as(text).isIn(null, index));
            perUpdate = Math.max(perUpdate, texts.size());
        }
        ofOne = telegram.textsTo(1).size();
        return meaning;
    }

    /** A part of all updates: in each round some from everybody. */
    private void feed(int round) {
        int from = SENT.size() * round / (KILLS + 1);
        int to = SENT.size() * (round + 1) / (KILLS + 1);
        for (int i = from; i < to; i++) {
            for (int chat = 0; chat < CHATS; chat++) {
                send(FIRST_CHAT + chat, i);
            }
        }
    }

    private void send(long chat, int which) {
        telegram.update("message", StandInBotApi.from(chat, "private", chat).setAll(SENT.get(which)));
    }

    private boolean everyoneIsAnswered(Map<String, Integer> meaning, int before) {
        Map<Long, List<Integer>> answered = byChat(meaning, before);
        return answered.size() == CHATS
                && answered.values().stream().allMatch(order -> order.size() >= ofOne
                        && order.stream().distinct().count() == SENT.size());
    }

    private Map<Long, List<Integer>> byChat(Map<String, Integer> meaning, int before) {
        Map<Long, List<Integer>> byChat = new HashMap<>();
        List<StandInBotApi.Sent> all = telegram.sent();
        for (StandInBotApi.Sent sent : all.subList(before, all.size())) {
            byChat.computeIfAbsent(sent.chat(), chat -> new ArrayList<>())
                    .add(meaning.getOrDefault(sent.text(), -1));
        }
        return byChat;
    }

    private void await(RealProcess aman, java.util.function.BooleanSupplier condition) {
        aman.await(telegram, LONG, condition);
    }

    private static ObjectNode text(String text) {
        return JsonNodeFactory.instance.objectNode().put("message_id", 1).put("text", text);
    }

    private static ObjectNode medium(String kind) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("message_id", 1);
        message.putObject(kind).put("file_id", "f").put("duration", 3);
        return message;
    }
}

package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Law 7 for what we say unasked, on the real process: everyone who waits is told, whatever is killed in between. */
@Tag("slow")
class KilledCourierTest {
    private static final int CHATS = 60;
    private static final int KILLS = 2;
    private static final long FIRST_CHAT = 5_550_200_300L;

    /** As many messages of a replica are under way at a time: a kill can repeat those and no more. */
    private static final int MOST_AT_ONCE = 16;

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String QUESTION = "is there a flying bakery";
    private static final String ANSWERED_BY = "guidance-rumours";

    private final StandInBotApi telegram = new StandInBotApi();
    private Path folder;

    @BeforeEach
    void makeFolder() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "killed");
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void sixtyWhoWaitAndTwoKillsLoseNoneAndRepeatAtMostWhatWasUnderWay() throws Exception {
        long seed = Long.getLong("aman.test.seed", 20200113L);
        Random random = new Random(seed);
        try (RealProcess aman =
                new RealProcess(folder, telegram.url(), "--aman.telegram.messages-per-second=15")) {
            long first = FIRST_CHAT;
            telegram.says(first, QUESTION);
            await(aman, () -> !telegram.textsTo(first).isEmpty());
            String question = theQuestion();
            for (int chat = 0; chat < CHATS; chat++) {
                telegram.presses(FIRST_CHAT + chat, "/tell " + question);
            }
            await(aman, () -> promised() == CHATS);
            nameTheAnswer(question);

            for (int kill = 1; kill <= KILLS; kill++) {
                int told = (CHATS / (KILLS + 1)) * (kill - 1) + 1 + random.nextInt(CHATS / (KILLS + 1));
                await(aman, () -> told().size() >= told);
                aman.killAndStartAgain();
            }
            await(aman, () -> told().size() == CHATS && owed() == 0);

            assertThat(aman.files()).doesNotContain(Long.toString(FIRST_CHAT).substring(0, 6));
            assertThat(aman.log()).doesNotContain(Long.toString(FIRST_CHAT).substring(0, 6), QUESTION);
        }
        int repeated = told().values().stream().mapToInt(times -> times - 1).sum();
        System.getLogger("figures").log(System.Logger.Level.INFO,
                "Seed {0}: {1} who waited, {2} kills, 0 lost, {3} told twice", seed, CHATS, KILLS, repeated);
        assertThat(repeated).as("told twice, seed %s", seed).isLessThanOrEqualTo(KILLS * MOST_AT_ONCE);
    }

    /** How often each chat was told the answer. */
    private Map<Long, Integer> told() {
        Map<Long, Integer> told = new HashMap<>();
        for (StandInBotApi.Sent sent : telegram.sent()) {
            if (sent.text().startsWith("You asked us to tell you when we know.")) {
                told.merge(sent.chat(), 1, Integer::sum);
            }
        }
        return told;
    }

    private long promised() {
        return telegram.sent().stream()
                .filter(sent -> sent.text().startsWith("If we find out within three days"))
                .map(StandInBotApi.Sent::chat)
                .distinct()
                .count();
    }

    private String theQuestion() {
        return query("select id from open_question").getFirst();
    }

    private int owed() {
        return Integer.parseInt(query("select count(*) from owed").getFirst())
                + Integer.parseInt(query("select count(*) from tell_handle").getFirst());
    }

    /** What a volunteer's press leaves behind when the process is killed right after it. */
    private void nameTheAnswer(String question) throws SQLException {
        try (Connection database = database();
                PreparedStatement statement =
                        database.prepareStatement("update open_question set answered_by = ? where id = ?")) {
            statement.setString(1, ANSWERED_BY);
            statement.setString(2, question);
            statement.executeUpdate();
        }
    }

    private List<String> query(String sql) {
        try (Connection database = database();
                PreparedStatement statement = database.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("aman.db") + "?busy_timeout=10000");
    }

    private void await(RealProcess aman, BooleanSupplier condition) {
        aman.await(telegram, LONG, condition);
    }
}

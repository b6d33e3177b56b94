package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.aman.alert.Town;
import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Law 7 for alerts, on the real process. */
@Order(1)
@Tag("slow")
class KilledBroadcastTest {
    private static final System.Logger FIGURES = System.getLogger("figures");
    private static final int UNDER_WAY = 30;
    private static final int PER_SECOND = 60;

    @Test
    void f1AThousandAndTwoKillsLoseNoneAndRepeatAtMostWhatWasUnderWay() throws Exception {
        long seed = Long.getLong("aman.test.seed", 20200114L);
        Broadcast.Seen seen = Broadcast.of(1_000, 2, 400, "", new Random(seed));

        FIGURES.log(System.Logger.Level.INFO, "Seed {0}, 1000 residents, 2 kills: {1}", seed, seen);
        assertThat(seen.lost()).isZero();
        assertThat(seen.repeated()).as("seed %s", seed).isLessThanOrEqualTo(2 * UNDER_WAY);
    }

    @Test
    void f5f8f11f17f26CancelForgetBlockThrottleAndSigtermInMidBroadcast() throws Exception {
        int people = 600;
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "broadcast");
        String url = "jdbc:sqlite:" + folder.resolve("aman.db");
        FreshDatabase shared = FreshDatabase.beside(url, FreshDatabase.keyFile(folder));
        Town town = new Town(shared);
        long first = Broadcasting.FIRST_CHAT;
        town.lives(first, people);
        int number = town.alert();
        try (StandInBotApi telegram = new StandInBotApi()) {
            for (int i = 0; i < 20; i++) {
                telegram.throttles(first + i * 7, 1);
            }
            telegram.blocks(first + 3);
            telegram.hangsUpAfterTaking(1);
            RealProcess aman = new RealProcess(folder, telegram.url(), "--aman.telegram.messages-per-second=" + PER_SECOND);
            Broadcasting.await(aman, telegram, () -> telegram.reached() >= 100);
            aman.close();
            int before = telegram.sent().size();
            assertThat(town.rows(number, 1)).as("what was sent is recorded before the end").isBetween(before - 2, before);

            try (RealProcess again = RealProcess.withoutRoomForLogs(
                    folder, telegram.url(), "--aman.telegram.messages-per-second=" + PER_SECOND)) {
                Broadcasting.await(again, telegram, () -> telegram.reached() >= 200);
                town.cancel(number);
                int cancelled = telegram.sent().size();
                Broadcasting.await(again, telegram, () -> town.progress(number + 1).waiting() == 0
                        && town.progress(number).waiting() == 0);
                assertThat(telegram.sent().stream()
                                .skip(cancelled)
                                .filter(one -> one.text().startsWith("Warning")))
                        .as("new within two seconds, and what was under way")
                        .hasSizeLessThanOrEqualTo(2 * PER_SECOND + UNDER_WAY);
            }
            var warned = telegram.sent().stream()
                    .filter(one -> one.text().startsWith("Warning"))
                    .map(StandInBotApi.Sent::chat)
                    .toList();
            var told = telegram.sent().stream()
                    .filter(one -> one.text().startsWith("CANCELLED"))
                    .map(StandInBotApi.Sent::chat)
                    .toList();
            assertThat(told).containsAll(warned).doesNotHaveDuplicates();
            assertThat(told.size()).as("nobody else but who was in doubt").isBetween((int)
                    warned.stream().distinct().count(), warned.size() + 21);
            assertThat(warned.size() - warned.stream().distinct().count()).isLessThanOrEqualTo(1);
            assertThat(told).doesNotContain(first + 3);
        } finally {
            shared.close();
        }
    }
}

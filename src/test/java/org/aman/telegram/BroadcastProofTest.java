package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.aman.database.PostgresqlServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Broadcasts of full size: {@code mvn -Pproof verify}. Each writes one line with its figures. */
@Tag("proof")
class BroadcastProofTest {
    private static final System.Logger FIGURES = System.getLogger("figures");
    private static final int HUNDRED_THOUSAND = Integer.getInteger("proof.people", 100_000);
    private static final int MILLION = Integer.getInteger("proof.million", 1_000_000);

    /** About what a call from the region to Telegram and back takes. */
    private static final Duration LINE = Duration.ofMillis(60);

    @Test
    void f1HundredThousandAndFiveKillsOnSqlite() throws Exception {
        prove("SQLite", "", 5, 1_000);
    }

    @Test
    void f1HundredThousandAndFiveKillsOnPostgresql() throws Exception {
        prove("PostgreSQL", PostgresqlServer.url(PostgresqlServer.empty()), 5, 1_000);
    }

    @Test
    void ofThirtyGrantedASecondNearlyAllAreUsedAndHardlyOneIsRefused() throws Exception {
        Figures ours = sends(1_800, 30);
        Figures plain = plainSender(200, 30);

        FIGURES.log(System.Logger.Level.INFO, "30/s granted, 60 ms there and back: {0}; a plain sender: {1}", ours, plain);
        assertThat(ours.perSecond()).isGreaterThanOrEqualTo(0.97 * 30);
        assertThat(ours.refused()).isLessThanOrEqualTo(ours.people() / 1000);
        assertThat(ours.reached()).isEqualTo(ours.people());
        assertThat(ours.perSecond()).isGreaterThan(plain.perSecond());
    }

    @Test
    void ofAThousandGrantedASecond() throws Exception {
        Figures ours = sends(HUNDRED_THOUSAND, 1_000);
        Figures plain = plainSender(2_000, 1_000);

        FIGURES.log(System.Logger.Level.INFO, "1000/s granted, 60 ms there and back: {0}; a plain sender: {1}", ours, plain);
        assertThat(ours.reached()).isEqualTo(ours.people());
        assertThat(ours.refused()).isLessThanOrEqualTo(ours.people() / 1000);
        assertThat(ours.perSecond()).isGreaterThan(plain.perSecond());
    }

    @Test
    void whoAsksDuringABroadcastAtFullRateIsAnsweredWithinASecond() throws Exception {
        int asking = 300;
        try (Broadcasting broadcast = Broadcasting.along(LINE, 6_000, 200)) {
            for (int i = 0; i < asking; i++) {
                int step = i;
                broadcast.await(() -> broadcast.telegram.reached() >= 200 + step * 18);
                broadcast.telegram.says(1_000 + i, "is the truce holding in Ariha?");
            }
            broadcast.await(() -> broadcast.telegram.waits().size() == asking);
            List<Duration> waits = broadcast.telegram.waits().stream().sorted().toList();
            Duration p99 = waits.get(asking * 99 / 100);

            FIGURES.log(
                    System.Logger.Level.INFO,
                    "{0} questions during a broadcast at 200/s: median {1} ms, 99th percentile {2} ms",
                    asking, waits.get(asking / 2).toMillis(), p99.toMillis());
            assertThat(p99).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void f25_aFloodOfUpdatesSlowsABroadcastByLittleAndMemoryStaysBounded() throws Exception {
        int people = 12_000;
        int flooders = 5;
        try (Broadcasting broadcast = Broadcasting.along(LINE, people, 200)) {
            StandInBotApi telegram = broadcast.telegram;
            broadcast.awaitReached(1_000);
            double calm = broadcast.perSecondUntil(5_000, () -> {});
            int[] said = {0};
            double flooded = broadcast.perSecondUntil(10_000, () -> {
                for (int i = telegram.unconfirmed(); i < 1_000; i++) {
                    telegram.says(1_000 + said[0]++ % flooders, "is the truce holding in Ariha?");
                }
            });
            long megabytes = broadcast.aman.residentMegabytes();

            FIGURES.log(
                    System.Logger.Level.INFO,
                    "A broadcast at 200/s: {0} a second in calm, {1} while {2} chats sent {3} updates; {4} MB resident",
                    calm, flooded, flooders, said[0], megabytes);
            // Each flooder is answered once a second, and those answers take turns from the same grant.
            assertThat(flooded).isGreaterThanOrEqualTo(0.95 * calm - flooders);
            assertThat(megabytes).isLessThanOrEqualTo(400);
        }
    }

    @Test
    void aMillionResidentsOnSqlite() throws Exception {
        proveMillion("SQLite", "");
    }

    @Test
    void aMillionResidentsOnPostgresql() throws Exception {
        proveMillion("PostgreSQL", PostgresqlServer.url(PostgresqlServer.empty()));
    }

    private static void proveMillion(String name, String url) throws Exception {
        Broadcast.Million seen = Broadcast.million(MILLION, 20_000, url);

        FIGURES.log(System.Logger.Level.INFO, "{0} residents, {1}: {2}", MILLION, name, seen);
        assertThat(seen.approvalMillis()).isLessThan(20_000);
        assertThat(seen.resumeMillis()).isLessThan(1_000);
        assertThat(seen.megabytes()).isLessThanOrEqualTo(400);
    }

    /** How a sender did. */
    private record Figures(int people, int reached, int refused, double perSecond) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%d of %d reached, %.1f a second, %d refused as too many", reached, people, perSecond, refused);
        }
    }

    private static Figures sends(int people, int granted) throws Exception {
        try (Broadcasting broadcast = Broadcasting.along(LINE, people, granted)) {
            broadcast.awaitReached(people / 10);
            double perSecond = broadcast.perSecondUntil(people, () -> {});
            return new Figures(people, broadcast.telegram.reached(), broadcast.telegram.tooMany(), perSecond);
        }
    }

    /** What people write first: the library's client in a loop, one message after the other. */
    private static Figures plainSender(int people, int perSecond) throws Exception {
        try (StandInBotApi telegram = new StandInBotApi()) {
            telegram.lean();
            telegram.grants(perSecond);
            telegram.isFarAway(LINE);
            TelegramUrl url = TelegramUrl.builder()
                    .schema("http")
                    .host(telegram.url().getHost())
                    .port(telegram.url().getPort())
                    .build();
            OkHttpTelegramClient client = new OkHttpTelegramClient(StandInBotApi.TOKEN, url);
            long since = System.nanoTime();
            for (int i = 0; i < people; i++) {
                try {
                    client.execute(new SendMessage(Long.toString(Broadcasting.FIRST_CHAT + i), "Warning"));
                } catch (TelegramApiException passedOver) {
                    // it goes on with the next, as such loops do: what was refused is counted at the other end
                }
            }
            double seconds = (System.nanoTime() - since) / 1e9;
            return new Figures(people, telegram.reached(), telegram.tooMany(), telegram.reached() / seconds);
        }
    }

    private static void prove(String name, String url, int kills, int perSecond) throws Exception {
        Broadcast.Seen seen = Broadcast.of(HUNDRED_THOUSAND, kills, perSecond, url, new Random(20200114));

        FIGURES.log(
                System.Logger.Level.INFO,
                "{0} residents, {1} kills, {2}/s granted, {3}: {4}",
                HUNDRED_THOUSAND, kills, perSecond, name, seen);
        assertThat(seen.lost()).isZero();
        assertThat(seen.repeated()).isLessThanOrEqualTo(kills * 30);
        assertThat(seen.slowestResume()).isLessThanOrEqualTo(10_000);
    }
}

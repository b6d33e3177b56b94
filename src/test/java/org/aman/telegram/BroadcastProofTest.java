package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.aman.database.PostgresqlServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Broadcasts of full size: {@code mvn -Pproof verify}. Each writes one line with its figures. */
@Tag("proof")
class BroadcastProofTest {
    private static final System.Logger FIGURES = System.getLogger("figures");
    private static final int HUNDRED_THOUSAND = Integer.getInteger("proof.people", 100_000);

    @Test
    void f1HundredThousandAndFiveKillsOnSqlite() throws Exception {
        prove("SQLite", "", 5, 1_000);
    }

    @Test
    void f1HundredThousandAndFiveKillsOnPostgresql() throws Exception {
        prove("PostgreSQL", PostgresqlServer.url(PostgresqlServer.empty()), 5, 1_000);
    }

    @Test
    void nineteenOfTwentyOfThreeHundredASecond() throws Exception {
        Broadcast.Seen seen = Broadcast.of(20_000, 1, 300, "", new Random(3));

        FIGURES.log(System.Logger.Level.INFO, "20000 residents, 300/s granted, SQLite: {0}", seen);
        assertThat(seen.perSecond()).isGreaterThanOrEqualTo(0.97 * 300);
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

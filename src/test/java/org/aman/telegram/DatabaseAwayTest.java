package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.aman.alert.Town;
import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F6 on the real process: its PostgreSQL goes away and comes back. */
@Tag("proof")
@Timeout(300)
class DatabaseAwayTest {
    private static final System.Logger FIGURES = System.getLogger("figures");
    private static final String STALE = "We cannot look for newer reports right now.";

    private final StandInBotApi telegram = new StandInBotApi();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        telegram.close();
        http.close();
    }

    @Test
    void f6_answersGoOnAndNothingIsAcknowledgedThatIsNotKept() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "away");
        EmbeddedPostgres database = server(folder, 0);
        int port = database.getPort();
        try (RealProcess aman = new RealProcess(
                folder, telegram.url(), "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"))) {
            Broadcasting.await(aman, telegram, aman::hasAddress);
            telegram.says(81, "/help");
            Broadcasting.await(aman, telegram, () -> !telegram.textsTo(81).isEmpty());
            assertThat(ask(aman).body()).contains("water").doesNotContain(STALE);

            database.close();
            Broadcasting.await(aman, telegram, () -> answers(aman).contains(STALE));
            assertThat(ask(aman).statusCode()).isEqualTo(200);
            telegram.says(82, "/help");
            HttpResponse<String> door = get(aman, "/alerts");
            assertThat(door.statusCode()).isEqualTo(503);
            assertThat(door.body()).contains("We cannot reach our records right now. Nothing was changed.");
            assertThat(telegram.unconfirmed()).as("what cannot be kept is not confirmed").isPositive();

            database = server(folder, port);
            Broadcasting.await(aman, telegram, () -> !telegram.textsTo(82).isEmpty());
            Broadcasting.await(aman, telegram, () -> !answers(aman).contains(STALE));
            assertThat(telegram.textsTo(82)).hasSize(1);
        } finally {
            database.close();
        }
    }

    @Test
    void f6_aBroadcastGoesOnWhereItStoodWhenTheDatabaseIsBack() throws Exception {
        int people = 900;
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "away");
        EmbeddedPostgres database = server(folder, 0);
        int port = database.getPort();
        String url = database.getJdbcUrl("postgres", "postgres");
        FreshDatabase before = FreshDatabase.beside(url, FreshDatabase.keyFile(folder));
        Town town = new Town(before);
        town.lives(Broadcasting.FIRST_CHAT, people);
        town.alert();
        before.close();
        try (RealProcess aman = new RealProcess(
                folder, telegram.url(), "--spring.datasource.url=" + url, "--aman.telegram.messages-per-second=100")) {
            Broadcasting.await(aman, telegram, () -> telegram.reached() >= 200);

            database.close();
            Broadcasting.await(aman, telegram, () -> answers(aman).contains(STALE));
            int reached = telegram.reached();
            assertThat(reached).as("the database went in mid-broadcast").isLessThan(people);
            database = server(folder, port);
            Broadcasting.await(aman, telegram, () -> telegram.reached() == people);
            Broadcasting.await(aman, telegram, () -> !answers(aman).contains(STALE));

            int repeated = telegram.counts().values().stream().mapToInt(times -> times - 1).sum();
            FIGURES.log(
                    System.Logger.Level.INFO, "{0} of {1} reached at the outage, {2} repeated", reached, people, repeated);
            assertThat(repeated).as("at most what was under way").isLessThanOrEqualTo(30);
        } finally {
            database.close();
        }
    }

    private static EmbeddedPostgres server(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private String answers(RealProcess aman) {
        try {
            return ask(aman).body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> ask(RealProcess aman) throws Exception {
        return http.send(
                request(aman, "/api/ask")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"how do I make water clean\",\"language\":\"en\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(RealProcess aman, String path) throws Exception {
        return http.send(
                request(aman, path).header("Accept", "text/html").header("Accept-Language", "en").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(RealProcess aman, String path) {
        return HttpRequest.newBuilder(aman.address(path)).timeout(Duration.ofSeconds(60));
    }
}

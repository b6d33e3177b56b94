package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplicationAotProcessor;

/**
 * The service as the image runs it: put together once, without a token, for every installation. What an installation
 * sets must still be in force.
 */
@Tag("slow")
class PutTogetherBeforeTest {
    private static final Pattern ADDRESS = Pattern.compile("The chat is on (http://localhost:\\d+)/");
    private static final Duration LONG = Duration.ofSeconds(120);
    private static Path classes = Path.of("");

    private final StandInBotApi telegram = new StandInBotApi();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        telegram.close();
        http.close();
    }

    /** The steps of the Dockerfile. */
    @BeforeAll
    static void putTogether() throws Exception {
        Path made = folder("put-together");
        classes = Files.createDirectories(made.resolve("classes"));
        Path sources = Files.createDirectories(made.resolve("sources"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        RealProcess.withoutTests(),
                        SpringApplicationAotProcessor.class.getName(),
                        "org.aman.Aman",
                        sources.toString(),
                        made.resolve("resources").toString(),
                        classes.toString(),
                        "org.aman",
                        "aman")
                .redirectErrorStream(true)
                .redirectOutput(made.resolve("log.txt").toFile())
                .start();
        assertThat(process.waitFor()).as(made.resolve("log.txt").toString()).isZero();

        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-cp",
                classes + File.pathSeparator + RealProcess.withoutTests(),
                "-d",
                classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static Path folder(String name) throws Exception {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target")), name);
    }

    @Test
    void withATokenItAnswersOnTelegram() throws Exception {
        try (RealProcess aman = RealProcess.putTogetherBefore(classes, folder("before"), telegram.url())) {
            await(aman, () -> ADDRESS.matcher(aman.log()).find());
            telegram.says(41, "/help");
            await(aman, () -> telegram.textsTo(41).size() == 1);
            assertThat(aman.log()).contains("Telegram is on as @" + StandInBotApi.NAME);
            assertThat(post(aman, Webhook.PATH, "{}").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void withAWebhookItDoesNotPoll() throws Exception {
        try (RealProcess aman = RealProcess.putTogetherBefore(
                classes,
                folder("before"),
                telegram.url(),
                "--aman.telegram.mode=webhook",
                "--aman.telegram.webhook-url=https://aman.example.org/telegram/webhook",
                "--aman.telegram.webhook-secret=canary-secret_0123456789")) {
            await(aman, () -> !telegram.callsOf("setWebhook").isEmpty());
            assertThat(post(aman, Webhook.PATH, "{}").statusCode()).isEqualTo(401);
            assertThat(telegram.callsOf("getUpdates")).isEmpty();
        }
    }

    @Test
    void withoutATokenItAnswersOnThePageAlone() throws Exception {
        try (RealProcess aman = RealProcess.putTogetherBefore(
                classes, folder("before"), telegram.url(), "--aman.telegram.token=")) {
            await(aman, () -> ADDRESS.matcher(aman.log()).find());
            assertThat(post(aman, "/api/ask", "{\"text\":\"مين بيدير بلدي؟\"}").body()).contains("\"kind\"");
            assertThat(post(aman, Webhook.PATH, "{}").statusCode()).isEqualTo(404);
            assertThat(aman.log()).contains("Telegram is off");
            assertThat(telegram.calls()).isZero();
        }
    }

    private HttpResponse<String> post(RealProcess aman, String path, String body) throws Exception {
        Matcher address = ADDRESS.matcher(aman.log());
        assertThat(address.find()).isTrue();
        return http.send(
                HttpRequest.newBuilder(URI.create(address.group(1) + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void await(RealProcess aman, BooleanSupplier condition) {
        aman.await(telegram, LONG, condition);
    }
}

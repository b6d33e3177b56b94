package org.aman.telegram;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service as the image runs it, in a process of its own, with its own folder for database, key and logs. */
final class RealProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("The chat is on (http://localhost:\\d+)/");

    private final Path folder;
    private final URI telegram;
    private final List<String> settings;
    private final String startUp;
    private final boolean fullDiskForLogs;
    private Process process;
    private int starts;

    RealProcess(Path folder, URI telegram, String... settings) {
        this(folder, telegram, "-XX:AOTCache=" + StartUpCache.FILE, false, settings);
    }

    private RealProcess(
            Path folder, URI telegram, String startUp, boolean fullDiskForLogs, String... settings) {
        this.folder = folder;
        this.telegram = telegram;
        this.startUp = startUp;
        this.fullDiskForLogs = fullDiskForLogs;
        this.settings = List.of(settings);
        this.process = start();
    }

    /** Whatever it logs meets a full disk. */
    static RealProcess withoutRoomForLogs(Path folder, URI telegram, String... settings) {
        return new RealProcess(folder, telegram, "-XX:AOTCache=" + StartUpCache.FILE, true, settings);
    }

    /** Keeps in a file what its start loads and links, when it ends. */
    static RealProcess inTraining(Path folder, URI telegram, Path cache) {
        return new RealProcess(folder, telegram, "-XX:AOTCacheOutput=" + cache, false);
    }

    private Process start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                startUp,
                "-Dspring.aot.enabled=true",
                "-cp",
                PutTogether.CLASS_PATH,
                "org.aman.Aman",
                "--server.port=0",
                "--management.server.port=0",
                "--aman.scenario-time=",
                "--aman.key-file=" + folder.resolve("aman.key"),
                "--aman.index=" + folder.resolve("index"),
                "--aman.telegram.api-url=" + telegram));
        if (settings.stream().noneMatch(setting -> setting.startsWith("--spring.datasource.url="))) {
            command.add("--spring.datasource.url=jdbc:sqlite:" + folder.resolve("aman.db"));
        }
        command.addAll(settings);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(fullDiskForLogs
                        ? new File("/dev/full")
                        : folder.resolve("log-" + starts++ + ".txt").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("TELEGRAM_BOT_TOKEN", StandInBotApi.TOKEN);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until something the server has seen is so, as long as the process lives. */
    void await(StandInBotApi telegram, Duration most, BooleanSupplier condition) {
        telegram.await(
                () -> {
                    if (!isAlive()) {
                        throw new AssertionError("The process ended by itself:\n" + log());
                    }
                    return condition.getAsBoolean();
                },
                most);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether the process that runs now has said where its chat is, the last it does before it is at work. */
    boolean isReady() {
        try {
            return Files.readString(folder.resolve("log-" + (starts - 1) + ".txt"), StandardCharsets.ISO_8859_1)
                    .contains("The chat is on");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a process has said where its chat is. */
    boolean hasAddress() {
        return ADDRESS.matcher(log()).find();
    }

    /** Where the first process of this folder has its chat, with a path on that server. */
    URI address(String path) {
        Matcher address = ADDRESS.matcher(log());
        if (!address.find()) {
            throw new AssertionError("The process has not said where its chat is");
        }
        return URI.create(address.group(1) + path);
    }

    /** What the process holds in memory, in MB. */
    long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, and up again. */
    void killAndStartAgain() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("The process does not die");
        }
        process = start();
    }

    /** All that its logs say. */
    String log() {
        return read("log-");
    }

    /** All that its files hold, byte by byte, the log apart. */
    String files() {
        return read("aman.");
    }

    private String read(String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith(prefix)).sorted().toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM, and the end. */
    @Override
    public void close() throws InterruptedException {
        closeWithin(Duration.ofSeconds(20));
    }

    /** SIGTERM, and the end, which may take so long. */
    void closeWithin(Duration most) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The process does not stop when it is told to");
        }
    }
}

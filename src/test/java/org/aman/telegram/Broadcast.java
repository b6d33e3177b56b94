package org.aman.telegram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.aman.alert.Town;
import org.aman.database.FreshDatabase;

/** A town is alerted by the real process, which is killed again and again. */
final class Broadcast {
    static final long FIRST_CHAT = 6_660_000_000L;

    private Broadcast() {}

    /**
     * What was seen.
     *
     * @param slowestResume the longest time from a kill until the next message, in milliseconds
     */
    record Seen(int lost, int repeated, long slowestResume, long approvalMillis, double perSecond, long megabytes) {
        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "%d lost, %d repeated, slowest resume %d ms after the kill, approving and making rows %d ms,"
                            + " %.0f messages a second while running, %d MB resident",
                    lost, repeated, slowestResume, approvalMillis, perSecond, megabytes);
        }
    }

    static Seen of(int people, int kills, int perSecond, String url, Random random) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "broadcast");
        String database = url.isEmpty() ? "jdbc:sqlite:" + folder.resolve("aman.db") : url;
        Path key = FreshDatabase.keyFile(folder);
        FreshDatabase shared = FreshDatabase.beside(database, key);
        Town town = new Town(shared);
        town.lives(FIRST_CHAT, people);
        long before = System.nanoTime();
        int number = town.alert();
        long approval = millis(before);
        try (StandInBotApi telegram = new StandInBotApi()) {
            telegram.lean();
            List<Integer> points = points(people, kills, random);
            long slowest = 0;
            long megabytes = 0;
            double rate = 0;
            try (RealProcess aman = new RealProcess(
                    folder,
                    telegram.url(),
                    "--spring.datasource.url=" + database,
                    "--aman.telegram.messages-per-second=" + perSecond)) {
                for (int point : points) {
                    await(aman, telegram, () -> telegram.reached() >= point);
                    megabytes = Math.max(megabytes, aman.residentMegabytes());
                    aman.killAndStartAgain();
                    long killed = System.nanoTime();
                    int reached = telegram.reached();
                    await(aman, telegram, () -> telegram.reached() > reached);
                    slowest = Math.max(slowest, millis(killed));
                }
                int last = telegram.reached();
                long since = System.nanoTime();
                await(aman, telegram, () -> telegram.reached() >= people);
                rate = (people - last) * 1000.0 / Math.max(1, millis(since));
                megabytes = Math.max(megabytes, aman.residentMegabytes());
                await(aman, telegram, () -> town.progress(number).sent() == people);
            }
            int repeated = telegram.counts().values().stream().mapToInt(times -> times - 1).sum();
            return new Seen(people - telegram.reached(), repeated, slowest, approval, rate, megabytes);
        } finally {
            shared.close();
        }
    }

    /**
     * What was seen of an audience too large to be sent to here.
     *
     * @param resumeMillis from the moment a process says it is ready until its first message
     */
    record Million(long approvalMillis, long resumeMillis, double perSecond, long megabytes) {
        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "approving and making rows %d ms, first message %d ms after ready, %.0f a second, %d MB resident",
                    approvalMillis, resumeMillis, perSecond, megabytes);
        }
    }

    /** Alerts so many people and sends to the first of them, by a process that was killed once in between. */
    static Million million(int people, int sent, String url) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "broadcast");
        String database = url.isEmpty() ? "jdbc:sqlite:" + folder.resolve("aman.db") : url;
        FreshDatabase shared = FreshDatabase.beside(database, FreshDatabase.keyFile(folder));
        Town town = new Town(shared);
        town.lives(FIRST_CHAT, people);
        long before = System.nanoTime();
        town.alert();
        long approval = millis(before);
        try (StandInBotApi telegram = new StandInBotApi()) {
            telegram.lean();
            try (RealProcess aman = new RealProcess(
                    folder,
                    telegram.url(),
                    "--spring.datasource.url=" + database,
                    "--aman.telegram.messages-per-second=1000")) {
                await(aman, telegram, () -> telegram.reached() >= sent / 2);
                aman.killAndStartAgain();
                int reached = telegram.reached();
                await(aman, telegram, aman::isReady);
                long ready = System.nanoTime();
                await(aman, telegram, () -> telegram.reached() > reached);
                long resume = millis(ready);
                int first = telegram.reached();
                long since = System.nanoTime();
                await(aman, telegram, () -> telegram.reached() >= sent);
                double rate = (telegram.reached() - first) * 1000.0 / Math.max(1, millis(since));
                return new Million(approval, resume, rate, aman.residentMegabytes());
            }
        } finally {
            shared.close();
        }
    }

    private static long millis(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }

    private static List<Integer> points(int people, int kills, Random random) {
        List<Integer> points = new ArrayList<>();
        int part = people / (kills + 1);
        for (int kill = 0; kill < kills; kill++) {
            points.add(part * kill + part / 4 + random.nextInt(part / 2));
        }
        return points;
    }

    static void await(RealProcess aman, StandInBotApi telegram, BooleanSupplier condition) {
        telegram.await(
                () -> {
                    if (!aman.isAlive()) {
                        throw new AssertionError("The process ended by itself:\n" + aman.log());
                    }
                    return condition.getAsBoolean();
                },
                Duration.ofMinutes(20));
    }
}

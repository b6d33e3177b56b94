package org.aman.telegram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.aman.alert.Town;
import org.aman.database.FreshDatabase;

/** A town that was alerted, in a database of its own, with the real process that tells it and the Telegram it speaks to. */
final class Broadcasting implements AutoCloseable {
    static final long FIRST_CHAT = 6_660_000_000L;
    private static final Duration MOST = Duration.ofMinutes(20);

    final StandInBotApi telegram;
    final Town town;
    final int number;
    final RealProcess aman;

    /** How long it took to approve the alert and to make its rows. */
    final long approvalMillis;

    private final FreshDatabase shared;

    /** Over an endless line: as fast as the stand-in takes it. */
    static Broadcasting to(int people, int perSecond, String url) throws Exception {
        return new Broadcasting(new StandInBotApi(), people, perSecond, url, List.of());
    }

    /** Over a line that takes its time, to a Telegram that grants so much and no more. */
    static Broadcasting along(Duration line, int people, int perSecond) throws Exception {
        long underWay = Math.max(30, 2 * perSecond * line.toMillis() / 1_000);
        StandInBotApi telegram = new StandInBotApi();
        telegram.grants(perSecond);
        telegram.isFarAway(line);
        return new Broadcasting(
                telegram, people, perSecond, "", List.of("--aman.alert.most-under-way=" + underWay));
    }

    /** @param url of an empty database; empty for a new SQLite file */
    private Broadcasting(StandInBotApi telegram, int people, int perSecond, String url, List<String> settings)
            throws Exception {
        this.telegram = telegram;
        telegram.lean();
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "broadcast");
        String database = url.isEmpty() ? "jdbc:sqlite:" + folder.resolve("aman.db") : url;
        shared = FreshDatabase.beside(database, FreshDatabase.keyFile(folder));
        town = new Town(shared);
        town.lives(FIRST_CHAT, people);
        long before = System.nanoTime();
        number = town.alert();
        approvalMillis = millisSince(before);
        List<String> all = new ArrayList<>(settings);
        all.add("--spring.datasource.url=" + database);
        all.add("--aman.telegram.messages-per-second=" + perSecond);
        aman = new RealProcess(folder, telegram.url(), all.toArray(String[]::new));
    }

    void await(BooleanSupplier condition) {
        await(aman, telegram, condition);
    }

    void awaitReached(int people) {
        await(() -> telegram.reached() >= people);
    }

    /** Messages a second until so many people were reached, while something else goes on. */
    double perSecondUntil(int people, Runnable meanwhile) {
        int before = telegram.reached();
        long since = System.nanoTime();
        await(() -> {
            meanwhile.run();
            return telegram.reached() >= people;
        });
        return (telegram.reached() - before) * 1e9 / Math.max(1, System.nanoTime() - since);
    }

    static void await(RealProcess aman, StandInBotApi telegram, BooleanSupplier condition) {
        aman.await(telegram, MOST, condition);
    }

    static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }

    @Override
    public void close() throws InterruptedException {
        aman.close();
        telegram.close();
        shared.close();
    }
}

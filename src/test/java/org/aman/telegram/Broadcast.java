package org.aman.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A broadcast whose process is killed again and again, and what is seen of it. */
final class Broadcast {
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
                    Locale.ROOT,
                    "%d lost, %d repeated, slowest resume %d ms after the kill, approving and making rows %d ms,"
                            + " %.0f messages a second while running, %d MB resident",
                    lost, repeated, slowestResume, approvalMillis, perSecond, megabytes);
        }
    }

    static Seen of(int people, int kills, int perSecond, String url, Random random) throws Exception {
        try (Broadcasting broadcast = Broadcasting.to(people, perSecond, url)) {
            long slowest = 0;
            long megabytes = 0;
            for (int point : points(people, kills, random)) {
                broadcast.awaitReached(point);
                megabytes = Math.max(megabytes, broadcast.aman.residentMegabytes());
                broadcast.aman.killAndStartAgain();
                long killed = System.nanoTime();
                broadcast.awaitReached(broadcast.telegram.reached() + 1);
                slowest = Math.max(slowest, Broadcasting.millisSince(killed));
            }
            double perSecondNow = broadcast.perSecondUntil(people, () -> {});
            megabytes = Math.max(megabytes, broadcast.aman.residentMegabytes());
            broadcast.await(() -> broadcast.town.progress(broadcast.number).sent() == people);
            int repeated = broadcast.telegram.counts().values().stream().mapToInt(times -> times - 1).sum();
            return new Seen(
                    people - broadcast.telegram.reached(),
                    repeated,
                    slowest,
                    broadcast.approvalMillis,
                    perSecondNow,
                    megabytes);
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
                    Locale.ROOT,
                    "approving and making rows %d ms, first message %d ms after ready, %.0f a second, %d MB resident",
                    approvalMillis, resumeMillis, perSecond, megabytes);
        }
    }

    /** Alerts so many people and sends to the first of them, by a process that was killed once in between. */
    static Million million(int people, int sent, String url) throws Exception {
        try (Broadcasting broadcast = Broadcasting.to(people, 1_000, url)) {
            broadcast.awaitReached(sent / 2);
            broadcast.aman.killAndStartAgain();
            int reached = broadcast.telegram.reached();
            broadcast.await(broadcast.aman::isReady);
            long ready = System.nanoTime();
            broadcast.awaitReached(reached + 1);
            long resume = Broadcasting.millisSince(ready);
            double perSecond = broadcast.perSecondUntil(sent, () -> {});
            return new Million(broadcast.approvalMillis, resume, perSecond, broadcast.aman.residentMegabytes());
        }
    }

    private static List<Integer> points(int people, int kills, Random random) {
        List<Integer> points = new ArrayList<>();
        int part = people / (kills + 1);
        for (int kill = 0; kill < kills; kill++) {
            points.add(part * kill + part / 4 + random.nextInt(part / 2));
        }
        return points;
    }
}

package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.aman.message.Messenger.Lane;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void theRateStaysALittleBelowTheGrantAndNotFarBelow() throws Exception {
        int perSecond = 200;
        Pace pace = new Pace(perSecond, System::nanoTime);
        int turns = 300;
        long start = System.nanoTime();
        CountDownLatch done = new CountDownLatch(turns);
        for (int i = 0; i < turns; i++) {
            Thread.ofVirtual().start(() -> {
                take(pace, Lane.BULK);
                done.countDown();
            });
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        double seconds = (System.nanoTime() - start) / 1e9;

        assertThat(turns / seconds).isLessThan(perSecond).isGreaterThan(perSecond * 0.5);
    }

    @Test
    void repliesOvertakeTheRestButDoNotStarveIt() throws Exception {
        Pace pace = new Pace(50, System::nanoTime);
        List<Lane> order = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch queued = new CountDownLatch(40);
            for (Lane lane : List.of(Lane.BULK, Lane.REPLY)) {
                for (int i = 0; i < 20; i++) {
                    threads.submit(() -> {
                        queued.countDown();
                        take(pace, lane);
                        order.add(lane);
                    });
                }
            }
            assertThat(queued.await(5, TimeUnit.SECONDS)).isTrue();
        }

        int lastReply = order.lastIndexOf(Lane.REPLY);
        long bulkBefore = order.subList(0, lastReply).stream().filter(Lane.BULK::equals).count();
        assertThat(order).hasSize(40);
        assertThat(bulkBefore).as("%s", order).isBetween(2L, 9L);
    }

    @Test
    void turnsThatNobodyTookAreCaughtUpOnForAMomentOnly() throws Exception {
        long[] now = {0};
        Pace pace = new Pace(30, () -> now[0]);
        now[0] = TimeUnit.HOURS.toNanos(1);
        take(pace, Lane.REPLY);
        take(pace, Lane.REPLY);

        Thread third = Thread.ofVirtual().start(() -> take(pace, Lane.REPLY));
        assertThat(third.join(java.time.Duration.ofMillis(200))).as("a third at once").isFalse();
        third.interrupt();
        third.join();
    }

    @Test
    void aChatGetsOneMessageASecondAndAGroupOneInThree() throws Exception {
        ChatPace chats = new ChatPace(System::nanoTime);
        long start = System.nanoTime();
        chats.await("7");
        chats.await("8");
        chats.await("-9");
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MILLISECONDS.toNanos(900));

        chats.await("7");
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
        chats.await("-9");
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(3));
    }

    private static void take(Pace pace, Lane lane) {
        try {
            pace.await(lane);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

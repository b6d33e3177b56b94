package org.aman.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody sleeps through a ring, and nobody waits after the end. */
@Timeout(30)
class VigilTest {
    private static final Duration FOREVER = Duration.ofDays(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Vigil vigil = new Vigil();

    @BeforeEach
    void begin() {
        vigil.begin();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aRingWhileNobodyListensIsKeptForTheNextAndOnlyForOne() throws Exception {
        vigil.ring();
        vigil.ring();
        vigil.listen(FOREVER);

        CountDownLatch listening = new CountDownLatch(1);
        Future<?> second = listens(listening);
        listening.await();
        assertThat(second.isDone()).isFalse();
        vigil.ring();
        second.get();
    }

    @Test
    void theEndWakesWhoListensAndWhoRests() throws Exception {
        Future<?> listening = listens(new CountDownLatch(1));
        Future<Boolean> resting = threads.submit(() -> vigil.rest(FOREVER));

        vigil.end();

        listening.get();
        assertThat(resting.get()).as("whether to go on").isFalse();
        assertThat(vigil.lasts()).isFalse();
        vigil.listen(FOREVER);
    }

    @Test
    void aRestGoesOnThroughRings() throws Exception {
        Future<Boolean> resting = threads.submit(() -> vigil.rest(FOREVER));
        vigil.ring();
        vigil.listen(FOREVER);

        assertThat(resting.isDone()).isFalse();
        vigil.end();
        assertThat(resting.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(vigil.rest(Duration.ZERO)).isFalse();
    }

    @Test
    void f24_aThreadThatDiedIsMissedWhileTheVigilLasts() throws Exception {
        Thread well = vigil.keep("well", () -> vigil.rest(FOREVER));
        assertThat(vigil.dead()).isEmpty();

        Thread failing = vigil.keep("failing", () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
            throw new StackOverflowError();
        });
        failing.join();
        assertThat(vigil.dead()).containsExactly("failing");

        vigil.end();
        well.join();
        assertThat(vigil.dead()).as("nobody need live after the end").isEmpty();
    }

    private Future<?> listens(CountDownLatch begun) {
        return threads.submit(() -> {
            begun.countDown();
            vigil.listen(FOREVER);
            return null;
        });
    }
}

package org.aman.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicInteger worked = new AtomicInteger();
    private final Remembered<Integer, String> words = new Remembered<>(10);

    private String word(int number) {
        return words.get(number, of -> {
            worked.incrementAndGet();
            return "word " + of;
        });
    }

    @Test
    void whatIsKnownIsNotWorkedOutAgain() {
        assertThat(word(1)).isEqualTo(word(1));
        assertThat(worked).hasValue(1);
    }

    @Test
    void noiseNeverTakesMoreThanTwiceTheBound() {
        for (int i = 0; i < 1_000; i++) {
            word(i);
            assertThat(words.size()).isLessThanOrEqualTo(20);
        }
        assertThat(worked).hasValue(1_000);
    }

    @Test
    void aWordAskedAgainAndAgainOutlivesTheNoise() {
        word(-1);
        for (int i = 0; i < 1_000; i++) {
            word(i);
            word(-1);
        }
        assertThat(worked).hasValue(1_001);
    }
}

package org.aman.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void marksOfBothScriptsPartSentencesAndSayWhichAsk() {
        assertThat(Sentences.of("في محل؟ نحنا خمسة، وجايين. Is it open?! 1.5 km"))
                .extracting(Sentences.Sentence::text, Sentences.Sentence::marked)
                .containsExactly(
                        tuple("في محل", true), tuple("نحنا خمسة", false), tuple("وجايين", false),
                        tuple("Is it open", true), tuple("1.5 km", false));
    }

    @Test
    void marksAloneAreNoSentenceAndLongMessagesAreRead() {
        assertThat(Sentences.of("؟؟ ... ,,")).isEmpty();
        assertThat(Sentences.of("")).isEmpty();
        assertThat(Sentences.of("a".repeat(4_096))).hasSize(1);
        assertThat(Sentences.of("a?".repeat(2_048))).hasSize(2_048);
    }
}

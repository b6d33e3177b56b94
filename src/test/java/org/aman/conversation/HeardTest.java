package org.aman.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeardTest {
    @Test
    void wordsAreKeptAsTheyAreWritten() {
        assertThat(Heard.of("  شو الوضع بسراقب؟ ")).isEqualTo(new Heard.Words("شو الوضع بسراقب؟"));
    }

    @Test
    void controlsHalvesOfCharactersAndDirectionMarksGo() {
        assertThat(Heard.of("is\u0000 it \uD800safe\u202E")).isEqualTo(new Heard.Words("is it safe"));
    }

    @Test
    void marksPiledOnOneLetterAreTakenDown() {
        assertThat(Heard.of("a" + "\u0301".repeat(4000))).isInstanceOf(Heard.Words.class)
                .extracting(heard -> ((Heard.Words) heard).text().length()).isEqualTo(4);
    }

    @Test
    void picturesAndMarksAloneAreNothing() {
        for (String said : new String[] {"", "   ", "😀😀", "\u0000", "\uD83D", "\u0301".repeat(50), "؟؟؟", "\u202E"}) {
            assertThat(Heard.of(said)).as(said).isEqualTo(new Heard.Nothing());
        }
    }

    @Test
    void theDistressSignIsHeardAsWords() {
        assertThat(Heard.of("\uD83C\uDD98")).isEqualTo(new Heard.Words("SOS"));
    }

    @Test
    void moreThanAMessageHoldsIsTooLong() {
        assertThat(Heard.of("a".repeat(4096))).isInstanceOf(Heard.Words.class);
        assertThat(Heard.of("a".repeat(4097))).isEqualTo(new Heard.TooLong());
        assertThat(Heard.of("\u0301".repeat(5000))).isEqualTo(new Heard.TooLong());
    }
}

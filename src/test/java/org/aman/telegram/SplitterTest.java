package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.aman.language.Language;
import org.junit.jupiter.api.Test;

class SplitterTest {
    @Test
    void aShortTextStaysWhole() {
        assertThat(Splitter.pieces("One line.\n\nAnother.", 4096, Language.ENGLISH))
                .containsExactly("One line.\n\nAnother.");
        assertThat(Splitter.pieces("  \n ", 4096, Language.ENGLISH)).isEmpty();
    }

    @Test
    void aTextOf4097UnitsBecomesTwoMessagesA32() {
        assertThat(Splitter.pieces("x".repeat(4096), 4096, Language.ENGLISH)).hasSize(1);
        assertThat(Splitter.pieces("x".repeat(4097), 4096, Language.ENGLISH))
                .containsExactly("x".repeat(4096), "x");
    }

    @Test
    void aLongTextIsCutAtTheEndOfASentence() {
        assertThat(Splitter.pieces("The road is open. The camp has room. Bring water.", 40, Language.ENGLISH))
                .containsExactly("The road is open. The camp has room.", "Bring water.");
        assertThat(Splitter.pieces("هل الطريق مفتوح؟ نعم حتى المساء. خذوا الماء معكم.", 36, Language.ARABIC))
                .containsExactly("هل الطريق مفتوح؟ نعم حتى المساء.", "خذوا الماء معكم.");
    }

    @Test
    void paragraphsStayTogetherWhereTheyCan() {
        assertThat(Splitter.pieces("First one. Goes on.\n\nSecond one. Goes on.", 35, Language.ENGLISH))
                .containsExactly("First one. Goes on.", "Second one. Goes on.");
    }

    @Test
    void aPairOfSurrogatesIsNeverTornNorAnAccentTakenFromItsLetter() {
        assertThat(Splitter.pieces("\uD83D\uDE00".repeat(5), 3, Language.ENGLISH))
                .containsExactly("\uD83D\uDE00", "\uD83D\uDE00", "\uD83D\uDE00", "\uD83D\uDE00", "\uD83D\uDE00");
        assertThat(Splitter.pieces("e\u0301e\u0301", 3, Language.ENGLISH)).containsExactly("e\u0301", "e\u0301");
    }

    @Test
    void fiveThousandAccentsOnOneLetterStillGoOutA30() {
        List<String> pieces = Splitter.pieces("a" + "\u0301".repeat(5000), 4096, Language.ENGLISH);

        assertThat(String.join("", pieces)).hasSize(5001);
        assertThat(pieces).allMatch(piece -> piece.length() <= 4096);
    }

    @Test
    void whateverIsCutNothingIsLostAndNothingIsTooLong() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String text = text(random, random.nextInt(600));
            int most = 2 + random.nextInt(80);

            List<String> pieces = Splitter.pieces(text, most, Language.ARABIC);

            assertThat(pieces).as("seed %s round %s", seed, round).allMatch(piece -> piece.length() <= most);
            assertThat(withoutSpace(String.join("", pieces)))
                    .as("seed %s round %s", seed, round)
                    .isEqualTo(withoutSpace(text));
            assertThat(pieces).as("seed %s round %s", seed, round).allMatch(SplitterTest::isWhole);
        }
    }

    private static String text(Random random, int signs) {
        StringBuilder text = new StringBuilder();
        String[] parts = {"a", "م", ". ", " ", "\n", "\n\n", "؟ ", "\uD83D\uDE00", "e\u0301", "1", "\u200D", "لا"};
        for (int i = 0; i < signs; i++) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }

    private static boolean isWhole(String piece) {
        return !Character.isLowSurrogate(piece.charAt(0)) && !Character.isHighSurrogate(piece.charAt(piece.length() - 1));
    }
}

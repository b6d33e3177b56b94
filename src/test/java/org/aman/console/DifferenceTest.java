package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.aman.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {
    @Test
    void whatWasTakenOutStandsBeforeWhatWasPutIn() {
        assertThat(marked("The road is open until 18:00.", "The road is closed until 18:00.", Language.ENGLISH))
                .isEqualTo("The road is -open-+closed+ until 18:00.");
        assertThat(marked("الطريق مفتوح الآن", "الطريق مغلق الآن", Language.ARABIC))
                .isEqualTo("الطريق -مفتوح-+مغلق+ الآن");
    }

    @Test
    void theSameTextDiffersInNothing() {
        assertThat(Difference.differs(Difference.between("as it was", "as it was", Language.ENGLISH))).isFalse();
        assertThat(Difference.between("", "", Language.ARABIC)).isEmpty();
        assertThat(marked("", "new", Language.ENGLISH)).isEqualTo("+new+");
        assertThat(marked("gone", "", Language.ENGLISH)).isEqualTo("-gone-");
    }

    /** Whatever is shown as kept and put in is the second text, letter by letter; kept and taken out, the first. */
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 2026})
    void bothTextsCanBeReadFromTheParts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            String before = text(random);
            String after = text(random);
            List<Difference.Part> parts = Difference.between(before, after, Language.ARABIC);
            assertThat(read(parts, Difference.Kind.ADDED)).as("seed " + seed).isEqualTo(before);
            assertThat(read(parts, Difference.Kind.REMOVED)).as("seed " + seed).isEqualTo(after);
        }
    }

    @Test
    void aTextFarTooLongIsShownWholeInsteadOfWaitedFor() {
        String before = "كلمة ".repeat(5_000);
        assertThat(Difference.between(before, before + "أخرى", Language.ARABIC))
                .extracting(Difference.Part::kind)
                .containsExactly(Difference.Kind.REMOVED, Difference.Kind.ADDED);
    }

    private static String text(SplittableRandom random) {
        String[] words = {"الطريق", "open", "18:00", "،", "\n", "إلى", "M4", "  ", "مغلق", "."};
        StringBuilder text = new StringBuilder();
        for (int word = random.nextInt(12); word > 0; word--) {
            text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static String read(List<Difference.Part> parts, Difference.Kind without) {
        return parts.stream()
                .filter(part -> part.kind() != without)
                .map(Difference.Part::text)
                .collect(Collectors.joining());
    }

    private static String marked(String before, String after, Language language) {
        return Difference.between(before, after, language).stream()
                .map(part -> switch (part.kind()) {
                    case SAME -> part.text();
                    case ADDED -> "+" + part.text() + "+";
                    case REMOVED -> "-" + part.text() + "-";
                })
                .collect(Collectors.joining());
    }
}

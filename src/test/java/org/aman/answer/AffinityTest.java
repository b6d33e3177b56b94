package org.aman.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aman.language.WordFile;
import org.aman.search.Card;
import org.aman.search.Cards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffinityTest {
    private static final Card TENTS = Cards.asking("tents", "tent", "camp", "unheard");

    private static final Affinity SMALL = Affinity.of(Map.of("cold", all(1, 0), "tent", all(0, 0.5f), "camp", all(0, 1), "noise", all(-0.5f, 0)));

    private static Affinity.Vectors all(float asked, float told) {
        float[] one = new float[Affinity.DIMENSIONS];
        float[] other = new float[Affinity.DIMENSIONS];
        Arrays.fill(one, asked);
        Arrays.fill(other, told);
        return new Affinity.Vectors(one, other);
    }

    private static double between(Affinity affinity, Map<String, Double> terms, Card card) {
        return affinity.of(affinity.asked(terms), card);
    }

    /** One known term asked, two told; the third is unknown: 1/sqrt(2) times 1.5/sqrt(3) in every dimension. */
    @Test
    void itIsTheProductOfWhatIsAskedAndWhatIsTold() {
        double expected = Affinity.DIMENSIONS * 1 / Math.sqrt(2) * 1.5 / Math.sqrt(3);
        assertThat(between(SMALL, Map.of("cold", 1.0, "so", 1.0), TENTS)).isCloseTo(expected, withinPercentage(1)); // numbers are rounded
        assertThat(between(SMALL, Map.of("cold", 0.5), TENTS)).isLessThan(expected).isPositive();
        assertThat(between(SMALL, Map.of("noise", 1.0), TENTS)).isNegative();
    }

    @Test
    void whatIsUnknownCountsForNothing() {
        assertThat(between(SMALL, Map.of("so", 1.0), TENTS)).isZero();
        assertThat(between(SMALL, Map.of("cold", 1.0), Cards.asking("other", "unheard"))).isZero();
        assertThat(between(Affinity.none(), Map.of("cold", 1.0), TENTS)).isZero();
    }

    @Test
    void theTermsThatMoveItMostAreToldFirst() {
        assertThat(SMALL.explained(Map.of("noise", 1.0, "cold", 1.0, "so", 1.0), TENTS)).matches("cold=\\+[0-9.]+ noise=-[0-9.]+");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Affinity again = Affinity.of(WordFile.entries(SMALL.written().lines()));
        assertThat(again.written()).isEqualTo(SMALL.written()).contains(" tent\n");
        assertThat(between(again, Map.of("cold", 1.0), TENTS)).isEqualTo(between(SMALL, Map.of("cold", 1.0), TENTS), within(0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA tent", "no-base-64! tent", "tent"})
    void aLineWithoutVectorsIsRefusedByItsNumber(String line) {
        assertThatThrownBy(() -> Affinity.of(List.of("unit 0.1", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Line 2");
    }

    @Test
    void vectorsWithoutTheirUnitAreRefused() {
        String vectors = SMALL.written().lines().filter(line -> line.endsWith(" tent")).findFirst().orElseThrow();
        assertThatThrownBy(() -> Affinity.of(List.of(vectors))).hasMessageContaining("unit");
    }

    @Test
    void anEmptyFileKnowsNothing() {
        Affinity empty = Affinity.of(List.of());
        assertThat(between(empty, Map.of("cold", 1.0), TENTS)).isZero();
        assertThat(empty.written()).isEqualTo(Affinity.none().written());
    }

    /** Its topic is told too; two updates of the same words are not taken for one. */
    @Test
    void whatAnUpdateIsCountsBesideItsWords() {
        Affinity affinity = Affinity.of(Map.of("cold", all(1, 0), "=guidance", all(0, 1), "=camp/full", all(0, -1)));
        Card camp = Cards.of("camp", "full", "tent", "camp", "unheard");
        assertThat(Affinity.sorts(TENTS)).containsExactly("=guidance");
        assertThat(Affinity.sorts(camp)).containsExactly("=camp", "=camp/full");
        assertThat(between(affinity, Map.of("cold", 1.0), TENTS)).isPositive();
        assertThat(between(affinity, Map.of("cold", 1.0), camp)).isNegative();
        assertThat(between(affinity, Map.of("cold", 1.0), TENTS)).isPositive();
    }
}

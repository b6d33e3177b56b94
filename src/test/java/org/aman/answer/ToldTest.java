package org.aman.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aman.knowledge.Topic;
import org.aman.language.WordFile;
import org.aman.search.Card;
import org.aman.search.Cards;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final Card CLINIC = Cards.of("medical", "open", "clinic", "hours");
    private static final Card ROAD = Cards.of("road", "open", "road", "teeth");
    private static final Card FERRY = Cards.of("ferry", "running", "ferry");

    /** Teeth are told or they are not; the hours of a clinic are told more often than those of a road. */
    private static final String WRITTEN = Told.written(new Told.Weights(
            List.of(new Topic.Id("medical"), new Topic.Id("road")),
            new TreeMap<>(Map.of(
                    "teeth", new double[] {0, 0.5, -1, 0, 0},
                    "hours", new double[] {0.25, 0, 0, 0.5, -0.5},
                    "how much", new double[] {-1, 7, 7, 0, 0})),
            0.125));

    private static final Told TOLD = Told.of(WordFile.entries(WRITTEN.lines()));

    @Test
    void aWordCountsByWhetherTheUpdateHoldsIt() {
        assertThat(TOLD.weighed(List.of("teeth")).of(ROAD)).isCloseTo(0.125 + 0.5 / Math.sqrt(3), within(0.05));
        assertThat(TOLD.weighed(List.of("teeth")).of(CLINIC)).isCloseTo(0.125 - 1 / Math.sqrt(3), within(0.05));
    }

    @Test
    void aWordCountsByTheTopicOfTheUpdateAndOneUnknownHasNone() {
        assertThat(TOLD.weighed(List.of("hours")).of(CLINIC)).isCloseTo(0.125 + 0.75 / Math.sqrt(3), within(0.05));
        assertThat(TOLD.weighed(List.of("hours")).of(ROAD)).isCloseTo(0.125 - 0.25 / Math.sqrt(3), within(0.05));
        assertThat(TOLD.weighed(List.of("hours")).of(FERRY)).isCloseTo(0.125 + 0.25 / Math.sqrt(2), within(0.05));
    }

    @Test
    void twoWordsInARowAreAskedAndNeverHeld() {
        assertThat(TOLD.weighed(List.of("how much")).of(CLINIC)).isCloseTo(0.125 - 1 / Math.sqrt(2), within(0.05));
    }

    @Test
    void whatIsUnknownCountsForNothing() {
        assertThat(TOLD.weighed(List.of("so", "hours")).of(CLINIC)).isEqualTo(TOLD.weighed(List.of("hours")).of(CLINIC));
        assertThat(TOLD.weighed(List.of("so")).of(CLINIC)).isCloseTo(0.125, within(1e-6));
        assertThat(Told.none().weighed(List.of("hours")).of(CLINIC)).isZero();
    }

    @Test
    void theTermsThatMoveItMostAreToldFirst() {
        assertThat(TOLD.explained(List.of("hours", "so", "teeth"), CLINIC)).matches("-?[0-9.]+ teeth=-[0-9.]+ hours=\\+[0-9.]+");
    }

    @Test
    void aLineWithoutWeightsIsRefusedByItsNumber() {
        assertThatThrownBy(() -> Told.of(List.of("topics road", "unit 0.1", "AAAA teeth")))
                .hasMessageContaining("Line 3")
                .hasMessageContaining("4 weights");
        assertThatThrownBy(() -> Told.of(List.of("topics road", "teeth"))).hasMessageContaining("Line 2");
    }

    /** A clinic tells its hours, and nobody what is paid for a house. */
    @Test
    void whatThisVersionComesWithKnowsWhatIsSeldomTold() {
        Told shipped = Told.shipped();
        Card clinic = Cards.of("medical", "open", "clinic", "hours", "women", "children");
        assertThat(shipped.weighed(List.of("clinic", "hours")).of(clinic)).isGreaterThan(shipped.weighed(List.of("clinic", "compensation")).of(clinic));
    }
}

package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.aman.answer.Told;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.search.Card;
import org.aman.search.Cards;
import org.junit.jupiter.api.Test;

class ToldLearnerTest {
    private static final Card CLINIC = Cards.of("medical", "open", "clinic", "children");
    private static final Card ROAD = Cards.of("road", "closed", "road", "mud");

    private static final Map<Update.Id, Card> BASE = Map.of(CLINIC.id(), CLINIC, ROAD.id(), ROAD);

    private static DualEncoder.Asking asking(boolean whole, List<DualEncoder.Verdict> verdicts, String... words) {
        Map<String, Double> terms = new LinkedHashMap<>();
        for (String word : words) {
            terms.put(word, 1.0);
        }
        return new DualEncoder.Asking(terms, BASE, Set.of(), verdicts, whole);
    }

    private static List<DualEncoder.Verdict> verdicts(boolean clinic, boolean road) {
        return List.of(new DualEncoder.Verdict(CLINIC.id(), clinic), new DualEncoder.Verdict(ROAD.id(), road));
    }

    /** Children are told of at the clinic, teeth nowhere; what else is said is chance. */
    private static List<DualEncoder.Asking> askings() {
        Random random = new Random(3);
        List<DualEncoder.Asking> askings = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String chance = "word-" + random.nextInt(4);
            askings.add(asking(true, verdicts(true, false), "children", chance));
            askings.add(asking(true, verdicts(false, false), "teeth", chance));
            askings.add(asking(true, verdicts(false, true), "drive", chance));
        }
        return askings;
    }

    private static double[] weights(Told.Weights learned, String term) {
        return learned.terms().getOrDefault(term, new double[0]);
    }

    @Test
    void whatIsHeldSpeaksForAnUpdateAndWhatNoneTellsAgainstIt() {
        Told.Weights learned = ToldLearner.weights(askings());
        assertThat(weights(learned, "children")[1]).isPositive();
        assertThat(weights(learned, "teeth")[2]).isNegative();
        assertThat(Math.abs(weights(learned, "word-1")[2])).isLessThan(Math.abs(weights(learned, "teeth")[2]) / 4);
    }

    @Test
    void theUpdateThatAnswersTeachesAndElseTheFirstThatWasBrought() {
        List<DualEncoder.Asking> askings = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            askings.add(asking(true, verdicts(false, true), "drive"));
            askings.add(asking(true, verdicts(false, false), "teeth"));
        }
        Told.Weights learned = ToldLearner.weights(askings);
        assertThat(learned.topics()).containsExactly(new Topic.Id("medical"), new Topic.Id("road"));
        assertThat(weights(learned, "drive")[4]).as("of the road, which answers").isPositive();
        assertThat(weights(learned, "drive")[3]).as("of the clinic, which stood above it").isZero();
        assertThat(weights(learned, "teeth")[3]).as("of the clinic, which was brought first").isNegative();
    }

    @Test
    void aTopicOfFewQuestionsHasNoWeights() {
        assertThat(ToldLearner.weights(askings()).topics()).containsExactly(new Topic.Id("medical"));
    }

    @Test
    void whatIsHardlyEverAskedAndWhatWasAskedOfPartOfAListIsNotLearned() {
        List<DualEncoder.Asking> askings = new ArrayList<>(askings());
        askings.add(asking(true, verdicts(true, false), "once"));
        for (int i = 0; i < 20; i++) {
            askings.add(asking(false, verdicts(true, false), "thinned"));
        }
        assertThat(ToldLearner.weights(askings).terms()).containsKey("children").doesNotContainKeys("once", "thinned");
    }

    @Test
    void theSameQuestionsTeachTheSame() {
        assertThat(Told.written(ToldLearner.weights(askings()))).isEqualTo(Told.written(ToldLearner.weights(askings())));
    }

    @Test
    void nothingIsLearnedFromNothing() {
        assertThat(ToldLearner.weights(List.of()).terms()).isEmpty();
    }
}

package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.aman.answer.Affinity;
import org.aman.knowledge.Update;
import org.aman.search.Card;
import org.aman.search.Cards;
import org.junit.jupiter.api.Test;

class DualEncoderTest {
    private static final Card TENTS = Cards.asking("tents", "tent", "room");
    private static final Card BREAD = Cards.asking("bread", "oven", "flour");
    private static final Card ROAD = Cards.asking("road", "lorry", "mud");

    private static final Map<Update.Id, Card> BASE = Map.of(TENTS.id(), TENTS, BREAD.id(), BREAD, ROAD.id(), ROAD);

    private static DualEncoder.Asking asking(Card answer, List<DualEncoder.Verdict> verdicts, String... words) {
        Map<String, Double> terms = new LinkedHashMap<>();
        for (String word : words) {
            terms.put(word, 1.0);
        }
        return new DualEncoder.Asking(terms, BASE, Set.of(answer.id()), verdicts, true);
    }

    /** Who is cold wants a tent, who is hungry bread; what else they say is chance. Some name what they want. */
    private static List<DualEncoder.Asking> askings() {
        Random random = new Random(5);
        List<DualEncoder.Asking> askings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            askings.add(asking(TENTS, List.of(), "tent", "room"));
            askings.add(asking(BREAD, List.of(), "flour"));
            askings.add(asking(ROAD, List.of(), "lorry"));
        }
        for (int i = 0; i < 60; i++) {
            String chance = "word-" + random.nextInt(5);
            askings.add(asking(TENTS, List.of(), "cold", chance));
            askings.add(asking(BREAD, List.of(), "hungry", chance));
            askings.add(asking(ROAD, List.of(), "drive", chance));
        }
        return askings;
    }

    private static double between(Affinity affinity, String word, Card card) {
        return affinity.of(affinity.asked(Map.of(word, 1.0)), card);
    }

    @Test
    void whatIsAskedGoesWithWhatAnswersThoughTheyShareNoWord() {
        Affinity affinity = DualEncoder.affinity(askings());
        assertThat(between(affinity, "cold", TENTS)).isGreaterThan(between(affinity, "cold", BREAD) + 0.5);
        assertThat(between(affinity, "hungry", BREAD)).isGreaterThan(between(affinity, "hungry", TENTS) + 0.5);
        assertThat(Math.abs(between(affinity, "word-1", TENTS) - between(affinity, "word-1", BREAD))).isLessThan(0.5);
    }

    /** What is brought and never answers goes badly with the question, whatever was chosen. */
    @Test
    void whatNeverAnswersIsJudgedSo() {
        List<DualEncoder.Asking> askings = new ArrayList<>(askings());
        for (int i = 0; i < 60; i++) {
            askings.add(new DualEncoder.Asking(
                    Map.of("exam", 1.0), BASE, Set.of(), List.of(new DualEncoder.Verdict(BREAD.id(), false)), true));
            askings.add(asking(BREAD, List.of(new DualEncoder.Verdict(BREAD.id(), true)), "hungry"));
        }
        Affinity affinity = DualEncoder.affinity(askings);
        assertThat(between(affinity, "exam", BREAD)).isNegative();
        assertThat(between(affinity, "hungry", BREAD)).isPositive();
    }

    @Test
    void theSameQuestionsTeachTheSame() {
        assertThat(DualEncoder.affinity(askings()).written()).isEqualTo(DualEncoder.affinity(askings()).written());
    }

    @Test
    void whatIsHardlyEverAskedIsNotLearned() {
        List<DualEncoder.Asking> askings = new ArrayList<>(askings());
        askings.add(asking(TENTS, List.of(), "once"));
        String written = DualEncoder.affinity(askings).written();
        assertThat(written).contains(" cold\n", " =guidance\n").doesNotContain(" once\n", " oven\n");
    }

    @Test
    void nothingIsLearnedFromNothing() {
        assertThat(DualEncoder.affinity(List.of()).written()).isEqualTo(Affinity.none().written());
    }
}

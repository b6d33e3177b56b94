package org.aman.search;

import static org.aman.search.Shipped.UPDATES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.aman.knowledge.Update;
import org.aman.place.Place;
import org.aman.search.ranking.Wanted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Update SOME =
            UPDATES.stream().filter(update -> !update.places().isEmpty()).findFirst().orElseThrow();
    private static final Place.Id PLACE = SOME.places().iterator().next();

    private final UpdateIndex index = Shipped.inMemory();

    @BeforeEach
    void fill() {
        index.rebuild(UPDATES, 1);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private List<Hit> wanted(Set<String> concepts, int limit) {
        return index.search(new Wanted(List.of(), concepts, Set.of(), Set.of(PLACE), Set.of(), limit));
    }

    private static boolean applies(Hit hit) {
        return hit.card().places().isEmpty() || hit.card().places().contains(PLACE);
    }

    @Test
    void whatMerelyAppliesAtThePlaceFollowsWhatHoldsSomethingOfTheQuestion() {
        List<Hit> hits = wanted(Set.of("water"), UPDATES.size());

        long applying = UPDATES.stream()
                .filter(update -> update.places().isEmpty() || update.places().contains(PLACE))
                .count();
        assertThat(hits).hasSize((int) applying).allMatch(RankingTest::applies).doesNotHaveDuplicates();
        assertThat(hits).extracting(Hit::score).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        assertThat(hits.getFirst().score()).isPositive();
        assertThat(hits.getLast().score()).isZero();
    }

    @Test
    void aQuestionOfNoKnownWordBringsWhatAppliesAtThePlaceUpToTheLimit() {
        assertThat(wanted(Set.of(), 3)).hasSize(3).allMatch(RankingTest::applies).allMatch(hit -> hit.score() == 0);
    }

    @Test
    void howOftenAWordStandsIsTrueAfterEveryPublish() {
        int before = index.frequency("topic", SOME.topic().value());
        assertThat(before).isPositive();

        index.rebuild(UPDATES.stream().filter(update -> !update.topic().equals(SOME.topic())).toList(), 2);
        assertThat(index.frequency("topic", SOME.topic().value())).isZero();

        index.apply(List.of(SOME), List.of(), 3);
        assertThat(index.frequency("topic", SOME.topic().value())).isEqualTo(1);
    }
}

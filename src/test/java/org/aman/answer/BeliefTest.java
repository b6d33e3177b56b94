package org.aman.answer;

import static org.aman.answer.SomeSigns.signs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeliefTest {
    private static final String TREE = "topic 0.5 0.2 place 0.3 -0.5 -1 1.5 2";

    @TempDir
    Path folder = Path.of(".");

    private Belief read(String... lines) throws IOException {
        return Belief.read(Files.write(folder.resolve("decision.txt"), Arrays.asList(lines)));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.3, -1", "0.5, 0.4, 1.5", "0.6, 0.3, 2"})
    void aTreeIsWalkedDownFromBoundToBound(double topic, double place, double worth) {
        assertThat(Tree.read(TREE).worth(signs(topic, place))).isEqualTo(worth);
    }

    @Test
    void whatTreesAddIsMadeLikely() throws IOException {
        Belief belief = read("# a remark", "start -1", TREE, TREE);
        assertThat(belief.likely(signs(1, 0))).isEqualTo(1 / (1 + Math.exp(-3)), within(1e-12));
        assertThat(Belief.none().likely(signs(1, 0))).isEqualTo(0.5);
    }

    @Test
    void severalAreAsLikelyTogetherAsEachByItself() throws IOException {
        Belief belief = read("start -1", TREE, TREE);
        double[] together = belief.likely(List.of(signs(1, 0), signs(0, 1), signs(0, 0)));
        assertThat(together).containsExactly(belief.likely(signs(1, 0)), belief.likely(signs(0, 1)), belief.likely(signs(0, 0)));
        assertThat(together[1]).isNotEqualTo(together[2]);
        assertThat(belief.likely(List.of())).isEmpty();
    }

    /** The shares of all signs make up the whole way from what a tree expects of anything to what it says of this. */
    @Test
    void everySignHasItsShareInWhatIsBelieved() throws IOException {
        double[] shares = read("start 0", TREE).shares(signs(0, 1));
        assertThat(shares[Sign.TOPIC.ordinal()]).isEqualTo(-0.7, within(1e-12));
        assertThat(shares[Sign.PLACE.ordinal()]).isEqualTo(2.0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "topic 0.5 0.2 1, it has no end",
        "topic 0.5 0.2 1 2 3, behind its end",
        "luck 0.5 0.2 1 2, neither a sign nor a number",
        "topic 0.5, ends in the middle"
    })
    void aLineThatIsNoTreeIsRefusedByItsNumber(String line, String why) {
        assertThatThrownBy(() -> read("start 0", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining(why);
    }

    @Test
    void aFileWithoutItsStartIsRefused() {
        assertThatThrownBy(() -> read(TREE)).hasMessageContaining("start");
    }

    @Test
    void theShippedTreesAreReadAsTheyWereWritten() {
        Belief shipped = Belief.shipped();
        assertThat(shipped.trees()).hasSizeGreaterThan(100);
        assertThat(shipped.written()).contains("# topic: how well");
    }
}

package org.aman.command;

import static org.aman.answer.SomeSigns.signs;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.aman.answer.Affinity;
import org.aman.answer.Belief;
import org.aman.answer.Learned;
import org.aman.answer.Sign;
import org.aman.answer.Told;
import org.aman.answer.TopicTones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnTest {
    private static final Path SHIPPED = Path.of("src/test/resources/evaluation/shipped/questions.jsonl");

    @TempDir
    Path folder = Path.of(".");

    /** What no sum of single signs can tell: either alone speaks against an answer, both together for it. */
    @Test
    void whatSignsAreWorthTogetherIsFoundAgain() {
        Random random = new Random(7);
        Boosting boosting = new Boosting();
        for (int i = 0; i < 8_000; i++) {
            double topic = random.nextDouble();
            double place = random.nextDouble();
            double chance = topic > 0.5 == place > 0.3 ? 0.9 : 0.1;
            boosting.add(signs(topic, place), random.nextDouble() < chance);
        }
        Belief belief = boosting.belief();
        assertThat(belief.likely(signs(0.8, 0.8))).isBetween(0.8, 0.97);
        assertThat(belief.likely(signs(0.2, 0.1))).isBetween(0.8, 0.97);
        assertThat(belief.likely(signs(0.8, 0.1))).isBetween(0.03, 0.2);
        assertThat(belief.likely(signs(0.2, 0.8))).isBetween(0.03, 0.2);
    }

    @Test
    void theSameExamplesTeachTheSame() {
        assertThat(taughtByChance(3).written()).isEqualTo(taughtByChance(3).written()).isNotEqualTo(taughtByChance(4).written());
    }

    private static Belief taughtByChance(int seed) {
        Random random = new Random(seed);
        Boosting boosting = new Boosting();
        for (int i = 0; i < 500; i++) {
            double topic = random.nextDouble();
            boosting.add(signs(topic, random.nextDouble()), random.nextDouble() < topic);
        }
        return boosting.belief();
    }

    @Test
    void nothingIsLearnedFromNothing() {
        Boosting boosting = new Boosting();
        assertThat(boosting.belief()).isEqualTo(Belief.none());
        boosting.add(signs(1, 1), true);
        assertThat(boosting.belief()).isEqualTo(Belief.none());
    }

    @Test
    void filesAreWrittenThatTellEachSignAndAreReadAgain() throws Exception {
        String[] learn = {
            "learn", "--knowledge", "knowledge", "--questions", SHIPPED.toString(),
            "--at", "2020-01-12T18:00:00+02:00", "--folds", "2", "--out", folder.toString()
        };
        assertThat(Commands.run(learn, Clock.systemUTC())).isZero();

        String written = Files.readString(folder.resolve(Belief.FILE));
        for (Sign sign : Sign.values()) {
            assertThat(written).contains("# " + sign.key() + ": " + sign.reason());
        }
        Learned read = Learned.read(folder);
        assertThat(read.belief().trees()).isNotEmpty();
        assertThat(read.belief().written()).isEqualTo(written);
        assertThat(Files.readString(folder.resolve(Affinity.FILE))).isEqualTo(read.affinity().written()).contains(" road\n");
        assertThat(Files.readString(folder.resolve(Learned.UNTOLD))).startsWith("# How much each trait");
        assertThat(Files.readString(folder.resolve(TopicTones.FILE))).isEqualTo(TopicTones.written(Map.of())); // too few of each topic
        assertThat(Files.readString(folder.resolve(Told.FILE))).startsWith("# How surely").contains("\ntopics\n", " road\n");
    }

    @Test
    void aFileThatHoldsNoTreesIsRefused() throws Exception {
        Files.writeString(folder.resolve(Affinity.FILE), "");
        Files.writeString(folder.resolve(Learned.UNTOLD), "");
        Files.writeString(folder.resolve(Belief.FILE), "start 0\ntopic 0.5 0.1 -1");
        String[] evaluate = {"evaluate", "--knowledge", "knowledge", "--learned", folder.toString(), "--questions", SHIPPED.toString()};
        assertThat(Commands.run(evaluate, Clock.systemUTC())).isEqualTo(1);
    }
}

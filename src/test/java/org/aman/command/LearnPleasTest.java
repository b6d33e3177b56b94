package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.aman.answer.Reading;
import org.aman.answer.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnPleasTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void whatPartsTwoKindsIsFoundAgainAndTheSameEachTime() {
        double[] weights = margin().weights(3);
        assertThat(weights[0]).isGreaterThan(0.5);
        assertThat(weights[1]).isLessThan(-0.5);
        assertThat(Math.abs(weights[2])).isLessThan(0.2);
        assertThat(margin().weights(3)).containsExactly(weights);
    }

    /** The first sign stands in every example of the kind, the second in none, the third in half of all. */
    private static WidestMargin margin() {
        Random random = new Random(3);
        WidestMargin margin = new WidestMargin(1);
        for (int i = 0; i < 400; i++) {
            boolean is = i % 2 == 0;
            int sign = is ? 0 : 1;
            margin.add(random.nextBoolean() ? new int[] {sign, 2} : new int[] {sign}, is);
        }
        return margin;
    }

    @Test
    void nothingIsLearnedFromNothing() {
        assertThat(new WidestMargin(1).weights(2)).containsExactly(0, 0);
    }

    @Test
    void aFileIsLearnedThatHearsTheSameInOtherWords() throws Exception {
        Path file = folder.resolve("urgency.txt");
        Path messages = Path.of("src/test/resources/pleas");
        String[] learn = {
            "learn-pleas", "--pleas", messages.resolve("heard.txt").toString(),
            "--others", messages.resolve("not-heard.txt").toString(), "--folds", "2", "--out", file.toString()
        };
        assertThat(Commands.run(learn, Clock.systemUTC())).isZero();

        Urgency urgency = Urgency.of(Files.readString(file));
        Offline offline = Offline.over(Path.of("config"), Path.of("knowledge"), Clock.systemUTC());
        Reading plea = offline.answerer().read("خيي تحت الردم عم نسمع صوتو، دخيلكم حدا يجي");
        Reading question = offline.answerer().read("where can I register for bread in Idlib?");
        assertThat(urgency.of(plea)).isGreaterThan(0.5);
        assertThat(urgency.of(question)).isLessThan(-0.5);
    }

    @Test
    void oneFoldIsRefused() {
        String[] learn = {"learn-pleas", "--pleas", "none", "--others", "none", "--folds", "1", "--out", folder.resolve("out").toString()};
        assertThat(Commands.run(learn, Clock.systemUTC())).isEqualTo(1);
    }
}

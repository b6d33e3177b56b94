package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import java.util.Random;
import org.aman.answer.Belief;
import org.aman.answer.Sign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void weightsAreFoundAgainFromWhatTheyBroughtAbout() {
        Random random = new Random(7);
        double[] given = {-1, 2, 0};
        Logistic logistic = new Logistic(0.01);
        for (int i = 0; i < 20_000; i++) {
            double[] example = {1, random.nextGaussian(), random.nextGaussian()};
            logistic.add(example, random.nextDouble() < Logistic.likely(given, example));
        }
        assertThat(logistic.weights(3)).containsExactly(given, within(0.1));
    }

    @Test
    void nothingIsLearnedFromNothing() {
        assertThat(new Logistic(1).weights(3)).containsExactly(0, 0, 0);
    }

    @Test
    void aFileOfWeightsIsWrittenWithAReasonForEachAndReadAgain() throws Exception {
        Path file = folder.resolve("decision.properties");
        Path shipped = Path.of("src/test/resources/evaluation/shipped/questions.jsonl");
        String[] learn = {
            "learn", "--knowledge", "knowledge", "--questions", shipped.toString(),
            "--at", "2020-01-12T18:00:00+02:00", "--folds", "2", "--out", file.toString()
        };
        assertThat(Commands.run(learn, Clock.systemUTC())).isZero();

        Properties weights = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            weights.load(in);
        }
        assertThat(Double.parseDouble(weights.getProperty("place.rules"))).isPositive();
        assertThat(Double.parseDouble(weights.getProperty("place.place"))).isPositive();
        for (Sign sign : Sign.values()) {
            assertThat(Files.readString(file)).contains("# " + sign.reason());
        }
        assertThat(Belief.read(file).written()).isEqualTo(Files.readString(file));
    }

    @Test
    void aFileWithoutAWeightIsRefusedByName() throws Exception {
        Path file = Files.writeString(folder.resolve("short.properties"), "place.always = 1");
        String[] evaluate = {
            "evaluate", "--knowledge", "knowledge", "--weights", file.toString(),
            "--questions", "src/test/resources/evaluation/shipped/questions.jsonl"
        };
        assertThat(Commands.run(evaluate, Clock.systemUTC())).isEqualTo(1);
    }
}

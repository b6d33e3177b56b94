package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.aman.answer.Reading;
import org.aman.answer.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnToneTest {
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
            "learn-tone", "--such", messages.resolve("heard.txt").toString(),
            "--others", messages.resolve("not-heard.txt").toString(), "--folds", "2", "--out", file.toString()
        };
        assertThat(Commands.run(learn, Clock.systemUTC())).isZero();

        Tone tone = Tone.of(Files.readString(file));
        Offline offline = Offline.over(Path.of("config"), Path.of("knowledge"), Clock.systemUTC());
        Reading plea = offline.answerer().read("خيي تحت الردم عم نسمع صوتو، دخيلكم حدا يجي");
        Reading question = offline.answerer().read("where can I register for bread in Idlib?");
        assertThat(tone.of(plea)).isGreaterThan(0.5);
        assertThat(tone.of(question)).isLessThan(-0.5);
    }

    /** Also from questions: such are those of the kind asked for. */
    @Test
    void courtesiesAreLearnedFromQuestions() throws Exception {
        Path file = folder.resolve("courtesy.txt");
        Path questions = folder.resolve("questions.jsonl");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add(question(2 * i, "thank you friends, number " + i, "social"));
            lines.add(question(2 * i + 1, "which road leads to number " + i, "found"));
        }
        Files.write(questions, lines);
        String[] learn = {"learn-tone", "--kind", "social", "--questions", questions.toString(), "--folds", "2", "--out", file.toString()};
        assertThat(Commands.run(learn, Clock.systemUTC())).isZero();

        Tone tone = Tone.of(Files.readString(file));
        Offline offline = Offline.over(Path.of("config"), Path.of("knowledge"), Clock.systemUTC());
        assertThat(tone.of(offline.answerer().read("thank you all"))).isPositive();
        assertThat(tone.of(offline.answerer().read("which road is it"))).isNegative();
    }

    private static String question(int number, String text, String kind) {
        return "{\"id\": \"q" + number + "\", \"variety\": \"en\", \"text\": \"" + text + "\", \"kind\": [\"" + kind + "\"], \"updates\": []}";
    }

    @Test
    void whatCountsAloneOnlyIsNoneBesideAQuestion() throws Exception {
        Path thanks = folder.resolve("thanks.txt");
        Path asked = folder.resolve("asked.txt");
        Files.write(thanks, Collections.nCopies(20, "thank you friends"));
        Files.write(asked, Collections.nCopies(20, "which road leads to the river"));
        assertThat(joined(thanks, asked)).isPositive();
        assertThat(joined(thanks, asked, "--alone")).isNegative();
    }

    /** How both together sound. */
    private double joined(Path such, Path others, String... further) throws Exception {
        Path file = folder.resolve("tone.txt");
        List<String> learn = new ArrayList<>(List.of("learn-tone", "--such", such.toString(), "--others", others.toString(), "--folds", "2"));
        learn.addAll(List.of("--out", file.toString()));
        learn.addAll(List.of(further));
        assertThat(Commands.run(learn.toArray(String[]::new), Clock.systemUTC())).isZero();
        Offline offline = Offline.over(Path.of("config"), Path.of("knowledge"), Clock.systemUTC());
        return Tone.of(Files.readString(file)).of(offline.answerer().read("thank you friends, thank you friends, which road"));
    }

    @Test
    void oneFoldIsRefused() {
        String[] learn = {"learn-tone", "--such", "none", "--others", "none", "--folds", "1", "--out", folder.resolve("out").toString()};
        assertThat(Commands.run(learn, Clock.systemUTC())).isEqualTo(1);
    }
}

package org.aman.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.aman.answer.Reading;
import org.aman.answer.Tone;
import org.aman.language.WordFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns how messages of one kind sound, such as pleas or courtesies, and tells honestly how well on messages that were not learned from. */
@Command(
        name = "learn-tone",
        description = "Learn how pleas for help, courtesies or vague questions sound from messages of both kinds. Files may be given several times.")
final class LearnTone implements Callable<Integer> {
    private static final int JOINED = 9;

    /** The sums that are asked about on messages not learned from. */
    private static final List<Double> STEPS = List.of(-1.0, -0.5, 0.0, 0.25, 0.5, 0.75, 1.0);

    @Option(names = "--kind", defaultValue = "emergency", description = "The kind of answer such messages want: emergency, social or unclear.")
    private String kind = "emergency";

    @Option(names = "--such", description = "Messages of the kind, one a line.")
    private List<Path> such = List.of();

    @Option(names = "--others", description = "Messages that are none, one a line.")
    private List<Path> others = List.of();

    @Option(names = "--questions", description = "Questions with known answers, one JSON object a line.")
    private List<Path> questions = List.of();

    @Option(names = "--config", defaultValue = "config", description = "The folder of places, topics and lexicon.")
    private Path config = Path.of("config");

    @Option(names = "--knowledge", defaultValue = "knowledge", description = "A folder of updates.")
    private Path knowledge = Path.of("knowledge");

    @Option(names = "--out", required = true, description = "Where to write the weights.")
    private Path out = Path.of("tone.txt");

    @Option(names = "--folds", defaultValue = "5", description = "Into how many parts the messages are split to check.")
    private int folds = 5;

    @Option(names = "--allowed", defaultValue = "4", description = "How much a message on the wrong side counts.")
    private double allowed = 4;

    @Option(names = "--alone", description = "Such a message is one alone only: thanks and a question are a question.")
    private boolean alone;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    LearnTone(Clock clock) {
        this.clock = clock;
    }

    /** @param part which part it is checked with */
    private record Lesson(String text, Reading reading, boolean such, int part) {}

    @Override
    public Integer call() throws IOException {
        if (folds < 2) {
            throw new IllegalArgumentException("--folds is at least 2");
        }
        List<Lesson> lessons = lessons();
        ToneLearner learner = new ToneLearner(allowed);
        lessons.forEach(lesson -> learner.add(lesson.reading()));
        tellHonestly(lessons, learner);
        Files.writeString(out, Tone.written(learner.learned(any -> true, i -> lessons.get(i).such())));
        return 0;
    }

    private List<Lesson> lessons() {
        Offline offline = Offline.over(config, knowledge, clock);
        List<Lesson> lessons = new ArrayList<>();
        such.forEach(file -> lines(file).forEach(line -> add(offline, line, true, lessons)));
        others.forEach(file -> lines(file).forEach(line -> add(offline, line, false, lessons)));
        for (Path file : questions) {
            for (GoldQuestion question : GoldQuestion.read(file)) {
                boolean mayBe = question.kind().contains(kind);
                boolean asked = question.standsAlone() || alone && !mayBe; // "thanks, and there?" asks too
                if (asked && (!mayBe || question.kind().size() == 1)) {
                    add(offline, question.text(), mayBe, lessons);
                }
            }
        }
        if (alone) {
            addJoined(offline, lessons);
        }
        return lessons;
    }

    /** Each message of the kind before and behind some of the others, which are asked all the same. */
    private static void addJoined(Offline offline, List<Lesson> lessons) {
        List<Lesson> such = lessons.stream().filter(Lesson::such).toList();
        List<Lesson> others = lessons.stream().filter(lesson -> !lesson.such()).toList();
        Random random = new Random(1);
        for (Lesson one : others.isEmpty() ? List.<Lesson>of() : such) {
            for (int i = 0; i < JOINED; i++) {
                String other = others.get(random.nextInt(others.size())).text();
                String text = i % 3 == 0 ? other + ", " + one.text() : one.text() + ", " + other;
                lessons.add(new Lesson(text, offline.answerer().read(text), false, one.part()));
            }
        }
    }

    static List<String> lines(Path file) {
        try {
            return WordFile.entries(Files.readAllLines(file).stream());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    private void add(Offline offline, String text, boolean such, List<Lesson> lessons) {
        lessons.add(new Lesson(text, offline.answerer().read(text), such, lessons.size() % folds));
    }

    /** Each message judged by weights learned from the others. */
    private void tellHonestly(List<Lesson> lessons, ToneLearner learner) {
        Map<Double, int[]> above = new TreeMap<>();
        STEPS.forEach(step -> above.put(step, new int[2]));
        int[] all = new int[2];
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            Tone tone = Tone.of(learner.learned(i -> lessons.get(i).part() != held, i -> lessons.get(i).such()));
            for (Lesson lesson : lessons) {
                if (lesson.part() != held) {
                    continue;
                }
                int side = lesson.such() ? 1 : 0;
                all[side]++;
                double sum = tone.of(lesson.reading());
                above.forEach((step, counts) -> counts[side] += sum > step ? 1 : 0);
            }
        }
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        screen.printf(Locale.ROOT, "%d such and %d others, %d parts, each asked with weights learned from the others%n", all[1], all[0], folds);
        above.forEach((step, counts) -> screen.printf(
                Locale.ROOT, "above %5.2f  such %.1f %%  others %.2f %%%n", step, 100.0 * counts[1] / all[1], 100.0 * counts[0] / all[0]));
        screen.flush();
    }
}

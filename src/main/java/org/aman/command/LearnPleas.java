package org.aman.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.aman.answer.Reading;
import org.aman.answer.Urgency;
import org.aman.language.WordFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns how a plea for help sounds, and tells honestly how well on messages that were not learned from. */
@Command(
        name = "learn-pleas",
        description = "Learn how pleas for help sound from messages of both kinds. Each option may be given several times.")
final class LearnPleas implements Callable<Integer> {
    /** A trait of fewer messages teaches those messages by heart. */
    private static final int FEWEST = 8;

    /** The sums that are asked about on messages not learned from. */
    private static final List<Double> STEPS = List.of(-1.0, -0.5, 0.0, 0.25, 0.5, 0.75, 1.0);

    @Option(names = "--pleas", required = true, description = "Pleas, one a line.")
    private List<Path> pleas = List.of();

    @Option(names = "--others", required = true, description = "Messages that are none, one a line.")
    private List<Path> others = List.of();

    @Option(names = "--questions", description = "Questions with known answers, one JSON object a line.")
    private List<Path> questions = List.of();

    @Option(names = "--config", defaultValue = "config", description = "The folder of places, topics and lexicon.")
    private Path config = Path.of("config");

    @Option(names = "--knowledge", defaultValue = "knowledge", description = "A folder of updates.")
    private Path knowledge = Path.of("knowledge");

    @Option(names = "--out", required = true, description = "Where to write the weights.")
    private Path out = Path.of("urgency.txt");

    @Option(names = "--folds", defaultValue = "5", description = "Into how many parts the messages are split to check.")
    private int folds = 5;

    @Option(names = "--allowed", defaultValue = "4", description = "How much a message on the wrong side counts.")
    private double allowed = 4;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    LearnPleas(Clock clock) {
        this.clock = clock;
    }

    /** A message, by what it is known. */
    private record Lesson(Reading reading, Set<String> traits, boolean plea) {}

    @Override
    public Integer call() throws IOException {
        if (folds < 2) {
            throw new IllegalArgumentException("--folds is at least 2");
        }
        List<Lesson> lessons = lessons();
        tellHonestly(lessons);
        Files.writeString(out, learned(lessons));
        return 0;
    }

    private List<Lesson> lessons() {
        Offline offline = Offline.over(config, knowledge, clock);
        List<Lesson> lessons = new ArrayList<>();
        pleas.forEach(file -> lines(file).forEach(line -> lessons.add(lesson(offline, line, true))));
        others.forEach(file -> lines(file).forEach(line -> lessons.add(lesson(offline, line, false))));
        for (Path file : questions) {
            for (GoldQuestion question : GoldQuestion.read(file)) {
                boolean mayBe = question.kind().contains("emergency");
                boolean alone = question.before() == null || question.before().isEmpty();
                if (alone && (!mayBe || question.kind().size() == 1)) {
                    lessons.add(lesson(offline, question.text(), mayBe));
                }
            }
        }
        return lessons;
    }

    static List<String> lines(Path file) {
        try {
            return WordFile.entries(Files.readAllLines(file).stream());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    private static Lesson lesson(Offline offline, String text, boolean plea) {
        Reading reading = offline.answerer().read(text);
        return new Lesson(reading, Urgency.traits(reading), plea);
    }

    /** Each message judged by weights learned from the others. */
    private void tellHonestly(List<Lesson> lessons) {
        Map<Double, int[]> above = new TreeMap<>();
        STEPS.forEach(step -> above.put(step, new int[2]));
        int[] all = new int[2];
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            List<Lesson> rest = IntStream.range(0, lessons.size())
                    .filter(i -> i % folds != held)
                    .mapToObj(lessons::get)
                    .toList();
            Urgency urgency = Urgency.of(learned(rest));
            for (int i = fold; i < lessons.size(); i += folds) {
                Lesson lesson = lessons.get(i);
                int kind = lesson.plea() ? 1 : 0;
                all[kind]++;
                double sum = urgency.of(lesson.reading());
                above.forEach((step, counts) -> counts[kind] += sum > step ? 1 : 0);
            }
        }
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        screen.printf(Locale.ROOT, "%d pleas and %d others, %d parts, each asked with weights learned from the others%n", all[1], all[0], folds);
        above.forEach((step, counts) -> screen.printf(
                Locale.ROOT, "above %5.2f  pleas %.1f %%  others %.2f %%%n", step, 100.0 * counts[1] / all[1], 100.0 * counts[0] / all[0]));
        screen.flush();
    }

    /** The file of what these lessons teach. */
    private String learned(List<Lesson> lessons) {
        Map<String, Integer> met = new HashMap<>();
        lessons.forEach(lesson -> lesson.traits().forEach(trait -> met.merge(trait, 1, Integer::sum)));
        List<String> traits = met.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        traits.forEach(trait -> numbers.put(trait, numbers.size()));
        WidestMargin margin = new WidestMargin(allowed);
        for (Lesson lesson : lessons) {
            int[] signs = lesson.traits().stream().filter(numbers::containsKey).mapToInt(numbers::get).toArray();
            margin.add(signs, lesson.plea());
        }
        double[] weights = margin.weights(traits.size());
        Map<String, Double> byTrait = new TreeMap<>();
        traits.forEach(trait -> byTrait.put(trait, weights[Objects.requireNonNull(numbers.get(trait))]));
        return Urgency.written(byTrait, margin.always());
    }
}

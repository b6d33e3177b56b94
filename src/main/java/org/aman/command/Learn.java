package org.aman.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aman.answer.Answerer;
import org.aman.answer.Belief;
import org.aman.answer.Considered;
import org.aman.answer.Judged;
import org.aman.answer.Sign;
import org.aman.knowledge.Update;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns from questions with known answers what each sign is worth, and tells honestly whether it helps. */
@Command(
        name = "learn",
        description = "Learn the weights of deciding from questions with known answers. Options given several times go"
                + " together by their order; the last of each serves for all that follow.")
final class Learn implements Callable<Integer> {
    @Option(names = "--knowledge", required = true, description = "The folder of updates.")
    private List<Path> knowledge = List.of();

    @Option(names = "--questions", required = true, description = "The questions, one JSON object a line.")
    private List<Path> questions = List.of();

    @Option(names = "--at", description = "The time of asking, with its offset; otherwise now.")
    private List<OffsetDateTime> at = List.of();

    @Option(names = "--config", description = "The folder of places, topics and lexicon; otherwise config.")
    private List<Path> config = List.of();

    @Option(names = "--out", required = true, description = "Where to write the weights.")
    private Path out = Path.of("decision.properties");

    @Option(names = "--folds", defaultValue = "10", description = "Into how many parts the questions are split to check.")
    private int folds = 10;

    @Option(names = "--drawn", defaultValue = "1", description = "How strongly weights are drawn towards zero.")
    private double drawn = 1;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    Learn(Clock clock) {
        this.clock = clock;
    }

    /** A question, where it is asked, and the signs of what may answer it. */
    private record Lesson(Offline offline, GoldQuestion question, Instant at, List<Judged> judged) {}

    @Override
    public Integer call() throws IOException {
        if (folds < 2) {
            throw new IllegalArgumentException("--folds is at least 2");
        }
        List<Lesson> lessons = lessons();
        Score rules = new Score();
        Score held = new Score();
        for (int fold = 0; fold < folds; fold++) {
            Belief belief = belief(lessons, fold);
            for (int i = fold; i < lessons.size(); i += folds) {
                ask(lessons.get(i), Belief.none(), rules);
                ask(lessons.get(i), belief, held);
            }
        }
        Files.writeString(out, belief(lessons, -1).written());
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        screen.printf(Locale.ROOT, "%d questions, %d parts, each asked with weights learned from the others%n", lessons.size(), folds);
        screen.printf(Locale.ROOT, "rules alone   right %.1f %%  false %.1f %%%n", rules.right(), rules.falseIn("all"));
        screen.printf(Locale.ROOT, "with weights  right %.1f %%  false %.1f %%%n", held.right(), held.falseIn("all"));
        screen.flush();
        return 0;
    }

    private List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Offline offline = Offline.over(nth(config, i, Path.of("config")), nth(knowledge, i, Path.of("knowledge")), clock);
            OffsetDateTime moment = at.isEmpty() ? null : nth(at, i, at.getFirst());
            Instant asked = moment == null ? clock.instant() : moment.toInstant();
            Answerer unbiased = offline.answerer(Belief.none());
            for (GoldQuestion question : GoldQuestion.read(questions.get(i))) {
                Considered considered = unbiased.consider(question.asked(asked));
                lessons.add(new Lesson(offline, question, asked, considered.judged()));
            }
        }
        return lessons;
    }

    private static <T> T nth(List<T> given, int index, T otherwise) {
        return given.isEmpty() ? otherwise : given.get(Math.min(index, given.size() - 1));
    }

    /** What all lessons teach but those of one part; of all where the part is negative. */
    private Belief belief(List<Lesson> lessons, int without) {
        Logistic atPlace = new Logistic(drawn);
        Logistic advice = new Logistic(drawn);
        for (int i = 0; i < lessons.size(); i++) {
            if (without < 0 || i % folds != without) {
                Lesson lesson = lessons.get(i);
                lesson.judged().forEach(one -> (one.isAdvice() ? advice : atPlace)
                        .add(one.signs(), answers(lesson.question(), one)));
            }
        }
        int parts = Sign.values().length;
        return new Belief(atPlace.weights(parts), advice.weights(parts));
    }

    private static boolean answers(GoldQuestion question, Judged one) {
        String kind = one.candidate().current() ? "found" : "outdated";
        return question.isRight(kind, List.of(one.candidate().hit().card().id()));
    }

    private static void ask(Lesson lesson, Belief belief, Score score) {
        Considered considered = lesson.offline().answerer(belief).consider(lesson.question().asked(lesson.at()));
        String kind = considered.answer().kind();
        List<Update.Id> shown = GoldQuestion.shown(considered.answer());
        GoldQuestion question = lesson.question();
        score.add(question, kind, question.isRight(kind, shown), question.isFalse(kind, shown), considered.best(10), 0);
    }
}

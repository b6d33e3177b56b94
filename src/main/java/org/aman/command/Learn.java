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
import org.aman.answer.Belief;
import org.aman.answer.Considered;
import org.aman.answer.Judged;
import org.aman.knowledge.Update;
import org.aman.language.Lexicon;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns from questions with known answers what the signs are worth together, and tells honestly whether it helps. */
@Command(
        name = "learn",
        description = "Learn what the signs of an answer are worth from questions with known answers. Options given several times go"
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

    @Option(names = "--out", required = true, description = "Where to write the trees.")
    private Path out = Path.of("decision.txt");

    @Option(
            names = "--folds",
            defaultValue = "6",
            description = "Into how many parts the questions are split to check: by files where there are as many, which is the"
                    + " harder test, else one by one.")
    private int folds = 6;

    /** Every list is also asked where only one of so many updates is there: to say so when nothing is known is learned too. */
    private static final int LITTLE_KNOWN = 3;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    Learn(Clock clock) {
        this.clock = clock;
    }

    /**
     * A question, where it is asked, and the signs of what may answer it.
     *
     * @param wholly whether all updates are there
     * @param part the part it is checked with
     */
    private record Lesson(Offline offline, boolean wholly, GoldQuestion question, Instant at, List<Judged> judged, int part) {}

    @Override
    public Integer call() throws IOException {
        if (folds < 2) {
            throw new IllegalArgumentException("--folds is at least 2");
        }
        List<Lesson> lessons = lessons();
        Score held = new Score();
        for (int fold = 0; fold < folds; fold++) {
            Belief belief = belief(lessons, fold);
            for (Lesson lesson : lessons) {
                if (lesson.part() == fold && lesson.wholly()) {
                    ask(lesson, belief, held);
                }
            }
        }
        Files.writeString(out, belief(lessons, -1).written());
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        screen.printf(Locale.ROOT, "%d questions, %d parts, each asked with trees learned from the others%n", lessons.stream().filter(Lesson::wholly).count(), folds);
        screen.printf(Locale.ROOT, "right %.1f %%  false %.1f %%%n", held.right(), held.falseIn("all"));
        screen.flush();
        return 0;
    }

    private List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        boolean byFile = questions.size() >= folds;
        int number = 0;
        for (int i = 0; i < questions.size(); i++) {
            Path words = nth(config, i, Path.of("config"));
            Lexicon lexicon = Lexicon.load(words.resolve("lexicon.yaml"));
            Offline offline = Offline.over(lexicon, words, nth(knowledge, i, Path.of("knowledge")), clock, Belief.none());
            OffsetDateTime moment = at.isEmpty() ? null : nth(at, i, at.getFirst());
            Instant asked = moment == null ? clock.instant() : moment.toInstant();
            List<Offline> bases = List.of(offline, offline.thinned(LITTLE_KNOWN, Belief.none()));
            for (GoldQuestion question : GoldQuestion.read(questions.get(i))) {
                int part = (byFile ? i : number++) % folds;
                bases.forEach(base -> lessons.add(lesson(base, base == offline, question, asked, part)));
            }
        }
        return lessons;
    }

    private static Lesson lesson(Offline base, boolean wholly, GoldQuestion question, Instant at, int part) {
        return new Lesson(base, wholly, question, at, base.answerer().consider(question.asked(at)).judged(), part);
    }

    private static <T> T nth(List<T> given, int index, T otherwise) {
        return given.isEmpty() ? otherwise : given.get(Math.min(index, given.size() - 1));
    }

    /** What all lessons teach but those of one part; of all where the part is negative. */
    private Belief belief(List<Lesson> lessons, int without) {
        Boosting boosting = new Boosting();
        for (Lesson lesson : lessons) {
            if (lesson.part() != without) {
                lesson.judged().forEach(one -> boosting.add(one.signs(), answers(lesson.question(), one)));
            }
        }
        return boosting.belief();
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

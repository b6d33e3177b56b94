package org.aman.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.aman.answer.Affinity;
import org.aman.answer.Answerer;
import org.aman.answer.Belief;
import org.aman.answer.Considered;
import org.aman.answer.Judged;
import org.aman.answer.Learned;
import org.aman.answer.Tone;
import org.aman.knowledge.Update;
import org.aman.language.Lexicon;
import org.aman.search.Card;
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

    @Option(names = "--out", required = true, description = "The folder to write decision.txt, affinity.txt and untold.txt to.")
    private Path out = Path.of(".");

    @Option(
            names = "--folds",
            defaultValue = "6",
            description = "Into how many parts the questions are split to check: by files where there are as many, which is the"
                    + " harder test, else one by one.")
    private int folds = 6;

    /** No part. */
    private static final int NONE = -1;

    /** Every list is also asked where only one of so many updates is there: to say so when nothing is known is learned too. */
    private static final int LITTLE_KNOWN = 3;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    Learn(Clock clock) {
        this.clock = clock;
    }

    /**
     * A question, where it is asked, and which part it is checked with.
     *
     * @param wholly whether all updates are there
     */
    private record Lesson(Offline offline, boolean wholly, GoldQuestion question, Instant at, int part) {}

    /** Asks lessons, with one answerer for all that go over the same updates. */
    private static final class Asker {
        private final Learned learned;
        private final Map<Offline, Answerer> answerers = new IdentityHashMap<>();

        Asker(Learned learned) {
            this.learned = learned;
        }

        Considered ask(Lesson lesson) {
            return answerers
                    .computeIfAbsent(lesson.offline(), offline -> offline.answerer(learned))
                    .consider(lesson.question().asked(lesson.at()));
        }
    }

    /** How much a question on the wrong side counts in learning what no news tells. */
    private static final double ALLOWED_UNTOLD = 1;

    @Override
    public Integer call() throws IOException {
        if (folds < 2) {
            throw new IllegalArgumentException("--folds is at least 2");
        }
        List<Lesson> lessons = lessons();
        List<DualEncoder.Asking> askings = askings(lessons);
        List<Affinity> affinities = IntStream.rangeClosed(0, folds)
                .parallel()
                .mapToObj(part -> affinity(lessons, askings, part == folds ? NONE : part))
                .toList();
        List<String> untold = untold(lessons);
        // The signs of every lesson are read with what the other parts taught, as those of new questions will be.
        List<List<Judged>> judged = judged(lessons, affinities, untold);
        List<Belief> beliefs = IntStream.rangeClosed(0, folds)
                .parallel()
                .mapToObj(part -> belief(lessons, judged, part == folds ? NONE : part))
                .toList();
        Score held = new Score();
        for (int part = 0; part < folds; part++) {
            Asker asker = new Asker(new Learned(beliefs.get(part), affinities.get(part), Tone.of(untold.get(part))));
            for (Lesson lesson : lessons) {
                if (lesson.part() == part && lesson.wholly()) {
                    score(lesson.question(), asker.ask(lesson), held);
                }
            }
        }
        Files.writeString(out.resolve(Belief.FILE), beliefs.getLast().written());
        Files.writeString(out.resolve(Affinity.FILE), affinities.getLast().written());
        Files.writeString(out.resolve(Learned.UNTOLD), untold.getLast());
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        screen.printf(Locale.ROOT, "%d questions, %d parts, each asked with what the others taught%n", lessons.stream().filter(Lesson::wholly).count(), folds);
        screen.printf(Locale.ROOT, "right %.1f %%  false %.1f %%%n", held.right(), held.falseIn("all"));
        screen.flush();
        return 0;
    }

    /** A list that is given several times, to count as often, is in one part: none of it is checked with what it taught. */
    private List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        boolean byFile = questions.size() >= folds;
        int number = 0;
        for (int i = 0; i < questions.size(); i++) {
            Path words = nth(config, i, Path.of("config"));
            Lexicon lexicon = Lexicon.load(words.resolve("lexicon.yaml"));
            Offline offline = Offline.over(lexicon, words, nth(knowledge, i, Path.of("knowledge")), clock, Learned.none());
            OffsetDateTime moment = at.isEmpty() ? null : nth(at, i, at.getFirst());
            Instant asked = moment == null ? clock.instant() : moment.toInstant();
            Offline little = offline.thinned(LITTLE_KNOWN, Learned.none());
            for (GoldQuestion question : GoldQuestion.read(questions.get(i))) {
                int part = (byFile ? questions.indexOf(questions.get(i)) : number++) % folds;
                lessons.add(new Lesson(offline, true, question, asked, part));
                lessons.add(new Lesson(little, false, question, asked, part));
            }
        }
        return lessons;
    }

    private static <T> T nth(List<T> given, int index, T otherwise) {
        return given.isEmpty() ? otherwise : given.get(Math.min(index, given.size() - 1));
    }

    /** Each lesson as an affinity is learned from it. The updates of a list are those that some question of it brings. */
    private static List<DualEncoder.Asking> askings(List<Lesson> lessons) {
        Map<Offline, Map<Update.Id, Card>> cards = new IdentityHashMap<>();
        List<DualEncoder.Asking> askings = new ArrayList<>();
        Asker asker = new Asker(Learned.none());
        for (Lesson lesson : lessons) {
            Map<Update.Id, Card> base = cards.computeIfAbsent(lesson.offline(), any -> new LinkedHashMap<>());
            Considered considered = asker.ask(lesson);
            considered.candidates().forEach(one -> base.putIfAbsent(one.hit().card().id(), one.hit().card()));
            List<DualEncoder.Verdict> verdicts = considered.judged().stream()
                    .map(one -> new DualEncoder.Verdict(one.candidate().hit().card().id(), answers(lesson.question(), one)))
                    .toList();
            askings.add(new DualEncoder.Asking(considered.terms(), base, lesson.question().ids(), verdicts, lesson.wholly()));
        }
        return askings;
    }

    /** What all lessons teach but those of one part. */
    private static Affinity affinity(List<Lesson> lessons, List<DualEncoder.Asking> askings, int without) {
        List<DualEncoder.Asking> some = IntStream.range(0, lessons.size())
                .filter(i -> lessons.get(i).part() != without)
                .mapToObj(askings::get)
                .toList();
        return DualEncoder.affinity(some);
    }

    /** How questions for what no news tells sound, as all parts but one teach, and all of them together. */
    private List<String> untold(List<Lesson> lessons) {
        ToneLearner learner = new ToneLearner(ALLOWED_UNTOLD);
        List<Integer> parts = new ArrayList<>();
        for (Lesson lesson : lessons) {
            GoldQuestion question = lesson.question();
            if (lesson.wholly() && question.standsAlone() && (question.isInVain() || question.namesUpdates())) {
                learner.add(lesson.offline().answerer().read(question.text()), question.isInVain());
                parts.add(lesson.part());
            }
        }
        return IntStream.rangeClosed(0, folds)
                .parallel()
                .mapToObj(part -> learner.learned(i -> parts.get(i) != part))
                .toList();
    }

    /** What each lesson brings, with what the other parts taught. */
    private List<List<Judged>> judged(List<Lesson> lessons, List<Affinity> affinities, List<String> untold) {
        List<Map<Integer, List<Judged>>> byPart = IntStream.range(0, folds)
                .parallel()
                .mapToObj(part -> {
                    Asker asker = new Asker(new Learned(Belief.none(), affinities.get(part), Tone.of(untold.get(part))));
                    Map<Integer, List<Judged>> its = new HashMap<>();
                    for (int i = 0; i < lessons.size(); i++) {
                        if (lessons.get(i).part() == part) {
                            its.put(i, asker.ask(lessons.get(i)).judged());
                        }
                    }
                    return its;
                })
                .toList();
        return IntStream.range(0, lessons.size())
                .mapToObj(i -> byPart.get(lessons.get(i).part()).getOrDefault(i, List.of()))
                .toList();
    }

    private static Belief belief(List<Lesson> lessons, List<List<Judged>> judged, int without) {
        Boosting boosting = new Boosting();
        for (int i = 0; i < lessons.size(); i++) {
            Lesson lesson = lessons.get(i);
            if (lesson.part() != without) {
                judged.get(i).forEach(one -> boosting.add(one.signs(), answers(lesson.question(), one)));
            }
        }
        return boosting.belief();
    }

    private static boolean answers(GoldQuestion question, Judged one) {
        String kind = one.candidate().current() ? "found" : "outdated";
        return question.isRight(kind, List.of(one.candidate().hit().card().id()));
    }

    private static void score(GoldQuestion question, Considered considered, Score score) {
        String kind = considered.answer().kind();
        List<Update.Id> shown = GoldQuestion.shown(considered.answer());
        score.add(question, kind, question.isRight(kind, shown), question.isFalse(kind, shown), considered.best(10), 0);
    }
}

package org.aman.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aman.answer.Affinity;
import org.aman.answer.Answerer;
import org.aman.answer.Belief;
import org.aman.answer.Considered;
import org.aman.answer.Judged;
import org.aman.answer.Learned;
import org.aman.answer.Reading;
import org.aman.answer.Told;
import org.aman.answer.Tone;
import org.aman.answer.TopicTones;
import org.aman.knowledge.Topic;
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

    @Option(names = "--out", required = true, description = "The folder to write decision.txt, affinity.txt, untold.txt, topics.txt and told.txt to.")
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
    private record Lesson(Offline offline, boolean wholly, GoldQuestion question, Instant at, int part) {
        Reading read() {
            return offline.answerer().read(question.text());
        }

        /** Those of the updates that answer it. */
        Set<Topic.Id> topics() {
            return offline.updates().stream()
                    .filter(update -> question.ids().contains(update.id()))
                    .map(Update::topic)
                    .collect(Collectors.toSet());
        }
    }

    /** Asks the lessons of one list, with one answerer for all that go over the same updates and are of the same part. */
    private static final class Asker {
        private final IntFunction<Learned> learned;
        private final Map<Offline, Map<Integer, Answerer>> answerers = new IdentityHashMap<>();

        Asker(IntFunction<Learned> learned) {
            this.learned = learned;
        }

        Considered ask(Lesson lesson) {
            return answerers
                    .computeIfAbsent(lesson.offline(), any -> new HashMap<>())
                    .computeIfAbsent(lesson.part(), part -> lesson.offline().answerer(learned.apply(part)))
                    .consider(lesson.question().asked(lesson.at()));
        }
    }

    /** How much a question on the wrong side counts in learning what no news tells. */
    private static final double ALLOWED_UNTOLD = 1;

    /** The same of how topics sound. */
    private static final double ALLOWED_TOPIC = 1;

    /** A topic of fewer questions is not known by its sound: most are those of one region. */
    private static final int FEWEST_OF_TOPIC = 200;

    @Override
    public Integer call() throws IOException {
        if (folds < 2) {
            throw new IllegalArgumentException("--folds is at least 2");
        }
        List<List<Lesson>> lists = lists();
        List<Lesson> lessons = lists.stream().flatMap(List::stream).toList();
        List<DualEncoder.Asking> askings = askings(lists);
        List<Affinity> affinities = ofEachPart(part -> DualEncoder.affinity(without(lessons, askings, part)));
        List<Told.Weights> held = ofEachPart(part -> ToldLearner.weights(without(lessons, askings, part)));
        List<Told> told = held.stream().map(Told::of).toList();
        List<Tone.Weights> weights = untold(lessons);
        List<Tone> untold = weights.stream().map(Tone::of).toList();
        List<Map<Topic.Id, Tone.Weights>> ofTopics = ofTopics(lessons);
        List<TopicTones> topics = ofTopics.stream().map(TopicTones::of).toList();
        // The signs of every lesson are read with what the other parts taught, as those of new questions will be.
        List<List<Judged>> judged = asked(
                lists,
                part -> new Learned(Belief.none(), affinities.get(part), untold.get(part), topics.get(part), told.get(part)),
                (lesson, considered) -> considered.judged());
        List<Belief> beliefs = ofEachPart(part -> belief(lessons, judged, part));
        Score checked = new Score();
        asked(
                lists.stream().map(list -> list.stream().filter(Lesson::wholly).toList()).toList(),
                part -> new Learned(beliefs.get(part), affinities.get(part), untold.get(part), topics.get(part), told.get(part)),
                Marked::of)
                .forEach(marked -> marked.countIn(checked));
        Files.writeString(out.resolve(Belief.FILE), beliefs.getLast().written());
        Files.writeString(out.resolve(Affinity.FILE), affinities.getLast().written());
        Files.writeString(out.resolve(Learned.UNTOLD), Tone.written(weights.getLast()));
        Files.writeString(out.resolve(TopicTones.FILE), TopicTones.written(ofTopics.getLast()));
        Files.writeString(out.resolve(Told.FILE), Told.written(held.getLast()));
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        screen.printf(Locale.ROOT, "%d questions, %d parts, each asked with what the others taught%n", lessons.stream().filter(Lesson::wholly).count(), folds);
        screen.printf(Locale.ROOT, "right %.1f %%  false %.1f %%%n", checked.right(), checked.falseIn("all"));
        screen.flush();
        return 0;
    }

    /** A list that is given several times, to count as often, is in one part: none of it is checked with what it taught. */
    private List<List<Lesson>> lists() {
        Map<String, Lexicon> lexicons = new ConcurrentHashMap<>();
        Map<Path, Offline.Region> regions = new ConcurrentHashMap<>();
        return IntStream.range(0, questions.size()).parallel().mapToObj(i -> list(i, lexicons, regions)).toList();
    }

    /**
     * @param lexicons those read so far, by what their files hold
     * @param regions those read so far, by their folders
     */
    private List<Lesson> list(int number, Map<String, Lexicon> lexicons, Map<Path, Offline.Region> regions) {
        Path words = nth(config, number, Path.of("config"));
        Path file = words.resolve("lexicon.yaml");
        Lexicon lexicon = lexicons.computeIfAbsent(read(file), any -> Lexicon.load(file));
        Offline.Region region = regions.computeIfAbsent(words, Offline.Region::load);
        Offline offline = Offline.over(lexicon, region, nth(knowledge, number, Path.of("knowledge")), clock, Learned.none());
        OffsetDateTime moment = at.isEmpty() ? null : nth(at, number, at.getFirst());
        Instant asked = moment == null ? clock.instant() : moment.toInstant();
        Offline little = offline.thinned(LITTLE_KNOWN, Learned.none());
        boolean byFile = questions.size() >= folds;
        int first = questions.indexOf(questions.get(number));
        List<Lesson> lessons = new ArrayList<>();
        for (GoldQuestion question : GoldQuestion.read(questions.get(number))) {
            int part = (byFile ? first : lessons.size() / 2) % folds;
            lessons.add(new Lesson(offline, true, question, asked, part));
            lessons.add(new Lesson(little, false, question, asked, part));
        }
        return lessons;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T nth(List<T> given, int index, T otherwise) {
        return given.isEmpty() ? otherwise : given.get(Math.min(index, given.size() - 1));
    }

    /** What was made of every lesson, in their order, the lists side by side, each asked with what was learned without its part. */
    private static <T> List<T> asked(
            List<List<Lesson>> lists, IntFunction<Learned> learned, BiFunction<Lesson, Considered, T> made) {
        return lists.parallelStream()
                .flatMap(list -> {
                    Asker asker = new Asker(learned);
                    return list.stream().map(lesson -> made.apply(lesson, asker.ask(lesson)));
                })
                .toList();
    }

    /** What is learned without each part, and at last from all. */
    private <T> List<T> ofEachPart(IntFunction<T> without) {
        return IntStream.rangeClosed(0, folds)
                .parallel()
                .mapToObj(part -> without.apply(part == folds ? NONE : part))
                .toList();
    }

    /** Each lesson as an affinity is learned from it. The updates of a list are those that some question of it brings. */
    private static List<DualEncoder.Asking> askings(List<List<Lesson>> lists) {
        Map<Offline, Map<Update.Id, Card>> cards = Collections.synchronizedMap(new IdentityHashMap<>());
        return asked(lists, part -> Learned.none(), (lesson, considered) -> {
            Map<Update.Id, Card> base = cards.computeIfAbsent(lesson.offline(), any -> new LinkedHashMap<>());
            considered.candidates().forEach(one -> base.putIfAbsent(one.hit().card().id(), one.hit().card()));
            List<DualEncoder.Verdict> verdicts = considered.judged().stream()
                    .map(one -> new DualEncoder.Verdict(one.candidate().hit().card().id(), answers(lesson.question(), one)))
                    .toList();
            return new DualEncoder.Asking(considered.terms(), base, lesson.question().ids(), verdicts, lesson.wholly());
        });
    }

    /** All but those of one part. */
    private static List<DualEncoder.Asking> without(List<Lesson> lessons, List<DualEncoder.Asking> askings, int part) {
        return IntStream.range(0, lessons.size())
                .filter(i -> lessons.get(i).part() != part)
                .mapToObj(askings::get)
                .toList();
    }

    /** How questions for what no news tells sound, as all parts but one teach, and all of them together. */
    private List<Tone.Weights> untold(List<Lesson> lessons) {
        List<Lesson> some = lessons.stream()
                .filter(Lesson::wholly)
                .filter(lesson -> lesson.question().standsAlone())
                .filter(lesson -> lesson.question().isInVain() || lesson.question().namesUpdates())
                .toList();
        ToneLearner learner = new ToneLearner(ALLOWED_UNTOLD);
        some.forEach(lesson -> learner.add(lesson.read()));
        return ofEachPart(part ->
                learner.learned(i -> some.get(i).part() != part, i -> some.get(i).question().isInVain()));
    }

    /** How questions of each topic sound, likewise. */
    private List<Map<Topic.Id, Tone.Weights>> ofTopics(List<Lesson> lessons) {
        List<Lesson> some = lessons.stream()
                .filter(Lesson::wholly)
                .filter(lesson -> lesson.question().standsAlone() && lesson.question().namesUpdates())
                .toList();
        ToneLearner learner = new ToneLearner(ALLOWED_TOPIC);
        some.forEach(lesson -> learner.add(lesson.read()));
        List<Set<Topic.Id>> topics = some.stream().map(Lesson::topics).toList();
        SortedMap<Topic.Id, Long> met = new TreeMap<>(Comparator.comparing(Topic.Id::value));
        topics.forEach(its -> its.forEach(topic -> met.merge(topic, 1L, Long::sum)));
        met.values().removeIf(times -> times < FEWEST_OF_TOPIC);
        return ofEachPart(part -> {
            Map<Topic.Id, Tone.Weights> tones = new LinkedHashMap<>();
            met.keySet().forEach(topic -> tones.put(
                    topic, learner.learned(i -> some.get(i).part() != part, i -> topics.get(i).contains(topic))));
            return tones;
        });
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

    /** How one question was answered. */
    private record Marked(GoldQuestion question, String kind, List<Update.Id> shown, List<Update.Id> best) {
        static Marked of(Lesson lesson, Considered considered) {
            return new Marked(
                    lesson.question(),
                    considered.answer().kind(),
                    GoldQuestion.shown(considered.answer()),
                    considered.best(10));
        }

        void countIn(Score score) {
            score.add(question, kind, question.isRight(kind, shown), question.isFalse(kind, shown), best, 0);
        }
    }
}

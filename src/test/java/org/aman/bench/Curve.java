package org.aman.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.aman.answer.Answerer;
import org.aman.answer.Question;
import org.aman.conversation.Wording;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Lexicon;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.aman.search.UpdateIndex;

/**
 * Prints what a whole answer costs at several sizes in processor time and memory, beside a plain search of the same index,
 * turn about; processor time is told even by a machine in use. Arguments: how many updates, such as 1000 10000.
 */
final class Curve {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int AT_ONCE = 5_000;
    private static final int QUESTIONS = 2_000;

    /** Questions answered before measuring, until the compiler has nothing left to do. */
    private static final int WARM_UP = 20_000;

    private static final int ROUNDS = 5;

    private final Lexicon lexicon = Lexicon.load(Path.of("config/lexicon.yaml"));
    private final Gazetteer gazetteer = Gazetteer.load(Path.of("config/places.yaml"));
    private final Topics topics = Topics.load(Path.of("config/topics.yaml"));
    private final Knowledge knowledge = new Knowledge(topics, gazetteer);
    private final Wording wording = Wording.of(new Messages(), gazetteer, topics, ZoneId.of("Asia/Damascus"));
    private final List<Question> questions = new ArrayList<>();

    private Curve() {
        SplittableRandom chance = new SplittableRandom(77);
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(knowledge.question(chance));
        }
    }

    public static void main(String[] sizes) throws IOException {
        Curve curve = new Curve();
        System.out.println("updates   answer us   p50   p99   KB   plain us     KB   ratio   answers a second on one core");
        for (String size : sizes) {
            curve.measure(Integer.parseInt(size));
        }
    }

    private void measure(int updates) throws IOException {
        try (UpdateIndex index = UpdateIndex.in(Files.createTempDirectory("aman-curve"), lexicon, gazetteer, topics)) {
            fill(index, updates);
            Answerer answerer = new Answerer(index, lexicon, gazetteer, topics);
            for (int i = 0; i < WARM_UP; i++) {
                answer(answerer, questions.get(i % QUESTIONS));
                plain(index, questions.get(i % QUESTIONS));
            }
            long[] answers = new long[ROUNDS * QUESTIONS];
            long memory = 0;
            long plainTime = 0;
            long plainMemory = 0;
            for (int i = 0; i < answers.length; i++) {
                Question question = questions.get(i % QUESTIONS);
                long allocated = THREADS.getCurrentThreadAllocatedBytes();
                long time = THREADS.getCurrentThreadCpuTime();
                answer(answerer, question);
                long after = THREADS.getCurrentThreadCpuTime();
                long afterAllocated = THREADS.getCurrentThreadAllocatedBytes();
                plain(index, question);
                plainTime += THREADS.getCurrentThreadCpuTime() - after;
                plainMemory += THREADS.getCurrentThreadAllocatedBytes() - afterAllocated;
                answers[i] = after - time;
                memory += afterAllocated - allocated;
            }
            print(updates, answers, memory, plainTime, plainMemory);
        }
    }

    private void fill(UpdateIndex index, int updates) {
        SplittableRandom chance = new SplittableRandom(20200112);
        for (int from = 0; from < updates; from += AT_ONCE) {
            List<Update> some = new ArrayList<>();
            for (int n = from; n < Math.min(updates, from + AT_ONCE); n++) {
                some.add(knowledge.update(n, chance));
            }
            index.apply(some, List.of(), 1);
        }
        index.save();
    }

    private void answer(Answerer answerer, Question question) {
        wording.reply(answerer.answer(question), question);
    }

    private static void plain(UpdateIndex index, Question question) {
        index.with(searcher -> searcher.search(AnswerBench.words(question.text()), 10));
    }

    private static void print(int updates, long[] answers, long memory, long plainTime, long plainMemory) {
        double all = Arrays.stream(answers).sum();
        Arrays.sort(answers);
        System.out.printf(
                Locale.ROOT,
                "%-9d %9.0f %5.0f %5.0f %4.0f %10.0f %6.0f %7.2f %8.0f%n",
                updates,
                all / answers.length / 1e3,
                answers[answers.length / 2] / 1e3,
                answers[answers.length * 99 / 100] / 1e3,
                memory / 1024.0 / answers.length,
                plainTime / 1e3 / answers.length,
                plainMemory / 1024.0 / answers.length,
                all / plainTime,
                answers.length / (all / 1e9));
    }
}

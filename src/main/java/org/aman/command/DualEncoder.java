package org.aman.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.aman.answer.Affinity;
import org.aman.knowledge.Update;
import org.aman.search.Card;

/**
 * Learns {@link Affinity} from questions and the updates that answer them: several encoders, each from another start, whose vectors stand
 * side by side, so that what they agree on counts (bagging, Breiman 1996). Each learns first to choose: the right update among all of its list
 * (softmax loss); then to judge: whether what a question brings answers it at all (logistic loss). Steps
 * are those of Adagrad (Duchi and others, 2011); terms are left out by chance, so that none is leaned on alone (dropout). The same
 * questions teach the same.
 */
final class DualEncoder {
    /** A term that is met more rarely, in questions and updates together, or hardly ever asked, teaches those by heart. */
    private static final int FEWEST = 8;

    private static final int FEWEST_ASKED = 2;
    private static final int FEWEST_ASKED_IN_PAIRS = 12;

    private static final int TIMES_CHOSEN = 16;
    private static final int TIMES_JUDGED = 4;
    private static final int CHOSEN_AT_ONCE = 48;
    private static final int JUDGED_AT_ONCE = 512;
    private static final float STEP_CHOOSING = 0.1f;
    private static final float STEP_JUDGING = 0.05f;
    private static final double LEFT_OUT = 0.3;
    private static final float SHARPLY = 3; // what an affinity counts where one of many is chosen
    private static final double AT_FIRST = 0.06; // the spread of the numbers to begin with
    private static final int ENCODERS = 3;
    private static final int D = Affinity.DIMENSIONS / ENCODERS;

    private final Random random;
    private final List<String> terms = new ArrayList<>();
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final List<Taught> lessons = new ArrayList<>();
    private final Rows asked;
    private final Rows told;

    /**
     * A question with known answers.
     *
     * @param terms what it asks
     * @param base all updates it may be answered by
     * @param answers which of them answer
     * @param verdicts what was brought for it
     * @param chooses whether to learn to choose from it; judging is learned from every one
     */
    record Asking(
            Map<String, Double> terms,
            Map<Update.Id, Card> base,
            Set<Update.Id> answers,
            List<Verdict> verdicts,
            boolean chooses) {
        /** Whether something of the list is the right choice. */
        boolean hasChoice() {
            return !Collections.disjoint(base.keySet(), answers);
        }
    }

    /** Whether an update that was brought answers. */
    record Verdict(Update.Id update, boolean answers) {}

    /** Terms by their rows, in two parts as {@link Affinity} adds them up. */
    private record Telling(int[] asks, int[] says) {}

    /** The updates of a list, each by what it tells, and the questions to learn to choose from. */
    private record Base(List<Update.Id> ids, List<Telling> tellings, List<Asking> chosenFrom) {}

    private record Taught(Asking asking, Base base) {}

    private DualEncoder(List<Asking> askings, int start) {
        random = new Random(start);
        findTerms(askings);
        Map<Map<Update.Id, Card>, Base> bases = new IdentityHashMap<>();
        for (Asking asking : askings) {
            lessons.add(new Taught(asking, bases.computeIfAbsent(asking.base(), this::base)));
        }
        // As asked and as told a term begins the same: what shares words goes together until something else is learned.
        this.asked = new Rows(terms.size());
        this.told = new Rows(terms.size());
        for (int i = 0; i < asked.values.length; i++) {
            asked.values[i] = (float) (random.nextGaussian() * AT_FIRST);
            told.values[i] = asked.values[i];
        }
    }

    /** Those of questions, and the sorts of updates. */
    private void findTerms(List<Asking> askings) {
        Map<String, Integer> inQuestions = new LinkedHashMap<>();
        Set<String> sorts = new TreeSet<>();
        Map<Integer, Integer> inUpdates = new HashMap<>();
        Map<Map<Update.Id, Card>, Boolean> counted = new IdentityHashMap<>();
        for (Asking asking : askings) {
            if (asking.chooses()) {
                asking.terms().keySet().forEach(term -> inQuestions.merge(term, 1, Integer::sum));
                if (counted.put(asking.base(), true) == null) {
                    asking.base().values().forEach(card -> hashes(card).forEach(hash -> inUpdates.merge(hash, 1, Integer::sum)));
                    asking.base().values().forEach(card -> sorts.addAll(Affinity.sorts(card)));
                }
            }
        }
        sorts.forEach(this::addTerm);
        inQuestions.forEach((term, times) -> {
            if (times >= (term.contains(" ") ? FEWEST_ASKED_IN_PAIRS : FEWEST_ASKED) && times + inUpdates.getOrDefault(term.hashCode(), 0) >= FEWEST) {
                addTerm(term);
            }
        });
    }

    private void addTerm(String term) {
        if (rows.putIfAbsent(term.hashCode(), terms.size()) == null) {
            terms.add(term);
        }
    }

    private static Set<Integer> hashes(Card card) {
        Set<Integer> hashes = new HashSet<>();
        for (int[] some : List.of(card.asks(), card.about(), card.body(), card.concepts())) {
            Arrays.stream(some).forEach(hashes::add);
        }
        return hashes;
    }

    private Base base(Map<Update.Id, Card> cards) {
        List<Telling> tellings = new ArrayList<>();
        cards.values().forEach(card -> tellings.add(
                new Telling(known(card.asks(), card.about(), Card.hashes(Affinity.sorts(card))), known(card.body(), card.concepts()))));
        return new Base(List.copyOf(cards.keySet()), tellings, new ArrayList<>());
    }

    private int[] known(int[]... hashes) {
        return Arrays.stream(hashes)
                .flatMapToInt(Arrays::stream)
                .filter(rows::containsKey)
                .map(rows::get)
                .toArray();
    }

    /** What the questions teach. */
    static Affinity affinity(List<Asking> askings) {
        List<DualEncoder> encoders = IntStream.rangeClosed(1, ENCODERS)
                .parallel()
                .mapToObj(start -> new DualEncoder(askings, start).learned())
                .toList();
        Map<String, Affinity.Vectors> vectors = new HashMap<>();
        List<String> terms = encoders.getFirst().terms; // the same in all
        for (int row = 0; row < terms.size(); row++) {
            Affinity.Vectors joined = new Affinity.Vectors(new float[Affinity.DIMENSIONS], new float[Affinity.DIMENSIONS]);
            for (int i = 0; i < ENCODERS; i++) {
                encoders.get(i).asked.share(row, joined.asked(), i * D);
                encoders.get(i).told.share(row, joined.told(), i * D);
            }
            vectors.put(terms.get(row), joined);
        }
        return Affinity.of(vectors);
    }

    private DualEncoder learned() {
        choose();
        judge();
        return this;
    }

    private void choose() {
        List<Base> turns = new ArrayList<>();
        for (Taught lesson : lessons) {
            Asking asking = lesson.asking();
            List<Asking> its = lesson.base().chosenFrom();
            if (asking.chooses() && asking.hasChoice()) {
                if (its.size() % CHOSEN_AT_ONCE == 0) {
                    turns.add(lesson.base());
                }
                its.add(asking);
            }
        }
        asked.begin(STEP_CHOOSING);
        told.begin(STEP_CHOOSING);
        for (int time = 0; time < TIMES_CHOSEN; time++) {
            Collections.shuffle(turns, random);
            for (Base base : turns) {
                Collections.shuffle(base.chosenFrom(), random);
                choose(base, base.chosenFrom().subList(0, Math.min(base.chosenFrom().size(), CHOSEN_AT_ONCE)));
            }
        }
    }

    private void choose(Base base, List<Asking> some) {
        List<Sum> tellings = base.tellings().stream().map(this::told).toList();
        for (Asking asking : some) {
            Sum question = asked(asking.terms());
            double[] chances = chances(question, tellings);
            double ofAnswers = 0;
            boolean[] answers = new boolean[chances.length];
            for (int i = 0; i < chances.length; i++) {
                answers[i] = asking.answers().contains(base.ids().get(i));
                ofAnswers += answers[i] ? chances[i] : 0;
            }
            for (int i = 0; i < chances.length; i++) {
                double share = answers[i] ? chances[i] / ofAnswers : 0;
                float slope = (float) (SHARPLY * (chances[i] - share) / some.size());
                question.lean(tellings.get(i), slope);
            }
            question.pass(asked);
        }
        tellings.forEach(telling -> telling.pass(told));
        asked.step();
        told.step();
    }

    private static double[] chances(Sum question, List<Sum> tellings) {
        double[] chances = tellings.stream().mapToDouble(telling -> SHARPLY * question.product(telling)).toArray();
        double most = Arrays.stream(chances).max().orElse(0);
        double all = 0;
        for (int i = 0; i < chances.length; i++) {
            chances[i] = Math.exp(chances[i] - most);
            all += chances[i];
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= all;
        }
        return chances;
    }

    /** One verdict of one question. */
    private record Judging(Asking asking, Telling telling, boolean answers) {}

    private void judge() {
        List<Judging> all = new ArrayList<>();
        for (Taught lesson : lessons) {
            for (Verdict verdict : lesson.asking().verdicts()) {
                int at = lesson.base().ids().indexOf(verdict.update());
                all.add(new Judging(lesson.asking(), lesson.base().tellings().get(at), verdict.answers()));
            }
        }
        long right = all.stream().filter(Judging::answers).count();
        double start = Math.log((1.0 + right) / (1.0 + all.size() - right));
        asked.begin(STEP_JUDGING);
        told.begin(STEP_JUDGING);
        for (int time = 0; time < TIMES_JUDGED; time++) {
            Collections.shuffle(all, random);
            for (int from = 0; from < all.size(); from += JUDGED_AT_ONCE) {
                judge(all.subList(from, Math.min(all.size(), from + JUDGED_AT_ONCE)), start);
            }
        }
    }

    private void judge(List<Judging> some, double start) {
        for (Judging one : some) {
            Sum question = asked(one.asking().terms());
            Sum telling = told(one.telling());
            double likely = 1 / (1 + Math.exp(-start - question.product(telling)));
            question.lean(telling, (float) ((likely - (one.answers() ? 1 : 0)) / some.size()));
            question.pass(asked);
            telling.pass(told);
        }
        asked.step();
        told.step();
    }

    private Sum asked(Map<String, Double> its) {
        Sum sum = new Sum(its.size());
        double surely = 0;
        for (Map.Entry<String, Double> term : its.entrySet()) {
            Integer row = rows.get(term.getKey().hashCode());
            if (row != null && random.nextDouble() >= LEFT_OUT) {
                sum.add(row, term.getValue().floatValue());
                surely += term.getValue();
            }
        }
        sum.scale(0, surely);
        sum.addUp(asked);
        return sum;
    }

    private Sum told(Telling telling) {
        Sum sum = new Sum(telling.asks().length + telling.says().length);
        for (int[] part : new int[][] {telling.asks(), telling.says()}) {
            int from = sum.size;
            for (int row : part) {
                if (random.nextDouble() >= LEFT_OUT) {
                    sum.add(row, 1);
                }
            }
            sum.scale(from, sum.size - from);
        }
        sum.addUp(told);
        return sum;
    }

    /** A vector that is a sum of rows, each so many times; and where it should go. */
    private static final class Sum {
        private final int[] rows;
        private final float[] times;
        private final float[] vector = new float[D];
        private final float[] slope = new float[D];
        private int size;

        Sum(int most) {
            rows = new int[most];
            times = new float[most];
        }

        void add(int row, float often) {
            rows[size] = row;
            times[size++] = often;
        }

        void scale(int from, double terms) {
            float by = (float) (1 / Math.sqrt(1 + terms));
            for (int i = from; i < size; i++) {
                times[i] *= by;
            }
        }

        void addUp(Rows values) {
            for (int i = 0; i < size; i++) {
                int at = rows[i] * D;
                for (int d = 0; d < D; d++) {
                    vector[d] += times[i] * values.values[at + d];
                }
            }
        }

        float product(Sum other) {
            float sum = 0;
            for (int d = 0; d < D; d++) {
                sum += vector[d] * other.vector[d];
            }
            return sum;
        }

        /** The loss grows so fast with the product of both. */
        void lean(Sum other, float steeply) {
            for (int d = 0; d < D; d++) {
                slope[d] += steeply * other.vector[d];
                other.slope[d] += steeply * vector[d];
            }
        }

        /** Hands its slope on to the rows it is made of. */
        void pass(Rows values) {
            for (int i = 0; i < size; i++) {
                values.lean(rows[i], slope, times[i]);
            }
        }
    }

    /** The vectors of all terms, with what Adagrad knows of them. */
    private static final class Rows {
        private final float[] values;
        private final float[] slopes;
        private final float[] squares;
        private final boolean[] leans;
        private final int[] leaning;
        private int count;
        private float rate;

        Rows(int size) {
            values = new float[size * D];
            slopes = new float[size * D];
            squares = new float[size * D];
            leans = new boolean[size];
            leaning = new int[size];
        }

        void begin(float step) {
            rate = step;
            Arrays.fill(squares, 0);
        }

        void lean(int row, float[] slope, float times) {
            if (!leans[row]) {
                leans[row] = true;
                leaning[count++] = row;
            }
            for (int d = 0; d < D; d++) {
                slopes[row * D + d] += times * slope[d];
            }
        }

        void step() {
            for (int i = 0; i < count; i++) {
                leans[leaning[i]] = false;
                for (int at = leaning[i] * D; at < (leaning[i] + 1) * D; at++) {
                    squares[at] += slopes[at] * slopes[at];
                    values[at] -= squares[at] == 0 ? 0 : rate * slopes[at] / (float) Math.sqrt(squares[at]);
                    slopes[at] = 0;
                }
            }
            count = 0;
        }

        /** Its part in the vector of all encoders, whose product is the mean of theirs. */
        void share(int row, float[] joined, int at) {
            for (int d = 0; d < D; d++) {
                joined[at + d] = values[row * D + d] / (float) Math.sqrt(ENCODERS);
            }
        }
    }
}

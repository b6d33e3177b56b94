package org.aman.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ObjIntConsumer;
import org.aman.knowledge.Topic;
import org.aman.language.WordFile;
import org.aman.search.Card;

/**
 * Whether an update tells the very thing that is asked, term by term ({@link AskedTerms}), learned from questions and the best that was
 * brought for each (the command {@code learn}). A term weighs something where it is asked at all, something where the update holds it
 * or does not, and something by the update's topic: the hours of a clinic answer who asks when it opens, not who asks for an X-ray. A
 * topic of a region of its own has no weights.
 */
public final class Told {
    /** The name of its file. */
    public static final String FILE = "told.txt";

    private static final String TOPICS = "topics";
    private static final String UNIT = "unit ";
    private static final String ALWAYS = "always ";

    /** The columns of a term's weights; those of the topics follow. */
    private static final int ASKED = 0;

    private static final int HELD = 1;
    private static final int NOT_HELD = 2;
    private static final int FIRST_TOPIC = 3;

    /** A term none of whose weights has so many units is not written: half of them, and lists are answered no worse. */
    private static final int LEAST = 6;

    private static final int MOST_EXPLAINED = 8;

    private final List<Topic.Id> topics;
    private final float unit;
    private final float always;
    private final Map<String, byte[]> weights; // in units

    /**
     * What was learned.
     *
     * @param topics those that have weights, in the order of their columns
     * @param terms the weights of each term: as {@link #columns} numbers them
     * @param always what is added to every sum
     */
    public record Weights(List<Topic.Id> topics, SortedMap<String, double[]> terms, double always) {}

    private Told(List<Topic.Id> topics, float unit, float always, Map<String, byte[]> weights) {
        this.topics = List.copyOf(topics);
        this.unit = unit;
        this.always = always;
        this.weights = Map.copyOf(weights);
    }

    /** The same as rounded as they are written. */
    public static Told of(Weights its) {
        return of(WordFile.entries(written(its).lines()));
    }

    /** No opinion on anything: every sum is 0. */
    public static Told none() {
        return new Told(List.of(), 0, 0, Map.of());
    }

    /** Read once, when first asked for: whoever learns anew needs none. */
    private static final class Shipped {
        static final Told ONE = of(WordFile.lines(Told.class, FILE));
    }

    /** The weights this version comes with. */
    public static Told shipped() {
        return Shipped.ONE;
    }

    /** How many weights a term has where so many topics have some. */
    public static int columns(int topics) {
        return FIRST_TOPIC + topics;
    }

    /**
     * Takes what stands for a question and an update, as terms with the column of each.
     *
     * @param topic the column of the update's topic among the topics, negative where it has none
     */
    public static void signs(Iterable<String> terms, Card card, int topic, ObjIntConsumer<String> taker) {
        for (String term : terms) {
            taker.accept(term, ASKED);
            if (isWord(term)) {
                taker.accept(term, isHeld(term.hashCode(), card) ? HELD : NOT_HELD);
            }
            if (topic >= 0) {
                taker.accept(term, FIRST_TOPIC + topic);
            }
        }
    }

    /** Two words in a row stand on no card. */
    private static boolean isWord(String term) {
        return term.indexOf(' ') < 0;
    }

    private static boolean isHeld(int term, Card card) {
        return card.asks(term) || card.says(term) || card.speaksOf(term);
    }

    /** The terms of one question, weighed. */
    final class Weighed {
        private final int[] words;
        private final int[] whereHeld; // how much more each weighs where the update holds it
        private final int[] byTopic;
        private final int terms;
        private final int wordCount;
        private final int asked; // what they weigh where no word is held, whatever the topic

        private Weighed(Collection<String> its) {
            this.words = new int[its.size()];
            this.whereHeld = new int[its.size()];
            this.byTopic = new int[topics.size()];
            int known = 0;
            int ofWords = 0;
            int sum = 0;
            for (String term : its) {
                byte[] weight = weights.get(term);
                if (weight == null) {
                    continue;
                }
                known++;
                sum += weight[ASKED];
                for (int topic = 0; topic < byTopic.length; topic++) {
                    byTopic[topic] += weight[FIRST_TOPIC + topic];
                }
                if (isWord(term)) {
                    sum += weight[NOT_HELD];
                    words[ofWords] = term.hashCode();
                    whereHeld[ofWords++] = weight[HELD] - weight[NOT_HELD];
                }
            }
            this.terms = known;
            this.wordCount = ofWords;
            this.asked = sum;
        }

        /**
         * How surely an update tells what is asked: positive where it does; about -3 to 3. By the root of the number of weights, so that
         * long questions weigh no more.
         */
        double of(Card card) {
            int topic = topics.indexOf(card.topic());
            int sum = asked + (topic < 0 ? 0 : byTopic[topic]);
            int signs = terms + wordCount + (topic < 0 ? 0 : terms);
            for (int i = 0; i < wordCount; i++) {
                sum += isHeld(words[i], card) ? whereHeld[i] : 0;
            }
            return always + sum * unit / Math.sqrt(Math.max(1, signs));
        }
    }

    /** What is asked in these terms. */
    Weighed weighed(Collection<String> terms) {
        return new Weighed(terms);
    }

    private static int sum(byte[] its, String term, Card card, int topic) {
        int ofWord = isWord(term) ? its[isHeld(term.hashCode(), card) ? HELD : NOT_HELD] : 0;
        int ofTopic = topic >= 0 ? its[FIRST_TOPIC + topic] : 0;
        return its[ASKED] + ofWord + ofTopic;
    }

    /** How surely it tells what is asked, and by which terms most, on one line for people who look into a decision. */
    public String explained(Collection<String> terms, Card card) {
        int topic = topics.indexOf(card.topic());
        Map<String, Double> sums = new HashMap<>();
        for (String term : terms) {
            byte[] its = weights.get(term);
            if (its != null) {
                sums.put(term, (double) unit * sum(its, term, card, topic));
            }
        }
        Comparator<String> heaviest = Comparator.comparingDouble(term -> -Math.abs(sums.getOrDefault(term, 0.0)));
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%.2f", weighed(terms).of(card)));
        sums.keySet().stream()
                .sorted(heaviest)
                .limit(MOST_EXPLAINED)
                .forEach(term -> line.append(String.format(Locale.ROOT, " %s=%+.2f", term, sums.getOrDefault(term, 0.0))));
        return line.toString();
    }

    /** The file of these weights, each rounded to one of 255. */
    public static String written(Weights its) {
        double greatest = its.terms().values().stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
        float unit = greatest == 0 ? 1 : (float) (greatest / Byte.MAX_VALUE);
        StringBuilder file = new StringBuilder();
        file.append("# How surely an update tells what is asked: the topics, what a unit is, what is added to every sum; then on each line\n");
        file.append("# the weights of a term in bytes of one unit, in base 64 - where it is asked, where the update holds it, where it does\n");
        file.append("# not, and for each topic - and the term, as in affinity.txt. Written by the command learn; read by answer/Told.\n");
        file.append(TOPICS);
        its.topics().forEach(topic -> file.append(' ').append(topic.value()));
        file.append('\n').append(UNIT).append(unit).append('\n');
        file.append(ALWAYS).append(String.format(Locale.ROOT, "%.3f", its.always())).append('\n');
        its.terms().forEach((term, all) -> {
            byte[] units = new byte[all.length];
            for (int i = 0; i < all.length; i++) {
                units[i] = (byte) Math.round(all[i] / unit);
            }
            if (weighsEnough(units)) {
                file.append(Base64.getEncoder().encodeToString(units)).append(' ').append(term).append('\n');
            }
        });
        return file.toString();
    }

    private static boolean weighsEnough(byte[] units) {
        for (byte one : units) {
            if (Math.abs(one) >= LEAST) {
                return true;
            }
        }
        return false;
    }

    /**
     * The weights of a file {@link #written} so.
     *
     * @throws IllegalArgumentException where a line holds none, with its number
     */
    public static Told of(List<String> lines) {
        List<Topic.Id> topics = new ArrayList<>();
        Map<String, byte[]> weights = new HashMap<>();
        float unit = 0;
        float always = 0;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            try {
                if (line.equals(TOPICS) || line.startsWith(TOPICS + " ")) {
                    Arrays.stream(line.split(" ")).skip(1).map(Topic.Id::new).forEach(topics::add);
                } else if (line.startsWith(UNIT)) {
                    unit = Float.parseFloat(line.substring(UNIT.length()));
                } else if (line.startsWith(ALWAYS)) {
                    always = Float.parseFloat(line.substring(ALWAYS.length()));
                } else {
                    int gap = line.indexOf(' ');
                    weights.put(line.substring(gap + 1), row(line.substring(0, Math.max(0, gap)), topics.size()));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line " + (at + 1) + " tells no weights: " + e.getMessage(), e);
            }
        }
        return new Told(topics, unit, always, weights);
    }

    private static byte[] row(String written, int topics) {
        byte[] row = Base64.getDecoder().decode(written);
        if (row.length != columns(topics)) {
            throw new IllegalArgumentException(columns(topics) + " weights are wanted, " + FIRST_TOPIC + " and one for each topic");
        }
        return row;
    }
}

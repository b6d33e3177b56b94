package org.aman.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.aman.language.Lexicon;
import org.aman.language.RememberedWords;
import org.aman.language.Terms;
import org.aman.language.Token;
import org.aman.language.WordFile;
import org.aman.search.Card;
import org.aman.search.Evidence;

/**
 * How well what is asked goes with what an update tells, learned from questions and the updates that answer them (the command
 * {@code learn}). Every term, that is the stem, the sound or a concept of a word, has one vector for when it is asked and another
 * for when it is told; the affinity is the inner product of their sums (a dual encoder of bags of words, as StarSpace by Wu and
 * others, 2018). So "we sleep in the car, who takes us in" may go with a camp though they share no word.
 */
public final class Affinity {
    /** So many numbers make a vector. */
    public static final int DIMENSIONS = 24;

    /** The name of its file. */
    public static final String FILE = "affinity.txt";

    private static final String UNIT = "unit ";

    /** What was asked before a question that leans on it counts so much. */
    private static final double BEFORE = 0.5;

    private static final int MOST_EXPLAINED = 8;

    /** Most terms of updates that are not known are told by so many of their hashes' last values, which fit into the nearest cache. */
    private static final int SIGHTS = 1 << 16;

    /** The vectors of so many updates are remembered, two megabytes at most. */
    private static final int REMEMBERED_BITS = 14;

    private static final long MIXING = 0x9E3779B97F4A7C15L; // 2^64 by the golden ratio, as in Knuth's multiplicative hashing

    private static final RememberedWords<List<String>> OF_WORDS = new RememberedWords<>();

    private final Map<String, Vectors> known;
    private final int[] hashes;
    private final int[] places; // of a term in the two below, -1 for none
    private final long[] mayKnow = new long[SIGHTS / Long.SIZE];
    private final float[] asked;
    private final float[] told;
    private final AtomicReferenceArray<Telling> tellings = new AtomicReferenceArray<>(1 << REMEMBERED_BITS);

    /** The vector of the updates whose terms have this fingerprint. */
    private record Telling(long terms, float[] vector) {}

    /**
     * What a term is worth.
     *
     * @param asked when it is asked
     * @param told when it is told
     */
    public record Vectors(float[] asked, float[] told) {}

    /** @param known by their terms */
    public Affinity(Map<String, Vectors> known) {
        this.known = Map.copyOf(known);
        int size = Integer.highestOneBit(Math.max(1, known.size())) << 2;
        this.hashes = new int[size];
        this.places = new int[size];
        this.asked = new float[known.size() * DIMENSIONS];
        this.told = new float[known.size() * DIMENSIONS];
        Arrays.fill(places, -1);
        int place = 0;
        for (Map.Entry<String, Vectors> term : known.entrySet()) {
            int slot = slot(term.getKey().hashCode());
            hashes[slot] = term.getKey().hashCode();
            places[slot] = place;
            mayKnow[sight(term.getKey().hashCode()) / Long.SIZE] |= 1L << term.getKey().hashCode();
            System.arraycopy(term.getValue().asked(), 0, asked, place, DIMENSIONS);
            System.arraycopy(term.getValue().told(), 0, told, place, DIMENSIONS);
            place += DIMENSIONS;
        }
    }

    /** No opinion on anything: every affinity is 0. */
    public static Affinity none() {
        return new Affinity(Map.of());
    }

    /** Read once, when first asked for: whoever learns anew needs none. */
    private static final class Shipped {
        static final Affinity ONE = of(WordFile.lines(Affinity.class, FILE));
    }

    /** The vectors this version comes with. */
    public static Affinity shipped() {
        return Shipped.ONE;
    }

    /**
     * The vectors of a file {@link #written} so.
     *
     * @throws IllegalArgumentException where a line holds none, with its number
     */
    public static Affinity of(List<String> lines) {
        Map<String, Vectors> known = new LinkedHashMap<>();
        float unit = Float.NaN;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            try {
                if (line.startsWith(UNIT)) {
                    unit = Float.parseFloat(line.substring(UNIT.length()));
                } else {
                    int gap = line.indexOf(' ');
                    known.put(line.substring(gap + 1), vectors(Base64.getDecoder().decode(line.substring(0, Math.max(0, gap))), unit));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line " + (at + 1) + " holds no vectors: " + e.getMessage(), e);
            }
        }
        return new Affinity(known);
    }

    private static Vectors vectors(byte[] bytes, float unit) {
        if (bytes.length != 2 * DIMENSIONS || Float.isNaN(unit)) {
            throw new IllegalArgumentException("two vectors of " + DIMENSIONS + " bytes are wanted, and their unit before");
        }
        Vectors vectors = new Vectors(new float[DIMENSIONS], new float[DIMENSIONS]);
        for (int i = 0; i < DIMENSIONS; i++) {
            vectors.asked()[i] = bytes[i] * unit;
            vectors.told()[i] = bytes[DIMENSIONS + i] * unit;
        }
        return vectors;
    }

    /** The file of these vectors, each number rounded to one of 255. */
    public String written() {
        float greatest = 0;
        for (Vectors its : known.values()) {
            for (int i = 0; i < DIMENSIONS; i++) {
                greatest = Math.max(greatest, Math.max(Math.abs(its.asked()[i]), Math.abs(its.told()[i])));
            }
        }
        float unit = greatest == 0 ? 1 : greatest / Byte.MAX_VALUE;
        StringBuilder file = new StringBuilder();
        file.append("# What terms are worth when they are asked and when they are told, the vector of each in bytes, both in base 64, then the\n");
        file.append("# term: a stem, a concept, or k: and a sound. Written by the command learn; read by answer/Affinity.\n");
        file.append(UNIT).append(unit).append('\n');
        new TreeMap<>(known).forEach((term, its) -> {
            byte[] bytes = new byte[2 * DIMENSIONS];
            for (int i = 0; i < DIMENSIONS; i++) {
                bytes[i] = (byte) Math.round(its.asked()[i] / unit);
                bytes[DIMENSIONS + i] = (byte) Math.round(its.told()[i] / unit);
            }
            file.append(Base64.getEncoder().encodeToString(bytes)).append(' ').append(term).append('\n');
        });
        return file.toString();
    }

    /** What a question asks, as terms, each with how surely. */
    public static Map<String, Double> terms(Reading reading) {
        boolean arabizi = reading.guess().arabizi();
        Map<String, Double> terms = new LinkedHashMap<>();
        for (Lexicon.Match match : reading.matches()) {
            match.concepts().forEach(concept -> terms.merge(concept.id(), match.quality(), Math::max));
        }
        for (Reading.Word word : reading.words()) {
            word.meanings().forEach((concept, sure) -> terms.merge(concept.id(), sure, Math::max));
            OF_WORDS.of(word.token(), arabizi, token -> termsOfWord(token, arabizi)).forEach(term -> terms.put(term, 1.0));
        }
        return terms;
    }

    private static List<String> termsOfWord(Token token, boolean arabizi) {
        Set<String> terms = new LinkedHashSet<>(Terms.stems(token));
        for (String stem : Terms.stems(token)) {
            terms.add(Evidence.SOUND + Terms.sound(stem));
        }
        if (arabizi && token.script() == Token.Script.LATIN) {
            Terms.sounds(token.text()).forEach(sound -> terms.add(Evidence.SOUND + sound));
        }
        terms.remove(Evidence.SOUND);
        return List.copyOf(terms);
    }

    /** What a question asks that leans on one before it. */
    static Map<String, Double> leaning(Map<String, Double> terms, Map<String, Double> before) {
        Map<String, Double> all = new LinkedHashMap<>(terms);
        before.forEach((term, sure) -> all.merge(term, BEFORE * sure, Math::max));
        return all;
    }

    /** All that is asked in one vector. */
    public float[] asked(Map<String, Double> terms) {
        float[] sum = new float[DIMENSIONS];
        double surely = 0;
        for (Map.Entry<String, Double> term : terms.entrySet()) {
            int place = place(term.getKey().hashCode());
            if (place >= 0) {
                add(asked, place, term.getValue().floatValue(), sum);
                surely += term.getValue();
            }
        }
        return scaled(sum, surely);
    }

    private static void add(float[] vectors, int place, float times, float[] sum) {
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] += times * vectors[place + i];
        }
    }

    /** Many terms tell more than few, but not so many times more. */
    private static float[] scaled(float[] sum, double terms) {
        float by = (float) (1 / Math.sqrt(1 + terms));
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] *= by;
        }
        return sum;
    }

    /** How well what is asked goes with the update of this card: about -8 to 8, 0 where nothing is known of either. */
    public double of(float[] asked, Card card) {
        long terms = fingerprint(card);
        int slot = (int) (terms >>> Long.SIZE - REMEMBERED_BITS);
        Telling telling = tellings.get(slot);
        if (telling == null || telling.terms() != terms) {
            telling = new Telling(terms, told(card));
            tellings.set(slot, telling);
        }
        return product(asked, telling.vector());
    }

    /** Of all terms that tell, each in its place; of two cards that differ it is the same once in some billion times. */
    private static long fingerprint(Card card) {
        long all = fingerprint(card.asks(), fingerprint(card.about(), 0));
        return fingerprint(card.body(), fingerprint(card.concepts(), all)) * MIXING;
    }

    private static long fingerprint(int[] terms, long before) {
        long all = before + terms.length;
        for (int term : terms) {
            all = (all ^ term) * MIXING;
            all ^= all >>> 32;
        }
        return all;
    }

    /** Title and questions in one vector, the text in another, both added. */
    private float[] told(Card card) {
        float[] sum = told(card.asks(), card.about());
        float[] text = told(card.body(), card.concepts());
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] += text[i];
        }
        return sum;
    }

    private float[] told(int[] some, int[] more) {
        float[] sum = new float[DIMENSIONS];
        int terms = add(some, sum) + add(more, sum);
        return scaled(sum, terms);
    }

    private int add(int[] terms, float[] sum) {
        int known = 0;
        for (int hash : terms) {
            int place = place(hash);
            if (place >= 0) {
                add(told, place, 1, sum);
                known++;
            }
        }
        return known;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Where the vectors of the term of this hash begin; negative where it is not known. */
    private int place(int hash) {
        boolean may = (mayKnow[sight(hash) / Long.SIZE] & 1L << hash) != 0;
        return may ? places[slot(hash)] : -1;
    }

    private static int sight(int hash) {
        return hash & SIGHTS - 1;
    }

    /** Where the term of this hash stands, or would stand. */
    private int slot(int hash) {
        int slot = (hash ^ hash >>> 15) & hashes.length - 1;
        while (places[slot] >= 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    /** The terms asked that move it most for the update of this card, and how far, on one line for people who look into a decision. */
    public String explained(Map<String, Double> terms, Card card) {
        Map<String, Double> shares = new LinkedHashMap<>();
        double surely = 0;
        for (Map.Entry<String, Double> term : terms.entrySet()) {
            int place = place(term.getKey().hashCode());
            if (place >= 0) {
                surely += term.getValue();
                shares.put(term.getKey(), term.getValue() * of(Arrays.copyOfRange(asked, place, place + DIMENSIONS), card));
            }
        }
        double by = 1 / Math.sqrt(1 + surely);
        List<String> heaviest = new ArrayList<>(shares.keySet());
        heaviest.sort(Comparator.comparingDouble(term -> -Math.abs(shares.getOrDefault(term, 0.0))));
        StringBuilder line = new StringBuilder();
        heaviest.stream()
                .limit(MOST_EXPLAINED)
                .forEach(term -> line.append(String.format(Locale.ROOT, " %s=%+.1f", term, by * shares.getOrDefault(term, 0.0))));
        return line.toString().strip();
    }
}

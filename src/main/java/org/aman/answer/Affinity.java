package org.aman.answer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.aman.language.WordFile;
import org.aman.search.Card;

/**
 * How well what is asked goes with what an update tells, learned from questions and the updates that answer them (the command
 * {@code learn}). Every term ({@link AskedTerms}) has one vector for when it is asked and another for when it is told; the affinity is the
 * inner product of their sums (a dual encoder of bags of words, as StarSpace by Wu and others, 2018). So "we sleep in the car, who
 * takes us in" may go with a camp though they share no word. Safe for use by many threads.
 */
public final class Affinity {
    /** So many numbers make a vector: those of several encoders side by side, each learned from another start. */
    public static final int DIMENSIONS = 72;

    /** The name of its file. */
    public static final String FILE = "affinity.txt";

    private static final String UNIT = "unit ";

    /** The topic of an update, and its topic with its status, are told as terms too, written behind this. */
    private static final String SORT = "=";

    private static final int MOST_EXPLAINED = 8;

    /** Most terms of updates that are not known are told by so many of their hashes' last values, which fit into the nearest cache. */
    private static final int SIGHTS = 1 << 16;

    /** The vectors of so many updates are remembered, five megabytes at most. */
    private static final int REMEMBERED_BITS = 14;

    private static final long MIXING = 0x9E3779B97F4A7C15L; // 2^64 by the golden ratio, as in Knuth's multiplicative hashing

    private final List<String> terms;
    private final float unit;
    private final byte[] asked; // the vectors of all terms one after the other, in units
    private final byte[] told;
    private final int[] hashes;
    private final int[] places; // of a term in the vectors, -1 for none
    private final long[] mayKnow = new long[SIGHTS / Long.SIZE];
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

    private Affinity(List<String> terms, float unit, byte[] asked, byte[] told) {
        this.terms = List.copyOf(terms);
        this.unit = unit;
        this.asked = asked;
        this.told = told;
        int size = Integer.highestOneBit(Math.max(1, terms.size())) << 2;
        this.hashes = new int[size];
        this.places = new int[size];
        Arrays.fill(places, -1);
        for (int i = 0; i < terms.size(); i++) {
            int hash = terms.get(i).hashCode();
            int slot = slot(hash);
            hashes[slot] = hash;
            places[slot] = i * DIMENSIONS;
            mayKnow[sight(hash) / Long.SIZE] |= 1L << hash;
        }
    }

    /** The affinity by the vectors of these terms, each number rounded to one of 255. */
    public static Affinity of(Map<String, Vectors> known) {
        float greatest = 0;
        for (Vectors its : known.values()) {
            for (int i = 0; i < DIMENSIONS; i++) {
                greatest = Math.max(greatest, Math.max(Math.abs(its.asked()[i]), Math.abs(its.told()[i])));
            }
        }
        float unit = greatest == 0 ? 1 : greatest / Byte.MAX_VALUE;
        byte[] asked = new byte[known.size() * DIMENSIONS];
        byte[] told = new byte[asked.length];
        int at = 0;
        SortedMap<String, Vectors> sorted = new TreeMap<>(known);
        for (Vectors its : sorted.values()) {
            for (int i = 0; i < DIMENSIONS; i++) {
                asked[at] = (byte) Math.round(its.asked()[i] / unit);
                told[at++] = (byte) Math.round(its.told()[i] / unit);
            }
        }
        return new Affinity(List.copyOf(sorted.keySet()), unit, asked, told);
    }

    /** No opinion on anything: every affinity is 0. */
    public static Affinity none() {
        return of(Map.of());
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
        List<String> terms = new ArrayList<>();
        ByteArrayOutputStream asked = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        float unit = Float.NaN;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            try {
                if (line.startsWith(UNIT)) {
                    unit = Float.parseFloat(line.substring(UNIT.length()));
                } else {
                    int gap = line.indexOf(' ');
                    byte[] both = vectors(line.substring(0, Math.max(0, gap)), unit);
                    asked.write(both, 0, DIMENSIONS);
                    told.write(both, DIMENSIONS, DIMENSIONS);
                    terms.add(line.substring(gap + 1));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line " + (at + 1) + " holds no vectors: " + e.getMessage(), e);
            }
        }
        return terms.isEmpty() ? none() : new Affinity(terms, unit, asked.toByteArray(), told.toByteArray());
    }

    private static byte[] vectors(String written, float unit) {
        byte[] both = Base64.getDecoder().decode(written);
        if (both.length != 2 * DIMENSIONS || Float.isNaN(unit)) {
            throw new IllegalArgumentException("two vectors of " + DIMENSIONS + " bytes are wanted, and their unit before");
        }
        return both;
    }

    /** The file of these vectors. */
    public String written() {
        StringBuilder file = new StringBuilder();
        file.append("# What terms are worth when they are asked and when they are told, the vector of each in bytes, both in base 64, then the\n");
        file.append("# term: a stem, a concept, k: and a sound, two words that are asked one after the other (^ the beginning, $ the end, @ a\n");
        file.append("# place), = and a topic or a topic and a status. Written by the command learn; read by answer/Affinity.\n");
        file.append(UNIT).append(unit).append('\n');
        for (int i = 0; i < terms.size(); i++) {
            byte[] both = Arrays.copyOfRange(asked, i * DIMENSIONS, (i + 2) * DIMENSIONS);
            System.arraycopy(told, i * DIMENSIONS, both, DIMENSIONS, DIMENSIONS);
            file.append(Base64.getEncoder().encodeToString(both)).append(' ').append(terms.get(i)).append('\n');
        }
        return file.toString();
    }

    /** What an update is, as terms it tells: its topic, and its topic with its status. Advice has but one status. */
    public static List<String> sorts(Card card) {
        String topic = SORT + card.topic().value();
        return card.places().isEmpty() ? List.of(topic) : List.of(topic, topic + "/" + card.status());
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

    private static void add(byte[] vectors, int place, float times, float[] sum) {
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] += times * vectors[place + i];
        }
    }

    /** Many terms tell more than few, but not so many times more. */
    private float[] scaled(float[] sum, double terms) {
        float by = (float) (unit / Math.sqrt(1 + terms));
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
        long all = fingerprint(card.asks(), 31L * card.topic().hashCode() + card.status().hashCode());
        all = fingerprint(card.body(), fingerprint(card.about(), all));
        return fingerprint(card.concepts(), all) * MIXING;
    }

    private static long fingerprint(int[] terms, long before) {
        long all = before + terms.length;
        for (int term : terms) {
            all = (all ^ term) * MIXING;
            all ^= all >>> 32;
        }
        return all;
    }

    /** Title, questions and sort in one vector, the text in another, both added. */
    private float[] told(Card card) {
        float[] sum = new float[DIMENSIONS];
        int terms = add(card.asks(), sum) + add(card.about(), sum);
        for (String sort : sorts(card)) {
            terms += add(sort.hashCode(), sum);
        }
        scaled(sum, terms);
        float[] text = new float[DIMENSIONS];
        scaled(text, add(card.body(), text) + add(card.concepts(), text));
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] += text[i];
        }
        return sum;
    }

    /** How many of the terms are known. */
    private int add(int[] terms, float[] sum) {
        int known = 0;
        for (int hash : terms) {
            known += add(hash, sum);
        }
        return known;
    }

    private int add(int hash, float[] sum) {
        int place = place(hash);
        if (place < 0) {
            return 0;
        }
        add(told, place, 1, sum);
        return 1;
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
                float[] alone = new float[DIMENSIONS];
                add(asked, place, term.getValue().floatValue(), alone);
                shares.put(term.getKey(), of(alone, card));
            }
        }
        double by = unit / Math.sqrt(1 + surely);
        List<String> heaviest = new ArrayList<>(shares.keySet());
        heaviest.sort(Comparator.comparingDouble(term -> -Math.abs(shares.getOrDefault(term, 0.0))));
        StringBuilder line = new StringBuilder();
        heaviest.stream()
                .limit(MOST_EXPLAINED)
                .forEach(term -> line.append(String.format(Locale.ROOT, " %s=%+.1f", term, by * shares.getOrDefault(term, 0.0))));
        return line.toString().strip();
    }
}

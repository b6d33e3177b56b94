package org.aman.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aman.knowledge.Topic;
import org.aman.language.WordFile;

/**
 * How much a question sounds like those of each topic, by its {@link Traits}: a {@link Tone} for every topic that enough questions were
 * learned of (the command {@code learn}), all in one table. Words tell a topic where somebody thought of them; this hears it also in
 * "they say there is a mattress free", in slips and in spellings nobody wrote down. A topic of a region of its own is not known by it.
 */
public final class TopicTones {
    /** The name of its file. */
    public static final String FILE = "topics.txt";

    private static final String TOPICS = "topics ";
    private static final String UNIT = "unit ";
    private static final String ALWAYS = "always ";

    private final List<Topic.Id> topics;
    private final KnownTraits known;
    private final float unit;
    private final byte[] weights; // those of one trait for all topics, then those of the next, in units
    private final float[] always;

    private TopicTones(List<Topic.Id> topics, KnownTraits known, float unit, byte[] weights, float[] always) {
        this.topics = List.copyOf(topics);
        this.known = known;
        this.unit = unit;
        this.weights = weights;
        this.always = always;
    }

    /** The tones of these weights, as rounded as they are written. */
    public static TopicTones of(Map<Topic.Id, Tone.Weights> tones) {
        return of(WordFile.entries(written(tones).lines()));
    }

    /** No question sounds like anything. */
    public static TopicTones none() {
        return of(Map.of());
    }

    /** Read once, when first asked for: whoever learns anew needs none. */
    private static final class Shipped {
        static final TopicTones ONE = of(WordFile.lines(TopicTones.class, FILE));
    }

    /** The tones this version comes with. */
    public static TopicTones shipped() {
        return Shipped.ONE;
    }

    /**
     * The tones of a file {@link #written} so.
     *
     * @throws IllegalArgumentException where a line tells nothing of that kind, with its number
     */
    public static TopicTones of(List<String> lines) {
        List<Topic.Id> topics = new ArrayList<>();
        List<String> traits = new ArrayList<>();
        float unit = 0;
        float[] always = {};
        byte[] weights = {};
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            try {
                if (line.startsWith(TOPICS)) {
                    Arrays.stream(line.substring(TOPICS.length()).split(" ")).map(Topic.Id::new).forEach(topics::add);
                    weights = new byte[lines.size() * topics.size()];
                } else if (line.startsWith(UNIT)) {
                    unit = Float.parseFloat(line.substring(UNIT.length()));
                } else if (line.startsWith(ALWAYS)) {
                    always = floats(line.substring(ALWAYS.length()), topics.size());
                } else {
                    int gap = line.indexOf(' ');
                    byte[] row = Base64.getDecoder().decode(line.substring(0, Math.max(0, gap)));
                    if (row.length != topics.size() || always.length != topics.size()) {
                        throw new IllegalArgumentException(topics.size() + " weights are wanted, one for each topic");
                    }
                    System.arraycopy(row, 0, weights, traits.size() * row.length, row.length);
                    traits.add(line.substring(gap + 1));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line " + (at + 1) + " tells no tones: " + e.getMessage(), e);
            }
        }
        byte[] all = Arrays.copyOf(weights, traits.size() * topics.size());
        return new TopicTones(topics, new KnownTraits(traits), unit, all, always);
    }

    private static float[] floats(String written, int many) {
        String[] parts = written.split(" ");
        if (parts.length != many) {
            throw new IllegalArgumentException(many + " numbers are wanted, one for each topic");
        }
        float[] all = new float[many];
        for (int i = 0; i < many; i++) {
            all[i] = Float.parseFloat(parts[i]);
        }
        return all;
    }

    /** The file of the tones of these topics, each weight rounded to one of 255. */
    public static String written(Map<Topic.Id, Tone.Weights> tones) {
        StringBuilder file = new StringBuilder();
        file.append("# How much each trait of a question speaks for each topic: the topics, what a unit is, what is added to every sum; then\n");
        file.append("# on each line the weights of a trait in bytes of one unit, in base 64, and the trait: l pieces of words by letters,\n");
        file.append("# s by sound, c concepts, ? a question mark. Written by the command learn; read by answer/TopicTones.\n");
        List<Topic.Id> topics = tones.keySet().stream().sorted(Comparator.comparing(Topic.Id::value)).toList();
        if (topics.isEmpty()) {
            return file.toString();
        }
        SortedMap<String, float[]> rows = new TreeMap<>();
        StringBuilder always = new StringBuilder(ALWAYS.strip());
        float greatest = 0;
        for (int topic = 0; topic < topics.size(); topic++) {
            Tone.Weights its = Objects.requireNonNull(tones.get(topics.get(topic)));
            always.append(String.format(Locale.ROOT, " %.3f", its.always()));
            for (Map.Entry<String, Double> trait : its.traits().entrySet()) {
                float weight = trait.getValue().floatValue();
                rows.computeIfAbsent(trait.getKey(), any -> new float[topics.size()])[topic] = weight;
                greatest = Math.max(greatest, Math.abs(weight));
            }
        }
        float unit = greatest == 0 ? 1 : greatest / Byte.MAX_VALUE;
        file.append(TOPICS).append(String.join(" ", topics.stream().map(Topic.Id::value).toList())).append('\n');
        file.append(UNIT).append(unit).append('\n');
        file.append(always).append('\n');
        rows.forEach((trait, row) -> {
            byte[] units = new byte[row.length];
            for (int i = 0; i < row.length; i++) {
                units[i] = (byte) Math.round(row[i] / unit);
            }
            file.append(Base64.getEncoder().encodeToString(units)).append(' ').append(trait).append('\n');
        });
        return file.toString();
    }

    /** How much a message sounds like each topic: positive where it does, the more the surer, about -2 to 2. */
    public Map<Topic.Id, Double> of(Reading reading) {
        int many = topics.size();
        int[] its = known.of(reading);
        int[] sums = new int[many];
        for (int trait : its) {
            for (int topic = 0; topic < many; topic++) {
                sums[topic] += weights[trait * many + topic];
            }
        }
        double by = unit / Math.sqrt(Math.max(1, its.length));
        Map<Topic.Id, Double> all = HashMap.newHashMap(many);
        for (int topic = 0; topic < many; topic++) {
            all.put(topics.get(topic), always[topic] + by * sums[topic]);
        }
        return all;
    }

    /** The topics a message sounds most like and how much, on one line for people who look into a decision. */
    public String explained(Reading reading) {
        Map<String, String> line = new LinkedHashMap<>();
        of(reading).entrySet().stream()
                .sorted(Map.Entry.<Topic.Id, Double>comparingByValue().reversed())
                .limit(4)
                .forEach(one -> line.put(one.getKey().value(), String.format(Locale.ROOT, "%.2f", one.getValue())));
        return line.toString();
    }
}

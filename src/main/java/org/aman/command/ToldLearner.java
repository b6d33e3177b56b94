package org.aman.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.aman.answer.Told;
import org.aman.knowledge.Topic;
import org.aman.search.Card;

/**
 * Learns {@link Told} from questions: from the best update that answers, or where none of those brought does, from the first of
 * them, which tells of the place and the matter more often than not.
 */
final class ToldLearner {
    /** A term that is asked more rarely teaches those questions by heart. */
    private static final int FEWEST = 5;

    /** A topic of fewer questions has no weights: most are those of one region. */
    private static final int FEWEST_OF_TOPIC = 200;

    /** How much a question on the wrong side counts against small weights. */
    private static final double ALLOWED = 1;

    private final List<Example> examples = new ArrayList<>();

    private record Example(Iterable<String> terms, Card card, boolean answers) {}

    private ToldLearner(List<DualEncoder.Asking> askings) {
        for (DualEncoder.Asking asking : askings) {
            asking.verdicts().stream()
                    .filter(DualEncoder.Verdict::answers)
                    .findFirst()
                    .or(() -> asking.verdicts().stream().findFirst())
                    .ifPresent(verdict -> examples.add(new Example(
                            asking.terms().keySet(), Objects.requireNonNull(asking.base().get(verdict.update())), verdict.answers())));
        }
    }

    /** What those questions teach that bring all updates of their list. */
    static Told.Weights weights(List<DualEncoder.Asking> askings) {
        return new ToldLearner(askings.stream().filter(DualEncoder.Asking::chooses).toList()).learned();
    }

    private Told.Weights learned() {
        Map<String, Integer> rows = rows();
        List<Topic.Id> topics = topics();
        int columns = Told.columns(topics.size());
        WidestMargin margin = new WidestMargin(ALLOWED);
        for (Example example : examples) {
            IntStream.Builder signs = IntStream.builder();
            Told.signs(example.terms(), example.card(), topics.indexOf(example.card().topic()), (term, column) -> {
                Integer row = rows.get(term);
                if (row != null) {
                    signs.add(row * columns + column);
                }
            });
            margin.add(signs.build().toArray(), example.answers());
        }
        double[] weights = margin.weights(rows.size() * columns);
        TreeMap<String, double[]> byTerm = new TreeMap<>();
        rows.forEach((term, row) -> byTerm.put(term, Arrays.copyOfRange(weights, row * columns, (row + 1) * columns)));
        return new Told.Weights(topics, byTerm, margin.always());
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> met = new LinkedHashMap<>();
        examples.forEach(example -> example.terms().forEach(term -> met.merge(term, 1, Integer::sum)));
        Map<String, Integer> rows = new HashMap<>();
        met.forEach((term, times) -> {
            if (times >= FEWEST) {
                rows.put(term, rows.size());
            }
        });
        return rows;
    }

    private List<Topic.Id> topics() {
        Map<Topic.Id, Integer> met = new HashMap<>();
        examples.forEach(example -> met.merge(example.card().topic(), 1, Integer::sum));
        return met.keySet().stream()
                .filter(topic -> met.getOrDefault(topic, 0) >= FEWEST_OF_TOPIC)
                .sorted(Comparator.comparing(Topic.Id::value))
                .toList();
    }
}

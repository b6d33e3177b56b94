package org.aman.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aman.knowledge.Update;

/** How many questions were answered right and falsely, over all, by variety and by trap. */
final class Score {
    private static final class Tally {
        int all;
        int right;
        int wrongAnswers;
        int missed;
        int ranked;
        int first;

        double of(int part) {
            return all == 0 ? 0 : 100.0 * part / all;
        }
    }

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<Long> micros = new ArrayList<>();

    /**
     * Counts a question.
     *
     * @param best what retrieval ranked, best first, whatever was decided of it
     */
    void add(
            GoldQuestion question,
            String kind,
            boolean right,
            boolean wrongAnswer,
            List<Update.Id> best,
            long tookMicros) {
        boolean missed = kind.equals("unknown") && question.kind().contains("found");
        String trap = question.trap() == null ? "none" : question.trap();
        boolean followUp = question.before() != null && !question.before().isEmpty();
        for (String group : List.of("all", "variety " + question.variety(), "trap " + trap, followUp ? "follow-up" : "single")) {
            Tally tally = tallies.computeIfAbsent(group, any -> new Tally());
            tally.all++;
            tally.right += right ? 1 : 0;
            tally.wrongAnswers += wrongAnswer ? 1 : 0;
            tally.missed += missed ? 1 : 0;
            tally.ranked += question.namesUpdates() ? 1 : 0;
            tally.first += question.namesUpdates() && question.hasFirst(best) ? 1 : 0;
        }
        micros.add(tookMicros);
    }

    double right() {
        Tally all = tallies.getOrDefault("all", new Tally());
        return all.of(all.right);
    }

    /** The share of false answers in a group such as {@code trap negation}, in per cent. */
    double falseIn(String group) {
        Tally tally = tallies.getOrDefault(group, new Tally());
        return tally.of(tally.wrongAnswers);
    }

    /** In how many of the questions that some update answers retrieval ranked such a one first, in per cent. */
    double rankedFirst() {
        Tally all = tallies.getOrDefault("all", new Tally());
        return all.ranked == 0 ? 0 : 100.0 * all.first / all.ranked;
    }

    double rightIn(String group) {
        Tally tally = tallies.getOrDefault(group, new Tally());
        return tally.of(tally.right);
    }

    String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-24s %6s %8s %8s %8s %8s%n", "", "n", "right %", "false %", "missed %", "rank 1 %"));
        tallies.forEach((group, tally) -> table.append(String.format(
                Locale.ROOT,
                "%-24s %6d %8.1f %8.1f %8.1f %8s%n",
                group,
                tally.all,
                tally.of(tally.right),
                tally.of(tally.wrongAnswers),
                tally.of(tally.missed),
                tally.ranked == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * tally.first / tally.ranked))));
        List<Long> sorted = micros.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            table.append(String.format(
                    Locale.ROOT,
                    "microseconds a question: median %d, 99th percentile %d%n",
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 99 / 100)));
        }
        return table.toString();
    }
}

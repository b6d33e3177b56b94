package org.aman.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs the benchmarks and prints what the promises are about. Arguments: how many updates, such as 1000 100000. */
final class Bench {
    private Bench() {}

    public static void main(String[] sizes) throws RunnerException {
        String[] updates = sizes.length == 0 ? new String[] {"1000", "100000"} : sizes;
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(AnswerBench.class.getSimpleName())
                        .param("updates", updates)
                        .shouldFailOnError(true)
                        .build())
                .run();
        Map<Integer, Map<String, Statistics>> bySize = new TreeMap<>();
        for (RunResult result : results) {
            bySize.computeIfAbsent(Integer.valueOf(result.getParams().getParam("updates")), size -> new TreeMap<>())
                    .put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getStatistics());
        }
        System.out.println("updates   what                  average us     p50 us     p99 us");
        bySize.forEach((size, rows) -> {
            rows.forEach((what, figures) -> System.out.printf(
                    Locale.ROOT,
                    "%-9d %-20s %11.0f %10.0f %10.0f%n",
                    size,
                    what,
                    figures.getMean(),
                    figures.getPercentile(50),
                    figures.getPercentile(99)));
            Statistics whole = rows.get("wholeAnswer");
            Statistics plain = rows.get("plainTopTen");
            if (whole != null && plain != null) {
                System.out.printf(
                        Locale.ROOT,
                        "%-9d whole answer / plain top ten: %.1f times on average%n",
                        size,
                        whole.getMean() / plain.getMean());
            }
        });
    }
}

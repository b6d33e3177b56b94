package org.aman.alert;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.aman.alert.Progress.Gone;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how far the sending of an alert is, from totals alone: it costs the same for ten people and a million. */
public final class Progresses {
    private static final String FAILED = "failed:";
    private static final String GONE = "gone:";
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final char[] FORMULA = {'=', '+', '-', '@', '\t', '\r'};

    private final JdbcClient jdbc;
    private final LongSupplier nanos;
    private final IntSupplier granted;
    private final Map<Alert.Number, Deque<Sample>> samples = new ConcurrentHashMap<>();

    Progresses(JdbcClient jdbc, LongSupplier nanos, IntSupplier granted) {
        this.jdbc = jdbc;
        this.nanos = nanos;
        this.granted = granted;
    }

    private record Sample(long nanos, int sent) {}

    /** How far it is; empty where there is no such alert, or it was never approved. */
    public Optional<Progress> of(Alert.Number number) {
        return jdbc.sql("select state, recipients from alert where number = :number and approved_at is not null")
                .param("number", number.value())
                .query((row, index) -> new Head(AlertState.valueOf(row.getString("state")), row.getInt("recipients")))
                .optional()
                .map(head -> progress(number, head.state(), head.recipients()));
    }

    private record Head(AlertState state, int recipients) {}

    private Progress progress(Alert.Number number, AlertState state, int total) {
        int sent = 0;
        Map<String, Integer> failed = new TreeMap<>();
        Map<Gone, Integer> gone = new EnumMap<>(Gone.class);
        for (Map.Entry<String, Integer> tally : tallies(number).entrySet()) {
            String outcome = tally.getKey();
            if (outcome.startsWith(FAILED)) {
                failed.put(outcome.substring(FAILED.length()), tally.getValue());
            } else if (outcome.startsWith(GONE)) {
                gone.put(Gone.valueOf(outcome.substring(GONE.length())), tally.getValue());
            } else {
                sent = tally.getValue();
            }
        }
        int waiting = total - sent - sum(failed) - sum(gone);
        double perSecond = state == AlertState.SENDING ? rate(number, sent) : 0;
        return new Progress(
                number,
                state,
                total,
                sent,
                Math.max(0, waiting),
                gone,
                failed,
                perSecond,
                state == AlertState.SENDING ? left(waiting, perSecond) : null,
                posts(number, Deliveries.WAITING, Deliveries.FAILED),
                posts(number, Deliveries.SENT, Deliveries.SENT));
    }

    private Map<String, Integer> tallies(Alert.Number number) {
        Map<String, Integer> tallies = new HashMap<>();
        jdbc.sql("select outcome, people from alert_tally where number = :number and people > 0")
                .param("number", number.value())
                .query(row -> {
                    tallies.put(row.getString("outcome"), row.getInt("people"));
                });
        return tallies;
    }

    private int posts(Alert.Number number, int least, int most) {
        return jdbc.sql("select count(*) from alert_post where number = :number and state >= :least and state <= :most")
                .param("number", number.value())
                .param("least", least)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Over the last ten seconds, as far as somebody has been looking. */
    private double rate(Alert.Number number, int sent) {
        Deque<Sample> looks = samples.computeIfAbsent(number, any -> new ArrayDeque<>());
        synchronized (looks) {
            long now = nanos.getAsLong();
            looks.addLast(new Sample(now, sent));
            while (looks.size() > 2 && now - looks.getFirst().nanos() > WINDOW.toNanos()) {
                looks.removeFirst();
            }
            Sample first = looks.getFirst();
            long passed = now - first.nanos();
            return passed < Duration.ofMillis(500).toNanos() ? 0 : Math.max(0, (sent - first.sent()) * 1e9 / passed);
        }
    }

    private @Nullable Duration left(int waiting, double perSecond) {
        double rate = perSecond > 0 ? perSecond : Math.max(1, granted.getAsInt());
        return Duration.ofSeconds((long) Math.ceil(waiting / rate));
    }

    /** The totals as a table for a spreadsheet: nobody is in it, not even as one of few, and no cell begins a formula. */
    public String csv(Alert.Number number) {
        StringBuilder table = new StringBuilder("alert,outcome,people\r\n");
        of(number).ifPresent(progress -> {
            row(table, number, "total", progress.total());
            row(table, number, "sent", progress.sent());
            row(table, number, "waiting", progress.waiting());
            progress.gone().forEach((how, people) -> row(table, number, "gone: " + how.name(), people));
            progress.failed().forEach((cause, people) -> row(table, number, cause, people));
            table.append(number).append(",\"channels\",").append(progress.channelsSent()).append("\r\n");
        });
        return table.toString();
    }

    private static void row(StringBuilder table, Alert.Number number, String outcome, int people) {
        String told = Estimate.isTold(people) || people == 0 ? Integer.toString(people) : cell(Estimate.said(people));
        table.append(number).append(',').append(cell(outcome)).append(',').append(told).append("\r\n");
    }

    /** A cell that a spreadsheet reads as words (A40). */
    static String cell(String text) {
        String harmless = text;
        for (char sign : FORMULA) {
            if (!text.isEmpty() && text.charAt(0) == sign) {
                harmless = "'" + text;
            }
        }
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}

package org.aman.unanswered;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aman.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many questions are asked and how they end, per hour, topic and language, without who, where or what words. Counted
 * in memory and written every few seconds, so that answering never waits for it; a killed process loses those few seconds.
 */
@Component
public class Figures {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long LONGEST = Duration.ofDays(365).toMillis();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Cell, Integer> counted = new ConcurrentHashMap<>();

    public Figures(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Cell(long hour, String kind, String topic, Language language) {}

    /**
     * Questions of one hour that ended alike.
     *
     * @param kind how they ended, as interfaces name the kinds of answers
     * @param topic empty where none was clear
     */
    public record Asked(Instant hour, String kind, String topic, Language language, int questions) {}

    /** Open questions that had waited so many hours when they were answered. */
    public record Waited(int hours, int questions) {}

    /** Counts one question. */
    public void count(String kind, String topic, Language language) {
        counted.merge(new Cell(start(HOUR), kind, topic, language), 1, Integer::sum);
    }

    /** Counts an open question that is answered now, with how long it was open. */
    public void answered(OpenQuestion question) {
        long hours = Math.max(0, Duration.between(question.first(), clock.instant()).toHours());
        jdbc.sql("""
                insert into waiting_tally (day, hours, questions) values (:day, :hours, 1)
                    on conflict (day, hours) do update set questions = waiting_tally.questions + 1
                """).param("day", start(DAY)).param("hours", hours).update();
    }

    /** Writes what was counted since the last time; all of it, or it is counted still. */
    @Scheduled(fixedDelayString = "PT5S")
    @PreDestroy
    public void write() {
        Map<Cell, Integer> taken = new HashMap<>();
        counted.keySet().forEach(cell -> {
            Integer questions = counted.remove(cell);
            if (questions != null) {
                taken.put(cell, questions);
            }
        });
        if (taken.isEmpty()) {
            return;
        }
        boolean written = false;
        try {
            transaction.executeWithoutResult(status -> taken.forEach(this::add));
            written = true;
        } finally {
            if (!written) {
                taken.forEach((cell, questions) -> counted.merge(cell, questions, Integer::sum));
            }
        }
    }

    private void add(Cell cell, int questions) {
        jdbc.sql("""
                insert into answer_tally (hour, kind, topic, language, questions)
                values (:hour, :kind, :topic, :language, :questions)
                    on conflict (hour, kind, topic, language) do update
                   set questions = answer_tally.questions + excluded.questions
                """)
                .param("hour", cell.hour())
                .param("kind", cell.kind())
                .param("topic", cell.topic())
                .param("language", cell.language().code())
                .param("questions", questions)
                .update();
    }

    /** The questions asked in the last so many hours, the earliest first. */
    public List<Asked> asked(int hours) {
        return jdbc.sql("""
                select hour, kind, topic, language, questions
                  from answer_tally
                 where hour > :from
                 order by hour, kind, topic, language
                """)
                .param("from", start(HOUR) - hours * HOUR)
                .query((row, number) -> new Asked(
                        Instant.ofEpochMilli(row.getLong("hour")),
                        row.getString("kind"),
                        row.getString("topic"),
                        Language.of(row.getString("language")).orElseThrow(),
                        row.getInt("questions")))
                .list();
    }

    /** How long the open questions answered in the last so many days had waited, the shortest first. */
    public List<Waited> waited(int days) {
        return jdbc.sql("""
                select hours, sum(questions) as questions
                  from waiting_tally
                 where day > :from
                 group by hours
                 order by hours
                """)
                .param("from", start(DAY) - days * DAY)
                .query((row, number) -> new Waited(row.getInt("hours"), row.getInt("questions")))
                .list();
    }

    /** Erases counts older than 12 months. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void sweep() {
        jdbc.sql("delete from answer_tally where hour <= :longAgo")
                .param("longAgo", clock.millis() - LONGEST)
                .update();
        jdbc.sql("delete from waiting_tally where day <= :longAgo")
                .param("longAgo", clock.millis() - LONGEST)
                .update();
    }

    private long start(long length) {
        return Math.floorDiv(clock.millis(), length) * length;
    }
}

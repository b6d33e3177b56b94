package org.aman.unanswered;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How often an answer helped: counts per update and day, without who said so. */
@Component
public class Usefulness {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int LONGEST_DAYS = 365;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Usefulness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one opinion on an update. */
    public void rate(String updateId, boolean useful) {
        jdbc.sql("""
                insert into usefulness (update_id, day, useful, not_useful)
                values (:update, :day, :useful, :notUseful)
                    on conflict (update_id, day) do update
                   set useful = usefulness.useful + excluded.useful,
                       not_useful = usefulness.not_useful + excluded.not_useful
                """)
                .param("update", updateId)
                .param("day", today())
                .param("useful", useful ? 1 : 0)
                .param("notUseful", useful ? 0 : 1)
                .update();
    }

    /** All opinions on an update in the last 12 months. */
    public Tally of(String updateId) {
        return jdbc.sql("""
                select coalesce(sum(useful), 0) as useful, coalesce(sum(not_useful), 0) as not_useful
                  from usefulness
                 where update_id = :update
                """)
                .param("update", updateId)
                .query((row, number) -> new Tally(row.getInt("useful"), row.getInt("not_useful")))
                .single();
    }

    /** Erases counts older than 12 months. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void sweep() {
        jdbc.sql("delete from usefulness where day <= :longAgo")
                .param("longAgo", today() - LONGEST_DAYS)
                .update();
    }

    private long today() {
        return Math.floorDiv(clock.millis(), DAY);
    }

    /** How many called an update useful, and how many did not. */
    public record Tally(int useful, int notUseful) {}
}

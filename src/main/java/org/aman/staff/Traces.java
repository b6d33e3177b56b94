package org.aman.staff;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What accounts left behind that shows whose they are: browsers' random cookies, hashed, and sealed chats. */
@Component
class Traces {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final RealTime time;

    Traces(JdbcClient jdbc, RealTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Remembers that this account was here. */
    void leave(Volunteer.Id id, String trace) {
        jdbc.sql("""
                insert into volunteer_trace (volunteer_id, trace, seen_at) values (:id, :trace, :now)
                    on conflict (volunteer_id, trace) do update set seen_at = :now
                """)
                .param("id", id.value())
                .param("trace", trace)
                .param("now", time.millis())
                .update();
    }

    boolean has(Volunteer.Id id, String trace) {
        return jdbc.sql("select count(*) from volunteer_trace where volunteer_id = :id and trace = :trace")
                .param("id", id.value())
                .param("trace", trace)
                .query(Long.class)
                .single() > 0;
    }

    void sweep() {
        jdbc.sql("delete from volunteer_trace where seen_at < :longAgo")
                .param("longAgo", time.millis() - LONGEST.toMillis())
                .update();
    }
}

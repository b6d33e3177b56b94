package org.aman.alert.cap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each feed was read, and when it is read next. Of several replicas one reads it. */
public final class FeedMarks {
    private final JdbcClient jdbc;

    public FeedMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A feed as it stands.
     *
     * @param readAt when it was last read; null for never
     * @param failures how often it failed since
     */
    public record Mark(String address, @Nullable Instant readAt, int failures) {}

    /** What was read of a feed before. */
    record Claim(Fetcher.Marks marks, int failures) {}

    /** All that were ever read. */
    public List<Mark> all() {
        return jdbc.sql("select address, read_at, failures from cap_feed order by address")
                .query(FeedMarks::toMark)
                .list();
    }

    /**
     * Takes a feed that is due, and makes it due again at {@code next} should nobody come back.
     *
     * @param farthest nothing is due later than this: a clock that was ahead must not silence a feed
     */
    Optional<Claim> claim(String address, Instant now, Instant next, Instant farthest) {
        jdbc.sql("""
                insert into cap_feed (address, due_at, failures) values (:address, :now, 0)
                    on conflict (address) do nothing
                """).param("address", address).param("now", now.toEpochMilli()).update();
        return jdbc.sql("""
                update cap_feed set due_at = :next
                 where address = :address and (due_at <= :now or due_at > :farthest)
                returning etag, modified, failures
                """)
                .param("address", address)
                .param("now", now.toEpochMilli())
                .param("next", next.toEpochMilli())
                .param("farthest", farthest.toEpochMilli())
                .query((row, index) -> new Claim(
                        new Fetcher.Marks(row.getString("etag"), row.getString("modified")), row.getInt("failures")))
                .optional();
    }

    /** It was read. */
    void read(String address, Fetcher.Marks marks, Instant now, Duration until) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("address", address);
        values.put("etag", marks.etag());
        values.put("modified", marks.modified());
        values.put("now", now.toEpochMilli());
        values.put("due", now.plus(until).toEpochMilli());
        jdbc.sql("""
                update cap_feed set etag = :etag, modified = :modified, read_at = :now, due_at = :due, failures = 0
                 where address = :address
                """).params(values).update();
    }

    /** It could not be read. */
    void failed(String address, Instant now, Duration until) {
        jdbc.sql("update cap_feed set due_at = :due, failures = failures + 1 where address = :address")
                .param("address", address)
                .param("due", now.plus(until).toEpochMilli())
                .update();
    }

    private static Mark toMark(ResultSet row, int index) throws SQLException {
        long read = row.getLong("read_at");
        return new Mark(
                row.getString("address"), row.wasNull() ? null : Instant.ofEpochMilli(read), row.getInt("failures"));
    }
}

package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aman.database.FreshDatabase;
import org.aman.database.Seal;
import org.aman.message.Chat;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** A town full of residents in the database of a process, and staff who alert them. */
public final class Town {
    private static final int AT_A_TIME = 5_000;

    private final FreshDatabase database;
    private final Staffroom room;

    public Town(FreshDatabase database) {
        this.database = database;
        this.room = new Staffroom(database, Clock.systemUTC(), new AlertSettings(false, 2, 50, 30, List.of()));
    }

    /** So many residents of Saraqib, the first with this chat. */
    public void lives(long firstChat, int people) {
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(database.dataSource());
        Seal seal = database.seal();
        for (int done = 0; done < people; done += AT_A_TIME) {
            List<SqlParameterSource> some = new ArrayList<>();
            for (int i = done; i < Math.min(people, done + AT_A_TIME); i++) {
                some.add(new MapSqlParameterSource()
                        .addValue("id", database.identifiers().next())
                        .addValue("chat", seal.close("chat", new Chat("telegram", Long.toString(firstChat + i)).joined()))
                        .addValue("day", Clock.systemUTC().millis() / Duration.ofDays(1).toMillis()));
            }
            SqlParameterSource[] values = some.toArray(SqlParameterSource[]::new);
            database.transaction().executeWithoutResult(status -> {
                batches.batchUpdate("""
                        insert into resident (id, chat, language, place, created_day, seen_day)
                        values (:id, :chat, 'en', 'saraqib', :day, :day)
                        """, values);
                batches.batchUpdate(
                        "insert into resident_area (resident_id, place, chosen) values (:id, 'saraqib', 0)", values);
            });
        }
    }

    /** Alerts the town; the alert's number. */
    public int alert() {
        return room.sends(room.warning()).alert().number().value();
    }

    /** Cancels an alert. */
    public void cancel(int number) {
        room.sends(room.following(
                room.alerts.filed(new Alert.Number(number)).orElseThrow(), Follow.Way.CANCEL));
    }

    /** How many rows an alert has in this state. */
    public int rows(int number, int state) {
        return room.rows("number = " + number + " and state = " + state);
    }

    public Progress progress(int number) {
        return room.progresses.of(new Alert.Number(number)).orElseThrow();
    }
}

package org.aman.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, for every replica and over restarts. A browser holds the secret; kept are its hash, the kind of
 * device, and when. A session ends unused, or after its longest time, or at once when somebody says so.
 */
@Component
public class Sessions {
    /** Being seen is written down no more often. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    /** An ended session still tells for this long whose unsent form it was. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final DoorSettings settings;
    private final RealTime time;
    private final Traces traces;

    Sessions(JdbcClient jdbc, Secrets secrets, DoorSettings settings, RealTime time, Traces traces) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.settings = settings;
        this.time = time;
        this.traces = traces;
    }

    /** A session as it is listed. */
    public record Session(String id, String device, Instant since, Instant seen, Instant until) {}

    /** A session that was just opened, with the secret that the browser gets and nobody keeps. */
    public record Opened(String secret, String id) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Opened[" + id + "]";
        }
    }

    /** Who is there, by which session. */
    public record Presence(Volunteer volunteer, String sessionId) {}

    /** Opens a session, within the caller's transaction, and remembers that this account was at this device. */
    Opened open(Volunteer.Id id, Device device) {
        Opened opened = new Opened(secrets.next(), secrets.id());
        long now = time.millis();
        jdbc.sql("""
                insert into staff_session (hash, id, volunteer_id, device, since_at, seen_at, until_at)
                values (:hash, :id, :volunteer, :device, :now, :now, :until)
                """)
                .param("hash", Secrets.hash(opened.secret()))
                .param("id", opened.id())
                .param("volunteer", id.value())
                .param("device", device.kind())
                .param("now", now)
                .param("until", now + settings.longest().toMillis())
                .update();
        traces.leave(id, device.trace());
        return opened;
    }

    /** Who holds this secret, while their session lasts and they may come in. */
    public Optional<Presence> of(String secret) {
        long now = time.millis();
        Optional<Seen> found = jdbc.sql("""
                select v.id, v.name, v.role, v.language, v.active, v.person, s.id as session, s.seen_at
                  from staff_session s join volunteer v on v.id = s.volunteer_id
                 where s.hash = :hash and v.active = 1 and s.until_at > :now and s.seen_at > :longAgo
                """)
                .param("hash", Secrets.hash(secret))
                .param("now", now)
                .param("longAgo", now - settings.idle().toMillis())
                .query(Sessions::toSeen)
                .optional();
        found.filter(seen -> now - seen.at() > GRAIN.toMillis())
                .ifPresent(seen -> jdbc.sql("update staff_session set seen_at = :now where id = :id")
                        .param("now", now)
                        .param("id", seen.presence().sessionId())
                        .update());
        return found.map(Seen::presence);
    }

    private record Seen(Presence presence, long at) {}

    private static Seen toSeen(ResultSet row, int index) throws SQLException {
        return new Seen(
                new Presence(Volunteers.toVolunteer(row, index), row.getString("session")), row.getLong("seen_at"));
    }

    /** Whose secret this is or was: a form sent after the end of its session belongs to them and to nobody else. */
    public Optional<Volunteer.Id> whose(String secret) {
        return jdbc.sql("select volunteer_id from staff_session where hash = :hash")
                .param("hash", Secrets.hash(secret))
                .query(String.class)
                .optional()
                .map(Volunteer.Id::new);
    }

    /** The sessions of this account that last, the latest first. */
    public List<Session> all(Volunteer.Id id) {
        long now = time.millis();
        return jdbc.sql("""
                select id, device, since_at, seen_at, until_at
                  from staff_session
                 where volunteer_id = :volunteer and until_at > :now and seen_at > :longAgo
                 order by since_at desc, id
                """)
                .param("volunteer", id.value())
                .param("now", now)
                .param("longAgo", now - settings.idle().toMillis())
                .query((row, index) -> new Session(
                        row.getString("id"),
                        row.getString("device"),
                        Instant.ofEpochMilli(row.getLong("since_at")),
                        Instant.ofEpochMilli(row.getLong("seen_at")),
                        Instant.ofEpochMilli(row.getLong("until_at"))))
                .list();
    }

    /** Ends one session of this account; nothing where it is another's. */
    boolean end(Volunteer.Id id, String session) {
        return jdbc.sql("""
                update staff_session set until_at = :now
                 where volunteer_id = :volunteer and id = :id and until_at > :now
                """)
                .param("volunteer", id.value())
                .param("id", session)
                .param("now", time.millis())
                .update() == 1;
    }

    /** Ends all sessions of this account. */
    int endAll(Volunteer.Id id) {
        return jdbc.sql("update staff_session set until_at = :now where volunteer_id = :volunteer and until_at > :now")
                .param("volunteer", id.value())
                .param("now", time.millis())
                .update();
    }

    void sweep() {
        jdbc.sql("delete from staff_session where until_at < :longAgo")
                .param("longAgo", time.millis() - REMEMBERED.toMillis())
                .update();
    }
}

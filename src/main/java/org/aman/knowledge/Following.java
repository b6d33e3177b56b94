package org.aman.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which topics and areas volunteers follow, and of what they are to be reminded: what they follow and what ends soon. Says
 * each thing once for each revision; who sends it is somebody else. Safe for use by many threads and replicas.
 */
public class Following {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Gazetteer gazetteer;
    private final Clock clock;

    Following(JdbcClient jdbc, Gazetteer gazetteer, Clock clock) {
        this.jdbc = jdbc;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /**
     * What somebody follows.
     *
     * @param topic null for every topic
     * @param place with everything in it; null for every area
     */
    public record Followed(Topic.@Nullable Id topic, Place.@Nullable Id place) {}

    /** Follows a topic, an area, or a topic in an area; following it already changes nothing. */
    public void follow(Volunteer.Id who, Followed followed) {
        jdbc.sql("""
                insert into following (volunteer, topic, place)
                values (:who, :topic, :place)
                on conflict (volunteer, topic, place) do nothing
                """)
                .param("who", who.value())
                .param("topic", word(followed.topic()))
                .param("place", word(followed.place()))
                .update();
    }

    /** Follows it no more. */
    public void leave(Volunteer.Id who, Followed followed) {
        jdbc.sql("delete from following where volunteer = :who and topic = :topic and place = :place")
                .param("who", who.value())
                .param("topic", word(followed.topic()))
                .param("place", word(followed.place()))
                .update();
    }

    private static String word(@Nullable Object id) {
        return id == null ? "" : id.toString();
    }

    /** What this person follows. */
    public List<Followed> of(Volunteer.Id who) {
        return jdbc.sql("select topic, place from following where volunteer = :who order by topic, place")
                .param("who", who.value())
                .query((row, number) -> followed(row.getString("topic"), row.getString("place")))
                .list();
    }

    private static Followed followed(String topic, String place) {
        return new Followed(
                topic.isEmpty() ? null : new Topic.Id(topic), place.isEmpty() ? null : new Place.Id(place));
    }

    /**
     * That somebody should look at an update again.
     *
     * @param due when it ends
     */
    public record Reminder(Volunteer.Id who, Update update, Instant due) {}

    /** Of what followers are to be reminded now: what ends within this time. Call {@link #reminded} for what was sent. */
    public List<Reminder> due(Duration within) {
        Instant now = clock.instant();
        List<Reminder> due = new ArrayList<>();
        for (Update update : endingSoon(now, now.plus(within))) {
            Instant ends = Optional.ofNullable(update.expires()).orElse(Instant.MAX);
            followers(update).stream()
                    .filter(who -> !isReminded(who, update))
                    .forEach(who -> due.add(new Reminder(who, update, ends)));
        }
        return due;
    }

    private List<Update> endingSoon(Instant now, Instant until) {
        return jdbc.sql("""
                select u.content
                  from update_card c
                  join knowledge_update u on u.id = c.update_id
                 where c.state = 'PUBLISHED'
                   and c.replaced = 0
                   and c.expires_at > :now
                   and c.expires_at <= :until
                 order by c.expires_at, c.update_id
                 limit :most
                """)
                .param("now", now.toEpochMilli())
                .param("until", until.toEpochMilli())
                .param("most", MOST)
                .query((row, number) -> Updates.read(row.getString("content")))
                .list();
    }

    private List<Volunteer.Id> followers(Update update) {
        Set<String> area = new LinkedHashSet<>(List.of(""));
        for (Place.Id place : update.places()) {
            area.add(place.value());
            gazetteer.above(place).forEach(above -> area.add(above.id().value()));
        }
        return jdbc.sql("""
                select distinct volunteer
                  from following
                 where topic in ('', :topic)
                   and place in (:area)
                 order by volunteer
                """)
                .param("topic", update.topic().value())
                .param("area", area)
                .query((row, number) -> new Volunteer.Id(row.getString("volunteer")))
                .list();
    }

    private boolean isReminded(Volunteer.Id who, Update update) {
        return jdbc.sql("""
                select count(*)
                  from reminded
                 where volunteer = :who
                   and update_id = :update
                   and revision = :revision
                """)
                        .param("who", who.value())
                        .param("update", update.id().value())
                        .param("revision", update.revision())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Notes that somebody is reminded now; false where another replica was quicker, which then sends it. */
    public boolean reminded(Reminder reminder) {
        Instant now = clock.instant();
        jdbc.sql("delete from reminded where reminded_at <= :old")
                .param("old", now.minus(KEPT).toEpochMilli())
                .update();
        return jdbc.sql("""
                insert into reminded (volunteer, update_id, revision, reminded_at)
                values (:who, :update, :revision, :at)
                on conflict (volunteer, update_id, revision) do nothing
                """)
                        .param("who", reminder.who().value())
                        .param("update", reminder.update().id().value())
                        .param("revision", reminder.update().revision())
                        .param("at", now.toEpochMilli())
                        .update()
                > 0;
    }

    /** How often updates are asked for, as whoever keeps the counts knows. */
    public interface Demand {
        /** How often this update was asked for lately; 0 where nobody did. */
        long of(Update.Id id);
    }

    /** What ends within this time, what is most asked for first, and of those the first to end. */
    public List<Update> endingSoon(Duration within, Demand demand) {
        Instant now = clock.instant();
        List<Update> ending = new ArrayList<>(endingSoon(now, now.plus(within)));
        ending.sort(java.util.Comparator.comparingLong((Update update) -> demand.of(update.id())).reversed());
        return ending;
    }
}

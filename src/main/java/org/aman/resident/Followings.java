package org.aman.resident;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Who wants alerts: of which areas, on which topics, and when not. Goes with the resident. */
@Component
public class Followings {
    /** Areas one resident can follow: their own, and those of their family. */
    public static final int MOST_AREAS = 10;

    /** Not a topic of the knowledge: taking part in exercises. */
    public static final String EXERCISES = "exercise";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    public Followings(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The areas they follow, by id. */
    public List<Place.Id> areas(Resident.Id resident) {
        return jdbc.sql("select place from resident_area where resident_id = :id order by place")
                .param("id", resident.value())
                .query((row, number) -> new Place.Id(row.getString("place")))
                .list();
    }

    /** Follows one more area; false where they follow as many as they can. */
    public boolean follow(Resident.Id resident, Place.Id place) {
        return jdbc.sql("""
                insert into resident_area (resident_id, place, chosen)
                select id, :place, 1 from resident
                 where id = :id
                   and (exists (select 1 from resident_area
                                 where resident_id = :id and place = :place)
                        or (select count(*) from resident_area where resident_id = :id) < :most)
                    on conflict (resident_id, place) do update set chosen = 1
                """)
                .param("id", resident.value())
                .param("place", place.value())
                .param("most", MOST_AREAS)
                .update() > 0;
    }

    /** No longer follows this area. */
    public void unfollow(Resident.Id resident, Place.Id place) {
        jdbc.sql("delete from resident_area where resident_id = :id and place = :place")
                .param("id", resident.value())
                .param("place", place.value())
                .update();
    }

    /** No more alerts: areas, topics and quiet hours go. */
    public void stop(Resident.Id resident) {
        transaction.executeWithoutResult(status -> List.of(
                        "delete from resident_area where resident_id = :id",
                        "delete from resident_topic where resident_id = :id",
                        "update resident set quiet_from = null, quiet_until = null where id = :id")
                .forEach(sql -> jdbc.sql(sql).param("id", resident.value()).update()));
    }

    /** The topics to which they narrow information, {@link #EXERCISES} among them. */
    public List<String> topics(Resident.Id resident) {
        return jdbc.sql("select topic from resident_topic where resident_id = :id order by topic")
                .param("id", resident.value())
                .query((row, number) -> row.getString("topic"))
                .list();
    }

    public void followTopic(Resident.Id resident, String topic) {
        jdbc.sql("""
                insert into resident_topic (resident_id, topic)
                select id, :topic from resident where id = :id
                    on conflict (resident_id, topic) do nothing
                """).param("id", resident.value()).param("topic", topic).update();
    }

    public void unfollowTopic(Resident.Id resident, String topic) {
        jdbc.sql("delete from resident_topic where resident_id = :id and topic = :topic")
                .param("id", resident.value())
                .param("topic", topic)
                .update();
    }

    /** Their quiet hours, if they have any. */
    public Optional<Quiet> quiet(Resident.Id resident) {
        return Optional.ofNullable(quiet(List.of(resident)).get(resident));
    }

    /** The quiet hours of those of these who have any. */
    public Map<Resident.Id, Quiet> quiet(Collection<Resident.Id> residents) {
        Map<Resident.Id, Quiet> quiet = new HashMap<>();
        if (!residents.isEmpty()) {
            jdbc.sql("""
                    select id, quiet_from, quiet_until from resident
                     where id in (:ids) and quiet_from is not null and quiet_until is not null
                    """)
                    .param("ids", residents.stream().map(Resident.Id::value).toList())
                    .query(row -> {
                        quiet.put(
                                new Resident.Id(row.getString("id")),
                                new Quiet(row.getInt("quiet_from"), row.getInt("quiet_until")));
                    });
        }
        return quiet;
    }

    /** Sets their quiet hours, or takes them away (null). */
    public void quiet(Resident.Id resident, @Nullable Quiet quiet) {
        jdbc.sql("update resident set quiet_from = :from, quiet_until = :until where id = :id")
                .param("from", quiet == null ? null : quiet.from())
                .param("until", quiet == null ? null : quiet.until())
                .param("id", resident.value())
                .update();
    }
}

package org.aman.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aman.place.Place;
import org.aman.resident.Followings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts whom an alert would reach. Nobody is ever listed. */
final class Audience {
    /**
     * Of a row {@code d}: its resident may have got the alert. Whoever is owed a correction in place has what is to be
     * corrected, though nothing was tried since.
     */
    static final String MAY_HAVE_IT = "(d.state = 1 or d.tries > 0 or d.message_id is not null)";

    private final JdbcClient jdbc;
    private final Targets targets;

    Audience(JdbcClient jdbc, Targets targets) {
        this.jdbc = jdbc;
        this.targets = targets;
    }

    /** How many would get it. */
    int count(Alert alert) {
        return alert.follow() == null ? followers(alert) : toldOf(alert.follow());
    }

    private int followers(Alert alert) {
        List<String> places =
                targets.of(alert.areas()).keySet().stream().map(Place.Id::value).toList();
        if (places.isEmpty()) {
            return 0;
        }
        Map<String, Object> values = new HashMap<>(narrowing(alert));
        values.put("places", places);
        return jdbc.sql("""
                select count(distinct f.resident_id)
                  from resident_area f
                 where f.place in (:places) /* narrowed */
                """.replace("/* narrowed */", narrowed("f.resident_id")))
                .params(values)
                .query(Integer.class)
                .single();
    }

    private int toldOf(Follow follow) {
        return jdbc.sql("""
                select count(distinct d.resident_id)
                  from alert_delivery d join alert a on a.number = d.number
                 where (a.number = :first or a.first_number = :first) and (:waiting = 1 or /* may have it */)
                """.replace("/* may have it */", MAY_HAVE_IT))
                .param("first", follow.first().value())
                .param("waiting", follow.way() == Follow.Way.UPDATE ? 1 : 0)
                .query(Integer.class)
                .single();
    }

    /** An information on a topic goes to those who follow it or none; an exercise to those who take part. */
    static String narrowed(String resident) {
        return """
                and (:topic = '' or exists (select 1 from resident_topic t
                                             where t.resident_id = %1$s and t.topic = :topic)
                     or (:onlyThey = 0 and not exists (select 1 from resident_topic t
                                                        where t.resident_id = %1$s and t.topic <> :exercises)))
                """.replace("%1$s", resident);
    }

    static Map<String, Object> narrowing(Alert alert) {
        boolean exercise = alert.kind() == Alert.Kind.EXERCISE;
        Map<String, Object> values = new HashMap<>();
        values.put("topic", exercise ? Followings.EXERCISES : alert.topic() == null ? "" : alert.topic());
        values.put("onlyThey", exercise ? 1 : 0);
        values.put("exercises", Followings.EXERCISES);
        return values;
    }
}

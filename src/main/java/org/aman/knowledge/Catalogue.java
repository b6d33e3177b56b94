package org.aman.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists and finds updates by topic, place, state and words, a page at a time. Safe for use by many threads. */
public class Catalogue {
    private static final int MOST_WORDS = 3;
    private static final int MOST_COUNTED = 1000;

    /** What is asked for, of {@code update_card c}; whatever was left open holds of every update. */
    private static final String WANTED = """
            (:topic = '' or c.topic = :topic)
              and c.state in (:states)
              and c.replaced in (:replaced)
              and c.expires_at > :after
              and c.expires_at <= :until
              and (:anywhere = 1 or c.update_id in (
                  select p.update_id from update_place p where p.place in (:places)))
              and (:word1 = '' or c.update_id in (
                  select w.update_id from update_word w where w.word >= :word1 and w.word < :end1))
              and (:word2 = '' or c.update_id in (
                  select w.update_id from update_word w where w.word >= :word2 and w.word < :end2))
              and (:word3 = '' or c.update_id in (
                  select w.update_id from update_word w where w.word >= :word3 and w.word < :end3))
            """;

    private final JdbcClient jdbc;
    private final Gazetteer gazetteer;
    private final Clock clock;

    Catalogue(JdbcClient jdbc, Gazetteer gazetteer, Clock clock) {
        this.jdbc = jdbc;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /**
     * What is looked for; what is empty or null is left open.
     *
     * @param place with everything that lies in it
     * @param words beginnings of words in title, text or id; the first three count
     * @param endsBefore only what still stands and ends before then
     */
    public record Wanted(
            Topic.@Nullable Id topic,
            Place.@Nullable Id place,
            @Nullable Life life,
            String words,
            @Nullable Instant endsBefore) {
        /** Everything. */
        public static final Wanted ANY = new Wanted(null, null, null, "", null);
    }

    /** An update as it is listed, and how it stands now. */
    public record Row(Update update, Life life, Instant changedAt) {}

    /**
     * A page of a list.
     *
     * @param all how many there are on all pages; {@code MOST_COUNTED + 1} (1001) for more than 1000
     */
    public record Page(List<Row> rows, int all) {}

    /** Those that are wanted, the latest changed first; those that end soon, the first to end first. */
    public Page find(Wanted wanted, int from, int most) {
        Map<String, Object> named = named(wanted);
        named.put("from", from);
        named.put("most", most);
        List<Row> rows = jdbc.sql("""
                select u.content, c.state, c.replaced, c.expires_at, c.changed_at
                  from (select update_id
                          from update_card c
                         where /* wanted */
                         order by case when :soon = 1 then c.expires_at else -c.changed_at end, c.update_id
                         limit :most offset :from) f
                  join update_card c on c.update_id = f.update_id
                  join knowledge_update u on u.id = f.update_id
                 order by case when :soon = 1 then c.expires_at else -c.changed_at end, c.update_id
                """.replace("/* wanted */", WANTED)).params(named).query(this::toRow).list();
        return new Page(rows, count(named));
    }

    private int count(Map<String, Object> named) {
        return jdbc.sql("""
                select count(*)
                  from (select c.update_id
                          from update_card c
                         where /* wanted */
                         limit :counted) f
                """.replace("/* wanted */", WANTED))
                .params(named)
                .param("counted", MOST_COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> named(Wanted wanted) {
        Instant now = clock.instant();
        Map<String, Object> named = new HashMap<>();
        named.put("topic", wanted.topic() == null ? "" : wanted.topic().value());
        named.put("states", states(wanted.life()));
        named.put("replaced", replaced(wanted.life()));
        boolean standing = wanted.life() == Life.PUBLISHED || wanted.endsBefore() != null;
        named.put("after", standing ? now.toEpochMilli() : 0);
        named.put("until", until(wanted, now));
        named.put("soon", wanted.endsBefore() == null ? 0 : 1);
        named.put("anywhere", wanted.place() == null ? 1 : 0);
        named.put("places", places(wanted.place()));
        List<String> words = List.copyOf(UpdateCards.stems(wanted.words()));
        for (int i = 1; i <= MOST_WORDS; i++) {
            String word = i <= words.size() ? words.get(i - 1) : "";
            named.put("word" + i, word);
            named.put("end" + i, word + "\uffff");
        }
        return named;
    }

    private static long until(Wanted wanted, Instant now) {
        if (wanted.endsBefore() != null) {
            return wanted.endsBefore().toEpochMilli();
        }
        return wanted.life() == Life.EXPIRED ? now.toEpochMilli() : Long.MAX_VALUE;
    }

    private static List<String> states(@Nullable Life life) {
        if (life == null) {
            return Arrays.stream(Updates.State.values()).map(Enum::name).toList();
        }
        return List.of(
                switch (life) {
                    case HELD -> "HELD";
                    case WITHDRAWN -> "WITHDRAWN";
                    case PUBLISHED, EXPIRED, SUPERSEDED -> "PUBLISHED";
                    case DRAFT, IN_REVIEW, APPROVED, DISCARDED -> "none: these are drafts";
                });
    }

    private static Set<Integer> replaced(@Nullable Life life) {
        return life == Life.SUPERSEDED
                ? Set.of(1)
                : life == Life.PUBLISHED || life == Life.EXPIRED ? Set.of(0) : Set.of(0, 1);
    }

    private List<String> places(Place.@Nullable Id place) {
        List<String> places = new ArrayList<>();
        if (place != null) {
            places.add(place.value());
            gazetteer.below(place).forEach(below -> places.add(below.id().value()));
        }
        return places.isEmpty() ? List.of("") : places;
    }

    /** How an update stands now; empty where there is none. */
    public java.util.Optional<Life> life(Update.Id id) {
        return jdbc.sql("select state, replaced, expires_at from update_card where update_id = :id")
                .param("id", id.value())
                .query((row, number) -> life(row))
                .optional();
    }

    private Row toRow(ResultSet row, int number) throws SQLException {
        return new Row(
                Updates.read(row.getString("content")), life(row), Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    private Life life(ResultSet row) throws SQLException {
        return Life.of(
                Updates.State.valueOf(row.getString("state")),
                row.getInt("replaced") != 0,
                Instant.ofEpochMilli(row.getLong("expires_at")),
                clock.instant());
    }
}

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
import java.util.Optional;
import java.util.Set;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists and finds updates by topic, place, state and words, a page at a time. Safe for use by many threads. */
public class Catalogue {
    private static final int MOST_WORDS = 3;
    private static final int MOST_COUNTED = 1000;

    /** From here on, of a hundred thousand, a page is sooner full by looking at the latest one after the other. */
    private static final int FEW = 5_000;

    /** Where more is asked for than one thing, few of the latest may have it all. */
    private static final int FEW_AMONG_OTHERS = 20_000;

    /**
     * What is asked for, of {@code update_card c}; whatever was left open holds of every update. What stands in
     * {@code coalesce} is not to be looked up by its index, though a database might think it narrow: most updates are
     * published, and an area holds hundreds of places.
     */
    private static final String WANTED = """
            (:topic = '' or c.topic = :topic)
              and coalesce(c.state, '') in (:states)
              and c.replaced in (:replaced)
              and coalesce(c.expires_at, 0) > :after
              and coalesce(c.expires_at, 0) <= :until
              and (:anywhere = 1 or exists (
                  select 1 from update_place p where p.update_id = c.update_id and coalesce(p.place, '') in (:places)))
              and (:word1 = '' or exists (
                  select 1 from update_word w where w.update_id = c.update_id and w.word >= :word1 and w.word < :end1))
              and (:word2 = '' or exists (
                  select 1 from update_word w where w.update_id = c.update_id and w.word >= :word2 and w.word < :end2))
              and (:word3 = '' or exists (
                  select 1 from update_word w where w.update_id = c.update_id and w.word >= :word3 and w.word < :end3))
            """;

    /** One of the things asked for. */
    private enum Narrowing {
        TOPIC("update_card c where c.topic = :topic"),
        STATE("""
                update_card c
                 where c.state in (:states)
                   and c.replaced in (:replaced)
                   and c.expires_at > :after
                   and c.expires_at <= :until"""),
        PLACE("update_place p where p.place in (:places)"),
        WORD1("update_word w where w.word >= :word1 and w.word < :end1"),
        WORD2("update_word w where w.word >= :word2 and w.word < :end2"),
        WORD3("update_word w where w.word >= :word3 and w.word < :end3");

        /** Where the updates that it leaves stand. */
        private final String left;

        Narrowing(String left) {
            this.left = left;
        }

        /** The cards of the updates that it leaves. A cross join is written in the order in which it is to be gone through. */
        private String cards() {
            return switch (this) {
                case TOPIC, STATE -> left;
                case PLACE, WORD1, WORD2, WORD3 -> """
                        (select distinct update_id from /* left */) n cross join update_card c
                         where c.update_id = n.update_id""".replace("/* left */", left);
            };
        }
    }

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
     */
    public record Wanted(Topic.@Nullable Id topic, Place.@Nullable Id place, @Nullable Life life, String words) {
        /** Everything. */
        public static final Wanted ANY = new Wanted(null, null, null, "");
    }

    /** An update as it is listed, and how it stands now. */
    public record Row(Update update, Life life, Instant changedAt) {}

    /**
     * A page of a list.
     *
     * @param all how many there are on all pages; {@code MOST_COUNTED + 1} (1001) for more than 1000
     */
    public record Page(List<Row> rows, int all) {}

    /** Those that are wanted, the latest changed first. */
    public Page find(Wanted wanted, int from, int most) {
        Map<String, Object> named = named(wanted);
        String cards = narrowest(wanted, named).map(Narrowing::cards).orElse("update_card c where 1 = 1");
        List<Row> rows = jdbc.sql("""
                select u.content, f.state, f.replaced, f.expires_at, f.changed_at
                  from (select c.update_id, c.state, c.replaced, c.expires_at, c.changed_at
                          from /* cards */
                           and /* wanted */
                         order by c.changed_at desc, c.update_id desc
                         limit :most offset :from) f
                  join knowledge_update u on u.id = f.update_id
                 order by f.changed_at desc, f.update_id desc
                """.replace("/* cards */", cards).replace("/* wanted */", WANTED))
                .params(named)
                .param("from", from)
                .param("most", most)
                .query(this::toRow)
                .list();
        return new Page(rows, count(cards, named));
    }

    private int count(String cards, Map<String, Object> named) {
        return jdbc.sql("""
                select count(*)
                  from (select c.update_id
                          from /* cards */
                           and /* wanted */
                         limit :counted) f
                """.replace("/* cards */", cards).replace("/* wanted */", WANTED))
                .params(named)
                .param("counted", MOST_COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /**
     * What leaves the fewest updates, to begin with these; empty where nothing leaves few, so that the latest are looked
     * at one after the other until there are enough. Statistics of the databases cannot know: it depends on the word.
     */
    private Optional<Narrowing> narrowest(Wanted wanted, Map<String, Object> named) {
        List<Narrowing> narrowings = narrowings(wanted, named);
        Narrowing narrowest = null;
        int fewest = narrowings.size() == 1 ? FEW : FEW_AMONG_OTHERS;
        for (Narrowing one : narrowings) {
            int left = left(one, fewest, named);
            if (left < fewest) {
                narrowest = one;
                fewest = left;
            }
        }
        return Optional.ofNullable(narrowest);
    }

    private static List<Narrowing> narrowings(Wanted wanted, Map<String, Object> named) {
        List<Narrowing> narrowings = new ArrayList<>();
        for (Narrowing one : Narrowing.values()) {
            boolean asked = switch (one) {
                case TOPIC -> wanted.topic() != null;
                case STATE -> wanted.life() != null;
                case PLACE -> wanted.place() != null;
                case WORD1 -> !"".equals(named.get("word1"));
                case WORD2 -> !"".equals(named.get("word2"));
                case WORD3 -> !"".equals(named.get("word3"));
            };
            if (asked) {
                narrowings.add(one);
            }
        }
        return narrowings;
    }

    private int left(Narrowing narrowing, int most, Map<String, Object> named) {
        return jdbc.sql("select count(*) from (select 1 from " + narrowing.left + " limit :most) f")
                .params(named)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> named(Wanted wanted) {
        long now = clock.millis();
        Map<String, Object> named = new HashMap<>();
        named.put("topic", wanted.topic() == null ? "" : wanted.topic().value());
        named.put("states", states(wanted.life()));
        named.put("replaced", replaced(wanted.life()));
        named.put("after", wanted.life() == Life.PUBLISHED ? now : 0);
        named.put("until", wanted.life() == Life.EXPIRED ? now : Long.MAX_VALUE);
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
    public Optional<Life> life(Update.Id id) {
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

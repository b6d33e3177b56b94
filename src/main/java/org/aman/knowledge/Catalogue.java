package org.aman.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * One of the things asked for, of {@code update_card c}. Which of them leaves the fewest depends on the word, the place
     * and the day, and none of the databases can know: so we look, begin with it and let the others hold beside it.
     */
    private enum Narrowing {
        TOPIC("update_card c where c.topic = :topic", "c.topic = :topic"),
        PLACE(
                "update_place p where p.place in (:places)",
                """
                exists (
                select 1 from update_place p where p.update_id = c.update_id and coalesce(p.place, '') in (:places))"""),
        // Written otherwise beside another, so that their index is not taken then: most updates are of the one or the other.
        CURRENT(
                "update_card c where c.state = 'PUBLISHED' and c.replaced = 0 and c.expires_at > :now",
                "c.state = 'PUBLISHED' and c.replaced < 1 and c.expires_at > :now"),
        ENDED(
                "update_card c where c.state = 'PUBLISHED' and c.replaced = 0 and c.expires_at <= :now",
                "c.state = 'PUBLISHED' and c.replaced < 1 and c.expires_at <= :now"),
        SUPERSEDED("c.state = 'PUBLISHED' and c.replaced = 1"),
        HELD("c.state = 'HELD'"),
        WITHDRAWN("c.state = 'WITHDRAWN'"),
        NEVER("c.state = ''"),
        WORD1("update_word w where w.word >= :word1 and w.word < :end1", """
                exists (
                select 1 from update_word w where w.update_id = c.update_id and w.word >= :word1 and w.word < :end1)"""),
        WORD2("update_word w where w.word >= :word2 and w.word < :end2", """
                exists (
                select 1 from update_word w where w.update_id = c.update_id and w.word >= :word2 and w.word < :end2)"""),
        WORD3("update_word w where w.word >= :word3 and w.word < :end3", """
                exists (
                select 1 from update_word w where w.update_id = c.update_id and w.word >= :word3 and w.word < :end3)""");

        private static final List<Narrowing> WORDS = List.of(WORD1, WORD2, WORD3);

        /** Where the updates that it leaves stand. */
        private final String left;

        /** What holds of their cards. */
        private final String holds;

        Narrowing(String left, String holds) {
            this.left = left;
            this.holds = holds;
        }

        Narrowing(String holds) {
            this("update_card c where " + holds, holds);
        }

        /** The cards of the updates that it leaves. A cross join is written in the order in which it is to be gone through. */
        private String cards() {
            return left.startsWith("update_card") ? left : """
                    (select distinct update_id from /* left */) n cross join update_card c
                     where c.update_id = n.update_id""".replace("/* left */", left);
        }

        private static Narrowing of(Life life) {
            return switch (life) {
                case PUBLISHED -> CURRENT;
                case EXPIRED -> ENDED;
                case SUPERSEDED -> SUPERSEDED;
                case HELD -> HELD;
                case WITHDRAWN -> WITHDRAWN;
                case DRAFT, IN_REVIEW, APPROVED, DISCARDED -> NEVER; // these are drafts
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
        List<String> words = List.copyOf(UpdateCards.stems(wanted.words()));
        Map<String, Object> named = named(wanted, words);
        String cards = cards(narrowings(wanted, words), named);
        List<Row> rows = jdbc.sql("""
                select u.content, f.state, f.replaced, f.expires_at, f.changed_at
                  from (select c.update_id, c.state, c.replaced, c.expires_at, c.changed_at
                          from /* cards */
                         order by c.changed_at desc, c.update_id desc
                         limit :most offset :from) f
                  join knowledge_update u on u.id = f.update_id
                 order by f.changed_at desc, f.update_id desc
                """.replace("/* cards */", cards))
                .params(named)
                .param("from", from)
                .param("most", most)
                .query(this::toRow)
                .list();
        return new Page(rows, count("select c.update_id from " + cards, MOST_COUNTED + 1, named));
    }

    private int count(String rows, int most, Map<String, Object> named) {
        return jdbc.sql("select count(*) from (/* rows */ limit :most) f".replace("/* rows */", rows))
                .params(named)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static List<Narrowing> narrowings(Wanted wanted, List<String> words) {
        List<Narrowing> narrowings = new ArrayList<>();
        if (wanted.topic() != null) {
            narrowings.add(Narrowing.TOPIC);
        }
        if (wanted.place() != null) {
            narrowings.add(Narrowing.PLACE);
        }
        if (wanted.life() != null) {
            narrowings.add(Narrowing.of(wanted.life()));
        }
        narrowings.addAll(Narrowing.WORDS.subList(0, Math.min(words.size(), MOST_WORDS)));
        return narrowings;
    }

    /**
     * The cards of which all this holds, beginning with what leaves the fewest; where nothing leaves few, the latest are
     * looked at one after the other until there are enough.
     */
    private String cards(List<Narrowing> narrowings, Map<String, Object> named) {
        String cards = "update_card c where 1 = 1";
        Narrowing narrowest = null;
        int fewest = narrowings.size() == 1 ? FEW : FEW_AMONG_OTHERS;
        for (Narrowing one : narrowings) {
            int left = count("select 1 from " + one.left, fewest, named);
            if (left < fewest) {
                narrowest = one;
                fewest = left;
                cards = one.cards();
            }
        }
        for (Narrowing one : narrowings) {
            cards += one == narrowest ? "" : "\n and " + one.holds;
        }
        return cards;
    }

    private Map<String, Object> named(Wanted wanted, List<String> words) {
        Map<String, Object> named = new HashMap<>();
        named.put("topic", wanted.topic() == null ? "" : wanted.topic().value());
        named.put("places", places(wanted.place()));
        named.put("now", clock.millis());
        for (int i = 0; i < Math.min(words.size(), MOST_WORDS); i++) {
            named.put("word" + (i + 1), words.get(i));
            named.put("end" + (i + 1), words.get(i) + "\uffff");
        }
        return named;
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

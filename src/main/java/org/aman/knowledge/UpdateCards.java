package org.aman.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.aman.language.ArabicForms;
import org.aman.language.Bilingual;
import org.aman.language.EnglishForms;
import org.aman.language.Folding;
import org.aman.language.Language;
import org.aman.language.Token;
import org.aman.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of each update can be listed and found, kept beside it within the same transaction. */
final class UpdateCards {
    private static final int LONGEST_WORD = 24;

    /** So many rows by one statement; one each would make an import ten times slower. */
    private static final int AT_A_TIME = 200;

    /** What of an update there may be many of. */
    private enum Part {
        PLACES(
                """
                with asked (id) as (values :ids)
                select t.update_id, t.place as value from asked a cross join update_place t where t.update_id = a.id""",
                "delete from update_place where update_id = :id and place in (:gone)",
                "insert into update_place (place, update_id) values :rows"),
        WORDS(
                """
                with asked (id) as (values :ids)
                select t.update_id, t.word as value from asked a cross join update_word t where t.update_id = a.id""",
                "delete from update_word where update_id = :id and word in (:gone)",
                "insert into update_word (word, update_id) values :rows"),
        REPLACES(
                """
                with asked (id) as (values :ids)
                select t.update_id, t.former_id as value from asked a cross join update_replaces t where t.update_id = a.id""",
                "delete from update_replaces where update_id = :id and former_id in (:gone)",
                "insert into update_replaces (former_id, update_id) values :rows");

        private final String select;
        private final String delete;
        private final String insert;

        Part(String select, String delete, String insert) {
            this.select = select;
            this.delete = delete;
            this.insert = insert;
        }

        private Set<String> of(Update update) {
            return switch (this) {
                case PLACES -> update.places().stream().map(Place.Id::value).collect(Collectors.toSet());
                case WORDS -> words(update);
                case REPLACES -> update.supersedes().stream().map(Update.Id::value).collect(Collectors.toSet());
            };
        }
    }

    private final JdbcClient jdbc;

    UpdateCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps their cards; gives the updates whose answering this may change: themselves and those they replace or replaced. */
    Set<Update.Id> keep(List<Update> updates, Updates.State state, Instant at) {
        Set<Update.Id> touched = new LinkedHashSet<>();
        updates.forEach(update -> touched.add(update.id()));
        former(Part.REPLACES, updates).values().forEach(some -> some.forEach(id -> touched.add(new Update.Id(id))));
        updates.forEach(update -> touched.addAll(update.supersedes()));
        cards(updates, state, at);
        for (Part part : Part.values()) {
            parts(part, updates);
        }
        touched.stream().gather(Gatherers.windowFixed(AT_A_TIME)).forEach(this::judge);
        return touched;
    }

    private void cards(List<Update> updates, Updates.State state, Instant at) {
        List<Object[]> rows = updates.stream()
                .map(update -> new Object[] {
                    update.id().value(),
                    update.topic().value(),
                    update.status(),
                    state.name(),
                    0,
                    update.verified().toEpochMilli(),
                    update.expires() == null ? Long.MAX_VALUE : update.expires().toEpochMilli(),
                    at.toEpochMilli()
                })
                .toList();
        jdbc.sql("""
                insert into update_card (update_id, topic, status, state, replaced, verified_at, expires_at, changed_at)
                values :rows
                on conflict (update_id) do update
                   set topic = excluded.topic, status = excluded.status, state = excluded.state,
                       verified_at = excluded.verified_at, expires_at = excluded.expires_at,
                       changed_at = excluded.changed_at
                """).param("rows", rows).update();
    }

    /** Takes out what is no longer so and adds what is new; most changes of an update leave most of it. */
    private void parts(Part part, List<Update> updates) {
        Map<String, Set<String>> former = former(part, updates);
        List<Object[]> added = new ArrayList<>();
        for (Update update : updates) {
            String id = update.id().value();
            Set<String> gone = former.getOrDefault(id, new HashSet<>());
            Set<String> values = part.of(update);
            values.stream()
                    .filter(value -> !gone.contains(value))
                    .sorted()
                    .forEach(value -> added.add(new Object[] {value, id}));
            gone.removeAll(values);
            gone.stream().gather(Gatherers.windowFixed(AT_A_TIME)).forEach(some ->
                    jdbc.sql(part.delete).param("id", id).param("gone", some).update());
        }
        added.stream().gather(Gatherers.windowFixed(AT_A_TIME)).forEach(some ->
                jdbc.sql(part.insert).param("rows", some).update());
    }

    /** What is kept of them by their ids; what is new has nothing yet. */
    private Map<String, Set<String>> former(Part part, List<Update> updates) {
        List<Update.Id> known = updates.stream().filter(update -> update.revision() > 1).map(Update::id).toList();
        Map<String, Set<String>> former = new HashMap<>();
        if (!known.isEmpty()) {
            jdbc.sql(part.select).param("ids", Updates.rows(known)).query(row -> {
                former.computeIfAbsent(row.getString("update_id"), any -> new HashSet<>()).add(row.getString("value"));
            });
        }
        return former;
    }

    /** Notes whether a published update stands in place of these. */
    private void judge(List<Update.Id> ids) {
        jdbc.sql("""
                update update_card
                   set replaced = 1 - replaced
                 where update_id in (:ids)
                   and replaced <> case when exists (
                       select 1
                         from update_replaces r
                        where r.former_id = update_card.update_id
                          and (select c.state from update_card c where c.update_id = r.update_id) = 'PUBLISHED')
                       then 1 else 0 end
                """).param("ids", ids.stream().map(Update.Id::value).toList()).update();
    }

    List<Update.Id> missing() {
        return jdbc.sql("select id from knowledge_update where id not in (select update_id from update_card)")
                .query((row, number) -> new Update.Id(row.getString("id")))
                .list();
    }

    /** The stems of what an update says, and the parts of its id. */
    private static Set<String> words(Update update) {
        Set<String> words = new LinkedHashSet<>(List.of(update.id().value().split("-", -1)));
        for (Language language : Language.values()) {
            for (Bilingual one : List.of(update.title(), update.text())) {
                one.in(language).ifPresent(text -> words.addAll(stems(text)));
            }
        }
        return words;
    }

    /** The stems of a text, as updates are found by them. */
    static Set<String> stems(String text) {
        Set<String> stems = new LinkedHashSet<>();
        for (String part : text.split("\\s+", -1)) {
            Token.of(Folding.fold(part)).forEach(token -> stems.add(cut(stem(token))));
        }
        return stems;
    }

    private static String stem(Token token) {
        return switch (token.script()) {
            case ARABIC -> ArabicForms.stem(token.text());
            case LATIN -> EnglishForms.stem(token.text());
            case NUMBER -> token.text();
        };
    }

    private static String cut(String word) {
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
    }
}

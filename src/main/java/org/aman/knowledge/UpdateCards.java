package org.aman.knowledge;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
    private static final int AT_A_TIME = 40;

    /** What of an update there may be many of. */
    private enum Part {
        PLACES(
                "select place from update_place where update_id = :id",
                "delete from update_place where update_id = :id and place in (:gone)",
                "insert into update_place (place, update_id) values :rows"),
        WORDS(
                "select word from update_word where update_id = :id",
                "delete from update_word where update_id = :id and word in (:gone)",
                "insert into update_word (word, update_id) values :rows"),
        REPLACES(
                "select former_id from update_replaces where update_id = :id",
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
    }

    private final JdbcClient jdbc;

    UpdateCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the card; gives the updates whose answering this may change: itself and those it replaces or replaced. */
    Set<Update.Id> keep(Update update, Updates.State state, Instant at) {
        Set<Update.Id> touched = new LinkedHashSet<>();
        touched.add(update.id());
        touched.addAll(replacedBy(update.id()));
        touched.addAll(update.supersedes());
        card(update, state, at);
        rows(Part.PLACES, update.id(), update.places().stream().map(Place.Id::value).toList());
        rows(Part.WORDS, update.id(), words(update));
        rows(Part.REPLACES, update.id(), update.supersedes().stream().map(Update.Id::value).toList());
        touched.forEach(this::judge);
        return touched;
    }

    private List<Update.Id> replacedBy(Update.Id id) {
        return jdbc.sql("select former_id from update_replaces where update_id = :id")
                .param("id", id.value())
                .query((row, number) -> new Update.Id(row.getString("former_id")))
                .list();
    }

    private void card(Update update, Updates.State state, Instant at) {
        jdbc.sql("""
                insert into update_card (update_id, topic, status, state, replaced, verified_at, expires_at, changed_at)
                values (:id, :topic, :status, :state, 0, :verified, :expires, :at)
                on conflict (update_id) do update
                   set topic = excluded.topic, status = excluded.status, state = excluded.state,
                       verified_at = excluded.verified_at, expires_at = excluded.expires_at,
                       changed_at = excluded.changed_at
                """)
                .param("id", update.id().value())
                .param("topic", update.topic().value())
                .param("status", update.status())
                .param("state", state.name())
                .param("verified", update.verified().toEpochMilli())
                .param("expires", update.expires() == null ? Long.MAX_VALUE : update.expires().toEpochMilli())
                .param("at", at.toEpochMilli())
                .update();
    }

    /** Takes out what is no longer so and adds what is new; most changes of an update leave most of it. */
    private void rows(Part part, Update.Id id, Collection<String> values) {
        Set<String> gone = new LinkedHashSet<>(
                jdbc.sql(part.select).param("id", id.value()).query(String.class).list());
        Set<String> added = new LinkedHashSet<>(values);
        added.removeAll(gone);
        gone.removeAll(values);
        for (List<String> some : cut(gone)) {
            jdbc.sql(part.delete).param("id", id.value()).param("gone", some).update();
        }
        for (List<String> some : cut(added)) {
            List<Object[]> rows = some.stream()
                    .map(value -> new Object[] {value, id.value()})
                    .toList();
            jdbc.sql(part.insert).param("rows", rows).update();
        }
    }

    /** Many rows by one statement: a word each would make an import ten times slower. */
    private static List<List<String>> cut(Collection<String> values) {
        List<String> all = List.copyOf(values);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_A_TIME)
                .mapToObj(from -> all.subList(from, Math.min(from + AT_A_TIME, all.size())))
                .toList();
    }

    /** Notes whether a published update stands in place of this one. */
    private void judge(Update.Id id) {
        jdbc.sql("""
                update update_card
                   set replaced = case when exists (
                       select 1
                         from update_replaces r
                         join update_card c on c.update_id = r.update_id
                        where r.former_id = :id
                          and c.state = 'PUBLISHED') then 1 else 0 end
                 where update_id = :id
                """).param("id", id.value()).update();
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

package org.aman.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aman.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where updates are kept, with every revision they ever had. Only the desks of this room change them. */
public class Updates {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** So many changes back, whoever follows reads just what changed; from further back, everything. */
    private static final int CHANGES_KEPT = 10_000;

    /** Of one topic and area, more than enough to compare with. */
    private static final int MOST_COMPARED = 50;

    private final JdbcClient jdbc;
    private final UpdateCards cards;

    Updates(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cards = new UpdateCards(jdbc);
    }

    /**
     * What was decided about an update; {@link Life} adds what the clock and other updates make of it.
     *
     * <p>What is held or withdrawn never answers.
     */
    public enum State {
        PUBLISHED,
        HELD,
        WITHDRAWN
    }

    /** A stored update as it is now; {@code hash} is that of its canonical text. */
    record Kept(Update update, State state, String hash) {}

    /** The published updates that no other published one replaces, expired ones included. Reads all of them. */
    public List<Update> answerable() {
        return jdbc.sql("""
                select u.content
                  from knowledge_update u
                  join update_card c on c.update_id = u.id
                 where c.state = 'PUBLISHED'
                   and c.replaced = 0
                 order by u.id
                """).query((row, number) -> read(row.getString("content"))).list();
    }

    /** How many of the answerable updates stand at this moment, and how many have ended. */
    Standing standing(Instant moment) {
        return jdbc.sql("""
                select coalesce(sum(case when expires_at > :now then 1 else 0 end), 0) as current,
                       coalesce(sum(case when expires_at > :now then 0 else 1 end), 0) as ended
                  from update_card
                 where state = 'PUBLISHED'
                   and replaced = 0
                """)
                .param("now", moment.toEpochMilli())
                .query((row, number) -> new Standing(row.getLong("current"), row.getLong("ended")))
                .single();
    }

    record Standing(long current, long ended) {}

    /** The update of this id as it is now, whatever its state. */
    public Optional<Update> update(Update.Id id) {
        return kept(id).map(Kept::update);
    }

    /** The state of an update; empty where there is none of this id. */
    public Optional<State> state(Update.Id id) {
        return kept(id).map(Kept::state);
    }

    /** The update as it was in this revision, such as somebody was told it. */
    public Optional<Update> asOf(Update.Id id, int revision) {
        return jdbc.sql("select content from update_revision where update_id = :id and revision = :revision")
                .param("id", id.value())
                .param("revision", revision)
                .query((row, number) -> read(row.getString("content")))
                .optional();
    }

    /** Whether it says otherwise than in this revision; further ways to ask it are no matter. */
    boolean hasMoved(Update.Id id, int revision) {
        Optional<Update> then = asOf(id, revision);
        return !update(id).map(Update::withoutQuestions).equals(then.map(Update::withoutQuestions));
    }

    /**
     * One change of an update.
     *
     * @param state what it became
     * @param hash of its canonical text
     * @param by the id of a volunteer, or what did it, such as {@code files} or {@code import}
     */
    public record Revision(Update update, State state, String hash, String by, Instant at) {}

    /** All changes of an update, the latest first. */
    public List<Revision> history(Update.Id id) {
        return jdbc.sql("""
                select content, state, hash, changed_by, changed_at
                  from update_revision
                 where update_id = :id
                 order by revision desc
                """)
                .param("id", id.value())
                .query((row, number) -> new Revision(
                        read(row.getString("content")),
                        State.valueOf(row.getString("state")),
                        row.getString("hash"),
                        row.getString("changed_by"),
                        Instant.ofEpochMilli(row.getLong("changed_at"))))
                .list();
    }

    /** Counts up with every change. */
    public long revision() {
        return jdbc.sql("select revision from knowledge_revision where id = 1")
                .query(Long.class)
                .single();
    }

    Optional<Kept> kept(Update.Id id) {
        return jdbc.sql("""
                select content, state, hash
                  from knowledge_update
                 where id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> new Kept(
                        read(row.getString("content")), State.valueOf(row.getString("state")), row.getString("hash")))
                .optional();
    }

    /** What answers now on this topic in any of these places. */
    List<Update> currentOn(Topic.Id topic, Set<Place.Id> places, Instant now) {
        return jdbc.sql("""
                select u.content
                  from knowledge_update u
                 where u.id in (
                       select c.update_id
                         from update_card c
                         join update_place p on p.update_id = c.update_id
                        where p.place in (:places)
                          and c.topic = :topic
                          and c.state = 'PUBLISHED'
                          and c.replaced = 0
                          and c.expires_at > :now)
                 order by u.changed_at desc
                 limit :most
                """)
                .param("places", places.stream().map(Place.Id::value).toList())
                .param("topic", topic.value())
                .param("now", now.toEpochMilli())
                .param("most", MOST_COMPARED)
                .query((row, number) -> read(row.getString("content")))
                .list();
    }

    /** What was last taken from each file, by file name. */
    Map<String, FileMark> marks() {
        Map<String, FileMark> marks = new LinkedHashMap<>();
        jdbc.sql("select file, update_id, hash, kept from update_file order by file").query(row -> {
            marks.put(
                    row.getString("file"),
                    new FileMark(
                            new Update.Id(row.getString("update_id")),
                            row.getString("hash"),
                            row.getInt("kept") == 1));
        });
        return marks;
    }

    /**
     * What was last taken from a file, whatever became of it since.
     *
     * @param kept that the file is gone and a person said that what it told stays
     */
    record FileMark(Update.Id id, String hash, boolean kept) {
        FileMark(Update.Id id, String hash) {
            this(id, hash, false);
        }

        FileMark without() {
            return new FileMark(id, hash, true);
        }

        FileMark back() {
            return new FileMark(id, hash, false);
        }
    }

    void mark(String file, FileMark mark) {
        jdbc.sql("""
                insert into update_file (file, update_id, hash, kept)
                values (:file, :id, :hash, :kept)
                on conflict (file) do update
                   set update_id = excluded.update_id, hash = excluded.hash, kept = excluded.kept
                """)
                .param("file", file)
                .param("id", mark.id().value())
                .param("hash", mark.hash())
                .param("kept", mark.kept() ? 1 : 0)
                .update();
    }

    void unmark(String file) {
        jdbc.sql("delete from update_file where file = :file").param("file", file).update();
    }

    /** Has all who change updates wait for one another until the end of the transaction. */
    void lock() {
        jdbc.sql("update knowledge_revision set revision = revision where id = 1").update();
    }

    /** Keeps this as the current revision and in the history; the updates whose answering it may change. */
    Set<Update.Id> keep(Update update, State state, String by, Instant at) {
        String content = JSON.writeValueAsString(update);
        Map<String, Object> values = new HashMap<>();
        values.put("id", update.id().value());
        values.put("revision", update.revision());
        values.put("state", state.name());
        values.put("content", content);
        values.put("hash", UpdateText.hash(update));
        values.put("by", by);
        values.put("at", at.toEpochMilli());
        jdbc.sql("""
                insert into knowledge_update (id, revision, state, content, hash, changed_at)
                values (:id, :revision, :state, :content, :hash, :at)
                on conflict (id) do update
                   set revision = excluded.revision, state = excluded.state, content = excluded.content,
                       hash = excluded.hash, changed_at = excluded.changed_at
                """).params(values).update();
        jdbc.sql("""
                insert into update_revision (update_id, revision, state, content, hash, changed_by, changed_at)
                values (:id, :revision, :state, :content, :hash, :by, :at)
                """).params(values).update();
        return cards.keep(update, state, at);
    }

    /** Writes the cards of updates stored before there were any. */
    void completeCards() {
        cards.missing().forEach(id -> kept(id).ifPresent(kept ->
                cards.keep(kept.update(), kept.state(), changedAt(id))));
    }

    private Instant changedAt(Update.Id id) {
        return Instant.ofEpochMilli(jdbc.sql("select changed_at from knowledge_update where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single());
    }

    /** Counts these changes as the next revision of the knowledge. */
    Change count(Collection<Update.Id> touched) {
        jdbc.sql("update knowledge_revision set revision = revision + 1 where id = 1").update();
        long revision = revision();
        for (Update.Id id : touched) {
            jdbc.sql("insert into update_change (revision, update_id) values (:revision, :id)")
                    .param("revision", revision)
                    .param("id", id.value())
                    .update();
        }
        jdbc.sql("delete from update_change where revision <= :old")
                .param("old", revision - CHANGES_KEPT)
                .update();
        return changeOf(touched, revision);
    }

    /**
     * What changed since this revision, as it is now; empty where that is too far back, so that everything must be read
     * anew. Costs with the number of changes, not with that of updates.
     */
    public Optional<Change> changesSince(long revision) {
        long now = revision();
        if (revision > now || revision < 0 || now - revision >= CHANGES_KEPT) {
            return Optional.empty();
        }
        long counted = jdbc.sql("""
                select count(distinct revision)
                  from update_change
                 where revision > :since
                   and revision <= :now
                """).param("since", revision).param("now", now).query(Long.class).single();
        if (counted != now - revision) {
            return Optional.empty();
        }
        List<Update.Id> touched = jdbc.sql("""
                select distinct update_id
                  from update_change
                 where revision > :since
                   and revision <= :now
                """)
                .param("since", revision)
                .param("now", now)
                .query((row, number) -> new Update.Id(row.getString("update_id")))
                .list();
        return Optional.of(changeOf(touched, now));
    }

    /** Those of these that answer now, and those that do not. */
    private Change changeOf(Collection<Update.Id> touched, long revision) {
        List<Update> now = new ArrayList<>();
        List<Update.Id> gone = new ArrayList<>();
        for (Update.Id id : touched) {
            answering(id).ifPresentOrElse(now::add, () -> gone.add(id));
        }
        return new Change(now, gone, revision);
    }

    /** The update of this id where it is published and nothing stands in its place, ended or not. */
    public Optional<Update> answering(Update.Id id) {
        return jdbc.sql("""
                select u.content
                  from knowledge_update u
                  join update_card c on c.update_id = u.id
                 where u.id = :id
                   and c.state = 'PUBLISHED'
                   and c.replaced = 0
                """)
                .param("id", id.value())
                .query((row, number) -> read(row.getString("content")))
                .optional();
    }

    /**
     * What changed in the answerable updates.
     *
     * @param now those that answer, each as it now is
     * @param gone those that no longer answer: held, withdrawn or replaced
     * @param revision the revision of the knowledge after the change
     */
    public record Change(List<Update> now, List<Update.Id> gone, long revision) {}

    static Update read(String content) {
        return JSON.readValue(content, Update.class);
    }
}

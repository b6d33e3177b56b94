package org.aman.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.aman.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where updates are kept, with every revision they ever had. Only the desks of this room change them. */
public class Updates {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** So many rows by one statement; one each would make an import ten times slower. */
    private static final int AT_A_TIME = 100;

    /** Of one topic and area, more than enough to compare with. */
    private static final int MOST_COMPARED = 50;

    private final JdbcClient jdbc;
    private final UpdateCards cards;
    private final Changes changes;
    private final FileMarks files;

    Updates(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cards = new UpdateCards(jdbc);
        this.changes = new Changes(jdbc);
        this.files = new FileMarks(jdbc);
    }

    /** What was last taken from each file. */
    FileMarks files() {
        return files;
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
    record Kept(Update update, State state, String hash) {
        /** Whether this is published and says just that already. */
        boolean says(Revised other) {
            return state == State.PUBLISHED && hash.equals(other.hash());
        }

        /** Whether this stands in the place of that one. */
        boolean replaces(Update.Id other) {
            return state == State.PUBLISHED && update.supersedes().contains(other);
        }
    }

    /** The published updates that no other published one replaces, expired ones included. Holds all of them. */
    public List<Update> answerable() {
        List<Update> all = new ArrayList<>();
        answerableOneByOne().forEach(all::add);
        return all;
    }

    /** The same in the order of their ids, read in parts, so that few are held at a time. */
    public Iterable<Update> answerableOneByOne() {
        return () -> Stream.iterate(answerableAfter(""), some -> !some.isEmpty(), some -> answerableAfter(some.getLast().id().value()))
                .flatMap(List::stream)
                .iterator();
    }

    private List<Update> answerableAfter(String id) {
        return jdbc.sql("""
                select u.content
                  from knowledge_update u
                  join update_card c on c.update_id = u.id
                 where u.id > :id
                   and c.state = 'PUBLISHED'
                   and c.replaced = 0
                 order by u.id
                 limit :most
                """)
                .param("id", id)
                .param("most", AT_A_TIME)
                .query((row, number) -> read(row.getString("content")))
                .list();
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

    /** What took it out of the answers after this revision, where that still stands: held or withdrawn. */
    public Optional<State> takenOutSince(Update.Id id, int revision) {
        return state(id).filter(now -> now != State.PUBLISHED).filter(now -> stoodOtherwise(id, revision, now));
    }

    private boolean stoodOtherwise(Update.Id id, int revision, State now) {
        return jdbc.sql("""
                select count(*)
                  from update_revision
                 where update_id = :id
                   and revision >= :revision
                   and state <> :now
                """)
                .param("id", id.value())
                .param("revision", revision)
                .param("now", now.name())
                .query(Integer.class)
                .single() > 0;
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
        return changes.revision();
    }

    Optional<Kept> kept(Update.Id id) {
        return Optional.ofNullable(kept(List.of(id)).get(id));
    }

    /** Those of these that there are, by their ids. */
    Map<Update.Id, Kept> kept(Collection<Update.Id> ids) {
        Map<Update.Id, Kept> kept = new HashMap<>();
        ids.stream().gather(Gatherers.windowFixed(AT_A_TIME)).forEach(some -> jdbc.sql("""
                with asked (id) as (values :ids)
                select u.content, u.state, u.hash
                  from asked a cross join knowledge_update u
                 where u.id = a.id
                """).param("ids", rows(some)).query(row -> {
            Update update = read(row.getString("content"));
            kept.put(update.id(), new Kept(update, State.valueOf(row.getString("state")), row.getString("hash")));
        }));
        return kept;
    }

    /** What answers now on this topic in any of these places. */
    List<Update> currentOn(Topic.Id topic, Set<Place.Id> places, Instant now) {
        // Beginning with the places, of which there are few: a cross join is gone through as it is written.
        return jdbc.sql("""
                select u.content
                  from (select c.update_id, c.changed_at
                          from (select distinct p.update_id from update_place p where p.place in (:places)) n
                          cross join update_card c
                         where c.update_id = n.update_id
                           and c.topic = :topic
                           and c.state = 'PUBLISHED'
                           and c.replaced = 0
                           and c.expires_at > :now
                         order by c.changed_at desc, c.update_id desc
                         limit :most) f
                  join knowledge_update u on u.id = f.update_id
                 order by f.changed_at desc, f.update_id desc
                """)
                .param("places", places.stream().map(Place.Id::value).toList())
                .param("topic", topic.value())
                .param("now", now.toEpochMilli())
                .param("most", MOST_COMPARED)
                .query((row, number) -> read(row.getString("content")))
                .list();
    }

    /**
     * An update as its next revision.
     *
     * @param hash of its canonical text
     */
    record Revised(Update update, String hash) {
        static Revised of(Update update, int revision) {
            return new Revised(update.revised(revision), UpdateText.hash(update));
        }
    }

    /** Keeps these, each once, as the current revisions and in the history; the updates whose answering it may change. */
    Set<Update.Id> keep(Collection<Revised> revised, State state, String by, Instant at) {
        Set<Update.Id> touched = new LinkedHashSet<>();
        revised.stream().gather(Gatherers.windowFixed(AT_A_TIME)).forEach(some -> {
            keepContent(some, state, by, at);
            touched.addAll(cards.keep(some.stream().map(Revised::update).toList(), state, at));
        });
        return touched;
    }

    private void keepContent(List<Revised> some, State state, String by, Instant at) {
        List<Object[]> current = new ArrayList<>();
        List<Object[]> history = new ArrayList<>();
        for (Revised one : some) {
            String id = one.update().id().value();
            int revision = one.update().revision();
            String content = JSON.writeValueAsString(one.update());
            current.add(new Object[] {id, revision, state.name(), content, one.hash(), at.toEpochMilli()});
            history.add(new Object[] {id, revision, state.name(), content, one.hash(), by, at.toEpochMilli()});
        }
        jdbc.sql("""
                insert into knowledge_update (id, revision, state, content, hash, changed_at)
                values :rows
                on conflict (id) do update
                   set revision = excluded.revision, state = excluded.state, content = excluded.content,
                       hash = excluded.hash, changed_at = excluded.changed_at
                """).param("rows", current).update();
        jdbc.sql("""
                insert into update_revision (update_id, revision, state, content, hash, changed_by, changed_at)
                values :rows
                """).param("rows", history).update();
    }

    /** Writes the cards of updates stored before there were any. */
    void completeCards() {
        cards.missing().forEach(id -> kept(id).ifPresent(kept ->
                cards.keep(List.of(kept.update()), kept.state(), changedAt(id))));
    }

    private Instant changedAt(Update.Id id) {
        return Instant.ofEpochMilli(jdbc.sql("select changed_at from knowledge_update where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single());
    }

    /** Has all who change updates wait for one another until the end of the transaction. */
    void lock() {
        changes.lock();
    }

    /** Counts these changes as the next revision of the knowledge. */
    Change count(Collection<Update.Id> touched) {
        return changes.count(touched);
    }

    /**
     * What changed since this revision, as it is now; empty where that is too far back, so that everything must be read
     * anew. Costs with the number of changes, not with that of updates.
     */
    public Optional<Change> changesSince(long revision) {
        return changes.since(revision);
    }

    /** The update of this id where it is published and nothing stands in its place, ended or not. */
    public Optional<Update> answering(Update.Id id) {
        return changes.answering(List.of(id)).stream().findFirst();
    }

    /**
     * What changed in the answerable updates.
     *
     * @param now those that answer, each as it now is
     * @param gone those that no longer answer: held, withdrawn or replaced
     * @param revision the revision of the knowledge after the change
     */
    public record Change(List<Update> now, List<Update.Id> gone, long revision) {}

    /**
     * Ids as the rows of a list of values. Joined to them, a database looks each up; told that an id is one of many, it may
     * read the whole table, for as long as it has not counted how large that is.
     */
    static List<Object[]> rows(Collection<Update.Id> ids) {
        return ids.stream().map(id -> new Object[] {id.value()}).toList();
    }

    static Update read(String content) {
        return JSON.readValue(content, Update.class);
    }
}

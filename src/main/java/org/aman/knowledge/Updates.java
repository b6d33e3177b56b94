package org.aman.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where updates are kept, with every revision they ever had. Only {@link UpdateDesk} changes them. */
public class Updates {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Updates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The life of an update. Drafts and reviews come before it is first published.
     *
     * <p>What is held or withdrawn never answers.
     */
    public enum State {
        PUBLISHED,
        HELD,
        WITHDRAWN
    }

    /** A stored update as it is now; {@code sourceFile} is the file it came from, if it came from one. */
    record Kept(Update update, State state, String hash, @Nullable String sourceFile) {}

    /** The published updates that no other published one replaces, expired ones included. */
    public List<Update> answerable() {
        return Update.notSuperseded(jdbc.sql("""
                select content
                  from knowledge_update
                 where state = 'PUBLISHED'
                 order by id
                """).query((row, number) -> read(row.getString("content"))).list());
    }

    /** How many of the answerable updates stand at this moment, and how many have ended. Reads them one by one. */
    Standing standing(Instant moment) {
        Map<Update.Id, Boolean> current = new HashMap<>();
        Set<Update.Id> superseded = new HashSet<>();
        jdbc.sql("select content from knowledge_update where state = 'PUBLISHED'").query(row -> {
            Update update = read(row.getString("content"));
            current.put(update.id(), update.isCurrentAt(moment));
            superseded.addAll(update.supersedes());
        });
        current.keySet().removeAll(superseded);
        long standing = current.values().stream().filter(Boolean::booleanValue).count();
        return new Standing(standing, current.size() - standing);
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

    /** Counts up with every change. */
    public long revision() {
        return jdbc.sql("select revision from knowledge_revision where id = 1")
                .query(Long.class)
                .single();
    }

    Optional<Kept> kept(Update.Id id) {
        return jdbc.sql("""
                select content, state, hash, source_file
                  from knowledge_update
                 where id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> new Kept(
                        read(row.getString("content")),
                        State.valueOf(row.getString("state")),
                        row.getString("hash"),
                        row.getString("source_file")))
                .optional();
    }

    /** The hash of what was last taken from each file, by file name, for those still published. */
    Map<String, FileMark> marks() {
        Map<String, FileMark> marks = new LinkedHashMap<>();
        jdbc.sql("""
                select id, hash, source_file
                  from knowledge_update
                 where source_file is not null and state = 'PUBLISHED'
                """).query(row -> {
            marks.put(
                    row.getString("source_file"),
                    new FileMark(new Update.Id(row.getString("id")), row.getString("hash")));
        });
        return marks;
    }

    /** What was last taken from a file. */
    record FileMark(Update.Id id, String hash) {}

    /** Keeps this as the current revision and in the history. */
    void keep(Update update, State state, String hash, @Nullable String sourceFile, String by, Instant at) {
        String content = JSON.writeValueAsString(update);
        Map<String, Object> values = new HashMap<>();
        values.put("id", update.id().value());
        values.put("revision", update.revision());
        values.put("state", state.name());
        values.put("content", content);
        values.put("hash", hash);
        values.put("source", sourceFile);
        values.put("by", by);
        values.put("at", at.toEpochMilli());
        jdbc.sql("""
                insert into knowledge_update (id, revision, state, content, hash, source_file, changed_at)
                values (:id, :revision, :state, :content, :hash, :source, :at)
                on conflict (id) do update
                   set revision = excluded.revision, state = excluded.state, content = excluded.content,
                       hash = excluded.hash, source_file = excluded.source_file, changed_at = excluded.changed_at
                """).params(values).update();
        jdbc.sql("""
                insert into update_revision (update_id, revision, state, content, hash, changed_by, changed_at)
                values (:id, :revision, :state, :content, :hash, :by, :at)
                """).params(values).update();
    }

    /** Counts the change; the new revision. */
    long countUp() {
        jdbc.sql("update knowledge_revision set revision = revision + 1 where id = 1").update();
        return revision();
    }

    /** Those of these that answer now, and those that do not. */
    Change changeOf(Collection<Update.Id> touched, long revision) {
        Map<Update.Id, Update> answering = new HashMap<>();
        answerable().forEach(update -> answering.put(update.id(), update));
        List<Update> now = new ArrayList<>();
        List<Update.Id> gone = new ArrayList<>();
        for (Update.Id id : touched) {
            Update update = answering.get(id);
            if (update == null) {
                gone.add(id);
            } else {
                now.add(update);
            }
        }
        return new Change(now, gone, revision);
    }

    /**
     * What changed in the answerable updates.
     *
     * @param now those that answer, each as it now is
     * @param gone those that no longer answer: held, withdrawn or replaced
     * @param revision the revision of the knowledge after the change
     */
    public record Change(List<Update> now, List<Update.Id> gone, long revision) {}

    private static Update read(String content) {
        return JSON.readValue(content, Update.class);
    }
}

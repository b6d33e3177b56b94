package org.aman.alert.cap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.Suggestion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of what came in from other services, taken or refused. Each document stands in it once. */
public final class Imports {
    private static final String COLUMNS = """
            select id, feed, address, seen_at, reason, place, sender, identifier, sent_at, exercise, first_id, suggestion
              from cap_import
            """;

    private final JdbcClient jdbc;

    public Imports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    public List<Import> latest(int most) {
        return jdbc.sql(COLUMNS + "order by seen_at desc, id limit :most")
                .param("most", most)
                .query(Imports::toImport)
                .list();
    }

    public Optional<Import> find(String id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Imports::toImport)
                .optional();
    }

    /** Whether just this document was offered at this address before. */
    boolean isKnown(String feed, String address, String digest) {
        return jdbc.sql("select count(*) from cap_import where feed = :feed and address = :address and digest = :digest")
                        .param("feed", feed)
                        .param("address", address)
                        .param("digest", digest)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a document was read at this address before: feeds never change what lies at an address. */
    boolean isRead(String feed, String address) {
        return jdbc.sql("select count(*) from cap_import where feed = :feed and address = :address and digest <> ''")
                        .param("feed", feed)
                        .param("address", address)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The message of this name that was taken. */
    Optional<Import> taken(String sender, String identifier) {
        return jdbc.sql(COLUMNS + "where sender = :sender and identifier = :identifier and reason is null")
                .param("sender", sender)
                .param("identifier", identifier)
                .query(Imports::toImport)
                .optional();
    }

    /** All that was taken of one matter, in the order it was sent. */
    List<Import> matter(String first) {
        return jdbc.sql(COLUMNS + "where (id = :first or first_id = :first) and reason is null order by sent_at, id")
                .param("first", first)
                .query(Imports::toImport)
                .list();
    }

    /** Whether a message was taken that is about this one. */
    boolean isFollowed(Reference name) {
        return jdbc.sql("""
                        select count(*)
                          from cap_import_about a join cap_import i on i.id = a.id
                         where a.sender = :sender and a.identifier = :identifier and i.reason is null
                        """)
                        .param("sender", name.sender())
                        .param("identifier", name.identifier())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Adds a line; within a transaction of the caller's.
     *
     * @param digest of the document; empty where none could be read, and then the line replaces an earlier one
     * @param about the earlier messages it is about
     * @return false where another replica took the same meanwhile
     */
    boolean add(Import one, String digest, List<Reference> about) {
        if (digest.isEmpty()) {
            jdbc.sql("delete from cap_import where feed = :feed and address = :address and digest = ''")
                    .param("feed", one.feed())
                    .param("address", one.address())
                    .update();
        }
        boolean added = jdbc.sql("""
                insert into cap_import (id, feed, address, digest, seen_at, reason, place, sender, identifier, sent_at,
                                        exercise, first_id, suggestion)
                values (:id, :feed, :address, :digest, :at, :reason, :place, :sender, :identifier, :sent,
                        :exercise, :first, :suggestion)
                    on conflict do nothing
                """).params(values(one, digest)).update() > 0;
        if (added) {
            about.stream().distinct().forEach(name -> addAbout(one.id(), name));
        }
        return added;
    }

    private static Map<String, @Nullable Object> values(Import one, String digest) {
        Reference name = one.name();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", one.id());
        values.put("feed", one.feed());
        values.put("address", one.address());
        values.put("digest", digest);
        values.put("at", one.at().toEpochMilli());
        values.put("reason", one.reason() == null ? null : one.reason().name());
        values.put("place", one.place());
        values.put("sender", name == null ? null : name.sender());
        values.put("identifier", name == null ? null : name.identifier());
        values.put("sent", name == null ? null : name.sent().toEpochMilli());
        values.put("exercise", one.exercise() ? 1 : 0);
        values.put("first", one.first());
        values.put("suggestion", one.suggestion() == null ? null : one.suggestion().value());
        return values;
    }

    private void addAbout(String id, Reference name) {
        jdbc.sql("""
                insert into cap_import_about (id, sender, identifier) values (:id, :sender, :identifier)
                    on conflict do nothing
                """)
                .param("id", id)
                .param("sender", name.sender())
                .param("identifier", name.identifier())
                .update();
    }

    /** Forgets what came in before this moment. */
    void erase(Instant before) {
        jdbc.sql("delete from cap_import_about where id in (select id from cap_import where seen_at < :before)")
                .param("before", before.toEpochMilli())
                .update();
        jdbc.sql("delete from cap_import where seen_at < :before")
                .param("before", before.toEpochMilli())
                .update();
    }

    private static Import toImport(ResultSet row, int index) throws SQLException {
        String sender = row.getString("sender");
        String reason = row.getString("reason");
        String suggestion = row.getString("suggestion");
        return new Import(
                row.getString("id"),
                row.getString("feed"),
                row.getString("address"),
                Instant.ofEpochMilli(row.getLong("seen_at")),
                sender == null
                        ? null
                        : new Reference(
                                sender, row.getString("identifier"), Instant.ofEpochMilli(row.getLong("sent_at"))),
                reason == null ? null : Reason.valueOf(reason),
                row.getString("place"),
                row.getInt("exercise") == 1,
                row.getString("first_id"),
                suggestion == null ? null : new Suggestion.Id(suggestion));
    }
}

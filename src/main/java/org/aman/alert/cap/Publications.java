package org.aman.alert.cap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aman.alert.Alert;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where published documents are kept. Only ever added to: a document's address is never used again. */
public final class Publications {
    private static final String COLUMNS =
            "select identifier, number, revision, sender, sent_at, ends_at, title, document from cap_document ";

    private final JdbcClient jdbc;

    public Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a document; false where this revision of the alert was published already. */
    boolean add(Publication publication) {
        return jdbc.sql("""
                insert into cap_document (identifier, number, revision, sender, sent_at, ends_at, title, document)
                values (:identifier, :number, :revision, :sender, :sent, :ends, :title, :document)
                    on conflict (number, revision) do nothing
                """)
                        .param("identifier", publication.identifier())
                        .param("number", publication.number().value())
                        .param("revision", publication.revision())
                        .param("sender", publication.sender())
                        .param("sent", publication.sent().toEpochMilli())
                        .param("ends", publication.ends().toEpochMilli())
                        .param("title", publication.title())
                        .param("document", publication.document())
                        .update()
                == 1;
    }

    /** The document of this name. */
    public Optional<Publication> named(String identifier) {
        return jdbc.sql(COLUMNS + "where identifier = :identifier")
                .param("identifier", identifier)
                .query(Publications::toPublication)
                .optional();
    }

    /** What was published about this alert, the first one first. */
    public List<Publication> of(Alert.Number number) {
        return jdbc.sql(COLUMNS + "where number = :number order by revision")
                .param("number", number.value())
                .query(Publications::toPublication)
                .list();
    }

    /** All that end after this moment, the latest first. */
    public List<Publication> endingAfter(Instant moment) {
        return jdbc.sql(COLUMNS + "where ends_at > :moment order by sent_at desc, number desc, revision desc")
                .param("moment", moment.toEpochMilli())
                .query(Publications::toPublication)
                .list();
    }

    private static Publication toPublication(ResultSet row, int index) throws SQLException {
        return new Publication(
                row.getString("identifier"),
                new Alert.Number(row.getInt("number")),
                row.getInt("revision"),
                row.getString("sender"),
                Instant.ofEpochMilli(row.getLong("sent_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")),
                row.getString("title"),
                row.getString("document"));
    }
}

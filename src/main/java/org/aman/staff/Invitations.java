package org.aman.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aman.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that are out. Whoever holds the secret of one may use it once; kept is only its hash. */
@Component
public class Invitations {
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final RealTime time;

    Invitations(JdbcClient jdbc, Secrets secrets, RealTime time) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.time = time;
    }

    /** A new name for one. */
    String id() {
        return secrets.id();
    }

    Instant now() {
        return time.instant();
    }

    /** Keeps it, and gives the secret that the link carries. */
    String add(Invitation invitation) {
        String secret = secrets.next();
        jdbc.sql("""
                insert into invitation (hash, id, kind, name, role, language, person, volunteer_id, made_by, from_at, until_at)
                values (:hash, :id, :kind, :name, :role, :language, :person, :volunteer, :by, :from, :until)
                """)
                .param("hash", Secrets.hash(secret))
                .param("id", invitation.id())
                .param("kind", invitation.kind().name())
                .param("name", invitation.name())
                .param("role", invitation.role().name())
                .param("language", invitation.language().code())
                .param("person", invitation.person() == null ? "" : invitation.person().value())
                .param("volunteer", invitation.volunteer() == null ? "" : invitation.volunteer().value())
                .param("by", invitation.madeBy())
                .param("from", invitation.from().toEpochMilli())
                .param("until", invitation.until().toEpochMilli())
                .update();
        return secret;
    }

    /** The one with this secret, until it ends or is used; it may not be open yet. */
    public Optional<Invitation> of(String secret) {
        return jdbc.sql("""
                select id, kind, name, role, language, person, volunteer_id, made_by, from_at, until_at
                  from invitation
                 where hash = :hash and until_at > :now
                """)
                .param("hash", Secrets.hash(secret))
                .param("now", time.millis())
                .query(Invitations::toInvitation)
                .optional();
    }

    /** Whether it lets somebody in now. */
    public boolean isOpen(Invitation invitation) {
        return invitation.isOpenAt(time.instant());
    }

    /** All that are out, the latest first. */
    public List<Invitation> all() {
        return jdbc.sql("""
                select id, kind, name, role, language, person, volunteer_id, made_by, from_at, until_at
                  from invitation
                 where until_at > :now
                 order by until_at desc, id
                """).param("now", time.millis()).query(Invitations::toInvitation).list();
    }

    /** Uses it up; false where somebody was quicker. */
    boolean use(String id) {
        return jdbc.sql("delete from invitation where id = :id").param("id", id).update() == 1;
    }

    /** Those for the first admin: only the latest link works. */
    void forgetFirst() {
        jdbc.sql("delete from invitation where kind = :kind")
                .param("kind", Invitation.Kind.FIRST_ADMIN.name())
                .update();
    }

    void forgetOf(Volunteer.Id id) {
        jdbc.sql("delete from invitation where volunteer_id = :id")
                .param("id", id.value())
                .update();
    }

    void sweep() {
        jdbc.sql("delete from invitation where until_at <= :now")
                .param("now", time.millis())
                .update();
    }

    private static Invitation toInvitation(ResultSet row, int index) throws SQLException {
        String person = row.getString("person");
        String volunteer = row.getString("volunteer_id");
        return new Invitation(
                row.getString("id"),
                Invitation.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Language.of(row.getString("language")).orElse(Language.ARABIC),
                person.isEmpty() ? null : new Volunteer.Person(person),
                volunteer.isEmpty() ? null : new Volunteer.Id(volunteer),
                row.getString("made_by"),
                Instant.ofEpochMilli(row.getLong("from_at")),
                Instant.ofEpochMilli(row.getLong("until_at")));
    }
}

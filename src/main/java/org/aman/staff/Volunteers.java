package org.aman.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.aman.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of the staff. Who changes them is {@link PeopleDesk}. */
@Component
public class Volunteers implements SamePerson {
    private final JdbcClient jdbc;
    private final RealTime time;

    public Volunteers(JdbcClient jdbc, RealTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The account of this id, disabled ones included. */
    public Optional<Volunteer> volunteer(Volunteer.Id id) {
        return jdbc.sql("select id, name, role, language, active, person from volunteer where id = :id")
                .param("id", id.value())
                .query(Volunteers::toVolunteer)
                .optional();
    }

    /** Everybody, those who may come in first, by name. */
    public List<Volunteer> all() {
        return jdbc.sql("""
                select id, name, role, language, active, person
                  from volunteer
                 order by active desc, name_key
                """).query(Volunteers::toVolunteer).list();
    }

    @Override
    public boolean same(Volunteer.Id one, Volunteer.Id other) {
        return one.equals(other) || jdbc.sql("""
                select count(*)
                  from volunteer a, volunteer b
                 where a.id = :one and b.id = :other
                   and (a.person = b.person
                        or exists (select 1
                                     from volunteer_trace x join volunteer_trace y on x.trace = y.trace
                                    where x.volunteer_id = a.id and y.volunteer_id = b.id))
                """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Long.class)
                .single() > 0;
    }

    /** Whether an account is called this, or so that nobody could tell it apart. */
    boolean isTaken(String name) {
        return accountNamed(name).isPresent();
    }

    /** What signing in needs to know of an account. */
    record Account(Volunteer volunteer, String password, String totp, long totpStep) {
        /** Never what opens the door. */
        @Override
        public String toString() {
            return "Account[" + volunteer.id() + "]";
        }
    }

    Optional<Account> accountNamed(String name) {
        return jdbc.sql("""
                select id, name, role, language, active, person, password, totp, totp_step
                  from volunteer
                 where name_key = :key
                """).param("key", Names.key(name)).query(Volunteers::toAccount).optional();
    }

    Optional<Account> account(Volunteer.Id id) {
        return jdbc.sql("""
                select id, name, role, language, active, person, password, totp, totp_step
                  from volunteer
                 where id = :id
                """).param("id", id.value()).query(Volunteers::toAccount).optional();
    }

    boolean haveAnAdmin() {
        return otherAdmins(new Volunteer.Id("nobody")) > 0;
    }

    /** How many admins may come in besides this one. */
    long otherAdmins(Volunteer.Id id) {
        return jdbc.sql("select count(*) from volunteer where role = :admin and active = 1 and id <> :id")
                .param("admin", Role.ADMIN.name())
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    void add(Volunteer volunteer, String passwordHash, String sealedTotp) {
        jdbc.sql("""
                insert into volunteer (id, name, name_key, role, language, active, person, password, totp, totp_step, since_at)
                values (:id, :name, :key, :role, :language, 1, :person, :password, :totp, 0, :now)
                """)
                .param("id", volunteer.id().value())
                .param("name", volunteer.name())
                .param("key", Names.key(volunteer.name()))
                .param("role", volunteer.role().name())
                .param("language", volunteer.language().code())
                .param("person", volunteer.person().value())
                .param("password", passwordHash)
                .param("totp", sealedTotp)
                .param("now", time.millis())
                .update();
    }

    /** Uses this step up; false where it, or a later one, was used before. */
    boolean useStep(Volunteer.Id id, long step) {
        return jdbc.sql("update volunteer set totp_step = :step where id = :id and totp_step < :step")
                .param("step", step)
                .param("id", id.value())
                .update() == 1;
    }

    void password(Volunteer.Id id, String hash) {
        jdbc.sql("update volunteer set password = :hash where id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    void secondFactor(Volunteer.Id id, String sealedTotp) {
        jdbc.sql("update volunteer set totp = :totp, totp_step = 0 where id = :id")
                .param("totp", sealedTotp)
                .param("id", id.value())
                .update();
    }

    void role(Volunteer.Id id, Role role) {
        jdbc.sql("update volunteer set role = :role where id = :id")
                .param("role", role.name())
                .param("id", id.value())
                .update();
    }

    void language(Volunteer.Id id, Language language) {
        jdbc.sql("update volunteer set language = :language where id = :id")
                .param("language", language.code())
                .param("id", id.value())
                .update();
    }

    /** Nothing that once let them in stays behind. */
    void disable(Volunteer.Id id) {
        jdbc.sql("update volunteer set active = 0, password = '', totp = '' where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Makes the accounts of both persons those of one. */
    void unite(Volunteer.Person one, Volunteer.Person other) {
        jdbc.sql("update volunteer set person = :one where person = :other")
                .param("one", one.value())
                .param("other", other.value())
                .update();
    }

    static Volunteer toVolunteer(ResultSet row, int index) throws SQLException {
        return new Volunteer(
                new Volunteer.Id(row.getString("id")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Language.of(row.getString("language")).orElse(Language.ARABIC),
                row.getInt("active") == 1,
                new Volunteer.Person(row.getString("person")));
    }

    private static Account toAccount(ResultSet row, int index) throws SQLException {
        return new Account(
                toVolunteer(row, index),
                row.getString("password"),
                row.getString("totp"),
                row.getLong("totp_step"));
    }
}

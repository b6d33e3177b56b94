package org.aman.staff;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ten codes that stand in for the second factor, once each, for the day the telephone is lost. Kept as hashes. */
@Component
class RecoveryCodes {
    private static final int HOW_MANY = 10;

    private final JdbcClient jdbc;
    private final Secrets secrets;

    RecoveryCodes(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** New codes in groups of four letters, as people write them down; the old ones no longer work. */
    List<String> renew(Volunteer.Id id) {
        forget(id);
        List<String> codes = Stream.generate(secrets::id).limit(HOW_MANY).toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (volunteer_id, hash) values (:id, :hash)")
                .param("id", id.value())
                .param("hash", Secrets.hash(code))
                .update());
        return codes.stream().map(code -> code.replaceAll("(.{4})(?=.)", "$1-")).toList();
    }

    /** Uses a code up; false where it is none of theirs, or was used. */
    boolean use(Volunteer.Id id, String typed) {
        String code = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return jdbc.sql("delete from recovery_code where volunteer_id = :id and hash = :hash")
                .param("id", id.value())
                .param("hash", Secrets.hash(code))
                .update() == 1;
    }

    int left(Volunteer.Id id) {
        return jdbc.sql("select count(*) from recovery_code where volunteer_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void forget(Volunteer.Id id) {
        jdbc.sql("delete from recovery_code where volunteer_id = :id")
                .param("id", id.value())
                .update();
    }
}

package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.aman.staff.Journal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

/** The operator's way back for the only admin, at the machine and with the key. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LetBackInTest {
    @TempDir
    @Nullable Path folder;

    private final StringWriter screen = new StringWriter();

    private Path at(String name) {
        return Objects.requireNonNull(folder).resolve(name);
    }

    @BeforeEach
    void useADatabaseOfOurOwn() {
        System.setProperty("spring.datasource.url", "jdbc:sqlite:" + at("aman.db"));
        System.setProperty("aman.key-file", at("aman.key").toString());
    }

    @AfterEach
    void leaveNoTrace() {
        System.clearProperty("spring.datasource.url");
        System.clearProperty("aman.key-file");
    }

    private int letBackIn(String... arguments) {
        return new CommandLine(new LetBackIn()).setOut(new PrintWriter(screen)).execute(arguments);
    }

    private JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + at("aman.db")));
    }

    @Test
    void a6_theOnlyAdminGetsALinkThatIsJournalledAndNobodyDoesWithoutTheKey() throws Exception {
        assertThat(letBackIn("Rana")).isEqualTo(1);
        assertThat(screen.toString()).contains("There is no admin called Rana");
        database().sql("""
                insert into volunteer (id, name, name_key, role, language, active, person, password, totp, totp_step, since_at)
                values ('r1', 'Rana', 'rana', 'ADMIN', 'ar', 1, 'r1', 'x', 'x', 0, 0)
                """).update();

        assertThat(letBackIn("Rana")).isZero();

        assertThat(screen.toString()).containsPattern("http://localhost:8080/console/link/[A-Za-z0-9_-]{43}\\s");
        assertThat(new Journal(database(), Clock.systemUTC()).before(Long.MAX_VALUE, 1))
                .extracting(Journal.Entry::who, Journal.Entry::act)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("operator", "second-factor-reset-offered"));
        assertThat(letBackIn("Rana", "--password-too")).isZero();
        assertThat(database().sql("select kind from invitation").query(String.class).list()).containsExactly("BOTH_ANEW");
        Files.move(at("aman.key"), at("elsewhere.key"));
        assertThat(letBackIn("Rana")).isNotZero();
        assertThat(database().sql("select count(*) from invitation").query(Integer.class).single()).isEqualTo(1);
    }
}

package org.aman.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.aman.staff.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether the journal of what the staff did is as it was written; prints its latest entries too. */
@Command(
        name = "journal",
        description = "Check the journal of what the staff did; exit 1 and the first broken entry's number if it was altered.")
final class JournalCheck implements Callable<Integer> {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final int LATEST = 50;

    private final Clock clock;

    @Option(names = "--verify", description = "Only check; print no entries.")
    private boolean verifyOnly;

    @Option(
            names = "--database",
            description = "As spring.datasource.url; SPRING_DATASOURCE_URL or jdbc:sqlite:data/aman.db if left out.",
            defaultValue = "${env:SPRING_DATASOURCE_URL:-jdbc:sqlite:data/aman.db}")
    private String database = "";

    @Spec
    private @Nullable CommandSpec spec;

    JournalCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (database.startsWith(SQLITE) && !Files.exists(Path.of(database.substring(SQLITE.length())))) {
            throw new IllegalArgumentException("There is no database at " + database);
        }
        Journal journal = new Journal(JdbcClient.create(source()), clock);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (!verifyOnly) {
            journal.before(Long.MAX_VALUE, LATEST).reversed().forEach(entry -> out.println(String.join(
                    "\t",
                    Long.toString(entry.number()),
                    entry.at().toString(),
                    entry.who(),
                    entry.act(),
                    entry.subject(),
                    entry.detail())));
        }
        OptionalLong broken = journal.firstBroken();
        out.println(
                broken.isEmpty() ? "The journal is whole." : "The journal is broken at entry " + broken.getAsLong() + ".");
        return broken.isEmpty() ? 0 : 1;
    }

    private DriverManagerDataSource source() {
        DriverManagerDataSource source = new DriverManagerDataSource(database);
        String user = System.getenv("SPRING_DATASOURCE_USERNAME");
        String password = System.getenv("SPRING_DATASOURCE_PASSWORD");
        if (user != null && password != null) {
            source.setUsername(user);
            source.setPassword(password);
        }
        return source;
    }
}

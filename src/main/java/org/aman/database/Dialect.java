package org.aman.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What differs between the databases Aman runs on; everything else is the same SQL on both. */
public enum Dialect {
    /** One file beside the process. */
    SQLITE("jdbc:sqlite:") {
        @Override
        public String lockRows() {
            return "";
        }

        @Override
        String unordered() {
            return "without rowid";
        }

        @Override
        String byBytes() {
            return ""; // texts always are
        }

        @Override
        String now() {
            return "select cast((julianday('now') - 2440587.5) * 86400000 as integer)";
        }

        @Override
        String journalGuard() {
            return """
                    create trigger journal_stays before update on journal
                    begin select raise(abort, 'the journal is only added to'); end;
                    create trigger journal_is_whole before delete on journal
                    begin select raise(abort, 'the journal is only added to'); end;
                    """;
        }

        @Override
        public void layByKey(JdbcClient jdbc, String table) {
            // They lie so from the beginning: see unordered().
        }

        @Override
        void tune(HikariConfig pool) {
            // One connection. SQLite lets one writer in at a time anyway, and its own waiting sleeps inside native code:
            // there a waiting virtual thread holds its carrier, and two of them on two cores keep the writer they wait
            // for from going on. Waiting in the pool's queue instead is fair, and parks. Whole reads take microseconds.
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(30_000);
            pool.addDataSourceProperty("journal_mode", "WAL");
            // What was committed survives a power cut: FULL also flushes the log at each commit.
            pool.addDataSourceProperty("synchronous", "FULL");
            // Another process (a command, a backup) may hold the file for a moment; milliseconds.
            pool.addDataSourceProperty("busy_timeout", "10000");
            // A transaction that begins by reading could not become a writer once another process has written.
            pool.addDataSourceProperty("transaction_mode", "IMMEDIATE");
            pool.addDataSourceProperty("foreign_keys", "true");
            // Erased rows are overwritten, and nothing spills into temporary files.
            pool.addDataSourceProperty("secure_delete", "true");
            pool.addDataSourceProperty("temp_store", "MEMORY");
            pool.addDataSourceProperty("jdbc.get_generated_keys", "false");
        }
    },

    /** A server that several replicas share. */
    POSTGRESQL("jdbc:postgresql:") {
        @Override
        public String lockRows() {
            return "for update skip locked";
        }

        @Override
        String unordered() {
            return "";
        }

        @Override
        String byBytes() {
            return "collate \"C\"";
        }

        @Override
        String now() {
            return "select (extract(epoch from clock_timestamp()) * 1000)::bigint";
        }

        @Override
        String journalGuard() {
            return """
                    create function journal_stays() returns trigger language plpgsql as $$
                    begin raise exception 'the journal is only added to'; end $$;
                    create trigger journal_stays before update or delete or truncate on journal
                    for each statement execute function journal_stays();
                    """;
        }

        @Override
        public void layByKey(JdbcClient jdbc, String table) {
            jdbc.sql("cluster " + table + " using " + table + "_pkey").update();
        }

        @Override
        void tune(HikariConfig pool) {
            pool.setMaximumPoolSize(10);
            // A database that is gone must not hold up for long those who can go on without it; milliseconds.
            pool.setConnectionTimeout(5_000);
            pool.addDataSourceProperty("ApplicationName", "aman");
            // Seconds: a server that no longer answers must not hold its callers for ever.
            pool.addDataSourceProperty("connectTimeout", "5");
            pool.addDataSourceProperty("socketTimeout", "60");
            // Details of a refused statement quote the row.
            pool.addDataSourceProperty("logServerErrorDetail", "false");
        }
    };

    private final String urlPrefix;

    Dialect(String urlPrefix) {
        this.urlPrefix = urlPrefix;
    }

    /**
     * What ends a {@code select} whose rows only one of several replicas may take: empty where one connection alone
     * writes.
     */
    public abstract String lockRows();

    /**
     * What ends a {@code create table} whose rows must not lie in the order they came, as {@code ${unordered}} in the
     * migrations: SQLite then stores them by their random key.
     */
    abstract String unordered();

    /**
     * What follows the type of a column whose beginnings are asked for, as {@code ${byBytes}} in the migrations: in the
     * order of most languages the texts that begin with the same letters do not stand side by side.
     */
    abstract String byBytes();

    /** Asks what time it is there, in epoch milliseconds; another time at each asking, also within a transaction. */
    abstract String now();

    /** Triggers that refuse to change or remove entries of the journal, as {@code ${journalGuard}} in the migrations. */
    abstract String journalGuard();

    /** The words of this database in the migrations, by name. */
    Map<String, String> placeholders() {
        return Map.of("unordered", unordered(), "byBytes", byBytes(), "journalGuard", journalGuard());
    }

    /**
     * Lays the rows of a small table in the order of its random keys, so that a copy of the database does not tell the
     * order in which they came. PostgreSQL locks the table while it does.
     */
    public abstract void layByKey(JdbcClient jdbc, String table);

    /** Sets what this database needs of its connections. */
    abstract void tune(HikariConfig pool);

    /** The database behind a JDBC address. */
    static Dialect of(String url) {
        for (Dialect dialect : values()) {
            if (url.toLowerCase(Locale.ROOT).startsWith(dialect.urlPrefix)) {
                return dialect;
            }
        }
        throw new Refusal("spring.datasource.url must begin with jdbc:sqlite: or jdbc:postgresql:");
    }
}

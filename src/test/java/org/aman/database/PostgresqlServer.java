package org.aman.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this process, started when the first of them asks. */
public final class PostgresqlServer {
    private static final String MIGRATED = "migrated";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private PostgresqlServer() {}

    /** The JDBC address of one of its databases. */
    public static String url(String database) {
        return Running.SERVER.getJdbcUrl("postgres", database);
    }

    /** Makes an empty database without any table, and gives its name. */
    public static String empty() {
        String name = "test_" + COPIES.incrementAndGet();
        run("create database " + name);
        return name;
    }

    /** Makes a copy of the migrated database, file by file, which takes a tenth of the time it takes through the log, and gives its name. */
    static String copy() {
        String name = "test_" + COPIES.incrementAndGet();
        run("create database " + name + " template " + Migrated.NAME + " strategy file_copy");
        return name;
    }

    static void drop(String name) {
        run("drop database if exists " + name + " with (force)");
    }

    private static void run(String sql) {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("Starting PostgreSQL for tests", e);
            }
        }
    }

    private static final class Migrated {
        static final String NAME = migrated();

        private static String migrated() {
            run("create database " + MIGRATED);
            FreshDatabase.migrate(url(MIGRATED));
            return MIGRATED;
        }
    }
}

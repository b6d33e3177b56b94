package org.aman.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A migrated, empty database for each test, opened as the service opens it. For a contract: the abstract class has an
 * abstract {@code FreshDatabase database()}, and each subclass holds one.
 *
 * <pre>{@code
 * class ResidentsOnSqliteTest extends ResidentsContract {
 *     @RegisterExtension final FreshDatabase database = FreshDatabase.onSqlite();
 *     @Override FreshDatabase database() { return database; }
 * }
 * }</pre>
 */
public abstract class FreshDatabase implements BeforeEachCallback, AfterEachCallback {
    private static final Keys KEYS = keys(false);
    private static final Keys ROTATED = keys(true);

    private final Dialect dialect;
    private @Nullable HikariDataSource pool;

    FreshDatabase(Dialect dialect) {
        this.dialect = dialect;
    }

    /** In a temporary file. */
    public static FreshDatabase onSqlite() {
        return new FreshSqlite();
    }

    /** In a real PostgreSQL within this process's reach, started once. */
    public static FreshDatabase onPostgresql() {
        return new FreshPostgresql();
    }

    /** A database that a process of its own uses too; migrated, and sealed by that process's key. */
    public static FreshDatabase beside(String url, Path keyFile) {
        FreshDatabase shared = new FreshDatabase(Dialect.of(url)) {
            @Override
            public Seal seal() {
                return new SealProof(jdbc()).seal(new KeyFile(keyFile));
            }

            @Override
            String make() {
                migrate(url);
                return url;
            }

            @Override
            void remove() {
                // It belongs to the other process.
            }

            @Override
            String columnsSql() {
                throw new UnsupportedOperationException();
            }
        };
        shared.pool = open(shared.make());
        return shared;
    }

    /** Lets the other process have it alone. */
    public void close() {
        Objects.requireNonNull(pool).close();
    }

    public Dialect dialect() {
        return dialect;
    }

    public DataSource dataSource() {
        return Objects.requireNonNull(pool, "The database is open only while a test runs");
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource()));
    }

    /** A seal whose keys live as long as the tests. */
    public Seal seal() {
        return new Seal(KEYS);
    }

    /** A key file as the first start makes it. */
    public static Path keyFile(Path folder) {
        Path file = folder.resolve("aman.key");
        new KeyFile(file).make();
        return file;
    }

    /** What is remembered outside this database, in a folder of the test's own; asking again is another start. */
    public OutsideMemory outsideMemory(Path folder, Clock clock) {
        return new OutsideMemory(folder.resolve("aman.key"), jdbc(), clock, identifiers());
    }

    /** The same seal after a rotation of its keys. */
    public Seal rotatedSeal() {
        return new Seal(ROTATED);
    }

    /** The same seal after a rotation, with the old keys given up. */
    public Seal newestSeal() {
        try {
            return new Seal(ROTATED.newestOnly());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Identifiers by chance. */
    public Identifiers identifiers() {
        return new Identifiers(new SecureRandom());
    }

    /** The names of all tables of ours. */
    public List<String> tables() {
        return columns().stream().map(Column::table).distinct().toList();
    }

    /** Every column of every table of ours, by table and name. */
    public List<Column> columns() {
        return jdbc().sql(columnsSql())
                .query((row, number) -> new Column(row.getString("table"), row.getString("name")))
                .list();
    }

    /** Everything that is stored, row by row, as text. */
    public String dump() {
        StringBuilder dump = new StringBuilder();
        for (String table : tables()) {
            for (var row : jdbc().sql("select * from " + table).query().listOfRows()) {
                dump.append(table).append(new TreeMap<>(row)).append('\n');
            }
        }
        return dump.toString();
    }

    /** Everything a thief of the database would hold: the rows as text, and the files where there are any. */
    public byte[] stolen() {
        return dump().getBytes(StandardCharsets.UTF_8);
    }

    /** A column of a table. */
    public record Column(String table, String name) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        pool = open(make());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (pool != null) {
            pool.close();
            pool = null;
        }
        remove();
    }

    /** Makes a migrated database and gives its address. */
    abstract String make();

    abstract void remove();

    abstract String columnsSql();

    /** A database of another process's test, as the service opens it. */
    public static DataSource opened(String url) {
        return open(url);
    }

    static HikariDataSource open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        Dialect.of(url).tune(config);
        config.setMinimumIdle(1);
        return Pool.open(config);
    }

    static void migrate(String url) {
        try (HikariDataSource pool = open(url)) {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .placeholders(Dialect.of(url).placeholders())
                    .load()
                    .migrate();
        }
    }

    private static Keys keys(boolean rotated) {
        try {
            return rotated ? KEYS.rotated() : Keys.random();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies of a file migrated once. */
    private static final class FreshSqlite extends FreshDatabase {
        private static final List<String> ENDINGS = List.of("", "-wal", "-shm");
        private final List<Path> files = new ArrayList<>();

        FreshSqlite() {
            super(Dialect.SQLITE);
        }

        @Override
        String make() {
            try {
                Path file = Files.createTempDirectory("aman-test").resolve("test.db");
                Files.copy(Migrated.FILE, file);
                files.add(file);
                return "jdbc:sqlite:" + file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] stolen() {
            try {
                ByteArrayOutputStream loot = new ByteArrayOutputStream();
                loot.write(super.stolen());
                for (String ending : ENDINGS) {
                    Path file = files.getFirst().resolveSibling(files.getFirst().getFileName() + ending);
                    loot.write(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
                }
                return loot.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        void remove() {
            for (Path file : files) {
                for (String ending : ENDINGS) {
                    delete(file.resolveSibling(file.getFileName() + ending));
                }
                delete(Objects.requireNonNull(file.getParent()));
            }
            files.clear();
        }

        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        String columnsSql() {
            return """
                    select m.name as "table", c.name as name
                      from sqlite_master m join pragma_table_info(m.name) c
                     where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> 'flyway_schema_history'
                     order by m.name, c.name
                    """;
        }

        /** Made on first use. */
        private static final class Migrated {
            static final Path FILE = migrated();

            private static Path migrated() {
                try {
                    Path file = Files.createTempDirectory("aman-test").resolve("migrated.db");
                    file.toFile().deleteOnExit();
                    migrate("jdbc:sqlite:" + file);
                    return file;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Copies of a database migrated once, on one server. */
    private static final class FreshPostgresql extends FreshDatabase {
        private @Nullable String name;

        FreshPostgresql() {
            super(Dialect.POSTGRESQL);
        }

        @Override
        String make() {
            name = PostgresqlServer.copy();
            return PostgresqlServer.url(name);
        }

        @Override
        void remove() {
            if (name != null) {
                PostgresqlServer.drop(name);
                name = null;
            }
        }

        @Override
        String columnsSql() {
            return """
                    select table_name as "table", column_name as name
                      from information_schema.columns
                     where table_schema = 'public' and table_name <> 'flyway_schema_history'
                     order by table_name, column_name
                    """;
        }
    }
}

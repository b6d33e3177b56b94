package org.aman.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Opens the database's connections, and says in one line why they cannot be opened. */
final class Pool {
    /** What may follow the address of a database and carry a password. */
    private static final Pattern OPTIONS = Pattern.compile("[?;].*$", Pattern.DOTALL);

    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");

    private Pool() {}

    /** Opens the pool; for SQLite makes the folder and the file, readable to nobody else. */
    static HikariDataSource open(HikariConfig config) {
        String url = config.getJdbcUrl();
        if (Dialect.of(url) == Dialect.SQLITE) {
            makeFile(url);
        }
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new Refusal(
                    "The database at " + withoutSecrets(url) + " cannot be opened: " + reason(e)
                            + ". Check spring.datasource.url and that it runs",
                    e);
        } catch (RuntimeException e) {
            throw new Refusal(
                    "spring.datasource.url is not an address of a database: " + withoutSecrets(url), e);
        }
    }

    private static void makeFile(String url) {
        String name = OPTIONS.matcher(url.substring("jdbc:sqlite:".length())).replaceFirst("");
        if (name.isEmpty() || name.startsWith(":") || name.toLowerCase(Locale.ROOT).startsWith("file:")) {
            return;
        }
        Path file = Path.of(name).toAbsolutePath();
        try {
            OwnerOnly.makeFolder(file.getParent());
            if (!Files.exists(file)) {
                OwnerOnly.makeFile(file);
            }
        } catch (IOException e) {
            throw new Refusal("The database file " + file + " cannot be made: " + reason(e), e);
        }
    }

    private static String withoutSecrets(String url) {
        return CREDENTIALS.matcher(OPTIONS.matcher(url).replaceFirst("")).replaceFirst("//");
    }

    /** The innermost reason, on one line. */
    private static String reason(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        String kind = innermost.getClass().getSimpleName();
        return message == null ? kind : kind + ", " + message.strip().replaceAll("\\s+", " ");
    }
}

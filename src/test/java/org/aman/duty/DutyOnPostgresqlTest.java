package org.aman.duty;

import java.nio.file.Path;
import org.aman.database.PostgresqlServer;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class DutyOnPostgresqlTest extends DutyContract {
    @TempDir
    private static Path data;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings(settings, data, PostgresqlServer.url(PostgresqlServer.empty()));
    }
}

package org.aman.database;

import org.junit.jupiter.api.extension.RegisterExtension;

class ClockSkewOnPostgresqlTest extends ClockSkewContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

package org.aman.database;

import org.junit.jupiter.api.extension.RegisterExtension;

class ClockSkewOnSqliteTest extends ClockSkewContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

package org.aman.database;

import org.junit.jupiter.api.extension.RegisterExtension;

class DataMapOnSqliteTest extends DataMapContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

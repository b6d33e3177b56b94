package org.aman.alert.cap;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportOnSqliteTest extends ImportContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

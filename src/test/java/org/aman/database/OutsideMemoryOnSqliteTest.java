package org.aman.database;

import org.junit.jupiter.api.extension.RegisterExtension;

class OutsideMemoryOnSqliteTest extends OutsideMemoryContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

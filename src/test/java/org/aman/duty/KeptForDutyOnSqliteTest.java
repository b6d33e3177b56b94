package org.aman.duty;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeptForDutyOnSqliteTest extends KeptForDutyContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

package org.aman.staff;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleOnSqliteTest extends PeopleContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

package org.aman.staff;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleOnPostgresqlTest extends PeopleContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

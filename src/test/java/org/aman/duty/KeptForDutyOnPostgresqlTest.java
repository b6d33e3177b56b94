package org.aman.duty;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeptForDutyOnPostgresqlTest extends KeptForDutyContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

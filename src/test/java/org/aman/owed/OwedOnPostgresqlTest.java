package org.aman.owed;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwedOnPostgresqlTest extends OwedContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

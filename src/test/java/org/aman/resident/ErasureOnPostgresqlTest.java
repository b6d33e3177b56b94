package org.aman.resident;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class ErasureOnPostgresqlTest extends ErasureContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

package org.aman.database;

import org.junit.jupiter.api.extension.RegisterExtension;

class OutsideMemoryOnPostgresqlTest extends OutsideMemoryContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

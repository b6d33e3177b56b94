package org.aman.knowledge;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class EditorsAtOnceOnPostgresqlTest extends EditorsAtOnceContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

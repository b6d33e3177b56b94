package org.aman.knowledge;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class DraftDeskOnSqliteTest extends DraftDeskContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

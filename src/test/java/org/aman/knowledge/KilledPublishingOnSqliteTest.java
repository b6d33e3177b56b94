package org.aman.knowledge;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class KilledPublishingOnSqliteTest extends KilledPublishingContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

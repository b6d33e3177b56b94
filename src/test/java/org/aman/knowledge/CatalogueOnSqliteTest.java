package org.aman.knowledge;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogueOnSqliteTest extends CatalogueContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

package org.aman.knowledge;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class KilledPublishingOnPostgresqlTest extends KilledPublishingContract {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

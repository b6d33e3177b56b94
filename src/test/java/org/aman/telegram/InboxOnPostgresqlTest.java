package org.aman.telegram;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class InboxOnPostgresqlTest extends InboxContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

package org.aman.telegram;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class InboxOnSqliteTest extends InboxContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

package org.aman.unanswered;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class FiguresOnSqliteTest extends FiguresContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }
}

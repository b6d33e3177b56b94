package org.aman.unanswered;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class FiguresOnPostgresqlTest extends FiguresContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

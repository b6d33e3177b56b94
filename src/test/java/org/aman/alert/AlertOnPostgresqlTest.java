package org.aman.alert;

import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlertOnPostgresqlTest extends AlertContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onPostgresql();

    @Override
    FreshDatabase database() {
        return database;
    }
}

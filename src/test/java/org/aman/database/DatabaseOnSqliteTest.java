package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseOnSqliteTest extends DatabaseContract {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onSqlite();

    @Override
    FreshDatabase database() {
        return database;
    }

    @Test
    void whatIsCommittedSurvivesAPowerCutAndWhatIsErasedIsOverwritten() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("secure_delete")).isEqualTo("1");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
        assertThat(pragma("busy_timeout")).isEqualTo("10000");
        assertThat(pragma("temp_store")).isEqualTo("2");
    }

    private String pragma(String name) {
        return database.jdbc().sql("pragma " + name).query(String.class).single();
    }
}

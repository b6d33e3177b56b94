package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** What every room may expect of the database under it. */
abstract class DatabaseContract {
    abstract FreshDatabase database();

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try {
            database().transaction().executeWithoutResult(status -> {
                add("half");
                throw new IllegalStateException("in the middle");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("in the middle");
        }

        assertThat(database().jdbc().sql("select count(*) from seal_proof").query(Integer.class).single())
                .isZero();
    }

    @Test
    void manyVirtualThreadsThatWaitWithinTransactionsAllComeThrough() throws Exception {
        add("0");
        ReentrantLock elsewhere = new ReentrantLock();
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                writers.add(threads.submit(() -> database().transaction().executeWithoutResult(status -> {
                    database().jdbc().sql("""
                            update seal_proof set closed = cast(cast(closed as integer) + 1 as text) where id = 1
                            """).update();
                    elsewhere.lock();
                    try {
                        Thread.yield();
                    } finally {
                        elsewhere.unlock();
                    }
                })));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        assertThat(database().jdbc().sql("select closed from seal_proof").query(String.class).single())
                .isEqualTo("200");
    }

    @Test
    void rowsToBeTakenByOneReplicaAreSelectedWithTheDialectsWords() {
        add("x");

        String taken = database().transaction().execute(status -> database().jdbc()
                .sql("select closed from seal_proof order by id limit 1 " + database().dialect().lockRows())
                .query(String.class)
                .single());

        assertThat(taken).isEqualTo("x");
    }

    @Test
    void theMigrationsLeaveTables() {
        assertThat(database().tables()).contains("seal_proof");
    }

    private void add(String text) {
        database().jdbc()
                .sql("insert into seal_proof (id, closed) values (1, :text)")
                .param("text", text)
                .update();
    }
}

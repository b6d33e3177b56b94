package org.aman.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.NestedRuntimeException;
import org.springframework.transaction.TransactionSystemException;

/** A database that can grow no more, as on a full disk. */
class FullDiskTest {
    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    @Test
    void f4_aFullDiskPublishesNothingHalfAndWorksAgainWithoutARestart() {
        Desks desks = new Desks(database, new PinnedClock("2020-01-12T16:00:00Z"), change -> {});
        Draft draft = ((Ruling.Kept) desks.draftDesk.start(Desks.VOLUNTEER, Sheets.camp("open"), Draft.Origin.NOTHING)).draft();
        Draft handedIn = ((Ruling.Kept) desks.draftDesk.handIn(Desks.VOLUNTEER, draft.id(), 1)).draft();
        long pages = database.jdbc().sql("pragma page_count").query(Long.class).single();

        mayGrowTo(pages);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1000; i++) {
                        desks.draftDesk.start(Desks.VOLUNTEER, Sheets.evacuation("ordered"), Draft.Origin.TEXT);
                    }
                })
                .as("until the last free page is used")
                .isInstanceOf(NestedRuntimeException.class)
                .satisfies(thrown -> assertThat(cause(thrown)).hasStackTraceContaining("full"));
        assertThatThrownBy(() -> desks.draftDesk.approve(Desks.OMAR, handedIn.id(), handedIn.hash()))
                .isInstanceOf(NestedRuntimeException.class);
        assertThat(desks.updates.answerable()).isEmpty();
        assertThat(desks.drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(Life.IN_REVIEW);
        assertThat(desks.drafts.draft(draft.id()).orElseThrow().approvals()).isEmpty();
        assertThat(desks.journal.firstBroken()).isEmpty();

        mayGrowTo(pages + 10_000);
        assertThat(desks.draftDesk.approve(Desks.OMAR, handedIn.id(), handedIn.hash()))
                .isInstanceOf(Ruling.Published.class);
        assertThat(desks.updates.answerable()).hasSize(1);
        assertThat(desks.journal.firstBroken()).isEmpty();
    }

    /** SQLite has ended the transaction by itself; that it cannot be ended once more is not the cause. */
    private static Throwable cause(Throwable thrown) {
        return thrown instanceof TransactionSystemException ended && ended.getApplicationException() != null
                ? ended.getApplicationException()
                : thrown;
    }

    private void mayGrowTo(long pages) {
        database.jdbc().sql("pragma max_page_count = " + pages).query(Long.class).single();
    }
}

package org.aman.search.ranking;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the documents that are wanted: those that hold something of the question by their score, then, where there are
 * too few of them, whatever else applies at the places. The score is that of a Lucene query of all clauses. Safe for use by
 * many threads.
 */
public final class Ranking {
    private static final int WINDOW = 8_192;

    private final Lookups lookups;
    private final int windowSize;
    private final AtomicReference<@Nullable Workspace> spare = new AtomicReference<>();

    /** Where one search works; too large to be made anew for each. */
    record Workspace(Window window, Running running) {}

    public Ranking(Lookups lookups) {
        this(lookups, WINDOW);
    }

    Ranking(Lookups lookups, int windowSize) {
        this.lookups = lookups;
        this.windowSize = windowSize;
    }

    /** The best, best first; of equals the one that stands first in the index. */
    public ScoreDoc[] best(IndexSearcher searcher, Wanted wanted) throws IOException {
        Workspace known = spare.getAndSet(null);
        Workspace workspace = known == null ? new Workspace(new Window(windowSize), new Running()) : known;
        Applying applying = wanted.places().isEmpty() ? null : Applying.of(wanted, searcher, lookups);
        ScoreDoc[] best = new Selection(searcher, lookups, wanted.limit(), applying, new Clauses(searcher, lookups).of(wanted), workspace).best();
        spare.set(workspace);
        return best;
    }
}

package org.aman.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Ranks the documents that are wanted: those that hold something of the question by their score, then, where there are
 * too few of them, whatever else applies at the places.
 */
final class Ranking {
    private Ranking() {}

    /** The best, best first; of equals the one that stands first in the index. */
    static ScoreDoc[] best(IndexSearcher searcher, Wanted wanted) throws IOException {
        ScoreDoc[] telling = first(searcher, WantedQuery.of(wanted), wanted.limit());
        if (telling.length == wanted.limit() || wanted.places().isEmpty()) {
            return telling;
        }
        return filledUp(telling, first(searcher, WantedQuery.where(wanted), wanted.limit()), wanted.limit());
    }

    /** The hits are not counted, so that documents that cannot be among the first are skipped. */
    private static ScoreDoc[] first(IndexSearcher searcher, Query query, int limit) throws IOException {
        TopDocs found = searcher.search(query, new TopScoreDocCollectorManager(limit, null, limit));
        return found.scoreDocs;
    }

    private static ScoreDoc[] filledUp(ScoreDoc[] telling, ScoreDoc[] applying, int limit) {
        List<ScoreDoc> filled = new ArrayList<>(List.of(telling));
        Set<Integer> taken = new HashSet<>();
        for (ScoreDoc document : telling) {
            taken.add(document.doc);
        }
        for (ScoreDoc document : applying) {
            if (filled.size() < limit && taken.add(document.doc)) {
                filled.add(new ScoreDoc(document.doc, 0));
            }
        }
        return filled.toArray(ScoreDoc[]::new);
    }
}

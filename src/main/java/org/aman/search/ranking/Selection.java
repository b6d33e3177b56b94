package org.aman.search.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.HitQueue;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Selects the best documents of one search, clause by clause, the weightiest first. As soon as what is left to add cannot
 * bring a document among the best, it is no longer looked at: common words are read of few documents only.
 */
final class Selection {
    private static final Comparator<Clause> WEIGHTIEST_FIRST = Comparator.comparingDouble(Clause::most).reversed();

    /** Less than such a part of what a window holds is looked at one by one, and so is what stands scattered over many windows. */
    private static final int FEW = 4;

    private static final int SCATTERED = 64;

    private final IndexSearcher searcher;
    private final Lookups lookups;
    private final int limit;
    private final @Nullable Applying applying;
    private final List<Clause> clauses;
    private final double[] left;
    private final HitQueue best;
    private final Window window;
    private final Running running;

    /** @param applying what restricts the documents; null where all may be selected */
    Selection(
            IndexSearcher searcher,
            Lookups lookups,
            int limit,
            @Nullable Applying applying,
            List<Clause> clauses,
            Ranking.Workspace workspace) {
        this.searcher = searcher;
        this.lookups = lookups;
        this.limit = limit;
        this.applying = applying;
        this.clauses = new ArrayList<>(clauses);
        this.clauses.sort(WEIGHTIEST_FIRST);
        this.left = left(this.clauses);
        this.best = new HitQueue(limit, false);
        this.window = workspace.window();
        this.running = workspace.running();
    }

    /** By clause, what it and those behind it add at most. */
    private static double[] left(List<Clause> clauses) {
        double[] left = new double[clauses.size() + 1];
        for (int i = clauses.size() - 1; i >= 0; i--) {
            left[i] = left[i + 1] + clauses.get(i).most();
        }
        return left;
    }

    ScoreDoc[] best() throws IOException {
        for (LeafReaderContext part : searcher.getIndexReader().leaves()) {
            select(new Leaf(part, lookups));
        }
        ScoreDoc[] telling = new ScoreDoc[best.size()];
        for (int i = telling.length - 1; i >= 0; i--) {
            telling[i] = best.pop();
        }
        return telling.length == limit || applying == null ? telling : filledUp(telling, applying);
    }

    private void select(Leaf leaf) throws IOException {
        FixedBitSet applies = applying == null ? null : applying.in(leaf);
        if (applies == null) {
            byWindows(leaf, leaf.live());
            return;
        }
        int count = applies.cardinality();
        if (count <= window.size() / FEW || count < leaf.size() / SCATTERED) {
            running.begin(applies, count);
            narrow(0, new Walks(leaf, clauses, true));
            take(leaf);
        } else {
            byWindows(leaf, applies);
        }
    }

    private void byWindows(Leaf leaf, @Nullable Bits applies) throws IOException {
        boolean once = leaf.size() <= window.size();
        Walks walks = new Walks(leaf, clauses, once);
        Walks ahead = new Walks(leaf, clauses, once);
        for (int start = 0; start < leaf.size(); start += window.size()) {
            window.startAt(start);
            int end = Math.min(leaf.size(), start + window.size());
            int clause = fill(walks, ahead, end, applies);
            window.into(running);
            narrow(clause, walks);
            take(leaf);
        }
    }

    /**
     * Adds the weightiest clauses, until only documents that have something already can be among the best; the first
     * clause that was not added.
     */
    private int fill(Walks walks, Walks ahead, int end, @Nullable Bits applies) throws IOException {
        for (int i = 0; i < clauses.size(); i++) {
            if (best.size() == limit || mostBefore(i) > left[i + 1]) {
                double least = leastOfWindow() * Running.SURELY;
                if (left[i] < least) {
                    return i;
                }
                Clause clause = clauses.get(i);
                int[] needed = clause.neededFor(least - left[i + 1]);
                if (needed.length < clause.forms().size()) {
                    window.mark(i, needed, ahead, end, applies);
                    return i;
                }
            }
            window.add(i, walks, end, applies);
        }
        return clauses.size();
    }

    /** What a document can have at most from the clauses before this one. */
    private double mostBefore(int clause) {
        return left[0] - left[clause];
    }

    private double leastOfWindow() {
        if (best.size() == limit) {
            return best.top().score;
        }
        window.into(running);
        return running.leastOf(limit, best);
    }

    /** Adds the clauses from this one on to what is running, and drops what they cannot bring among the best. */
    private void narrow(int from, Walks walks) throws IOException {
        for (int i = from; i < clauses.size() && running.size() > 0; i++) {
            if (mayDropBefore(i)) {
                running.dropUnder(running.leastOf(limit, best) - left[i]);
            }
            if (running.size() > 0) {
                running.add(i, walks);
            }
        }
    }

    /**
     * Whether it pays to look for what is too little before this clause: not among few, and not unless enough have more than
     * what it and those behind it bring.
     */
    private boolean mayDropBefore(int clause) {
        if (running.size() <= 2 * limit) {
            return false;
        }
        return best.size() == limit && best.top().score > left[clause]
                || mostBefore(clause) > left[clause] && best.size() + running.countOver(left[clause]) >= limit;
    }

    private void take(Leaf leaf) {
        for (int i = 0; i < running.size(); i++) {
            float score = (float) running.score(i);
            if (score > 0 && (best.size() < limit || score > best.top().score)) {
                add(leaf.base() + running.document(i), score);
            }
        }
    }

    private void add(int document, float score) {
        if (best.size() < limit) {
            best.add(new ScoreDoc(document, score));
            return;
        }
        ScoreDoc least = best.top();
        least.doc = document;
        least.score = score;
        best.updateTop();
    }

    private ScoreDoc[] filledUp(ScoreDoc[] telling, Applying applies) throws IOException {
        List<ScoreDoc> filled = new ArrayList<>(List.of(telling));
        Set<Integer> taken = new HashSet<>();
        for (ScoreDoc document : telling) {
            taken.add(document.doc);
        }
        for (int document : applies.first(limit, searcher, lookups)) {
            if (filled.size() < limit && taken.add(document)) {
                filled.add(new ScoreDoc(document, 0));
            }
        }
        return filled.toArray(ScoreDoc[]::new);
    }
}

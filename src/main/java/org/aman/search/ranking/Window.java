package org.aman.search.ranking;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A stretch of documents, short enough that all they have so far stays near the processor. */
final class Window {
    private final double[] scores;
    private final float[] best;
    private final double[] further;
    private final int[] held;
    private final int[] touched;
    private final FixedBitSet running;
    private final DocAndFloatFeatureBuffer some = new DocAndFloatFeatureBuffer();
    private int start;

    Window(int size) {
        scores = new double[size];
        best = new float[size];
        further = new double[size];
        held = new int[size];
        touched = new int[size];
        running = new FixedBitSet(size);
    }

    int size() {
        return scores.length;
    }

    /** Begins anew at a document. */
    void startAt(int document) {
        Arrays.fill(scores, 0);
        running.clear();
        start = document;
    }

    /** Adds what a clause is worth in each document of the window that applies. */
    void add(int number, Walks walks, int end, @Nullable Bits applies) throws IOException {
        Clause clause = walks.clause(number);
        if (clause.isOneForm()) {
            addAlone(walks.of(number, 0), end, applies);
            return;
        }
        int count = 0;
        for (int form = 0; form < clause.forms().size(); form++) {
            Cursor cursor = walks.of(number, form);
            cursor.to(start);
            for (cursor.next(end, some); some.size > 0; cursor.next(end, some)) {
                count = take(cursor, applies, count);
            }
        }
        for (int i = 0; i < count; i++) {
            settle(touched[i], clause);
        }
    }

    private void addAlone(Cursor cursor, int end, @Nullable Bits applies) throws IOException {
        cursor.to(start);
        for (cursor.next(end, some); some.size > 0; cursor.next(end, some)) {
            for (int i = 0; i < some.size; i++) {
                int document = some.docs[i];
                if (applies == null || applies.get(document)) {
                    scores[document - start] += cursor.worth(document, some.features[i]);
                    running.set(document - start);
                }
            }
        }
    }

    /** Marks the documents of the window that apply and in which one of these forms of a clause stands. */
    void mark(int number, int[] forms, Walks walks, int end, @Nullable Bits applies) throws IOException {
        for (int form : forms) {
            Cursor cursor = walks.of(number, form);
            cursor.to(start);
            for (cursor.next(end, some); some.size > 0; cursor.next(end, some)) {
                for (int i = 0; i < some.size; i++) {
                    int document = some.docs[i];
                    if (applies == null || applies.get(document)) {
                        running.set(document - start);
                    }
                }
            }
        }
    }

    private int take(Cursor cursor, @Nullable Bits applies, int before) {
        int count = before;
        for (int i = 0; i < some.size; i++) {
            int document = some.docs[i];
            if (applies != null && !applies.get(document)) {
                continue;
            }
            int at = document - start;
            float worth = cursor.worth(document, some.features[i]);
            if (held[at]++ == 0) {
                touched[count++] = at;
            }
            if (worth >= best[at]) {
                further[at] += best[at];
                best[at] = worth;
            } else {
                further[at] += worth;
            }
        }
        return count;
    }

    private void settle(int at, Clause clause) {
        if (held[at] >= clause.least()) {
            scores[at] += clause.worth(best[at], further[at]);
            running.set(at);
        }
        held[at] = 0;
        best[at] = 0;
        further[at] = 0;
    }

    /** Hands on what its documents have so far. */
    void into(Running all) {
        all.clear();
        int documents = running.cardinality();
        if (documents > 0) {
            all.take(running, documents, start, scores);
        }
    }
}

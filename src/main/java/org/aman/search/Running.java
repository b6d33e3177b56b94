package org.aman.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/** The documents of one part of the index that may still be among the best, in its order, with what they have so far. */
final class Running {
    /** Sums differ in their last digits by the order they are made in; so much is never taken for a lead. */
    private static final double SURELY = 1 - 1e-6;

    private int[] documents = new int[64];
    private double[] scores = new double[64];
    private int size;

    private float[] best = new float[64];
    private double[] further = new double[64];
    private int[] held = new int[64];

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int document(int at) {
        return documents[at];
    }

    double score(int at) {
        return scores[at];
    }

    /** Takes over the marked documents of a window that begins at {@code start}, with what they have. */
    void take(FixedBitSet marked, int count, int start, double[] had) {
        grow(count);
        marked.intoArray(0, marked.length(), 0, documents);
        for (int i = 0; i < count; i++) {
            scores[i] = had[documents[i]];
            documents[i] += start;
        }
        size = count;
    }

    /** Begins with all documents that apply from one to before another; none has anything yet. */
    void begin(FixedBitSet applies, int count) {
        grow(count);
        applies.intoArray(0, applies.length(), 0, documents);
        Arrays.fill(scores, 0, count, 0);
        size = count;
    }

    private void grow(int count) {
        if (documents.length < count + 1) {
            documents = new int[count + (count >> 1) + 1];
            scores = new double[documents.length];
        }
    }

    /** Adds what a clause is worth in each of them. */
    void add(int number, Walks walks) throws IOException {
        Clause clause = walks.clause(number);
        if (best.length < size) {
            best = new float[documents.length];
            further = new double[documents.length];
            held = new int[documents.length];
        } else {
            Arrays.fill(best, 0, size, 0);
            Arrays.fill(further, 0, size, 0);
            Arrays.fill(held, 0, size, 0);
        }
        for (int form = 0; form < clause.forms().size(); form++) {
            walk(walks.of(number, form));
        }
        for (int i = 0; i < size; i++) {
            if (held[i] >= clause.least()) {
                scores[i] += clause.worth(best[i], further[i]);
            }
        }
    }

    private void walk(Cursor cursor) throws IOException {
        int at = 0;
        while (at < size) {
            int document = documents[at];
            int there = cursor.to(document);
            if (there == document) {
                take(at, cursor.worth());
                at++;
            } else {
                at = from(there, at + 1);
            }
        }
    }

    /** The first at or behind this one that is no earlier document. */
    private int from(int document, int start) {
        int at = start;
        while (at < size && documents[at] < document) {
            at++;
        }
        return at;
    }

    private void take(int at, float worth) {
        held[at]++;
        if (worth >= best[at]) {
            further[at] += best[at];
            best[at] = worth;
        } else {
            further[at] += worth;
        }
    }

    /** Drops those that have surely less than this. */
    void dropUnder(double least) {
        double surely = least * SURELY;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (scores[i] >= surely) {
                documents[kept] = documents[i];
                scores[kept++] = scores[i];
            }
        }
        size = kept;
    }

    /** What the last of so many best has; nothing where fewer are running. */
    double leastOf(int most) {
        if (size < most) {
            return 0;
        }
        double[] heap = Arrays.copyOf(scores, most);
        Arrays.sort(heap);
        for (int i = most; i < size; i++) {
            if (scores[i] > heap[0]) {
                replaceLeast(heap, scores[i]);
            }
        }
        return heap[0];
    }

    private static void replaceLeast(double[] heap, double by) {
        int hole = 0;
        int child = 1;
        while (child < heap.length) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= by) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
            child = 2 * hole + 1;
        }
        heap[hole] = by;
    }
}

package org.aman.search.ranking;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.HitQueue;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;

/** The documents of one part of the index that may still be among the best, in its order, with what they have so far. */
final class Running {
    /** Sums differ in their last digits by the order they are made in; so much is never taken for a lead. */
    static final double SURELY = 1 - 1e-6;

    /** To go to one document costs as much as to read so many that follow each other. */
    private static final int A_VISIT = 8;

    private int[] documents = new int[64];
    private double[] scores = new double[64];
    private int size;

    private float[] best = new float[64];
    private double[] further = new double[64];
    private int[] held = new int[64];

    private int[] met = new int[64];
    private float[] worth = new float[64];
    private double[] least = new double[64];
    private final DocAndFloatFeatureBuffer some = new DocAndFloatFeatureBuffer();

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
        if (clause.isOneForm()) {
            Cursor cursor = walks.of(number, 0);
            addAlone(meet(cursor));
            return;
        }
        makeRoom();
        for (int form = 0; form < clause.forms().size(); form++) {
            hold(meet(walks.of(number, form)));
        }
        for (int i = 0; i < size; i++) {
            if (held[i] >= clause.least()) {
                scores[i] += clause.worth(best[i], further[i]);
            }
        }
    }

    private void makeRoom() {
        if (best.length < size) {
            best = new float[documents.length];
            further = new double[documents.length];
            held = new int[documents.length];
        } else {
            Arrays.fill(best, 0, size, 0);
            Arrays.fill(further, 0, size, 0);
            Arrays.fill(held, 0, size, 0);
        }
    }

    /** Finds those of them in which a form stands, and what it is worth there; how many. */
    private int meet(Cursor cursor) throws IOException {
        if (met.length < size) {
            met = new int[documents.length];
            worth = new float[documents.length];
        }
        byte[] times = cursor.times();
        if (times != null) {
            return lookUp(cursor, times);
        }
        int stretch = documents[size - 1] - documents[0] + 1;
        return cursor.expectedAmong(stretch) < (long) size * A_VISIT ? readThrough(cursor) : visit(cursor);
    }

    private int lookUp(Cursor cursor, byte[] times) {
        int count = 0;
        for (int at = 0; at < size; at++) {
            int document = documents[at];
            if (times[document] != 0) {
                met[count] = at;
                worth[count++] = cursor.worth(document, times[document]);
            }
        }
        return count;
    }

    private int readThrough(Cursor cursor) throws IOException {
        int count = 0;
        int at = 0;
        int end = documents[size - 1] + 1;
        cursor.to(documents[0]);
        for (cursor.next(end, some); some.size > 0; cursor.next(end, some)) {
            for (int i = 0; i < some.size; i++) {
                int document = some.docs[i];
                while (documents[at] < document) {
                    at++;
                }
                if (documents[at] == document) {
                    met[count] = at;
                    worth[count++] = cursor.worth(document, some.features[i]);
                }
            }
        }
        return count;
    }

    private int visit(Cursor cursor) throws IOException {
        int count = 0;
        int at = 0;
        while (at < size) {
            int document = documents[at];
            int there = cursor.to(document);
            if (there == document) {
                met[count] = at++;
                worth[count++] = cursor.worth();
            } else {
                at = from(there, at + 1);
            }
        }
        return count;
    }

    /** The first at or behind this one that is no earlier document. */
    private int from(int document, int start) {
        int at = start;
        while (at < size && documents[at] < document) {
            at++;
        }
        return at;
    }

    private void addAlone(int count) {
        for (int i = 0; i < count; i++) {
            scores[met[i]] += worth[i];
        }
    }

    private void hold(int count) {
        for (int i = 0; i < count; i++) {
            int at = met[i];
            held[at]++;
            if (worth[i] >= best[at]) {
                further[at] += best[at];
                best[at] = worth[i];
            } else {
                further[at] += worth[i];
            }
        }
    }

    /** How many have more than this. */
    int countOver(double score) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += scores[i] > score ? 1 : 0;
        }
        return count;
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

    /**
     * What the last of so many best has, those found before included; nothing where there are fewer.
     *
     * @param found the best of the parts before; its least comes first
     */
    double leastOf(int most, HitQueue found) {
        int known = found.size();
        if (known + size < most) {
            return 0;
        }
        if (least.length < most) {
            least = new double[most];
        }
        int at = 0;
        for (ScoreDoc one : found) {
            least[at++] = one.score;
        }
        int further = most - known;
        if (further > 0) {
            System.arraycopy(scores, 0, least, known, further);
            Arrays.sort(least, 0, most);
        }
        for (int i = further; i < size; i++) {
            if (scores[i] > least[0]) {
                replaceLeast(least, most, scores[i]);
            }
        }
        return least[0];
    }

    private static void replaceLeast(double[] heap, int size, double by) {
        int hole = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
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

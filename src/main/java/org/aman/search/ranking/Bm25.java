package org.aman.search.ranking;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.util.SmallFloat;

/** BM25 over one field of the index in one state of it, figure for figure as Lucene's own similarity makes it. */
final class Bm25 {
    /** How soon a word said again stops to count; Lucene's, and the best on question lists. */
    private static final float K1 = 1.2f;

    /** How much a long text is held against it; Lucene's too. */
    private static final float B = 0.75f;

    private final float[] byLength = new float[256];
    private final long documents;

    Bm25(CollectionStatistics field) {
        documents = field.docCount();
        float average = (float) (field.sumTotalTermFreq() / (double) documents);
        for (int length = 0; length < byLength.length; length++) {
            byLength[length] = 1f / (K1 * ((1 - B) + B * SmallFloat.byte4ToInt((byte) length) / average));
        }
    }

    /** What a term that stands in so many documents is worth at most; the rarer the more. */
    float most(int frequency, float boost) {
        return boost * (float) Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
    }

    /**
     * What a term is worth in one document.
     *
     * @param most as {@link #most} says
     * @param times how often it stands there
     * @param length the length of the field there, as Lucene encodes it in one byte
     */
    float score(float most, float times, byte length) {
        return most - most / (1f + times * byLength[length & 0xFF]);
    }
}

package org.aman.search.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * How long the fields of the documents are, one byte each as Lucene encodes it, held in memory for as long as a part of the
 * index is in use: some bytes for each update. Safe for use by many threads.
 */
final class Lengths {
    /** What Lucene takes for the length of a field that has none. */
    private static final byte NONE = 1;

    private final Map<IndexReader.CacheKey, Map<String, byte[]>> known = new ConcurrentHashMap<>();

    /** By document of this part of the index. */
    byte[] of(LeafReader part, String field) {
        IndexReader.CacheHelper core = part.getCoreCacheHelper();
        Map<String, byte[]> fields = known.get(core.getKey());
        if (fields == null) {
            fields = known.computeIfAbsent(core.getKey(), key -> new ConcurrentHashMap<>());
            core.addClosedListener(known::remove);
        }
        byte[] lengths = fields.get(field);
        return lengths == null ? fields.computeIfAbsent(field, name -> read(part, name)) : lengths;
    }

    private static byte[] read(LeafReader part, String field) {
        byte[] lengths = new byte[part.maxDoc()];
        Arrays.fill(lengths, NONE);
        try {
            NumericDocValues norms = part.getNormValues(field);
            if (norms != null) {
                while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    lengths[norms.docID()] = (byte) norms.longValue();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the lengths of " + field, e);
        }
        return lengths;
    }
}

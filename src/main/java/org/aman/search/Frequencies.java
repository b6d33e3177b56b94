package org.aman.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * In how many updates terms stand: looked up once for each state of the index, since every part of the index has to be
 * asked and questions share most of their words. Any change of the index begins anew. Safe for use by many threads.
 */
final class Frequencies {
    /** Some words of each of some hundred questions; under a megabyte. */
    private static final int MOST = 8_192;

    /** What was looked up in one state of the index. */
    private record Seen(@Nullable IndexReader index, Map<Term, Integer> terms) {
        static Seen in(IndexReader index) {
            return new Seen(index, new ConcurrentHashMap<>());
        }

        boolean serves(IndexReader now) {
            return index == now && terms.size() < MOST;
        }
    }

    private volatile Seen seen = new Seen(null, Map.of());

    int of(Term term, IndexReader index) throws IOException {
        Seen here = seen;
        if (!here.serves(index)) {
            here = Seen.in(index);
            seen = here;
        }
        Integer known = here.terms.get(term);
        if (known != null) {
            return known;
        }
        int frequency = index.docFreq(term);
        here.terms.put(term, frequency);
        return frequency;
    }
}

package org.aman.search.ranking;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where one term stands in one state of the index. Of a term that stands nearly everywhere it is held in memory how often it
 * stands in each document, one byte each: to look there costs a tenth of going there. Safe for use by many threads.
 */
final class Standing {
    /** Common is what stands in at least one of so many documents; an update has some hundred terms, so few are common. */
    private static final int COMMON = 16;

    private static final byte[] TOO_OFTEN = {};

    private final Term term;
    private final TermStates states;
    private final double share;
    private final AtomicInteger room;
    private final @Nullable AtomicReferenceArray<byte[]> times;

    /**
     * @param index the state of the index
     * @param room how many bytes common terms may still take
     */
    Standing(Term term, TermStates states, IndexReader index, AtomicInteger room) {
        this.term = term;
        this.states = states;
        this.share = (double) states.docFreq() / Math.max(1, index.maxDoc());
        this.room = room;
        this.times = share * COMMON < 1 ? null : new AtomicReferenceArray<>(index.leaves().size());
    }

    Term term() {
        return term;
    }

    /** In how many documents it stands. */
    int frequency() {
        return states.docFreq();
    }

    /** In how many of so many documents it stands, as far as can be told. */
    long expectedAmong(int documents) {
        return (long) (share * documents);
    }

    /** Where it stands in one part of the index; null where it does not. */
    @Nullable TermState in(LeafReaderContext part) throws IOException {
        IOSupplier<TermState> found = states.get(part);
        return found == null ? null : found.get();
    }

    /** How often it stands in each document of a part; null where it is not held. */
    byte @Nullable [] times(LeafReaderContext part) throws IOException {
        if (times == null) {
            return null;
        }
        byte[] known = times.get(part.ord);
        if (known == null) {
            known = read(part);
            times.set(part.ord, known);
        }
        return known == TOO_OFTEN ? null : known;
    }

    private byte[] read(LeafReaderContext part) throws IOException {
        TermState state = in(part);
        int documents = part.reader().maxDoc();
        if (state == null || room.addAndGet(-documents) < 0) {
            return TOO_OFTEN;
        }
        byte[] read = new byte[documents];
        TermsEnum terms = part.reader().terms(term.field()).iterator();
        terms.seekExact(term.bytes(), state);
        PostingsEnum postings = terms.postings(null, PostingsEnum.FREQS);
        for (int at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc()) {
            int often = postings.freq();
            if (often > Byte.MAX_VALUE) {
                return TOO_OFTEN;
            }
            read[at] = (byte) often;
        }
        return read;
    }
}

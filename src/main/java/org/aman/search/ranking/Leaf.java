package org.aman.search.ranking;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** One part of the index, read for one search: what reads its terms is made once and used for all of them. */
final class Leaf {
    private final LeafReaderContext context;
    private final LeafReader reader;
    private final Lookups lookups;
    private final Map<String, FieldTerms> fields = new HashMap<>();

    /** The terms of a field, and where the last one stood. */
    private static final class FieldTerms {
        final @Nullable TermsEnum terms;
        @Nullable PostingsEnum postings;

        FieldTerms(@Nullable TermsEnum terms) {
            this.terms = terms;
        }
    }

    Leaf(LeafReaderContext context, Lookups lookups) {
        this.context = context;
        this.lookups = lookups;
        this.reader = context.reader();
    }

    /** The number of its first document in the whole index. */
    int base() {
        return context.docBase;
    }

    /** How many documents it holds, those that are gone included. */
    int size() {
        return reader.maxDoc();
    }

    /**
     * The documents in which a term stands; null where it stands in none here.
     *
     * @param shortly whether it is done before the next one of its field is asked for, so that they may share their memory
     */
    @Nullable PostingsEnum postings(Standing standing, boolean shortly) throws IOException {
        TermState state = standing.in(context);
        if (state == null) {
            return null;
        }
        FieldTerms field = field(standing.term().field());
        if (field.terms == null) {
            return null;
        }
        field.terms.seekExact(standing.term().bytes(), state);
        PostingsEnum postings = field.terms.postings(shortly ? field.postings : null, PostingsEnum.FREQS);
        field.postings = shortly ? postings : null;
        return postings;
    }

    private FieldTerms field(String name) throws IOException {
        FieldTerms known = fields.get(name);
        if (known == null) {
            Terms terms = reader.terms(name);
            known = new FieldTerms(terms == null ? null : terms.iterator());
            fields.put(name, known);
        }
        return known;
    }

    /** How often a term stands in each document; null where that is not held. */
    byte @Nullable [] times(Standing standing) throws IOException {
        return standing.times(context);
    }

    /** The lengths of a field, by document. */
    byte[] lengths(String field) {
        return lookups.lengths(reader, field);
    }

    /** Adds all documents in which one of these terms stands. */
    void mark(List<Standing> terms, FixedBitSet marked) throws IOException {
        for (Standing term : terms) {
            PostingsEnum postings = postings(term, true);
            if (postings != null) {
                postings.nextDoc();
                postings.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, marked, 0);
            }
        }
    }

    /** The documents that are not gone; null where none is. */
    @Nullable Bits live() {
        return reader.getLiveDocs();
    }

    /** Takes away the documents that are gone. */
    void keepLive(FixedBitSet marked) {
        Bits live = live();
        if (live != null) {
            live.applyMask(marked, 0);
        }
    }
}

package org.aman.search;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** Walks forward through the documents of one part of the index in which one form stands. */
final class Cursor {
    private static final byte[] NO_LENGTHS = {};

    private final float most;
    private final @Nullable Bm25 scoring;
    private final byte[] lengths;
    private final @Nullable PostingsEnum postings;

    /** One through no documents. */
    Cursor() {
        this.most = 0;
        this.scoring = null;
        this.lengths = NO_LENGTHS;
        this.postings = null;
    }

    Cursor(Clause.Form form, PostingsEnum postings, Leaf leaf) {
        this.most = form.most();
        this.scoring = form.scoring();
        this.lengths = scoring == null ? NO_LENGTHS : leaf.lengths(form.field());
        this.postings = postings;
    }

    /** Goes on to the first document from this one on, unless it already stands there or behind; where it stands then. */
    int to(int document) throws IOException {
        if (postings == null) {
            return DocIdSetIterator.NO_MORE_DOCS;
        }
        int there = postings.docID();
        return there < document ? postings.advance(document) : there;
    }

    /** What the form is worth in the document at which it stands. */
    float worth() throws IOException {
        return scoring == null || postings == null
                ? most
                : scoring.score(most, postings.freq(), lengths[postings.docID()]);
    }

    /** The next documents before this one, with how often the form stands there; none where there are no more. */
    void next(int end, DocAndFloatFeatureBuffer some) throws IOException {
        some.size = 0;
        if (postings != null && postings.docID() < end) {
            postings.nextPostings(end, some);
        }
    }

    /** What the form is worth in a document where it stands so often. */
    float worth(int document, float times) {
        return scoring == null ? most : scoring.score(most, times, lengths[document]);
    }
}

package org.aman.search.ranking;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** Walks forward through the documents of one part of the index in which one form stands. */
final class Cursor {
    private static final byte[] NO_LENGTHS = {};

    private final Clause.Form form;
    private final Leaf leaf;
    private final boolean shortly;
    private final float most;
    private final @Nullable Bm25 scoring;
    private final byte[] lengths;
    private final byte @Nullable [] times;
    private @Nullable PostingsEnum postings;
    private boolean opened;

    /** @param shortly whether it is done before the next one of its field begins, so that they may share their memory */
    Cursor(Clause.Form form, Leaf leaf, boolean shortly) throws IOException {
        this.form = form;
        this.leaf = leaf;
        this.shortly = shortly;
        this.most = form.most();
        this.scoring = form.scoring();
        this.lengths = scoring == null ? NO_LENGTHS : leaf.lengths(form.field());
        this.times = leaf.times(form.standing());
    }

    /** In how many of so many documents the form stands, as far as can be told. */
    long expectedAmong(int documents) {
        return form.standing().expectedAmong(documents);
    }

    /** How often the form stands in each document; null where that is not held and one must go there. */
    byte @Nullable [] times() {
        return times;
    }

    private @Nullable PostingsEnum postings() throws IOException {
        if (!opened) {
            opened = true;
            postings = leaf.postings(form.standing(), shortly);
        }
        return postings;
    }

    /** Goes on to the first document from this one on, unless it already stands there or behind; where it stands then. */
    int to(int document) throws IOException {
        PostingsEnum walk = postings();
        if (walk == null) {
            return DocIdSetIterator.NO_MORE_DOCS;
        }
        int there = walk.docID();
        return there < document ? walk.advance(document) : there;
    }

    /** What the form is worth in the document at which it stands. */
    float worth() throws IOException {
        PostingsEnum walk = postings();
        return scoring == null || walk == null ? most : scoring.score(most, walk.freq(), lengths[walk.docID()]);
    }

    /** The next documents before this one, with how often the form stands there; none where there are no more. */
    void next(int end, DocAndFloatFeatureBuffer some) throws IOException {
        some.size = 0;
        PostingsEnum walk = postings();
        if (walk != null && walk.docID() < end) {
            walk.nextPostings(end, some);
        }
    }

    /** What the form is worth in a document where it stands so often. */
    float worth(int document, float times) {
        return scoring == null ? most : scoring.score(most, times, lengths[document]);
    }
}

package org.aman.search;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.aman.knowledge.Update;
import org.aman.search.ranking.Field;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Reads cards and whole updates out of the index. */
final class Documents {
    private Documents() {}

    /** The whole update of this name; empty where it is not there. */
    static Optional<Update> update(IndexSearcher searcher, Update.Id id) throws IOException {
        Term term = new Term(Field.ID, id.value());
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int document = live(leaf.reader(), term);
            if (document != NO_MORE_DOCS) {
                return Optional.of(Content.read(content(leaf.reader(), document)));
            }
        }
        return Optional.empty();
    }

    /** The whole update of a hit: where it was found, unless the index has changed since. */
    static Optional<Update> update(IndexSearcher searcher, Hit hit) throws IOException {
        IndexReader index = searcher.getIndexReader();
        if (hit.document() < index.maxDoc()) {
            LeafReaderContext leaf = index.leaves().get(ReaderUtil.subIndex(hit.document(), index.leaves()));
            int document = hit.document() - leaf.docBase;
            Bits live = leaf.reader().getLiveDocs();
            if (live == null || live.get(document)) {
                Update there = Content.read(content(leaf.reader(), document));
                if (there.id().equals(hit.card().id())) {
                    return Optional.of(there);
                }
            }
        }
        return update(searcher, hit.card().id());
    }

    /** The hits in the order found; their cards are read in the order of the index, which only goes forward. */
    static List<Hit> hits(IndexSearcher searcher, ScoreDoc[] ranked) throws IOException {
        Hit[] hits = new Hit[ranked.length];
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int leafEnd = 0;
        int leafStart = 0;
        BinaryDocValues cards = DocValues.emptyBinary();
        for (int rank : byDocument(ranked)) {
            ScoreDoc scored = ranked[rank];
            if (scored.doc >= leafEnd) {
                LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(scored.doc, leaves));
                leafStart = leaf.docBase;
                leafEnd = leafStart + leaf.reader().maxDoc();
                cards = DocValues.getBinary(leaf.reader(), Field.CARD);
            }
            hits[rank] = new Hit(card(cards, scored.doc - leafStart), scored.score, scored.doc);
        }
        return List.of(hits);
    }

    /** The first so many of these that fit, in their order; no more are read than it takes. */
    static List<Hit> fitting(IndexSearcher searcher, ScoreDoc[] ranked, Predicate<Card> fits, int most) throws IOException {
        List<Hit> fitting = new ArrayList<>(most);
        for (int rank = 0; rank < ranked.length && fitting.size() < most; rank++) {
            Hit hit = hits(searcher, new ScoreDoc[] {ranked[rank]}).getFirst();
            if (fits.test(hit.card())) {
                fitting.add(hit);
            }
        }
        return fitting;
    }

    private static int[] byDocument(ScoreDoc[] ranked) {
        long[] sorted = new long[ranked.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            sorted[rank] = (long) ranked[rank].doc << 32 | rank;
        }
        Arrays.sort(sorted);
        int[] ranks = new int[sorted.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = (int) sorted[i];
        }
        return ranks;
    }

    private static Card card(BinaryDocValues cards, int document) throws IOException {
        if (!cards.advanceExact(document)) {
            throw new IllegalStateException("An update without a card is in the index");
        }
        return Card.decoded(cards.binaryValue());
    }

    private static int live(LeafReader reader, Term term) throws IOException {
        PostingsEnum found = reader.postings(term, PostingsEnum.NONE);
        if (found == null) {
            return NO_MORE_DOCS;
        }
        Bits live = reader.getLiveDocs();
        int document = found.nextDoc();
        while (document != NO_MORE_DOCS && live != null && !live.get(document)) {
            document = found.nextDoc();
        }
        return document;
    }

    private static BytesRef content(LeafReader reader, int document) throws IOException {
        BinaryDocValues contents = DocValues.getBinary(reader, Field.CONTENT);
        if (!contents.advanceExact(document)) {
            throw new IllegalStateException("An update without content is in the index");
        }
        return contents.binaryValue();
    }
}

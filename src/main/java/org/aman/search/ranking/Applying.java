package org.aman.search.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aman.place.Place;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/** The documents that apply at the places wanted: those bound to one of them, those that name one, and those that hold everywhere. */
final class Applying {
    private final List<Standing> bound;
    private final List<Standing> naming;

    private Applying(List<Standing> bound, List<Standing> naming) {
        this.bound = bound;
        this.naming = naming;
    }

    static Applying of(Wanted wanted, IndexSearcher searcher, Lookups lookups) throws IOException {
        List<Standing> bound = new ArrayList<>();
        List<Standing> naming = new ArrayList<>();
        add(Field.PLACE, Field.EVERYWHERE, searcher, lookups, bound);
        for (Place.Id place : wanted.places()) {
            add(Field.PLACE, place.value(), searcher, lookups, bound);
        }
        for (Place.Id mention : wanted.mentions()) {
            add(Field.MENTION, mention.value(), searcher, lookups, naming);
        }
        return new Applying(bound, naming);
    }

    private static void add(String field, String place, IndexSearcher searcher, Lookups lookups, List<Standing> where)
            throws IOException {
        Standing standing = lookups.of(field, place, searcher);
        if (standing.frequency() > 0) {
            where.add(standing);
        }
    }

    /** Those in one part of the index. */
    FixedBitSet in(Leaf leaf) throws IOException {
        FixedBitSet applies = new FixedBitSet(leaf.size());
        leaf.mark(bound, applies);
        leaf.mark(naming, applies);
        leaf.keepLive(applies);
        return applies;
    }

    /** The first of them in the index; those that hold there and name one of the places come before all others. */
    Set<Integer> first(int most, IndexSearcher searcher, Lookups lookups) throws IOException {
        Set<Integer> first = new LinkedHashSet<>();
        for (boolean both : naming.isEmpty() ? new boolean[] {false} : new boolean[] {true, false}) {
            for (LeafReaderContext part : searcher.getIndexReader().leaves()) {
                if (first.size() < most) {
                    Leaf leaf = new Leaf(part, lookups);
                    addFirst(both ? inBoth(leaf) : in(leaf), leaf.base(), most, first);
                }
            }
        }
        return first;
    }

    private FixedBitSet inBoth(Leaf leaf) throws IOException {
        FixedBitSet both = new FixedBitSet(leaf.size());
        FixedBitSet names = new FixedBitSet(leaf.size());
        leaf.mark(bound, both);
        leaf.mark(naming, names);
        both.and(names);
        leaf.keepLive(both);
        return both;
    }

    private static void addFirst(FixedBitSet applies, int base, int most, Set<Integer> first) {
        int document = applies.nextSetBit(0);
        while (document != DocIdSetIterator.NO_MORE_DOCS && first.size() < most) {
            first.add(base + document);
            document = document + 1 < applies.length() ? applies.nextSetBit(document + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
    }
}

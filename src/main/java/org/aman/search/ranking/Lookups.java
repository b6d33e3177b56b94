package org.aman.search.ranking;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where terms stand in the index, and in how many updates: looked up once for each state of the index, since every part of
 * the index has to be asked and questions share most of their words. Any change of the index begins anew. Safe for use by
 * many threads.
 */
public final class Lookups {
    /** Some words of each of some hundred questions; a few megabytes where the index has many parts. */
    private static final int MOST = 4_096;

    private static final int MOST_SLIPS = 1_024;

    /** What common terms may take: enough for all of them in a hundred thousand updates. */
    private static final int MOST_BYTES = 16 << 20;

    /** A term, by which it is known without being put into bytes. */
    private record Name(String field, String text) {}

    /** A word that no update holds, and how far from it others are looked for. */
    private record Slip(String field, String term, int slips, int most) {}

    /** What was looked up in one state of the index. */
    private record Seen(@Nullable IndexReader index, Map<Name, Standing> terms, Map<String, Bm25> fields, Map<Slip, List<String>> near, AtomicInteger room) {
        static Seen in(IndexReader index) {
            return new Seen(index, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new AtomicInteger(MOST_BYTES));
        }

        boolean serves(IndexReader now) {
            return index == now && terms.size() < MOST && near.size() < MOST_SLIPS;
        }
    }

    private final Lengths lengths = new Lengths();
    private volatile Seen seen = new Seen(null, Map.of(), Map.of(), Map.of(), new AtomicInteger());

    /** Where a term of a field stands. */
    Standing of(String field, String text, IndexSearcher searcher) throws IOException {
        Seen here = seen(searcher);
        Name name = new Name(field, text);
        Standing known = here.terms.get(name);
        if (known != null) {
            return known;
        }
        Term term = new Term(field, text);
        Standing found = new Standing(
                term, TermStates.build(searcher, term, true), searcher.getIndexReader(), here.room);
        here.terms.put(name, found);
        return found;
    }

    /** How long a field is, by document of one part of the index. */
    byte[] lengths(LeafReader part, String field) {
        return lengths.of(part, field);
    }

    /** In how many updates a term stands. */
    public int frequency(String field, String text, IndexSearcher searcher) throws IOException {
        return of(field, text, searcher).frequency();
    }

    /** Terms of a field at most this many slips away from one that it does not hold, the commonest first. */
    public List<String> near(String field, String term, int slips, int most, IndexSearcher searcher) throws IOException {
        Seen here = seen(searcher);
        Slip slip = new Slip(field, term, slips, most);
        List<String> known = here.near.get(slip);
        if (known == null) {
            known = lookedFor(slip, searcher.getIndexReader());
            here.near.put(slip, known);
        }
        return known;
    }

    private static List<String> lookedFor(Slip slip, IndexReader index) throws IOException {
        Terms terms = MultiTerms.getTerms(index, slip.field);
        if (terms == null) {
            return List.of();
        }
        FuzzyTermsEnum found = new FuzzyTermsEnum(terms, new Term(slip.field, slip.term), slip.slips, 1, true);
        Map<String, Integer> near = new HashMap<>();
        for (BytesRef next = found.next(); next != null; next = found.next()) {
            near.put(next.utf8ToString(), found.docFreq());
        }
        return near.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(slip.most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How terms of a field are scored; null where no update has the field. */
    @Nullable Bm25 scoring(String field, IndexSearcher searcher) throws IOException {
        Seen here = seen(searcher);
        Bm25 known = here.fields.get(field);
        if (known != null) {
            return known;
        }
        CollectionStatistics statistics = searcher.collectionStatistics(field);
        if (statistics == null) {
            return null;
        }
        Bm25 scoring = new Bm25(statistics);
        here.fields.put(field, scoring);
        return scoring;
    }

    private Seen seen(IndexSearcher searcher) {
        Seen here = seen;
        if (!here.serves(searcher.getIndexReader())) {
            here = Seen.in(searcher.getIndexReader());
            seen = here;
        }
        return here;
    }
}

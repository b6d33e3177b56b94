package org.aman.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.aman.place.Position;
import org.aman.search.ranking.Field;
import org.aman.search.ranking.Lookups;
import org.aman.search.ranking.Nearest;
import org.aman.search.ranking.Ranking;
import org.aman.search.ranking.Wanted;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The updates that may answer, ready to be searched. A publish touches only its own document, and is seen by the next
 * search. It holds whatever deciding and showing need, so answers go on while the database is away. Safe for use by many
 * threads.
 */
public final class UpdateIndex implements Closeable {
    private static final String REVISION = "revision";
    private static final String FORMAT = "format";

    /** Counts up whenever documents are written differently, so that an index of an older form is made anew. */
    private static final String FORMAT_NOW = "6";

    /** What was just published stays in memory until the index is saved: a dozen files for each would take milliseconds. */
    private static final double MOST_OF_ONE_PART_MB = 1;

    private static final double MOST_IN_MEMORY_MB = 8;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Cataloguer cataloguer;
    private final Lookups lookups = new Lookups();
    private final Ranking ranking = new Ranking(lookups);
    private volatile long revision;
    private long saved;

    /** An index in memory, for tests and the command line. */
    public static UpdateIndex inMemory(Lexicon lexicon, Gazetteer gazetteer, Topics topics) {
        return new UpdateIndex(new ByteBuffersDirectory(), new Cataloguer(lexicon, gazetteer, topics));
    }

    /**
     * The index kept in a folder. One that is cut, damaged or of another form is emptied, and then asks to be filled
     * anew by a {@link #revision()} of -1.
     */
    public static UpdateIndex in(Path folder, Lexicon lexicon, Gazetteer gazetteer, Topics topics) {
        try {
            Directory directory = FSDirectory.open(folder);
            if (!isSound(directory)) {
                for (String file : directory.listAll()) {
                    directory.deleteFile(file);
                }
            }
            return new UpdateIndex(
                    new NRTCachingDirectory(directory, MOST_OF_ONE_PART_MB, MOST_IN_MEMORY_MB),
                    new Cataloguer(lexicon, gazetteer, topics));
        } catch (IOException e) {
            throw new UncheckedIOException("Opening the index in " + folder, e);
        }
    }

    private static boolean isSound(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return false;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return FORMAT_NOW.equals(reader.getIndexCommit().getUserData().get(FORMAT));
        } catch (IOException | IllegalArgumentException damaged) {
            return false;
        }
    }

    /** A copy in this empty folder, to try changes on; it is as it was at this moment and follows nothing. */
    public UpdateIndex copiedTo(Path folder) {
        try {
            UpdateIndex copy = new UpdateIndex(FSDirectory.open(folder), cataloguer);
            with(searcher -> {
                List<CodecReader> parts = new ArrayList<>();
                for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                    parts.add(SlowCodecReaderWrapper.wrap(leaf.reader()));
                }
                if (!parts.isEmpty()) {
                    copy.writer.addIndexes(parts.toArray(CodecReader[]::new));
                }
                return copy;
            });
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("Copying the index to " + folder, e);
        }
    }

    private UpdateIndex(Directory directory, Cataloguer cataloguer) {
        this.directory = directory;
        this.cataloguer = cataloguer;
        try {
            revision = committedRevision(directory);
            saved = revision;
            IndexWriterConfig settings = new IndexWriterConfig(new KeywordAnalyzer());
            settings.setRAMBufferSizeMB(16);
            settings.setCommitOnClose(false);
            // A publish must not wait for merges, by default up to half a second; they follow in the background.
            settings.setMaxFullFlushMergeWaitMillis(0);
            writer = new IndexWriter(directory, settings);
            searchers = new SearcherManager(writer, new Uncached());
        } catch (IOException e) {
            throw new UncheckedIOException("Opening the index", e);
        }
    }

    /** Without Lucene's cache of queries: every question is another one, and the cache could take 32 MB. */
    private static final class Uncached extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    private static long committedRevision(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return -1;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String committed = reader.getIndexCommit().getUserData().get(REVISION);
            return committed == null ? -1 : Long.parseLong(committed);
        }
    }

    /** The revision of the knowledge this index stands at; -1 for an empty one. */
    public long revision() {
        return revision;
    }

    /** Takes these updates, each in place of its former revision, and lets go of those; the next search sees it. */
    public void apply(Collection<Update> updates, Collection<Update.Id> gone, long toRevision) {
        try {
            for (Update.Id id : gone) {
                writer.deleteDocuments(new Term(Field.ID, id.value()));
            }
            for (Update update : updates) {
                writer.updateDocument(new Term(Field.ID, update.id().value()), cataloguer.document(update));
            }
            revision = toRevision;
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("Indexing " + updates.size() + " updates", e);
        }
    }

    /** Empties the index and fills it with these. */
    public void rebuild(Iterable<Update> updates, long toRevision) {
        try {
            saved = -1;
            writer.deleteAll();
            for (Update update : updates) {
                writer.addDocument(cataloguer.document(update));
            }
            revision = toRevision;
            searchers.maybeRefreshBlocking();
            save();
        } catch (IOException e) {
            throw new UncheckedIOException("Filling the index", e);
        }
    }

    /** Writes what it holds to disk, with its revision, where that is not there yet. */
    public void save() {
        long holds = revision;
        if (holds == saved) {
            return;
        }
        try {
            writer.setLiveCommitData(
                    Map.of(REVISION, Long.toString(holds), FORMAT, FORMAT_NOW).entrySet());
            writer.commit();
            saved = holds;
        } catch (IOException e) {
            throw new UncheckedIOException("Saving the index", e);
        }
    }

    /** How many updates it holds. */
    public int size() {
        return with(searcher -> searcher.getIndexReader().numDocs());
    }

    /** A look at the index as it is now; the same look sees no later change. */
    public <T> T with(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Searching the index", e);
        }
    }

    /** A search, given the index as it is now. */
    public interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /** The best of what is wanted, by the index's score. */
    public List<Hit> search(Wanted wanted) {
        return with(searcher -> Documents.hits(searcher, ranking.best(searcher, wanted)));
    }

    /** All that applies to these places, or of these topics where none are given; at most {@code limit}. */
    public List<Hit> at(Set<String> places, Instant moment, int limit) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(anyOf(Field.PLACE, places), Occur.FILTER);
        query.add(NumericDocValuesField.newSlowRangeQuery(Field.EXPIRES, moment.toEpochMilli() + 1, Long.MAX_VALUE), Occur.FILTER);
        return with(searcher -> Documents.hits(searcher, searcher.search(query.build(), limit).scoreDocs));
    }

    /** The nearest current ones of these topics whose state is not what people fear, nearest first. */
    public List<Hit> nearest(Set<Topic.Id> topics, Position from, Instant moment, int limit) {
        return with(searcher -> Documents.hits(searcher, new Nearest(from, moment, limit).of(topics, searcher, lookups)));
    }

    /** The same, those alone whose cards fit: so many at most, found among the nearest {@code limit}. */
    public List<Hit> nearest(Set<Topic.Id> topics, Position from, Instant moment, int limit, Predicate<Card> fits, int most) {
        return with(searcher ->
                Documents.fitting(searcher, new Nearest(from, moment, limit).of(topics, searcher, lookups), fits, most));
    }

    private static Query anyOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** In how many updates a word's stem stands, and how many there are. */
    public int frequency(String field, String term) {
        return with(searcher -> lookups.frequency(field, term, searcher));
    }

    /** Terms of a field at most this many slips away from one that it does not hold, the commonest first. */
    public List<String> near(String field, String term, int slips, int most) {
        return with(searcher -> lookups.near(field, term, slips, most, searcher));
    }

    /** The whole update of a hit; empty where it has gone meanwhile. */
    public Optional<Update> update(Hit hit) {
        return with(searcher -> Documents.update(searcher, hit));
    }

    /** The whole update of this name; empty where it is not there. */
    public Optional<Update> update(Update.Id id) {
        return with(searcher -> Documents.update(searcher, id));
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the index", e);
        }
    }
}

package org.aman.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.search.ranking.Field;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Stock Lucene over the same updates, for comparison only: {@code ArabicAnalyzer} and {@code EnglishAnalyzer}, BM25 over
 * title, text and questions. It knows no place, no time and no state.
 */
public final class PlainIndex implements Closeable {
    private static final String ARABIC = "ar";
    private static final String ENGLISH = "en";

    private final Analyzer analyzer = new PerFieldAnalyzerWrapper(
            new EnglishAnalyzer(), Map.of(ARABIC, new ArabicAnalyzer(), ENGLISH, new EnglishAnalyzer()));
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    public PlainIndex(Collection<Update> updates) {
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Update update : updates) {
                    writer.addDocument(document(update));
                }
            }
            reader = DirectoryReader.open(directory);
            searcher = new IndexSearcher(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Filling the plain index", e);
        }
    }

    private static Document document(Update update) {
        Document document = new Document();
        document.add(new StringField(Field.ID, update.id().value(), Store.YES));
        for (Language language : Language.values()) {
            String field = language == Language.ARABIC ? ARABIC : ENGLISH;
            update.title().in(language).ifPresent(text -> document.add(new TextField(field, text, Store.NO)));
            update.text().in(language).ifPresent(text -> document.add(new TextField(field, text, Store.NO)));
            update.questions()
                    .getOrDefault(language, List.of())
                    .forEach(text -> document.add(new TextField(field, text, Store.NO)));
        }
        return document;
    }

    /** The ids of the best hits for these words. */
    public List<Update.Id> search(String words, int limit) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String field : List.of(ARABIC, ENGLISH)) {
            var part = builder.createBooleanQuery(field, words);
            if (part != null) {
                query.add(part, Occur.SHOULD);
            }
        }
        try {
            java.util.List<Update.Id> ids = new java.util.ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
                ids.add(new Update.Id(searcher.storedFields().document(hit.doc).get(Field.ID)));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException("Searching the plain index", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the plain index", e);
        }
    }
}

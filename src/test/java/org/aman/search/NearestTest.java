package org.aman.search;

import static org.aman.search.Shipped.UPDATES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.search.ranking.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

/** The nearest are those that Lucene's own sort by distance brings, in the same order. */
class NearestTest {
    private static final Instant NOW = Instant.parse("2020-01-12T16:00:00Z");

    @Test
    void theNearestOfEveryTopicFromEveryPlaceAreLucenesInAnIndexOfManyPartsSomeOfThemGone() {
        try (UpdateIndex index = Shipped.inMemory()) {
            index.apply(UPDATES, List.of(), 1);
            index.apply(UPDATES.subList(3, 20), List.of(UPDATES.get(30).id()), 2);
            int found = 0;
            for (Place place : Shipped.GAZETTEER.places()) {
                for (Topic topic : Shipped.TOPICS.all()) {
                    found += place.position() == null ? 0 : compared(index, topic.id(), place.position());
                }
            }
            assertThat(found).isGreaterThan(1_000);
        }
    }

    private static int compared(UpdateIndex index, Topic.Id topic, Position from) {
        List<Update.Id> ours = index.nearest(Set.of(topic), from, NOW, 5).stream().map(hit -> hit.card().id()).toList();
        List<Update.Id> lucenes = index.with(searcher -> lucenes(searcher, topic, from));
        assertThat(ours).isEqualTo(lucenes);
        return ours.size();
    }

    private static List<Update.Id> lucenes(IndexSearcher searcher, Topic.Id topic, Position from) throws java.io.IOException {
        BooleanQuery query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Field.TOPIC, topic.value())), Occur.FILTER)
                .add(NumericDocValuesField.newSlowRangeQuery(Field.EXPIRES, NOW.toEpochMilli() + 1, Long.MAX_VALUE), Occur.FILTER)
                .add(new TermQuery(new Term(Field.POLARITY, Topic.Polarity.NO.name())), Occur.MUST_NOT)
                .add(new FieldExistsQuery(Field.LOCATION), Occur.FILTER)
                .build();
        Sort byDistance = new Sort(LatLonDocValuesField.newDistanceSort(Field.LOCATION, from.latitude(), from.longitude()));
        ScoreDoc[] nearest = searcher.search(query, 5, byDistance).scoreDocs;
        return Documents.hits(searcher, nearest).stream().map(hit -> hit.card().id()).toList();
    }
}

package org.aman.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aman.knowledge.Topic;
import org.aman.place.Place;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The Lucene query for what is wanted: places restrict, words, concepts and topics rank. */
final class WantedQuery {
    /** A title or question is written to be asked for; weighted double (worth 9 to 12 points on question lists). */
    private static final float ASKS = 2f;

    private static final float BODY = 1f;
    private static final float ROOTS = 0.5f;
    private static final float SOUNDS = 1f;
    private static final float GRAMS = 0.15f;
    private static final float CONCEPTS = 1f;

    /** About the score of one telling word, so that a fitting topic lifts an update over one that only shares a word. */
    private static final float TOPIC = 4f;

    /** Lucene refuses more than 1,024 clauses; a question that needs so many is noise, and its first words do. */
    private static final int MOST_WORD_CLAUSES = 750;
    private static final int MOST_CONCEPTS = 200;

    private WantedQuery() {}

    static Query of(Wanted wanted) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int clauses = 0;
        for (Wanted.Alternatives word : wanted.terms()) {
            clauses += 2 * word.stems().size()
                    + word.roots().size()
                    + word.sounds().size()
                    + word.grams().size()
                    + 2;
            if (clauses > MOST_WORD_CLAUSES) {
                break;
            }
            Query any = anyForm(word);
            if (any != null) {
                query.add(word.weight() == 1 ? any : new BoostQuery(any, (float) word.weight()), Occur.SHOULD);
            }
        }
        wanted.concepts().stream()
                .limit(MOST_CONCEPTS)
                .forEach(concept -> query.add(boosted(Field.CONCEPTS, concept, CONCEPTS), Occur.SHOULD));
        for (Topic.Id topic : wanted.topics()) {
            query.add(
                    new BoostQuery(
                            new ConstantScoreQuery(new TermQuery(new Term(Field.TOPIC, topic.value()))), TOPIC),
                    Occur.SHOULD);
        }
        if (!wanted.places().isEmpty()) {
            query.add(where(wanted), Occur.FILTER);
            query.setMinimumNumberShouldMatch(1);
        }
        return query.build();
    }

    private static @org.jspecify.annotations.Nullable Query anyForm(Wanted.Alternatives word) {
        List<Query> forms = new ArrayList<>();
        for (String stem : word.stems()) {
            forms.add(boosted(Field.ASKS, stem, ASKS));
            forms.add(boosted(Field.BODY, stem, BODY));
        }
        word.roots().forEach(root -> forms.add(boosted(Field.ROOTS, root, ROOTS)));
        word.sounds().forEach(sound -> forms.add(boosted(Field.SOUNDS, sound, SOUNDS)));
        if (!word.grams().isEmpty()) {
            BooleanQuery.Builder grams = new BooleanQuery.Builder();
            word.grams().forEach(gram -> grams.add(boosted(Field.GRAMS, gram, GRAMS), Occur.SHOULD));
            grams.setMinimumNumberShouldMatch(Math.max(1, word.grams().size() / 2));
            forms.add(grams.build());
        }
        return forms.isEmpty() ? null : new DisjunctionMaxQuery(forms, 0.1f);
    }

    static Query where(Wanted wanted) {
        List<String> places = new ArrayList<>(
                wanted.places().stream().map(Place.Id::value).toList());
        places.add(Field.EVERYWHERE);
        Query applies = anyOf(Field.PLACE, places);
        if (wanted.mentions().isEmpty()) {
            return applies;
        }
        Query names = anyOf(Field.MENTION, wanted.mentions().stream().map(Place.Id::value).toList());
        return new BooleanQuery.Builder()
                .add(applies, Occur.SHOULD)
                .add(names, Occur.SHOULD)
                .build();
    }

    static Query anyOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query boosted(String field, String term, float boost) {
        Query query = new TermQuery(new Term(field, term));
        return boost == 1f ? query : new BoostQuery(query, boost);
    }
}

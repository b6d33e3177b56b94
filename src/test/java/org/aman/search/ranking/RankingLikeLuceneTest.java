package org.aman.search.ranking;

import static org.aman.search.Shipped.UPDATES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.language.Terms;
import org.aman.language.Token;
import org.aman.place.Place;
import org.aman.search.Shipped;
import org.aman.search.UpdateIndex;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wanted is ranked as a Lucene query of the same clauses ranks it. */
class RankingLikeLuceneTest {
    private static final List<String> STEMS = stems();

    private final UpdateIndex index = Shipped.inMemory();
    /** So small a window that even these few updates are gone through in several. */
    private final Ranking ranking = new Ranking(new Lookups(), 16);
    private final SplittableRandom chance = new SplittableRandom(42);

    @AfterEach
    void close() {
        index.close();
    }

    private static List<String> stems() {
        Set<String> stems = new LinkedHashSet<>();
        for (Update update : UPDATES) {
            for (Language language : Language.values()) {
                update.title().in(language).ifPresent(title -> Token.of(title).forEach(token -> stems.addAll(Terms.stems(token))));
                update.text().in(language).ifPresent(text -> Token.of(text).forEach(token -> stems.addAll(Terms.stems(token))));
            }
        }
        return List.copyOf(stems);
    }

    @Test
    void theBestAndTheirScoresAreTheSameInAnIndexOfManyPartsSomeOfThemGone() {
        index.apply(UPDATES, List.of(), 1);
        index.apply(UPDATES.subList(3, 20), List.of(UPDATES.get(30).id(), UPDATES.get(31).id()), 2);

        for (int i = 0; i < 500; i++) {
            Wanted wanted = some();
            index.with(searcher -> {
                ScoreDoc[] ours = ranking.best(searcher, wanted);
                ScoreDoc[] lucenes = searcher.search(query(wanted), wanted.limit()).scoreDocs;
                assertThat(ours.length).isGreaterThanOrEqualTo(lucenes.length);
                for (int rank = 0; rank < lucenes.length; rank++) {
                    assertThat(ours[rank].doc).isEqualTo(lucenes[rank].doc);
                    assertThat(ours[rank].score).isCloseTo(lucenes[rank].score, within(1e-5f));
                }
                for (int rank = lucenes.length; rank < ours.length; rank++) {
                    assertThat(ours[rank].score).isZero();
                }
                return wanted;
            });
        }
    }

    private Wanted some() {
        List<Wanted.Alternatives> words = new ArrayList<>();
        for (int i = chance.nextInt(5); i >= 0; i--) {
            words.add(chance.nextInt(5) == 0 ? byLetters() : word());
        }
        Set<Topic.Id> topics = new LinkedHashSet<>();
        topics.add(any(UPDATES).topic());
        Set<Place.Id> places = new LinkedHashSet<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            places.addAll(any(UPDATES).places());
        }
        Set<Place.Id> mentions = chance.nextBoolean() ? places : Set.of();
        return new Wanted(words, Set.of("water", "road", "mine"), topics, places, mentions, chance.nextInt(1, 20));
    }

    private Wanted.Alternatives word() {
        String stem = any(STEMS);
        String root = Terms.root(stem);
        String sound = Terms.sound(stem);
        return new Wanted.Alternatives(
                List.of(stem, any(STEMS)),
                root.isEmpty() ? List.of() : List.of(root),
                sound.isEmpty() ? List.of() : List.of(sound),
                List.of(),
                chance.nextInt(1, 4) / 3.0);
    }

    private Wanted.Alternatives byLetters() {
        return new Wanted.Alternatives(List.of(), List.of(), List.of(), Terms.grams(any(STEMS) + "ات"), 1);
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }

    private static Query query(Wanted wanted) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Wanted.Alternatives word : wanted.terms()) {
            query.add(new BoostQuery(anyForm(word), (float) word.weight()), Occur.SHOULD);
        }
        wanted.concepts().forEach(concept -> query.add(term("concepts", concept, 1), Occur.SHOULD));
        wanted.topics().forEach(topic -> query.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term("topic", topic.value()))), 4), Occur.SHOULD));
        if (!wanted.places().isEmpty()) {
            query.add(where(wanted), Occur.FILTER);
            query.setMinimumNumberShouldMatch(1);
        }
        return query.build();
    }

    private static Query where(Wanted wanted) {
        List<BytesRef> places = new ArrayList<>(List.of(new BytesRef("*")));
        wanted.places().forEach(place -> places.add(new BytesRef(place.value())));
        List<BytesRef> mentions = wanted.mentions().stream().map(place -> new BytesRef(place.value())).toList();
        return new BooleanQuery.Builder()
                .add(new TermInSetQuery("place", places), Occur.SHOULD)
                .add(new TermInSetQuery("mention", mentions), Occur.SHOULD)
                .build();
    }

    private static Query anyForm(Wanted.Alternatives word) {
        List<Query> forms = new ArrayList<>();
        for (String stem : word.stems()) {
            forms.add(term("asks", stem, 2));
            forms.add(term("body", stem, 1));
        }
        word.roots().forEach(root -> forms.add(term("roots", root, 0.5f)));
        word.sounds().forEach(sound -> forms.add(term("sounds", sound, 1)));
        if (!word.grams().isEmpty()) {
            BooleanQuery.Builder grams = new BooleanQuery.Builder();
            word.grams().forEach(gram -> grams.add(term("grams", gram, 0.15f), Occur.SHOULD));
            grams.setMinimumNumberShouldMatch(Math.max(1, word.grams().size() / 2));
            forms.add(grams.build());
        }
        return new DisjunctionMaxQuery(forms, 0.1f);
    }

    private static Query term(String field, String text, float boost) {
        return new BoostQuery(new TermQuery(new Term(field, text)), boost);
    }
}

package org.aman.search.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.aman.knowledge.Topic;
import org.apache.lucene.search.IndexSearcher;

/** What ranks the documents for what is wanted: its words, concepts and topics, each with its weight. */
final class Clauses {
    /** A title or question is written to be asked for; weighted double (worth 9 to 12 points on question lists). */
    private static final float ASKS = 2f;

    private static final float BODY = 1f;
    private static final float ROOTS = 0.5f;
    private static final float SOUNDS = 1f;
    private static final float GRAMS = 0.15f;
    private static final float CONCEPTS = 1f;

    /** About the score of one telling word, so that a fitting topic lifts an update over one that only shares a word. */
    private static final float TOPIC = 4f;

    /** A question that needs more forms is noise, and its first words do. */
    private static final int MOST_FORMS = 750;

    private static final int MOST_CONCEPTS = 200;

    private final IndexSearcher searcher;
    private final Lookups lookups;

    Clauses(IndexSearcher searcher, Lookups lookups) {
        this.searcher = searcher;
        this.lookups = lookups;
    }

    List<Clause> of(Wanted wanted) throws IOException {
        List<Clause> clauses = new ArrayList<>();
        addWords(wanted.terms(), clauses);
        for (String concept : wanted.concepts().stream().limit(MOST_CONCEPTS).toList()) {
            List<Clause.Form> forms = new ArrayList<>();
            add(Field.CONCEPTS, concept, CONCEPTS, forms);
            addBest(forms, clauses);
        }
        for (Topic.Id topic : wanted.topics()) {
            addBest(List.of(new Clause.Form(lookups.of(Field.TOPIC, topic.value(), searcher), TOPIC, null)), clauses);
        }
        return clauses;
    }

    private void addWords(List<Wanted.Alternatives> words, List<Clause> clauses) throws IOException {
        int all = 0;
        for (Wanted.Alternatives word : words) {
            all += 2 * word.stems().size() + word.roots().size() + word.sounds().size() + word.grams().size() + 2;
            if (all > MOST_FORMS) {
                return;
            }
            addBest(forms(word), clauses);
            addGrams(word, clauses);
        }
    }

    private List<Clause.Form> forms(Wanted.Alternatives word) throws IOException {
        float weight = (float) word.weight();
        List<Clause.Form> forms = new ArrayList<>();
        for (String stem : word.stems()) {
            add(Field.ASKS, stem, weight * ASKS, forms);
            add(Field.BODY, stem, weight * BODY, forms);
        }
        for (String root : word.roots()) {
            add(Field.ROOTS, root, weight * ROOTS, forms);
        }
        for (String sound : word.sounds()) {
            add(Field.SOUNDS, sound, weight * SOUNDS, forms);
        }
        return forms;
    }

    /** A word that nothing stands for is met by half of its trigrams. */
    private void addGrams(Wanted.Alternatives word, List<Clause> clauses) throws IOException {
        List<Clause.Form> grams = new ArrayList<>();
        for (String gram : word.grams()) {
            add(Field.GRAMS, gram, (float) word.weight() * GRAMS, grams);
        }
        int least = Math.max(1, word.grams().size() / 2);
        if (grams.size() >= least) {
            clauses.add(Clause.sumOf(grams, least));
        }
    }

    private void add(String field, String text, float boost, List<Clause.Form> forms) throws IOException {
        Standing standing = lookups.of(field, text, searcher);
        Bm25 scoring = lookups.scoring(field, searcher);
        if (standing.frequency() > 0 && scoring != null) {
            forms.add(new Clause.Form(standing, scoring.most(standing.frequency(), boost), scoring));
        }
    }

    private static void addBest(List<Clause.Form> forms, List<Clause> clauses) {
        if (!forms.isEmpty()) {
            clauses.add(Clause.bestOf(forms));
        }
    }
}

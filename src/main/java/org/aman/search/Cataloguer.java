package org.aman.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Bilingual;
import org.aman.language.CommonWords;
import org.aman.language.Concept;
import org.aman.language.Language;
import org.aman.language.Lexicon;
import org.aman.language.Terms;
import org.aman.language.Token;
import org.aman.place.Gazetteer;
import org.aman.place.Mention;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.search.ranking.Field;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** Turns an update into the document by which it is found. */
final class Cataloguer {
    /** Under this an ending or a letter in front was taken off that may belong to the word. */
    private static final double SURE = 0.85;

    /** Words that are ranked by how often they stand there; where they stand is never asked. */
    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.freeze();
    }

    private final Lexicon lexicon;
    private final Gazetteer gazetteer;
    private final Topics topics;

    Cataloguer(Lexicon lexicon, Gazetteer gazetteer, Topics topics) {
        this.lexicon = lexicon;
        this.gazetteer = gazetteer;
        this.topics = topics;
    }

    Document document(Update update) {
        boolean everyday = update.places().isEmpty();
        Part asks = new Part(everyday);
        Part body = new Part(everyday);
        Part title = new Part(everyday);
        read(update.title(), title);
        asks.addAll(title);
        update.questions().values().forEach(list -> list.forEach(question -> read(question, asks)));
        read(update.text(), body);
        Card card = card(update, asks, body, title);

        Document document = new Document();
        document.add(new StringField(Field.ID, update.id().value(), org.apache.lucene.document.Field.Store.NO));
        document.add(new StringField(Field.TOPIC, update.topic().value(), org.apache.lucene.document.Field.Store.NO));
        document.add(new StringField(Field.POLARITY, card.polarity().name(), org.apache.lucene.document.Field.Store.NO));
        addPlaces(update, card, document);
        addTexts(asks, body, document);
        document.add(new NumericDocValuesField(Field.EXPIRES, update.expires() == null ? Long.MAX_VALUE : update.expires().toEpochMilli()));
        Position location = location(update);
        if (location != null) {
            document.add(new LatLonDocValuesField(Field.LOCATION, location.latitude(), location.longitude()));
        }
        document.add(new BinaryDocValuesField(Field.CARD, card.encoded()));
        document.add(new BinaryDocValuesField(Field.CONTENT, Content.written(update)));
        return document;
    }

    private static void addPlaces(Update update, Card card, Document document) {
        Collection<String> places = update.places().isEmpty()
                ? List.of(Field.EVERYWHERE)
                : update.places().stream().map(Place.Id::value).toList();
        for (String place : places) {
            document.add(new StringField(Field.PLACE, place, org.apache.lucene.document.Field.Store.NO));
        }
        for (Place.Id mention : card.mentions()) {
            document.add(new StringField(Field.MENTION, mention.value(), org.apache.lucene.document.Field.Store.NO));
        }
    }

    private static void addTexts(Part asks, Part body, Document document) {
        List<String> roots = new ArrayList<>(asks.roots);
        roots.addAll(body.roots);
        List<String> sounds = new ArrayList<>(asks.sounds);
        sounds.addAll(body.sounds);
        Set<String> concepts = new LinkedHashSet<>(asks.concepts);
        concepts.addAll(body.concepts);
        document.add(new org.apache.lucene.document.Field(Field.ASKS, new Listed(asks.stems), TERMS));
        document.add(new org.apache.lucene.document.Field(Field.BODY, new Listed(body.stems), TERMS));
        document.add(new org.apache.lucene.document.Field(Field.ROOTS, new Listed(roots), TERMS));
        document.add(new org.apache.lucene.document.Field(Field.SOUNDS, new Listed(sounds), TERMS));
        document.add(new org.apache.lucene.document.Field(Field.GRAMS, new Listed(asks.grams), TERMS));
        document.add(new org.apache.lucene.document.Field(Field.CONCEPTS, new Listed(new ArrayList<>(concepts)), TERMS));
    }

    private Card card(Update update, Part asks, Part body, Part title) {
        Set<Place.Id> mentions = new LinkedHashSet<>(title.places);
        mentions.removeAll(update.places());
        int inTitle = mentions.size();
        mentions.addAll(asks.places);
        mentions.addAll(body.places);
        mentions.removeAll(update.places());
        Set<String> concepts = new LinkedHashSet<>(asks.concepts);
        concepts.addAll(body.concepts);
        return new Card(
                update.id(),
                update.topic(),
                update.status(),
                polarity(update),
                update.places(),
                mentions,
                inTitle,
                update.verified(),
                update.expires(),
                location(update),
                Card.hashes(asks.all()),
                Card.hashes(body.all()),
                Card.hashes(concepts),
                Card.hashes(asks.concepts),
                Card.hashes(title.everyday ? title.all() : Set.of()),
                Card.hashes(title.everyday ? title.concepts : Set.of()),
                title.everyday ? askings(update) : List.of());
    }

    private List<Asking> askings(Update update) {
        List<Asking> askings = new ArrayList<>();
        for (Language language : Language.values()) {
            update.title().in(language).ifPresent(title -> askings.add(asking(title)));
            update.questions().getOrDefault(language, List.of()).forEach(question -> askings.add(asking(question)));
        }
        return askings;
    }

    private Asking asking(String text) {
        List<Token> tokens = Token.of(text);
        List<Lexicon.Match> meanings = new ArrayList<>(lexicon.findPlain(tokens));
        meanings.addAll(lexicon.findEverydayPlain(tokens));
        List<int[]> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (CommonWords.isTelling(tokens.get(i))) {
                words.add(Card.hashes(standingFor(tokens.get(i), i, meanings)));
            }
        }
        return Asking.of(words);
    }

    private static Set<String> standingFor(Token token, int at, List<Lexicon.Match> meanings) {
        Set<String> terms = new LinkedHashSet<>();
        for (String stem : Terms.stems(token)) {
            terms.add(stem);
            terms.add(Evidence.ROOT + Terms.root(stem));
            terms.add(Evidence.SOUND + Terms.sound(stem));
        }
        meanings.stream()
                .filter(match -> match.start() <= at && at < match.end() && match.quality() >= SURE)
                .flatMap(match -> match.concepts().stream())
                .forEach(concept -> terms.add(concept.id()));
        return terms;
    }

    private Topic.Polarity polarity(Update update) {
        return topics.topic(update.topic())
                .flatMap(topic -> topic.status(update.status()))
                .map(Topic.Status::polarity)
                .orElse(Topic.Polarity.PARTLY);
    }

    private @Nullable Position location(Update update) {
        if (update.location() != null) {
            return update.location();
        }
        return update.places().stream()
                .flatMap(id -> gazetteer.place(id).stream())
                .filter(place -> place.position() != null && !place.kind().isArea())
                .map(Place::position)
                .findFirst()
                .orElse(null);
    }

    private void read(Bilingual text, Part part) {
        for (Language language : Language.values()) {
            text.in(language).ifPresent(words -> read(words, part));
        }
    }

    private void read(String text, Part part) {
        List<Token> tokens = Token.of(text);
        for (Token token : tokens) {
            List<String> stems = Terms.stems(token);
            part.stems.addAll(stems);
            part.grams.addAll(Terms.grams(token.text()));
            for (String stem : stems) {
                addUnlessEmpty(Terms.root(stem), part.roots);
                addUnlessEmpty(Terms.sound(stem), part.sounds);
            }
        }
        int from = 0;
        for (Mention mention : gazetteer.mentions(tokens, true, token -> true)) {
            part.places.add(mention.places().getFirst());
            addNeedsNamed(mention, tokens.subList(mention.start(), mention.end()), part);
            addConcepts(tokens.subList(from, mention.start()), part);
            from = mention.end();
        }
        addConcepts(tokens.subList(from, tokens.size()), part);
    }

    /** The Old Bridge is a bridge: what a road, camp or crossing is called after, if that is a need of its topic. */
    private void addNeedsNamed(Mention mention, List<Token> name, Part part) {
        Set<String> needs = gazetteer.place(mention.places().getFirst()).stream()
                .flatMap(place -> topics.all().stream().filter(topic -> topic.kinds().contains(place.kind())))
                .flatMap(topic -> topic.needs().stream())
                .collect(Collectors.toSet());
        if (!needs.isEmpty()) {
            lexicon.findPlain(name).stream()
                    .flatMap(match -> match.concepts().stream())
                    .map(Concept::id)
                    .filter(needs::contains)
                    .forEach(part.concepts::add);
        }
    }

    /** Concepts outside the names of places: Bab al-Hawa is no identity card, though they sound alike. */
    private void addConcepts(List<Token> tokens, Part part) {
        for (Lexicon.Match match : lexicon.findPlain(tokens)) {
            match.concepts().stream().map(Concept::id).forEach(part.concepts::add);
        }
        if (part.everyday) {
            lexicon.findEverydayPlain(tokens).stream()
                    .filter(match -> match.quality() >= SURE)
                    .flatMap(match -> match.concepts().stream())
                    .forEach(concept -> part.concepts.add(concept.id()));
        }
    }

    private static void addUnlessEmpty(String term, List<String> terms) {
        if (!term.isEmpty()) {
            terms.add(term);
        }
    }

    /** The terms of one part of an update. */
    private static final class Part {
        final List<String> stems = new ArrayList<>();
        final List<String> roots = new ArrayList<>();
        final List<String> sounds = new ArrayList<>();
        final List<String> grams = new ArrayList<>();
        final Set<String> concepts = new LinkedHashSet<>();
        final Set<Place.Id> places = new LinkedHashSet<>();
        final boolean everyday;

        /** @param everyday whether the things of everyday life count: only in advice, which has no place to be known by */
        Part(boolean everyday) {
            this.everyday = everyday;
        }

        void addAll(Part other) {
            stems.addAll(other.stems);
            roots.addAll(other.roots);
            sounds.addAll(other.sounds);
            grams.addAll(other.grams);
            concepts.addAll(other.concepts);
            places.addAll(other.places);
        }

        /** Every term of the part, roots and sounds marked so that they meet only their like. */
        Set<String> all() {
            Set<String> all = new LinkedHashSet<>(stems);
            roots.forEach(root -> all.add(Evidence.ROOT + root));
            sounds.forEach(sound -> all.add(Evidence.SOUND + sound));
            return all;
        }
    }

    /** Terms already made, handed to Lucene one by one. */
    private static final class Listed extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<String> terms;
        private int next;

        Listed(List<String> terms) {
            this.terms = terms;
        }

        @Override
        public boolean incrementToken() {
            if (next == terms.size()) {
                return false;
            }
            clearAttributes();
            term.append(terms.get(next++));
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}

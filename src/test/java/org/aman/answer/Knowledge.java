package org.aman.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.aman.knowledge.Source;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.search.Shipped;
import org.aman.search.UpdateIndex;
import org.jspecify.annotations.Nullable;

/** A small knowledge base told in the words of the domain, and what it answers. */
public final class Knowledge {
    public static final Instant NOON = Instant.parse("2020-01-12T10:00:00Z");

    private static final Lexicon LEXICON = Shipped.LEXICON;
    private static final Gazetteer GAZETTEER = Shipped.GAZETTEER;
    private static final Topics TOPICS = Shipped.TOPICS;

    private final List<Update> updates = new ArrayList<>();

    public Knowledge has(An update) {
        updates.add(update.made());
        return this;
    }

    /** What the words say, without looking for an answer. */
    public Reading read(String words) {
        try (UpdateIndex index = UpdateIndex.inMemory(LEXICON, GAZETTEER, TOPICS)) {
            return new Answerer(index, LEXICON, GAZETTEER, TOPICS).read(words);
        }
    }

    /** What is answered at noon. */
    public Answer ask(String words) {
        return ask(Question.of(words, NOON));
    }

    /** The update likeliest to answer, whether it is believed or not. */
    public Update.Id likeliest(String words) {
        Judged likeliest = Collections.max(consider(words).judged(), Comparator.comparingDouble(Judged::likely));
        return likeliest.candidate().hit().card().id();
    }

    /** What is answered at noon, with the evidence. */
    Considered consider(String words) {
        return told(answerer -> answerer.consider(Question.of(words, NOON)));
    }

    public Answer at(Instant moment, String words) {
        return ask(Question.of(words, moment));
    }

    public Answer ask(Question question) {
        return told(answerer -> answerer.answer(question));
    }

    /** What is in force at a place. */
    Answer inForce(String place) {
        return told(answerer -> answerer.inForce(new Place.Id(place), Language.ENGLISH, NOON));
    }

    private <T> T told(Function<Answerer, T> what) {
        try (UpdateIndex index = UpdateIndex.inMemory(LEXICON, GAZETTEER, TOPICS)) {
            index.rebuild(Update.notSuperseded(updates), 1);
            return what.apply(new Answerer(index, LEXICON, GAZETTEER, TOPICS));
        }
    }

    public static An anUpdate(String id) {
        return new An(id);
    }

    /** An update in the making; two hours old and standing for a day unless told otherwise. */
    public static final class An {
        private final String id;
        private String topic = "hazard";
        private String status = "ongoing";
        private Set<Place.Id> places = Set.of();
        private Instant verified = NOON.minus(Duration.ofHours(2));
        private @Nullable Instant expires = NOON.plus(Duration.ofHours(22));
        private @Nullable Position location;
        private Set<Update.Id> supersedes = Set.of();
        private List<String> alsoAsked = List.of();
        private String english = "Something is known.";
        private String arabic = "هناك معلومة.";

        private An(String id) {
            this.id = id;
        }

        public An about(String topic, String status) {
            this.topic = topic;
            this.status = status;
            return this;
        }

        public An in(String... places) {
            this.places = new LinkedHashSet<>(Arrays.stream(places).map(Place.Id::new).toList());
            return this;
        }

        public An verified(Instant then) {
            verified = then;
            return this;
        }

        public An until(Instant end) {
            expires = end;
            return this;
        }

        public An evergreen() {
            expires = null;
            return this;
        }

        public An to(double latitude, double longitude) {
            location = new Position(latitude, longitude);
            return this;
        }

        public An insteadOf(String former) {
            supersedes = Set.of(new Update.Id(former));
            return this;
        }

        public An saying(String english, String arabic) {
            this.english = english;
            this.arabic = arabic;
            return this;
        }

        /** With further ways to ask that volunteers noted. */
        public An alsoAsked(String... questions) {
            this.alsoAsked = List.of(questions);
            return this;
        }

        Update made() {
            return new Update(
                    new Update.Id(id),
                    1,
                    new Topic.Id(topic),
                    status,
                    places,
                    Update.Confidence.CORROBORATED,
                    null,
                    verified,
                    expires,
                    location,
                    supersedes,
                    new Bilingual(arabic, english),
                    new Bilingual(arabic, english),
                    Map.of(Language.ENGLISH, List.of(), Language.ARABIC, alsoAsked),
                    List.of(new Source(new Bilingual("مصدر", "A source"), Source.Kind.RESPONDER, verified, null, null)));
        }
    }
}

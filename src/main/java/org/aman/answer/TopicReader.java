package org.aman.answer;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.language.Concept;
import org.aman.language.Lexicon;
import org.aman.language.Token;
import org.aman.place.Gazetteer;
import org.aman.place.Mention;
import org.aman.place.Place;

/** Tells which topics the words of a question and the places it names ask about, and how strongly. */
final class TopicReader {
    /** A concept inside the name of a place ("Deir Ballut crossing") hints at a topic less than one beside it. */
    private static final double IN_NAME = 0.6;

    /** A word that is also a plain state ("closed") says less of the topic than of the state. */
    private static final double ALSO_STATE = 0.6;

    /** That the bombing stopped is a truce in the first place, and news of the bombing less. */
    private static final double BESIDE_THE_NAMED = 0.6;

    /** A way of asking ("is it true") says least. */
    private static final double WAY_OF_ASKING = Thresholds.MERELY_ASKED;

    /** Naming a crossing, a camp or a road asks about it, unless other words say more. */
    private static final double OF_KIND = 0.75;
    private static final double OF_NAMESAKE_KIND = 0.55;

    /** A topic called by its name is asked about. */
    private static final double CALLED = 0.9;

    /** Naming two places asks for the way between them. */
    private static final double TWO_PLACES = 0.6;

    /** Weaker than this, a topic was not spoken of at all. */
    private static final double LEAST = 0.4;

    private final Gazetteer gazetteer;
    private final TopicWords topicWords;
    private final TopicNames names;

    TopicReader(Lexicon lexicon, Gazetteer gazetteer, Topics topics, TopicWords topicWords) {
        this.gazetteer = gazetteer;
        this.topicWords = topicWords;
        this.names = new TopicNames(lexicon, topics);
    }

    /**
     * What a question asks about, as {@link Reading} keeps it.
     *
     * @param topics how strongly each topic is spoken of
     * @param said the topics that words speak of
     * @param byKind the topics that nothing but the kind of a place named asks about
     * @param spoken how strongly the words beside names speak of their strongest topic
     */
    record Asked(Map<Topic.Id, Double> topics, Set<Topic.Id> said, Set<Topic.Id> byKind, double spoken) {}

    /**
     * @param all the concepts in all words
     * @param beside those outside the names of places
     */
    Asked asked(List<Token> tokens, List<Lexicon.Match> all, List<Lexicon.Match> beside, List<Mention> mentions) {
        Heard heard = heard(beside);
        Set<Topic.Id> called = names.called(tokens, all);
        Map<Topic.Id, Double> topics = topics(heard, called, beside, all, mentions);
        Set<Topic.Id> said = said(heard, beside, mentions);
        return new Asked(topics, said, byKind(topics.keySet(), called, heard, said), heard.strongest());
    }

    private Map<Topic.Id, Double> topics(
            Heard heard, Set<Topic.Id> called, List<Lexicon.Match> beside, List<Lexicon.Match> all, List<Mention> mentions) {
        Map<Topic.Id, Double> scores = new LinkedHashMap<>(heard.all());
        called.forEach(topic -> scores.merge(topic, CALLED, Math::max));
        for (Lexicon.Match match : all) {
            boolean inName = mentions.stream()
                    .anyMatch(mention -> match.start() >= mention.start() && match.end() <= mention.end());
            if (inName) {
                add(match, match.quality() * IN_NAME, scores);
            }
        }
        Set<String> states = heard.plain().isEmpty() ? states(beside) : Set.of();
        mentions.forEach(mention -> addKind(mention.places().getFirst(), states, scores));
        long onTheWay = onTheWay(mentions);
        if (onTheWay >= 2) {
            topicWords.ofKind(Place.Kind.ROAD).forEach(topic -> scores.merge(topic, TWO_PLACES * (onTheWay - 1), Double::sum));
        }
        scores.values().removeIf(score -> score < LEAST);
        return scores;
    }

    /**
     * What words beside names say of topics.
     *
     * @param plain what those say that are no plain states
     * @param all the same, and what plain states say where no other word says more
     */
    private record Heard(Map<Topic.Id, Double> plain, Map<Topic.Id, Double> all) {
        /** How strongly they speak of their strongest topic. */
        double strongest() {
            double strongest = 0;
            for (double score : all.values()) {
                strongest = Math.max(strongest, score);
            }
            return strongest;
        }
    }

    private Heard heard(List<Lexicon.Match> beside) {
        Map<Topic.Id, Double> plain = fromPlainWords(beside);
        if (isPlain(plain)) {
            return new Heard(plain, plain);
        }
        Map<Topic.Id, Double> all = new LinkedHashMap<>(plain);
        beside.stream().filter(TopicReader::isAlsoState).forEach(match -> add(match, match.quality(), all));
        return new Heard(plain, all);
    }

    private static boolean isPlain(Map<Topic.Id, Double> scores) {
        return scores.values().stream().anyMatch(score -> score > Thresholds.MERELY_ASKED);
    }

    private Map<Topic.Id, Double> fromPlainWords(List<Lexicon.Match> beside) {
        Map<Topic.Id, Double> scores = new LinkedHashMap<>();
        beside.stream().filter(match -> !isAlsoState(match)).forEach(match -> add(match, match.quality(), scores));
        return scores;
    }

    /** The topics that plain words speak of, and roads where two places are named. */
    private Set<Topic.Id> said(Heard heard, List<Lexicon.Match> beside, List<Mention> mentions) {
        Set<Topic.Id> said = new LinkedHashSet<>(isPlain(heard.plain()) ? heard.plain().keySet() : Set.of());
        if (onTheWay(mentions) >= 2) {
            said.addAll(topicWords.ofKind(Place.Kind.ROAD));
        }
        if (said.isEmpty()) {
            addStatesAsked(beside, mentions, said);
        }
        return said;
    }

    /** "Is the ferry working": a state that only its kind has is asked of the place named, or of its crossing or camp. */
    private void addStatesAsked(List<Lexicon.Match> beside, List<Mention> mentions, Set<Topic.Id> said) {
        Set<String> states = states(beside);
        for (Mention mention : mentions) {
            Place.Id named = mention.places().getFirst();
            Stream.concat(Stream.of(named), gazetteer.namesakes(named).stream())
                    .flatMap(id -> gazetteer.place(id).stream())
                    .flatMap(place -> topicWords.ofKind(place.kind()).stream())
                    .filter(topic -> !Collections.disjoint(states, topicWords.statesOf(topic)))
                    .forEach(said::add);
        }
    }

    private static Set<Topic.Id> byKind(Set<Topic.Id> topics, Set<Topic.Id> called, Heard heard, Set<Topic.Id> said) {
        Set<Topic.Id> byKind = new LinkedHashSet<>(topics);
        byKind.removeAll(heard.all().keySet());
        byKind.removeAll(called);
        byKind.removeAll(said);
        return byKind;
    }

    private long onTheWay(List<Mention> mentions) {
        Set<Place.Id> onTheWay = new HashSet<>();
        for (Mention mention : mentions) {
            Place.Id place = mention.places().getFirst();
            if (isOnTheWay(place)) {
                onTheWay.add(place);
            }
        }
        return onTheWay.size();
    }

    private static boolean isAlsoState(Lexicon.Match match) {
        return match.isOfGroup("state");
    }

    private boolean isOnTheWay(Place.Id id) {
        return gazetteer.place(id).map(place -> !place.kind().isArea()).orElse(false);
    }

    private static Set<String> states(List<Lexicon.Match> beside) {
        Set<String> states = new HashSet<>();
        for (Lexicon.Match match : beside) {
            for (Concept concept : match.concepts()) {
                if (concept.group().equals("state")) {
                    states.add(concept.id());
                }
            }
        }
        return states;
    }

    /** A town's crossing or camp is meant where a state is asked for that only such have: open, full. */
    private void addKind(Place.Id id, Set<String> states, Map<Topic.Id, Double> scores) {
        gazetteer.place(id).ifPresent(place ->
                topicWords.ofKind(place.kind()).forEach(topic -> scores.merge(topic, OF_KIND, Math::max)));
        if (states.isEmpty()) {
            return;
        }
        for (Place.Id namesake : gazetteer.namesakes(id)) {
            gazetteer.place(namesake).ifPresent(place -> topicWords.ofKind(place.kind()).stream()
                    .filter(topic -> !Collections.disjoint(states, topicWords.statesOf(topic)))
                    .forEach(topic -> scores.merge(topic, OF_NAMESAKE_KIND, Double::sum)));
        }
    }

    private void add(Lexicon.Match match, double quality, Map<Topic.Id, Double> scores) {
        Set<Topic.Id> topics = new LinkedHashSet<>();
        double share = 1;
        for (Concept concept : match.concepts()) {
            topics.addAll(topicWords.topicsOf(concept.id()));
            share = Math.min(share, share(concept));
        }
        double weight = share * quality * quality / Math.sqrt(Math.max(1, topics.size()));
        boolean merelyAsked = match.concepts().stream().allMatch(concept -> concept.group().equals("question"));
        Set<Topic.Id> named = alone(match.concepts());
        for (Topic.Id topic : topics) {
            double its = named.isEmpty() || named.contains(topic) ? weight : weight * BESIDE_THE_NAMED;
            scores.merge(topic, its, merelyAsked ? Math::max : Double::sum);
        }
    }

    /** The topics that some of the concepts speak of and of no other. */
    private Set<Topic.Id> alone(Set<Concept> concepts) {
        Set<Topic.Id> alone = new LinkedHashSet<>();
        for (Concept concept : concepts) {
            List<Topic.Id> topics = topicWords.topicsOf(concept.id());
            if (topics.size() == 1 && !concept.group().equals("state")) {
                alone.add(topics.getFirst());
            }
        }
        return alone;
    }

    private static double share(Concept concept) {
        return switch (concept.group()) {
            case "state" -> ALSO_STATE;
            case "question" -> WAY_OF_ASKING;
            default -> 1;
        };
    }
}

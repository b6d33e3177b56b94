package org.aman.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.language.Concept;
import org.aman.language.Language;
import org.aman.language.Lexicon;
import org.aman.language.Token;
import org.aman.place.Place;
import org.aman.search.Card;

/** Which topics the concepts of the lexicon, and the kinds of places, speak of. */
final class TopicWords {
    /** Groups of the lexicon whose words steer a question but are not what it asks for. */
    static final Set<String> LITTLE = Set.of("question", "time", "grammar", "social", "bot", "filler");

    /** How the state of what can be looked for is called. */
    private static final Set<String> OPEN = Set.of("open", "empty-available", "camp-space");

    private static final Set<String> SHUT = Set.of("closed", "full");

    private final Lexicon lexicon;
    private final Map<String, List<Topic.Id>> topicsOf = new HashMap<>();
    private final Map<String, Set<String>> interchangeable = new HashMap<>();
    private final Map<Place.Kind, List<Topic.Id>> topicsOfKind = new EnumMap<>(Place.Kind.class);
    private final Map<Topic.Id, Set<String>> needsOf = new HashMap<>();
    private final Map<Topic.Id, Set<String>> generalOf = new HashMap<>();
    private final Map<Topic.Id, Set<String>> statesOf = new HashMap<>();
    private final Set<Shutting> shutting = new HashSet<>();
    private final Set<String> speakingOfWays = new HashSet<>();
    private final Set<Topic.Id> ofPlacesThemselves = new HashSet<>();
    private final Set<Topic.Id> soughtOpen = new HashSet<>();
    private final Set<Topic.Id> checkingClaims = new HashSet<>();
    private final int[] littleConcepts;

    TopicWords(Lexicon lexicon, Topics topics) {
        this.lexicon = lexicon;
        littleConcepts = Card.hashes(lexicon.concepts().stream()
                .filter(concept -> concept.group().equals("state") || LITTLE.contains(concept.group()))
                .map(Concept::id)
                .toList());
        topics.all().forEach(this::add);
        lexicon.concepts().forEach(this::addParticular);
        topicsOf.keySet().forEach(concept -> interchangeable.put(concept, standingFor(concept)));
        topicsOf.forEach((concept, its) -> {
            if (its.stream().anyMatch(this::isOfWays)) {
                speakingOfWays.add(concept);
            }
        });
    }

    private void add(Topic topic) {
        topic.kinds().forEach(kind ->
                topicsOfKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(topic.id()));
        if (!topic.kinds().isEmpty()) {
            ofPlacesThemselves.add(topic.id());
        }
        topic.concepts().forEach(concept -> add(topic, concept));
        topic.needs().forEach(need -> {
            add(topic, need);
            needsOf.computeIfAbsent(topic.id(), any -> new HashSet<>()).add(need);
        });
        generalOf.put(topic.id(), topic.concepts());
        statesOf.put(topic.id(), states(topic));
        topic.statuses().stream()
                .filter(status -> status.polarity() != Topic.Polarity.YES && (topic.passage() && concepts(status).noneMatch("unsafe"::equals) || concepts(status).anyMatch("closed"::equals)))
                .forEach(status -> shutting.add(new Shutting(topic.id(), status.id())));
        if (!topic.kinds().isEmpty() || topic.statuses().stream().anyMatch(this::isOpen)) {
            soughtOpen.add(topic.id());
        }
        if (topic.located() && topic.concepts().stream().allMatch(this::isWayOfAsking)) {
            checkingClaims.add(topic.id());
        }
    }

    /** Who asks for insulin asks about the topics of medicine. */
    private void addParticular(Concept concept) {
        if (concept.within() != null) {
            topicsOf(concept.within()).forEach(topic -> topicsOf.computeIfAbsent(concept.id(), any -> new ArrayList<>()).add(topic));
        }
    }

    /** The topics that know a concept, or the wider one it lies within. */
    List<Topic.Id> topicsOf(String concept) {
        return topicsOf.getOrDefault(concept, List.of());
    }

    /** The concepts by which the states of a topic are called. */
    Set<String> statesOf(Topic.Id topic) {
        return statesOf.getOrDefault(topic, Set.of());
    }

    private void add(Topic topic, String concept) {
        topicsOf.computeIfAbsent(concept, any -> new ArrayList<>()).add(topic.id());
    }

    /** Whether a state that people hope for is called open, free or available. */
    private boolean isOpen(Topic.Status status) {
        return status.polarity() == Topic.Polarity.YES && concepts(status).anyMatch(OPEN::contains);
    }

    private Stream<String> concepts(Topic.Status status) {
        return lexicon.findPlain(Token.of(status.name().best(Language.ENGLISH))).stream()
                .flatMap(match -> match.concepts().stream())
                .map(Concept::id);
    }

    /** What the states of a topic are called; what can be closed or full may be asked for as open. */
    private Set<String> states(Topic topic) {
        Set<String> states = topic.statuses().stream().flatMap(this::concepts).collect(Collectors.toSet());
        if (!Collections.disjoint(states, SHUT)) {
            states.addAll(OPEN);
        }
        return states;
    }

    /** The topics about a kind of place itself. */
    List<Topic.Id> ofKind(Place.Kind kind) {
        return topicsOfKind.getOrDefault(kind, List.of());
    }

    /** The concepts that are needs of their own within a topic. */
    Set<String> needsOf(Topic.Id topic) {
        return needsOf.getOrDefault(topic, Set.of());
    }

    /** Whether updates of this topic are about a kind of place itself: a road, a crossing, a camp. */
    boolean isOfPlacesThemselves(Topic.Id topic) {
        return ofPlacesThemselves.contains(topic);
    }

    /** Whether a topic is about roads, which lead from one place to another. */
    boolean isOfWays(Topic.Id topic) {
        return ofKind(Place.Kind.ROAD).contains(topic);
    }

    /** Whether a concept belongs to a topic about roads. */
    boolean speaksOfWays(String concept) {
        return speakingOfWays.contains(concept);
    }

    /** Whether a topic tells of ways out among other things. */
    boolean leadsOut(Topic.Id topic) {
        return statesOf(topic).contains("evacuation-route");
    }

    /** Whether people look for the open ones of this topic: camps and roads, but not strikes or rumours. */
    boolean isSoughtOpen(Topic.Id topic) {
        return soughtOpen.contains(topic);
    }

    private boolean isWayOfAsking(String id) {
        Concept concept = lexicon.concept(id);
        return concept != null && concept.group().equals("question");
    }

    /** Whether a topic is known by a way of asking alone, "is it true that": its updates check what people say. */
    boolean checksClaims(Topic.Id topic) {
        return checkingClaims.contains(topic);
    }

    /** Whether this state of a topic keeps people out: closed, or open to some alone; not full, which says nothing of a visit. */
    boolean canBeShut(Topic.Id topic, String status) {
        return shutting.contains(new Shutting(topic, status));
    }

    private record Shutting(Topic.Id topic, String status) {}

    /** Whether a concept belongs to some topic. */
    boolean isTopical(String concept) {
        return topicsOf.containsKey(concept);
    }

    /** Whether the concept of this hash says nothing of what an update is about: a little word or a state. */
    boolean isLittle(int concept) {
        return Arrays.binarySearch(littleConcepts, concept) >= 0;
    }

    /**
     * The concepts that stand for a whole topic and for each other, where this is one of them; not those that stand for
     * several topics: calm is spoken of where a truce ended as well as where shelling did.
     */
    Set<String> interchangeable(String concept) {
        return interchangeable.getOrDefault(concept, Set.of());
    }

    private Set<String> standingFor(String concept) {
        Set<String> same = new LinkedHashSet<>();
        for (Topic.Id topic : topicsOf.getOrDefault(concept, List.of())) {
            if (isGeneralOf(topic, concept)) {
                generalOf.getOrDefault(topic, Set.of()).stream()
                        .filter(other -> topicsOf.getOrDefault(other, List.of()).size() == 1)
                        .forEach(same::add);
            }
        }
        return same;
    }

    /** The topics of places themselves of which one of these concepts stands for the whole: all camps are about camps. */
    Set<Topic.Id> topicsOfKindsStoodForBy(Set<String> concepts) {
        Set<Topic.Id> whole = new LinkedHashSet<>();
        for (String concept : concepts) {
            for (Topic.Id topic : topicsOf.getOrDefault(concept, List.of())) {
                if (isGeneralOf(topic, concept) && isOfPlacesThemselves(topic)) {
                    whole.add(topic);
                }
            }
        }
        return whole;
    }

    /** Whether some concept stands for both topics as a whole, as calm does for a truce and for strikes; or they are one. */
    boolean areKin(Topic.Id one, Topic.Id other) {
        return one.equals(other)
                || !Collections.disjoint(generalOf.getOrDefault(one, Set.of()), generalOf.getOrDefault(other, Set.of()));
    }

    /** Whether one of these topics is akin to this one. */
    boolean isOneKin(Collection<Topic.Id> ones, Topic.Id to) {
        return ones.stream().anyMatch(one -> areKin(one, to));
    }

    /** Whether a concept stands for this whole topic. */
    boolean isGeneralOf(Topic.Id topic, String concept) {
        return generalOf.getOrDefault(topic, Set.of()).contains(concept);
    }

    /** Whether a concept is a need of its own within this topic. */
    boolean isNeedOf(Topic.Id topic, String concept) {
        return needsOf.getOrDefault(topic, Set.of()).contains(concept);
    }

    /** Whether a concept is a need of its own in every topic that knows it. */
    boolean isNeed(String concept) {
        List<Topic.Id> topics = topicsOf.getOrDefault(concept, List.of());
        return !topics.isEmpty() && topics.stream().allMatch(topic -> isNeedOf(topic, concept));
    }
}

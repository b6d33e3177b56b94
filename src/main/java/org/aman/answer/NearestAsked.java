package org.aman.answer;

import java.util.Collection;
import java.util.List;
import org.aman.knowledge.Topic;
import org.aman.language.Concept;
import org.aman.language.Lexicon;

/** Of what the nearest is asked for: "we are on the road with our things, where is the nearest camp" asks for a camp. */
final class NearestAsked {
    private static final String NEAREST = "nearest";

    /** Between "nearest" and the thing may stand an article or a word that says which. */
    private static final int BESIDE = 1;

    private final TopicWords words;

    NearestAsked(TopicWords words) {
        this.words = words;
    }

    /** Whether the nearest of something is asked for: plainly, or mistyped beside what people look for; in Arabizi "near" sounds alike. */
    boolean isIn(Reading reading) {
        return reading.hasPlainly(NEAREST) || !reading.guess().arabizi() && !beside(reading).isEmpty();
    }

    /**
     * The topics of which the nearest open one is asked for; empty where people do not look for such.
     *
     * @param likeliest the topics of the whole question, the likeliest first
     */
    List<Topic.Id> topics(Reading reading, List<Topic.Id> likeliest) {
        List<Topic.Id> beside = beside(reading);
        return beside.isEmpty() ? likeliest.stream().filter(words::isSoughtOpen).toList() : beside;
    }

    private List<Topic.Id> beside(Reading reading) {
        for (Lexicon.Match match : reading.matches()) {
            if (match.speaksOf(NEAREST)) {
                List<Topic.Id> topics = reading.matches().stream()
                        .filter(other -> isBeside(match, other))
                        .map(Lexicon.Match::concepts)
                        .map(this::sought)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
                if (!topics.isEmpty()) {
                    return topics;
                }
            }
        }
        return List.of();
    }

    /** Right behind it a word may be mistyped; farther off it is not guessed. */
    private static boolean isBeside(Lexicon.Match match, Lexicon.Match other) {
        int between = other.start() - match.end();
        return between == 0 || between > 0 && between <= BESIDE && other.quality() >= Reading.PLAIN;
    }

    private List<Topic.Id> sought(Collection<Concept> concepts) {
        return concepts.stream()
                .flatMap(concept -> words.topicsOf(concept.id()).stream().filter(topic -> !words.statesOf(topic).contains(concept.id())))
                .filter(words::isSoughtOpen)
                .distinct()
                .toList();
    }
}

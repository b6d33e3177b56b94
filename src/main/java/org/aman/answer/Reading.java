package org.aman.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.language.Concept;
import org.aman.language.LanguageGuess;
import org.aman.language.Lexicon;
import org.aman.language.Token;
import org.aman.place.Mention;

/**
 * What the words of one question say, before anything is looked up.
 *
 * @param mentions the places named
 * @param matches the concepts found outside the names of places
 * @param topics how strongly each topic is spoken of; only those that are
 * @param said the topics that words speak of, not merely the kind of a place named
 * @param byKind the topics that nothing but the kind of a place named asks about
 * @param spoken how strongly the words beside names speak of their strongest topic; under one half they speak of none
 * @param words the words that carry meaning: neither names of places nor little words
 * @param marked whether it holds a question mark
 */
public record Reading(
        LanguageGuess guess,
        List<Token> tokens,
        List<Mention> mentions,
        List<Lexicon.Match> matches,
        Map<Topic.Id, Double> topics,
        Set<Topic.Id> said,
        Set<Topic.Id> byKind,
        double spoken,
        List<Word> words,
        boolean marked) {
    /** Words that are matched less well were guessed from slips or endings. */
    static final double PLAIN = 0.9;

    /**
     * A word that carries meaning.
     *
     * @param concepts what the lexicon knows of it; empty where it knows nothing
     * @param meanings the same and the things of everyday life it may speak of beside, each with how surely, from 0 to 1
     */
    public record Word(Token token, Set<Concept> concepts, Map<Concept, Double> meanings) {}

    boolean has(String concept) {
        return has(concept, 0);
    }

    /** Whether the concept stands there plainly, not guessed from slips or endings. */
    boolean hasPlainly(String concept) {
        return has(concept, PLAIN);
    }

    private boolean has(String concept, double quality) {
        for (Lexicon.Match match : matches) {
            if (match.quality() >= quality && match.speaksOf(concept)) {
                return true;
            }
        }
        return false;
    }

    boolean hasGroup(String group) {
        for (Lexicon.Match match : matches) {
            if (match.isOfGroup(group)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words make a question, with a question word or without one. */
    boolean asks() {
        return hasGroup("question") || has("still") || has("or");
    }

    /** The ids of all concepts found. */
    public Set<String> concepts() {
        Set<String> ids = new LinkedHashSet<>();
        matches.forEach(match -> match.concepts().forEach(concept -> ids.add(concept.id())));
        return ids;
    }

    /** The topics spoken of, the likeliest first. */
    List<Topic.Id> likeliestTopics() {
        List<Topic.Id> likeliest = new ArrayList<>(topics.keySet());
        likeliest.sort((a, b) -> Double.compare(topics.getOrDefault(b, 0.0), topics.getOrDefault(a, 0.0)));
        return likeliest;
    }

    /** What was understood, on one line, for people who look into a decision. */
    public String explained() {
        return guess.language() + (guess.arabizi() ? " (Arabizi)" : "") + " topics=" + topics + " concepts=" + concepts();
    }

    /** "And in Idlib?": what was asked before, asked of the places named now. */
    Reading after(Reading before) {
        return new Reading(
                guess, tokens, mentions, before.matches(), topics, said, byKind, spoken, before.words(), marked);
    }

    /** The same amid the words of a longer message, which may tell more of what is asked. */
    Reading amid(Reading whole) {
        return new Reading(guess, tokens, mentions, matches, topics, said, byKind, spoken, whole.words(), marked);
    }

    boolean namesPlace() {
        return !mentions.isEmpty();
    }

    /** Whether each word is plainly one that the lexicon knows. */
    boolean isAllKnown() {
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            boolean known = matches.stream().anyMatch(match -> match.start() <= at && at < match.end() && match.quality() >= PLAIN);
            if (!known) {
                return false;
            }
        }
        return true;
    }
}

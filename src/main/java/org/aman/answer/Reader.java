package org.aman.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aman.knowledge.Topics;
import org.aman.language.Concept;
import org.aman.language.EnglishWords;
import org.aman.language.Language;
import org.aman.language.LanguageGuess;
import org.aman.language.Lexicon;
import org.aman.language.RememberedWords;
import org.aman.language.Token;
import org.aman.place.Gazetteer;
import org.aman.place.Mention;

/** Reads a question: its language, the places it names, the concepts and topics it speaks of. */
final class Reader {
    private final Lexicon lexicon;
    private final Gazetteer gazetteer;
    private final TopicWords topicWords;
    private final TopicReader topicReader;
    private final NamesMeant namesMeant;
    private final RememberedWords<Boolean> known = new RememberedWords<>();

    Reader(Lexicon lexicon, Gazetteer gazetteer, Topics topics, TopicWords topicWords) {
        this.lexicon = lexicon;
        this.gazetteer = gazetteer;
        this.topicWords = topicWords;
        this.topicReader = new TopicReader(lexicon, gazetteer, topics, topicWords);
        this.namesMeant = new NamesMeant(gazetteer, topicWords);
    }

    Reading read(String text, Language fallback) {
        List<Token> tokens = Token.of(text);
        LanguageGuess guess = LanguageGuess.of(tokens, lexicon, fallback);
        Lexicon.Keyed keyed = lexicon.keyed(tokens, guess.arabizi());
        List<Lexicon.Match> all = keyed.find(0, tokens.size());
        List<Mention> mentions = namesMeant.among(
                gazetteer.mentions(tokens, !guess.arabizi(), token -> isKnown(token, guess.arabizi())), tokens, all, guess.arabizi());
        List<Lexicon.Match> beside = mentions.isEmpty() ? all : findBeside(tokens, mentions, keyed);
        TopicReader.Asked asked = topicReader.asked(tokens, all, beside, mentions);
        return new Reading(
                guess,
                tokens,
                mentions,
                beside,
                asked.topics(),
                asked.said(),
                asked.byKind(),
                asked.spoken(),
                words(tokens, mentions, beside, keyed.findEveryday()),
                Sentences.isMarked(text));
    }

    /**
     * The reading up to the last sentence that asks, where it says of which place and topic: what comes after is why. "Is the
     * mobile clinic in Rukham open today? My mother is out of her medicine" asks for no medicine. Else the reading of all.
     */
    Reading ofQuestion(String text, Reading whole, Language fallback) {
        List<Sentences.Sentence> sentences = Sentences.of(text);
        if (sentences.size() < 2) {
            return whole;
        }
        int end = sentences.size();
        while (end > 0 && !asks(sentences.get(end - 1), fallback)) {
            end--;
        }
        if (end == 0 || end == sentences.size()) {
            return whole;
        }
        String asking = sentences.subList(0, end).stream().map(Sentences.Sentence::text).collect(Collectors.joining(" "));
        Reading asked = read(asking, fallback);
        boolean complete = asked.namesPlace() && asked.spoken() >= Thresholds.TOPIC_SPOKEN;
        return complete && !speaksOfKin(whole, asked) ? asked.amid(whole) : whole;
    }

    /** "Shots at Saraqib? I thought there was a truce": what is told beside is of the same matter. */
    private boolean speaksOfKin(Reading whole, Reading asked) {
        return whole.topics().keySet().stream()
                .filter(topic -> !asked.topics().containsKey(topic))
                .anyMatch(topic -> topicWords.isOneKin(asked.topics().keySet(), topic));
    }

    private boolean asks(Sentences.Sentence one, Language fallback) {
        return one.marked() || read(one.text(), fallback).asks();
    }

    /** Whether this is a plea for help now. */
    boolean isPlea(Reading reading) {
        return Plea.isIn(reading, token -> isKnown(token, reading.guess().arabizi()));
    }

    /** Whether the lexicon or a list knows a word; one of Latin letters may be Arabic. */
    private boolean isKnown(Token token, boolean arabizi) {
        return known.of(token, arabizi, word -> isKnownAnew(word, arabizi));
    }

    private boolean isKnownAnew(Token token, boolean arabizi) {
        return switch (token.script()) {
            case ARABIC -> lexicon.knowsArabic(token.text());
            case LATIN -> lexicon.knowsEnglish(token.text())
                    || LanguageGuess.isCommonEnglish(token.text())
                    || !arabizi && EnglishWords.isCommon(token.text())
                    || arabizi && lexicon.knowsArabizi(token.text());
            case NUMBER -> true;
        };
    }

    private List<Lexicon.Match> findBeside(
            List<Token> tokens, List<Mention> mentions, Lexicon.Keyed keyed) {
        List<Lexicon.Match> found = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= mentions.size(); i++) {
            int to = i < mentions.size() ? mentions.get(i).start() : tokens.size();
            int offset = from;
            if (to > from) {
                for (Lexicon.Match match : keyed.find(from, to)) {
                    boolean beforeName = to < tokens.size() && match.end() + offset == to;
                    found.add(new Lexicon.Match(
                            beforeName ? beforeName(match.concepts()) : match.concepts(),
                            match.start() + offset,
                            match.end() + offset,
                            match.quality()));
                }
            }
            from = i < mentions.size() ? mentions.get(i).end() : to;
        }
        return found;
    }

    /** "Get my mother out of" before the name of a place asks how to leave it; before other words it may be out of bread. */
    private Set<Concept> beforeName(Set<Concept> concepts) {
        Concept leaving = lexicon.concept("evacuation");
        boolean isOut = leaving != null && concepts.stream().anyMatch(concept -> concept.id().equals("out-of"));
        return isOut ? Set.of(leaving) : concepts;
    }

    private static List<Reading.Word> words(
            List<Token> tokens, List<Mention> mentions, List<Lexicon.Match> matches, List<Lexicon.Match> everyday) {
        List<Reading.Word> words = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.text().length() < 2 || LanguageGuess.isCommonEnglish(token.text()) || isNamed(at, mentions)) {
                continue;
            }
            Set<Concept> concepts = concepts(at, matches);
            if (!areLittle(concepts)) {
                words.add(new Reading.Word(token, concepts, meanings(at, matches, everyday)));
            }
        }
        return words;
    }

    /** Whether a word is part of the name of a place. */
    static boolean isNamed(int word, List<Mention> mentions) {
        for (Mention mention : mentions) {
            if (mention.start() <= word && word < mention.end()) {
                return true;
            }
        }
        return false;
    }

    private static Set<Concept> concepts(int word, List<Lexicon.Match> matches) {
        Set<Concept> concepts = new LinkedHashSet<>();
        for (Lexicon.Match match : matches) {
            if (match.start() <= word && word < match.end()) {
                concepts.addAll(match.concepts());
            }
        }
        return concepts;
    }

    private static boolean areLittle(Set<Concept> concepts) {
        for (Concept concept : concepts) {
            if (!TopicWords.LITTLE.contains(concept.group())) {
                return false;
            }
        }
        return !concepts.isEmpty();
    }

    /** Whatever one word may mean, each with how surely. */
    private static Map<Concept, Double> meanings(int word, List<Lexicon.Match> matches, List<Lexicon.Match> everyday) {
        Map<Concept, Double> found = new LinkedHashMap<>();
        for (List<Lexicon.Match> several : List.of(matches, everyday)) {
            for (Lexicon.Match match : several) {
                if (match.start() <= word && word < match.end()) {
                    match.concepts().forEach(concept -> found.merge(concept, match.quality(), Math::max));
                }
            }
        }
        return found;
    }
}

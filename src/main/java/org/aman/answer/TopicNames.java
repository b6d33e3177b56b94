package org.aman.answer;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.language.Language;
import org.aman.language.LanguageGuess;
import org.aman.language.Lexicon;
import org.aman.language.Terms;
import org.aman.language.Token;

/**
 * The topics for which no concepts are listed: they are asked about by the words of their names; where a name is a single
 * word, also by those that mean the same.
 */
final class TopicNames {
    /** Marks a concept among the stems a topic is called by. */
    private static final String SENSE = "=";

    private final Lexicon lexicon;
    private final Map<String, Topic.Id> calledBy = new HashMap<>();

    TopicNames(Lexicon lexicon, Topics topics) {
        this.lexicon = lexicon;
        topics.all().stream()
                .filter(topic -> topic.concepts().isEmpty() && topic.needs().isEmpty())
                .forEach(this::callByName);
    }

    private void callByName(Topic topic) {
        for (Language language : Language.values()) {
            List<Token> name = topic.name().in(language).map(Token::of).orElse(List.of());
            List<Token> free = name.stream().filter(token -> isFree(token) && !LanguageGuess.isCommonEnglish(token.text())).toList();
            free.forEach(token -> Terms.stems(token).forEach(stem -> calledBy.putIfAbsent(stem, topic.id())));
            if (name.size() == 1 && !free.isEmpty()) {
                lexicon.findPlain(name).forEach(match -> match.concepts().forEach(concept -> calledBy.putIfAbsent(SENSE + concept.id(), topic.id())));
            }
        }
    }

    /** Whether the lexicon knows no meaning of a word but things of everyday life, which belong to no topic. */
    private boolean isFree(Token token) {
        return lexicon.findPlain(List.of(token)).stream()
                .flatMap(match -> match.concepts().stream())
                .allMatch(concept -> concept.group().equals("everyday"));
    }

    /** The topics that words call by name; inside the name of a place too, as in "the Mughr dam". */
    Set<Topic.Id> called(List<Token> tokens, List<Lexicon.Match> matches) {
        if (calledBy.isEmpty()) {
            return Set.of();
        }
        Set<Topic.Id> called = new LinkedHashSet<>();
        Stream<String> stems = tokens.stream().flatMap(token -> Terms.stems(token).stream());
        Stream<String> senses = matches.stream().flatMap(match -> match.concepts().stream()).map(concept -> SENSE + concept.id());
        Stream.concat(stems, senses).map(calledBy::get).filter(Objects::nonNull).forEach(called::add);
        return called;
    }
}

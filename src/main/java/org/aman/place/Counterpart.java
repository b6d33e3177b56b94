package org.aman.place;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aman.language.Token;

/** Finds the place that a word tells from its like, once one of them was spoken of: the long causeway and the short one. */
final class Counterpart {
    /** A Latin word alone asks for a place only where hardly anything else is said: "and the long", not "how long is it shut". */
    private static final int MOST_AROUND = 2;

    private Counterpart() {}

    static Optional<Place.Id> of(Place spokenOf, List<Token> tokens, Collection<Place> places) {
        Set<String> telling = telling(tokens);
        Set<String> itsWords = names(spokenOf).flatMap(Set::stream).collect(Collectors.toSet());
        List<Place> meant = places.stream()
                .filter(place -> place.kind() == spokenOf.kind() && !place.id().equals(spokenOf.id()))
                .filter(place -> names(place).anyMatch(name -> isToldBy(telling, name, itsWords)))
                .limit(2)
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst().id()) : Optional.empty();
    }

    /** Whether the name shares a word with what was spoken of, and all the others stand here. */
    private static boolean isToldBy(Set<String> telling, Set<String> name, Set<String> shared) {
        Set<String> others = new HashSet<>(name);
        others.removeAll(shared);
        return !others.isEmpty() && others.size() < name.size() && telling.containsAll(others);
    }

    private static Stream<Set<String>> names(Place place) {
        return place.names().values().stream()
                .flatMap(List::stream)
                .map(name -> Token.of(name).stream().map(NameKeys::key).filter(word -> !word.isEmpty()).collect(Collectors.toSet()));
    }

    /** The words that may stand for a name: an Arabic one by itself, a Latin one before "one" or nearly alone. */
    private static Set<String> telling(List<Token> tokens) {
        Set<String> telling = new HashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean latin = token.script() == Token.Script.LATIN;
            boolean one = at + 1 < tokens.size() && tokens.get(at + 1).text().equals("one");
            if (!latin || one || tokens.size() <= MOST_AROUND + 1) {
                telling.addAll(NameKeys.firstForms(token));
            }
        }
        return telling;
    }
}

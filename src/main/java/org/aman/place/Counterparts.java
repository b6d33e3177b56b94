package org.aman.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aman.language.Token;

/** Finds the place that a word tells from its like, once one of them was spoken of: the long causeway and the short one. */
final class Counterparts {
    /** A Latin word alone asks for a place only where hardly anything else is said: "and the long", not "how long is it shut". */
    private static final int MOST_WORDS = 3;

    private final Map<Place.Kind, List<Named>> places = new EnumMap<>(Place.Kind.class);

    /** A place, and the words of each of its names. */
    private record Named(Place.Id id, List<Set<String>> names) {
        static Named of(Place place) {
            List<Set<String>> names = new ArrayList<>();
            place.names().values().forEach(list -> list.forEach(name -> names.add(
                    Token.of(name).stream().map(NameKeys::key).filter(word -> !word.isEmpty()).collect(Collectors.toSet()))));
            return new Named(place.id(), names);
        }
    }

    Counterparts(Collection<Place> all) {
        all.forEach(place -> places.computeIfAbsent(place.kind(), kind -> new ArrayList<>()).add(Named.of(place)));
    }

    Optional<Place.Id> of(Place spokenOf, List<Token> tokens) {
        Set<String> telling = telling(tokens);
        List<Named> alike = places.getOrDefault(spokenOf.kind(), List.of());
        Set<String> itsWords = new HashSet<>();
        alike.stream().filter(one -> one.id().equals(spokenOf.id())).flatMap(one -> one.names().stream()).forEach(itsWords::addAll);
        List<Place.Id> meant = new ArrayList<>();
        for (Named other : alike) {
            if (!other.id().equals(spokenOf.id()) && other.names().stream().anyMatch(name -> isToldBy(telling, name, itsWords))) {
                meant.add(other.id());
            }
        }
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    /** Whether the name shares a word with what was spoken of, and all the others stand here. */
    private static boolean isToldBy(Set<String> telling, Set<String> name, Set<String> shared) {
        int others = 0;
        for (String word : name) {
            if (!shared.contains(word)) {
                others++;
                if (!telling.contains(word)) {
                    return false;
                }
            }
        }
        return others > 0 && others < name.size();
    }

    /** The words that may stand for a name: an Arabic one by itself, a Latin one before "one" or nearly alone. */
    private static Set<String> telling(List<Token> tokens) {
        Set<String> telling = new HashSet<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean latin = token.script() == Token.Script.LATIN;
            boolean one = at + 1 < tokens.size() && tokens.get(at + 1).text().equals("one");
            if (!latin || one || tokens.size() <= MOST_WORDS) {
                telling.addAll(NameKeys.firstForms(token));
            }
        }
        return telling;
    }
}

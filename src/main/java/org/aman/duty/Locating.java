package org.aman.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aman.language.Folding;
import org.aman.language.Token;
import org.aman.place.Gazetteer;
import org.aman.place.Mention;
import org.aman.place.Place;
import org.springframework.stereotype.Component;

/** Finds the places that people of the staff name. */
@Component
final class Locating {
    private static final Pattern BETWEEN = Pattern.compile("[,;\u060C\u061B\\n]+"); // also the Arabic comma and semicolon
    private static final int MOST_MEANT = 6;

    private final Gazetteer gazetteer;

    Locating(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** What was found. */
    sealed interface Found {
        /** @param ids at least one */
        record Places(List<String> ids) implements Found {}

        record Unknown(String name) implements Found {}

        record Several(String name, List<String> ids) implements Found {}
    }

    /** The places of these names, which commas part; an id is a name too. */
    Found read(String words) {
        List<String> ids = new ArrayList<>();
        for (String name : BETWEEN.split(words)) {
            if (name.isBlank()) {
                continue;
            }
            List<Place> meant = meant(name.strip());
            if (meant.isEmpty()) {
                return new Found.Unknown(name.strip());
            }
            if (meant.size() > 1) {
                return new Found.Several(name.strip(), ids(meant));
            }
            ids.add(meant.getFirst().id().value());
        }
        return ids.isEmpty() ? new Found.Unknown(words.strip()) : new Found.Places(ids.stream().distinct().toList());
    }

    private List<Place> meant(String name) {
        Optional<Place> byId = gazetteer.place(new Place.Id(name));
        if (byId.isPresent()) {
            return List.of(byId.get());
        }
        String folded = Folding.fold(name);
        List<Place> exact = gazetteer.places().stream()
                .filter(place -> place.names().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(one -> Folding.fold(one).equals(folded)))
                .toList();
        return exact.isEmpty() ? gazetteer.named(name) : exact;
    }

    private static List<String> ids(List<Place> places) {
        return places.stream().limit(MOST_MEANT).map(place -> place.id().value()).toList();
    }

    /** The places that a text names, with all that a name can mean. */
    List<String> namedIn(String text, boolean english) {
        return gazetteer.mentions(Token.of(text), english, word -> false).stream()
                .filter(mention -> mention.certainty() != Mention.Certainty.FUZZY)
                .flatMap(mention -> mention.places().stream())
                .map(Place.Id::value)
                .distinct()
                .limit(MOST_MEANT)
                .toList();
    }

    Optional<Place> place(String id) {
        return id.isBlank() ? Optional.empty() : gazetteer.place(new Place.Id(id));
    }
}

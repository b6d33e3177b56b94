package org.aman.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The places that can be chosen as one's area. All at once, so that the choice is made in the browser and we never learn
 * what was typed.
 */
@RestController
final class PlacesController {
    private static final Duration PLACES_STAND = Duration.ofHours(1);

    private final List<Choice> choices;

    PlacesController(Gazetteer gazetteer) {
        this.choices = gazetteer.places().stream()
                .filter(place -> place.kind() != Place.Kind.ROAD)
                .sorted(Comparator.comparing(Place::id))
                .map(place -> new Choice(place.id(), names(place), area(place, gazetteer)))
                .toList();
    }

    @GetMapping("/places.json")
    ResponseEntity<List<Choice>> places() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(PLACES_STAND))
                .body(choices);
    }

    private static Map<Language, String> names(Place place) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            names.put(language, place.name(language));
        }
        return names;
    }

    /** The first area around it that is not called the same. */
    private static Map<Language, String> area(Place place, Gazetteer gazetteer) {
        return gazetteer.above(place.id()).stream()
                .filter(above -> !above.name(Language.ENGLISH).contains(place.name(Language.ENGLISH)))
                .findFirst()
                .map(PlacesController::names)
                .orElse(Map.of());
    }

    /**
     * A place to choose.
     *
     * @param names its standard name in each language
     * @param area the name of what it lies in, in each language; empty for the outermost
     */
    record Choice(Place.Id id, Map<Language, String> names, Map<Language, String> area) {}
}

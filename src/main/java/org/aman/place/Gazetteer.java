package org.aman.place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.language.Token;

/** All places, how they lie within and beside each other, and the names by which a text speaks of them. */
public final class Gazetteer {
    /** Farther away than a day on foot nobody is at a place. */
    private static final double FARTHEST_KM = 25;

    private final Map<Place.Id, Place> places = new LinkedHashMap<>();
    private final Map<Place.Id, List<Place>> children = new HashMap<>();
    private final Map<Place.Id, List<Place>> roads = new HashMap<>();
    private final PlaceNames names;
    private final NameFinder finder;
    private final Counterparts counterparts;

    /** Reads {@code places.yaml}; the problems of a broken one name its line. */
    public static Gazetteer load(Path file) {
        return new Gazetteer(PlaceFile.read(file));
    }

    /** A gazetteer of these places; parents and places along roads must be among them. */
    public Gazetteer(Collection<Place> all) {
        all.forEach(place -> places.put(place.id(), place));
        for (Place place : all) {
            if (place.parent() != null) {
                children.computeIfAbsent(place.parent(), any -> new ArrayList<>()).add(place);
            }
            for (Place.Id along : place.through()) {
                roads.computeIfAbsent(along, any -> new ArrayList<>()).add(place);
            }
        }
        names = new PlaceNames(all);
        finder = new NameFinder(names);
        counterparts = new Counterparts(all);
    }

    public Optional<Place> place(Place.Id id) {
        return Optional.ofNullable(places.get(id));
    }

    public Collection<Place> places() {
        return places.values();
    }

    /** The areas a place lies in, from the nearest outwards. */
    public List<Place> above(Place.Id id) {
        List<Place> above = new ArrayList<>();
        Place place = places.get(id);
        while (place != null && place.parent() != null && above.size() < 10) {
            place = places.get(place.parent());
            if (place != null) {
                above.add(place);
            }
        }
        return above;
    }

    /** Everything that lies in an area, at any depth. */
    public List<Place> below(Place.Id id) {
        List<Place> below = new ArrayList<>();
        for (Place child : children.getOrDefault(id, List.of())) {
            below.add(child);
            below.addAll(below(child.id()));
        }
        return below;
    }

    /** The outermost areas, those with no parent. */
    public List<Place> outermost() {
        return places.values().stream().filter(place -> place.parent() == null).toList();
    }

    /** Whether it is an outermost area. */
    public boolean isOutermost(Place.Id id) {
        Place place = places.get(id);
        return place != null && place.parent() == null;
    }

    /** The roads that lead through a place. */
    public List<Place> roadsThrough(Place.Id id) {
        return roads.getOrDefault(id, List.of());
    }

    /** The camps, crossings and the settlement that carry the same name: Killi and the Killi camps. */
    public Set<Place.Id> namesakes(Place.Id id) {
        return names.namesakes(id);
    }

    /**
     * "And the long one?", after the short causeway: the one place of the same kind that is called like it but for words that
     * stand here. Empty where there is none, or several.
     */
    public Optional<Place.Id> counterpart(Place.Id spokenOf, List<Token> tokens) {
        return place(spokenOf).flatMap(place -> counterparts.of(place, tokens));
    }

    /** The settlement at which somebody at this position is; none where all that are known are far away. */
    public Optional<Place> at(Position position) {
        return nearest(position).filter(place -> kilometres(position, place) <= FARTHEST_KM);
    }

    /** The settlement nearest to a position. */
    public Optional<Place> nearest(Position position) {
        return places.values().stream()
                .filter(place -> place.position() != null && isSettlement(place))
                .min(Comparator.comparingDouble(place -> kilometres(position, place)));
    }

    private static boolean isSettlement(Place place) {
        return switch (place.kind()) {
            case CITY, TOWN, VILLAGE -> true;
            case GOVERNORATE, DISTRICT, SUBDISTRICT, NEIGHBOURHOOD, CAMP, CROSSING, ROAD -> false;
        };
    }

    private static double kilometres(Position position, Place place) {
        Position other = place.position();
        return other == null ? Double.MAX_VALUE : position.kilometresTo(other);
    }

    /** The places named in a text, in its order; an ambiguous name gives all it can mean. */
    public List<Place> named(String text) {
        Set<Place.Id> ids = new LinkedHashSet<>();
        for (Mention mention : mentions(Token.of(text), false, word -> false)) {
            ids.addAll(mention.places());
        }
        return ids.stream().flatMap(id -> place(id).stream()).toList();
    }

    /** Whether these words are a name as they stand, without letters that are attached to the first. */
    public boolean isName(List<Token> tokens) {
        return names.isName(tokens);
    }

    /**
     * What a word may mean that is a short form of a name and stands in the names of other places too, the likeliest first:
     * Maarra is Maarrat al-Numan, or one of the other Maarras. Empty where it means one place alone.
     */
    public List<Place.Id> meanings(Token word) {
        return names.meanings(word);
    }

    /**
     * The names in these words: the longest first, none overlapping.
     *
     * @param english whether Latin words are English, so that common English words are no names
     * @param known whether a word means something else, so that it is no mistyped name
     */
    public List<Mention> mentions(List<Token> tokens, boolean english, Predicate<Token> known) {
        return finder.mentions(tokens, english, known);
    }
}

package org.aman.place;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.language.Sounds;
import org.aman.language.Spelling;
import org.aman.language.Token;
import org.jspecify.annotations.Nullable;

/** The names of all places, by all that a text may know them by. */
final class PlaceNames {
    private static final int TOLD_BY = 4; // letters
    private static final int SHARED_BY = 2; // places
    private static final int ENOUGH_NAMES = 3;
    private static final int BEGINNINGS = 1 << 15; // many more than names, a power of two

    /** Words that say a kind in any region, for one of which there are too few names to learn them from. */
    private static final Map<Place.Kind, String> SAID_OF = Map.of(
            Place.Kind.CAMP, "camp مخيم",
            Place.Kind.CROSSING, "crossing border checkpoint معبر حاجز منفذ",
            Place.Kind.ROAD, "road طريق");

    /** "The eastern quarter" names no Deir al-Sharqi; "and the eastern one?" may. */
    private static final Set<String> DIRECTIONS = directions();

    /** What a key stands for. The standard name of a place outweighs a further spelling of another. */
    record Named(Place place, String spelling, boolean standard, boolean shortForm) {}

    /** A name in Latin letters, by its sounds. */
    private record Sounding(String key, Place.Id place) {}

    private final Map<String, List<Named>> exact = new HashMap<>();
    private final Map<String, List<Sounding>> consonants = new HashMap<>();
    private final Map<String, Set<Place.Id>> parts = new HashMap<>();
    private final Map<Place.Kind, Set<String>> kindWords = new EnumMap<>(Place.Kind.class);
    private final Map<String, String> kindSounds = new HashMap<>();
    private final Set<Place.Kind> said = EnumSet.noneOf(Place.Kind.class);
    private final Map<String, Set<Place.Id>> bases = new HashMap<>();
    private final Set<Place.Id> ambiguous = new HashSet<>();
    private final Map<Place.Id, Place.Kind> kinds = new HashMap<>();
    private final Map<Place.Id, Set<Place.Id>> namesakes = new HashMap<>();
    private final Map<String, List<Named>> bare = new HashMap<>();
    private final Set<String> bareHeads = new HashSet<>();
    private final Map<String, Set<Place.Id>> squeezed = new HashMap<>();
    private final Map<String, Place.Id> loneNames = new HashMap<>();
    private final SpokenNames spoken = new SpokenNames();
    private final BitSet beginnings = new BitSet(BEGINNINGS);
    private final Spelling spelling;
    private final Spelling baseSpelling;

    PlaceNames(Collection<Place> places) {
        for (Place place : places) {
            kinds.put(place.id(), place.kind());
            if (place.ambiguous()) {
                ambiguous.add(place.id());
            }
        }
        places.forEach(this::learnNames);
        learnKindWords(places);
        places.forEach(this::learnBases);
        places.stream().filter(PlaceNames::isSettlement).forEach(this::learnParts);
        learnLoneNames(places);
        joinNamesakes(places);
        spelling = new Spelling(exact.keySet());
        baseSpelling = new Spelling(bases.keySet());
        exact.keySet().forEach(name -> beginnings.set(beginning(name, "")));
        bases.keySet().forEach(name -> beginnings.set(beginning(name, "")));
    }

    /** A number that tells most words from all that names begin with, by their first letters and their length. */
    private static int beginning(String form, String rest) {
        int length = form.length() + rest.length();
        int sum = length;
        for (int i = 0; i < Math.min(length, TOLD_BY); i++) {
            sum = sum * 31 + (i < form.length() ? form.charAt(i) : rest.charAt(i - form.length()));
        }
        return sum & BEGINNINGS - 1;
    }

    private static Set<String> directions() {
        List<String> arabic = List.of("شرقي", "غربي", "شمالي", "جنوبي", "قبلي", "شرقيه", "غربيه", "شماليه", "جنوبيه", "قبليه", "شرق", "غرب", "شمال", "جنوب");
        Set<String> directions = new HashSet<>(arabic);
        arabic.forEach(word -> directions.add("ال" + word));
        Token.of("east west north south eastern western northern southern sharqi gharbi shamali janubi qibli sharqiyah gharbiyah")
                .forEach(token -> directions.add(NameKeys.key(token)));
        return directions;
    }

    private void learnNames(Place place) {
        place.names().values().forEach(spellings -> {
            for (int i = 0; i < spellings.size(); i++) {
                learn(place, spellings.get(i), i == 0);
            }
        });
    }

    private void learn(Place place, String name, boolean standard) {
        List<Token> tokens = Token.of(name);
        String key = NameKeys.key(tokens);
        if (key.isEmpty()) {
            return;
        }
        boolean shortForm = place.ambiguous() && !standard;
        exact.computeIfAbsent(key, any -> new ArrayList<>()).add(new Named(place, NameKeys.spelling(tokens), standard, shortForm));
        if (key.startsWith("ال") && key.length() >= 5 && !place.ambiguous()) {
            exact.computeIfAbsent(key.substring(2), any -> new ArrayList<>()).add(new Named(place, NameKeys.spelling(tokens), false, false));
        }
        boolean arabic = tokens.stream().allMatch(token -> token.script() == Token.Script.ARABIC);
        if (arabic && !shortForm) {
            spoken.learn(place.id(), tokens);
            squeezed.computeIfAbsent(Spelling.squeezed(key), any -> new LinkedHashSet<>()).add(place.id());
        }
        if (arabic && tokens.size() > 1) {
            bareHeads.add(NameKeys.bareKey(tokens.getFirst()));
            bare.computeIfAbsent(NameKeys.bareKey(tokens), any -> new ArrayList<>()).add(new Named(place, key, standard, shortForm));
        }
        String skeleton = Sounds.consonants(key);
        if (NameKeys.isLatin(tokens) && skeleton.length() >= 3) {
            consonants.computeIfAbsent(skeleton, any -> new ArrayList<>()).add(new Sounding(key, place.id()));
        }
    }

    /** A word of a name stands for it alone, unless the name is whole without it ("town of Atmeh") or it says a kind. */
    private void learnParts(Place place) {
        Set<String> whole = new HashSet<>();
        place.names().values().forEach(list -> list.forEach(name -> whole.add(NameKeys.key(Token.of(name)))));
        place.names().values().forEach(list -> list.forEach(name -> {
            List<Token> tokens = Token.of(name).stream().filter(token -> !NameKeys.key(token).isEmpty()).toList();
            for (int i = 0; i < tokens.size() && tokens.size() > 1; i++) {
                String word = NameKeys.key(tokens.get(i));
                List<Token> rest = new ArrayList<>(tokens);
                rest.remove(i);
                boolean kind = kindWords.values().stream().anyMatch(words -> words.contains(word));
                if (word.length() >= 3 && !kind && !whole.contains(NameKeys.key(rest))) {
                    parts.computeIfAbsent(word, any -> new LinkedHashSet<>()).add(place.id());
                }
            }
        }));
    }

    private void learnLoneNames(Collection<Place> places) {
        Map<String, Set<Place.Id>> holding = new HashMap<>();
        places.forEach(place -> place.names().values().forEach(list -> list.forEach(name -> Token.of(name)
                .forEach(token -> holding.computeIfAbsent(NameKeys.key(token), any -> new HashSet<>()).add(place.id())))));
        for (Place place : places) {
            if (isSettlement(place) || place.kind().isArea()) {
                continue;
            }
            place.names().values().forEach(list -> list.forEach(name -> {
                List<String> words = Token.of(name).stream().map(NameKeys::key).filter(word -> !word.isEmpty()).toList();
                for (int i = 0; i < words.size() && words.size() == 2; i++) {
                    boolean alone = holding.getOrDefault(words.get(i), Set.of()).size() == 1;
                    if (alone && holding.getOrDefault(words.get(1 - i), Set.of()).size() >= SHARED_BY) {
                        loneNames.put(words.get(i), place.id());
                    }
                }
            }));
        }
    }

    private static boolean isSettlement(Place place) {
        return switch (place.kind()) {
            case CITY, TOWN, VILLAGE -> true;
            case GOVERNORATE, DISTRICT, SUBDISTRICT, NEIGHBOURHOOD, CAMP, CROSSING, ROAD -> false;
        };
    }

    /** Words that many names of one kind hold say the kind, not the place: camp, crossing, road. */
    private void learnKindWords(Collection<Place> places) {
        for (Place.Kind kind : List.of(Place.Kind.CAMP, Place.Kind.CROSSING, Place.Kind.ROAD)) {
            Map<String, Integer> counts = new HashMap<>();
            int total = 0;
            for (Place place : places) {
                if (place.kind() == kind) {
                    total++;
                    Set<String> words = new HashSet<>();
                    place.names().values().forEach(list -> list.forEach(
                            name -> Token.of(name).forEach(token -> words.add(NameKeys.key(token)))));
                    words.forEach(word -> counts.merge(word, 1, Integer::sum));
                }
            }
            int enough = Math.max(ENOUGH_NAMES, (total + 1) / 2);
            Set<String> common = new HashSet<>();
            counts.forEach((word, count) -> {
                if (count >= enough && word.length() >= 3) {
                    common.add(word);
                    kindSounds.put(word, word.length() >= 4 ? Sounds.skeleton(word) : "");
                }
            });
            kindWords.put(kind, common);
            if (common.isEmpty()) {
                learnSaid(kind, common);
            }
        }
    }

    private void learnSaid(Place.Kind kind, Set<String> common) {
        for (Token token : Token.of(SAID_OF.getOrDefault(kind, ""))) {
            String word = NameKeys.key(token);
            common.add(word);
            kindSounds.put(word, Sounds.skeleton(word));
        }
        said.add(kind);
    }

    private void learnBases(Place place) {
        Set<String> common = kindWords.get(place.kind());
        if (common == null) {
            return;
        }
        place.names().values().forEach(list -> list.forEach(name -> {
            StringBuilder base = new StringBuilder();
            for (Token token : Token.of(name)) {
                if (!common.contains(NameKeys.key(token))) {
                    base.append(NameKeys.key(token));
                }
            }
            if (base.length() >= 3) {
                bases.computeIfAbsent(base.toString(), any -> new LinkedHashSet<>()).add(place.id());
            }
        }));
    }

    private void joinNamesakes(Collection<Place> places) {
        for (Place place : places) {
            if (!isSettlement(place)) {
                continue;
            }
            Set<Place.Id> same = new LinkedHashSet<>();
            place.names().values().forEach(list ->
                    list.forEach(name -> same.addAll(bases.getOrDefault(NameKeys.key(Token.of(name)), Set.of()))));
            same.removeIf(id -> kinds.get(id) == Place.Kind.ROAD);
            for (Place.Id other : same) {
                namesakes.computeIfAbsent(place.id(), any -> new LinkedHashSet<>()).add(other);
                namesakes.computeIfAbsent(other, any -> new LinkedHashSet<>()).add(place.id());
            }
        }
    }

    /** Whether some name may begin so; most words are told from all names by this alone. */
    boolean mayBegin(String form, String rest) {
        return beginnings.get(beginning(form, rest));
    }

    /** What is called just so. */
    List<Named> named(String key) {
        return exact.getOrDefault(key, List.of());
    }

    /** The names a slip or two away. */
    Collection<String> near(String key) {
        return spelling.near(key);
    }

    /** The roads, crossings or camps called so besides the word of their kind. */
    Set<Place.Id> basedOn(String key) {
        return bases.getOrDefault(key, Set.of());
    }

    /** The same a slip away. */
    Set<Place.Id> nearlyBasedOn(String key) {
        Set<Place.Id> near = new LinkedHashSet<>();
        if (key.length() >= 4) {
            baseSpelling.near(key).forEach(base -> near.addAll(basedOn(base)));
        }
        return near;
    }

    /** The places whose names hold this word among others. */
    Set<Place.Id> sharing(String word) {
        return parts.getOrDefault(word, Set.of());
    }

    /** The one road, camp or crossing that is called so beside a word that others share: Mizan of the Mizan checkpoint. */
    Place.@Nullable Id calledAlone(String word) {
        return loneNames.get(word);
    }

    /** What is called so in Arabic but for articles: Tall al-Jadid. */
    List<Named> namedBare(String key) {
        return bare.getOrDefault(key, List.of());
    }

    /** Whether a name of several Arabic words begins so, its article aside. */
    boolean isBareHead(String word) {
        return bareHeads.contains(word);
    }

    /** What is called so but for letters that stayed under the finger. */
    Set<Place.Id> typedTwice(String key) {
        String once = Spelling.squeezed(key);
        return once.length() < key.length() && once.length() >= 3 ? squeezed.getOrDefault(once, Set.of()) : Set.of();
    }

    /** Whether some name in Arabic letters may begin with a word that sounds like one of these. */
    boolean mayBeSpoken(List<String> readings) {
        return spoken.mayBegin(readings);
    }

    /** The one place that Latin letters call so by ear. */
    Place.@Nullable Id spoken(List<List<String>> readings, boolean ayn) {
        return spoken.called(readings, ayn);
    }

    /** What a short form may mean that other names hold too, its own place first; empty where it means that alone. */
    List<Place.Id> meanings(Token word) {
        Set<Place.Id> meant = new LinkedHashSet<>();
        for (String form : NameKeys.firstForms(word)) {
            List<Named> named = named(form);
            if (!named.isEmpty() && named.stream().allMatch(Named::shortForm)) {
                named.forEach(one -> meant.add(one.place().id()));
                meant.addAll(parts.getOrDefault(form, Set.of()));
                String bare = form.startsWith("ال") ? form.substring(2) : form;
                meant.addAll(parts.getOrDefault(bare, Set.of()));
            }
        }
        return meant.size() < 2 ? List.of() : List.copyOf(meant);
    }

    /**
     * The places with the same consonants; where a word is left of some of them without their vowels, those: idlb is no Dalbiya.
     *
     * @param skeleton its consonants
     * @param key the word by its sounds
     */
    Set<Place.Id> sounding(String skeleton, String key) {
        List<Sounding> all = consonants.getOrDefault(skeleton, List.of());
        Set<Place.Id> shortened = new LinkedHashSet<>();
        Set<Place.Id> any = new LinkedHashSet<>();
        for (Sounding one : all) {
            any.add(one.place());
            if (isLeftOf(key, one.key())) {
                shortened.add(one.place());
            }
        }
        return shortened.isEmpty() ? any : shortened;
    }

    /** Whether the word is left when letters of the name are dropped. */
    static boolean isLeftOf(String word, String name) {
        int at = 0;
        for (int i = 0; i < name.length() && at < word.length(); i++) {
            at += name.charAt(i) == word.charAt(at) ? 1 : 0;
        }
        return at == word.length();
    }

    /** Whether its kind is known by words of any region alone, so that one must stand beside the name. */
    boolean isOfFew(Place.Id id) {
        return said.contains(kinds.get(id));
    }

    /** The words that say the kind of a place rather than the place: camp, crossing, road. */
    Set<String> kindWordsOf(Place.Id id) {
        return kindWords.getOrDefault(kinds.get(id), Set.of());
    }

    Collection<Set<String>> kindWords() {
        return kindWords.values();
    }

    /** How a word of a kind sounds; empty where it is too short to tell. */
    String soundOf(String kindWord) {
        return kindSounds.getOrDefault(kindWord, "");
    }

    boolean isRoad(Place.Id id) {
        return kinds.get(id) == Place.Kind.ROAD;
    }

    /** Whether the short forms of its name also mean something else. */
    boolean isAmbiguous(Place.Id id) {
        return ambiguous.contains(id);
    }

    static boolean isDirection(String word) {
        return DIRECTIONS.contains(word);
    }

    boolean isName(List<Token> tokens) {
        return exact.containsKey(NameKeys.key(tokens));
    }

    Set<Place.Id> namesakes(Place.Id id) {
        return namesakes.getOrDefault(id, Set.of());
    }
}

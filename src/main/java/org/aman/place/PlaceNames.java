package org.aman.place;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.aman.language.LanguageGuess;
import org.aman.language.Sounds;
import org.aman.language.Spelling;
import org.aman.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds place names in words. A name is compared with all its spaces removed; Latin letters by their sounds; attached
 * letters come off the first word; slips are allowed in long names only; short names must match exactly.
 */
final class PlaceNames {
    private static final int LONGEST = 6; // words in a name, articles included
    private static final int SURE_FROM = 4; // a name as short may be the beginning of a longer mistyped one
    private static final int SURE_PART = 6; // an English word as short may be a slip of another word
    private static final Set<String> ARTICLES = Set.of("al", "el", "l", "il", "ad", "ar", "as", "ash", "at", "an", "az", "the");
    /** Arabic words that stand before a name and are no part of it. */
    private static final Set<String> BEFORE_NAMES =
            Set.of("في", "من", "الي", "علي", "عن", "بين", "عند", "نحو", "حتي", "مع", "هل", "وين", "اين");

    private static final Set<String> PREPOSITIONS =
            Set.of("in", "at", "to", "from", "near", "around", "of", "for", "by", "towards", "via", "through", "into");
    /** Words for several of a kind: "the roads of Saraqib" are no mistyped Saraqib road. */
    private static final Set<String> SEVERAL = Set.of("طرق", "طرقات", "مخيمات", "معابر", "مشافي", "مستشفيات");
    private static final String ATTACHED = "وفبلكع";
    private static final int MOST_WORDS = 1_000; // more than a text has
    private static final int TOLD_BY = 4; // letters
    private static final int BEGINNINGS = 1 << 15; // many more than names, a power of two

    /** What a key stands for. The standard name of a place outweighs a further spelling of another. */
    /** A word that more names than these share, such as Kafr, tells none of them. */
    private static final int MOST_SHARING = 4;

    /** "The eastern quarter" names no Deir al-Sharqi; "and the eastern one?" may. */
    private static final int MOST_BESIDE_DIRECTION = 2;


    private static final Set<String> DIRECTIONS = directions();

    private record Named(Place place, String spelling, boolean standard, boolean shortForm) {}

    private final Map<String, List<Named>> exact = new HashMap<>();
    private final Map<String, Set<Place.Id>> consonants = new HashMap<>();
    private final Map<String, Set<Place.Id>> parts = new HashMap<>();
    private final Map<Place.Kind, Set<String>> kindWords = new EnumMap<>(Place.Kind.class);
    private final Map<String, String> kindSounds = new HashMap<>();
    private final Map<String, Set<Place.Id>> bases = new HashMap<>();
    private final Set<Place.Id> ambiguous = new HashSet<>();
    private final Map<Place.Id, Place.Kind> kinds = new HashMap<>();
    private final Map<Place.Id, Set<Place.Id>> namesakes = new HashMap<>();
    private final BitSet beginnings = new BitSet(BEGINNINGS);
    private final Spelling spelling;

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
        joinNamesakes(places);
        spelling = new Spelling(exact.keySet());
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
                .forEach(token -> directions.add(key(token)));
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
        String key = key(tokens);
        if (key.isEmpty()) {
            return;
        }
        exact.computeIfAbsent(key, any -> new ArrayList<>())
                .add(new Named(place, spelling(tokens), standard, place.ambiguous() && !standard));
        if (key.startsWith("ال") && key.length() >= 5 && !place.ambiguous()) {
            exact.computeIfAbsent(key.substring(2), any -> new ArrayList<>()).add(new Named(place, spelling(tokens), false, false));
        }
        String skeleton = Sounds.consonants(key);
        if (isLatin(tokens) && skeleton.length() >= 3) {
            consonants.computeIfAbsent(skeleton, any -> new LinkedHashSet<>()).add(place.id());
        }
    }

    /** A word of a name stands for it alone, unless the name is whole without it ("town of Atmeh") or it says a kind. */
    private void learnParts(Place place) {
        Set<String> whole = new HashSet<>();
        place.names().values().forEach(list -> list.forEach(name -> whole.add(key(Token.of(name)))));
        place.names().values().forEach(list -> list.forEach(name -> {
            List<Token> tokens = Token.of(name).stream().filter(token -> !key(token).isEmpty()).toList();
            for (int i = 0; i < tokens.size() && tokens.size() > 1; i++) {
                String word = key(tokens.get(i));
                List<Token> rest = new ArrayList<>(tokens);
                rest.remove(i);
                boolean kind = kindWords.values().stream().anyMatch(words -> words.contains(word));
                if (word.length() >= 3 && !kind && !whole.contains(key(rest))) {
                    parts.computeIfAbsent(word, any -> new LinkedHashSet<>()).add(place.id());
                }
            }
        }));
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
                            name -> Token.of(name).forEach(token -> words.add(key(token)))));
                    words.forEach(word -> counts.merge(word, 1, Integer::sum));
                }
            }
            int enough = Math.max(3, (total + 1) / 2);
            Set<String> common = new HashSet<>();
            counts.forEach((word, count) -> {
                if (count >= enough && word.length() >= 3) {
                    common.add(word);
                    kindSounds.put(word, word.length() >= 4 ? Sounds.skeleton(word) : "");
                }
            });
            kindWords.put(kind, common);
        }
    }

    private void learnBases(Place place) {
        Set<String> common = kindWords.get(place.kind());
        if (common == null) {
            return;
        }
        place.names().values().forEach(list -> list.forEach(name -> {
            StringBuilder base = new StringBuilder();
            for (Token token : Token.of(name)) {
                if (!common.contains(key(token))) {
                    base.append(key(token));
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
                    list.forEach(name -> same.addAll(bases.getOrDefault(key(Token.of(name)), Set.of()))));
            same.removeIf(id -> kinds.get(id) == Place.Kind.ROAD);
            for (Place.Id other : same) {
                namesakes.computeIfAbsent(place.id(), any -> new LinkedHashSet<>()).add(other);
                namesakes.computeIfAbsent(other, any -> new LinkedHashSet<>()).add(place.id());
            }
        }
    }

    boolean isName(List<Token> tokens) {
        return exact.containsKey(key(tokens));
    }

    Set<Place.Id> namesakes(Place.Id id) {
        return namesakes.getOrDefault(id, Set.of());
    }

    /** The words of a text, with what they are compared by worked out once. */
    private static final class Words {
        final List<Token> tokens;
        private final List<String> keys;
        private final List<String> laterKeys;
        private final Map<Token, List<String>> forms = new HashMap<>();
        private final Map<Token, Boolean> known = new HashMap<>();
        private final Map<Integer, String> rests = new HashMap<>();
        final boolean english;
        private final Predicate<Token> knows;

        Words(List<Token> tokens, boolean english, Predicate<Token> knows) {
            this.tokens = tokens;
            this.english = english;
            this.knows = knows;
            this.keys = tokens.stream().map(PlaceNames::key).toList();
            this.laterKeys = tokens.stream().map(PlaceNames::laterKey).toList();
        }

        String key(int from, int to) {
            return to - from == 1 ? keys.get(from) : keys.get(from) + rest(from + 1, to);
        }

        /** The words after the first of a name. */
        String rest(int from, int to) {
            if (to - from < 2) {
                return from == to ? "" : laterKeys.get(from);
            }
            return rests.computeIfAbsent(from * MOST_WORDS + to, stretch -> String.join("", laterKeys.subList(from, to)));
        }

        boolean isKnown(Token token) {
            return known.computeIfAbsent(token, knows::test);
        }

        /** An English word is what it says, though it may sound like another in Arabic: a truce is no tareeq, a road. */
        boolean maySound(Token token) {
            return !english || !isKnown(token);
        }

        List<String> forms(int at) {
            return forms(tokens.get(at));
        }

        List<String> forms(Token token) {
            return forms.computeIfAbsent(token, PlaceNames::firstForms);
        }
    }

    List<Mention> mentions(List<Token> all, boolean english, Predicate<Token> known) {
        Words words = new Words(all, english, known);
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < all.size()) {
            Mention mention = longestAt(words, at);
            if (mention != null) {
                mentions.add(beginsAWay(words, mention) ? withoutKind(words, mention) : mention);
            }
            at = mention == null ? at + 1 : mention.end();
        }
        return mentions;
    }

    /** "The road Ariha, Jisr": the way from one place to the next, not the road that is called after the first. */
    private boolean beginsAWay(Words words, Mention mention) {
        if (mention.end() - mention.start() < 2 || kinds.get(mention.places().getFirst()) != Place.Kind.ROAD) {
            return false;
        }
        for (int end = Math.min(words.tokens.size(), mention.end() + 3); end > mention.end(); end--) {
            Mention next = exactAt(words, mention.end(), end);
            if (next != null) {
                return true;
            }
        }
        return false;
    }

    private Mention withoutKind(Words words, Mention mention) {
        Mention base = exactAt(words, mention.start() + 1, mention.end());
        return base == null || base.isAmbiguous() ? mention : base;
    }

    private @Nullable Mention longestAt(Words words, int start) {
        List<Token> tokens = words.tokens;
        int most = Math.min(tokens.size(), start + LONGEST);
        Mention exact = null;
        for (int end = most; end > start && exact == null; end--) {
            exact = exactAt(words, start, end);
        }
        // "معرة مصرن": the short exact name is another town than the longer mistyped one
        boolean firm = exact != null && !isShortForm(exact) && words.key(start, exact.end()).length() >= SURE_FROM;
        for (int end = Math.min(most, start + 4); end > (exact == null ? start : exact.end()) && !firm; end--) {
            boolean mayBelong = end - start == 1
                    || !words.isKnown(tokens.get(end - 1))
                    || exactAt(words, end - 1, end) != null;
            Mention guessed = mayBelong ? guessedAt(words, start, end) : null;
            if (guessed != null && !holdsAnother(words, guessed)) {
                return guessed;
            }
        }
        return exact;
    }

    /** Whether a guess over several words hides the plain name of another place: "the Bab road" is no Ghab road. */
    private boolean holdsAnother(Words words, Mention guessed) {
        for (int from = guessed.start() + 1; from < guessed.end(); from++) {
            if (!speaksOfSeveral(words.tokens.get(guessed.start())) && isBaseOf(guessed, words.key(from, guessed.end()))) {
                return false;
            }
            Mention within = exactAt(words, from, guessed.end());
            if (within != null && !isShortForm(within) && within.places().stream().noneMatch(guessed.places()::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Whether that is what the road, camp or crossing guessed is called besides its kind, so that only the kind was mistyped. */
    private boolean isBaseOf(Mention guessed, String name) {
        return guessed.places().stream().anyMatch(bases.getOrDefault(name, Set.of())::contains);
    }

    private static boolean speaksOfSeveral(Token token) {
        return firstForms(token).stream()
                .map(form -> form.startsWith("ال") ? form.substring(2) : form)
                .anyMatch(SEVERAL::contains);
    }

    private boolean isShortForm(Mention exact) {
        return exact.places().stream().allMatch(ambiguous::contains);
    }

    private @Nullable Mention exactAt(Words words, int start, int end) {
        List<Token> tokens = words.tokens;
        Token first = tokens.get(start);
        if (ARTICLES.contains(first.text()) && end - start == 1) {
            return null;
        }
        if (first.script() == Token.Script.LATIN && LanguageGuess.isCommonEnglish(first.text()) && (words.english || end - start == 1)) {
            return null;
        }
        if (ARTICLES.contains(tokens.get(end - 1).text())) {
            return null;
        }
        String rest = words.rest(start + 1, end);
        Mention ofKind = end - start >= 2 ? kindAndBase(words, rest, start, end) : null;
        if (ofKind != null) {
            return ofKind;
        }
        for (String form : words.forms(start)) {
            if (!beginnings.get(beginning(form, rest))) {
                continue;
            }
            List<Named> named = exact.get(form + rest);
            if (named != null && !isOtherWord(words, named, start, end)) {
                return exactMention(speltSo(named, tokens.subList(start, end)), start, end);
            }
            Set<Place.Id> base = bases.get(form + rest);
            if (base != null && (namesKind(words, base.size()) || isNameAlone(words, base, start, end))) {
                return new Mention(List.copyOf(base), start, end, Mention.Certainty.EXACT);
            }
        }
        return null;
    }

    /** An English word that merely sounds like a name, such as eyes like Eis, is that word. */
    private static boolean isOtherWord(Words words, List<Named> named, int start, int end) {
        Token word = words.tokens.get(start);
        return end - start == 1
                && word.script() == Token.Script.LATIN
                && words.english
                && words.isKnown(word)
                && named.stream().noneMatch(one -> one.spelling().equals(word.text()));
    }

    /** "What about Nakhla", where only one camp or crossing is called so, and the word says nothing else. */
    private boolean isNameAlone(Words words, Set<Place.Id> base, int start, int end) {
        return base.size() == 1
                && kinds.get(base.iterator().next()) != Place.Kind.ROAD
                && words.key(start, end).length() >= SURE_FROM
                && words.tokens.subList(start, end).stream().noneMatch(words::isKnown);
    }

    /** Of several places with one reading those spelt just so, if any are: "ma3arra" sounds like Marea and is not. */
    private static List<Named> speltSo(List<Named> named, List<Token> window) {
        if (named.size() == 1 || !isLatin(window)) {
            return named;
        }
        String spelling = spelling(window);
        List<Named> so = named.stream().filter(one -> one.spelling().equals(spelling)).toList();
        return so.isEmpty() ? named : so;
    }

    private static String spelling(List<Token> tokens) {
        return tokens.stream().map(Token::text).filter(word -> !ARTICLES.contains(word)).collect(Collectors.joining(" "));
    }

    /** "Road of the Ghab" in any script: a word of a kind, then what places of that kind are called besides. */
    private @Nullable Mention kindAndBase(Words words, String rest, int start, int end) {
        Set<Place.Id> base = bases.get(rest);
        if (base == null) {
            return null;
        }
        List<Place.Id> meant = base.stream()
                .filter(id -> isKindWord(words, words.tokens.get(start), kindWords.getOrDefault(kinds.get(id), Set.of())))
                .toList();
        return meant.isEmpty() ? null : new Mention(meant, start, end, Mention.Certainty.EXACT);
    }

    /** Whether a word of a kind stands in the text, so that the bare name of a camp or crossing may mean it. */
    private boolean namesKind(Words words, int candidates) {
        if (candidates > 3) {
            return false;
        }
        return words.tokens.stream()
                .anyMatch(token -> kindWords.values().stream().anyMatch(kind -> isKindWord(words, token, kind)));
    }

    private boolean isKindWord(Words words, Token token, Set<String> kind) {
        if (token.script() == Token.Script.ARABIC) {
            return words.forms(token).stream().anyMatch(kind::contains);
        }
        return kind.contains(key(token)) || words.maySound(token) && soundsLikeOne(token, kind);
    }

    private boolean soundsLikeOne(Token token, Set<String> kind) {
        Set<String> skeletons = Sounds.skeletons(token.text());
        return kind.stream()
                .map(word -> kindSounds.getOrDefault(word, ""))
                .anyMatch(sound -> !sound.isEmpty() && skeletons.contains(sound));
    }

    private static Mention exactMention(List<Named> named, int start, int end) {
        Set<Place.Id> standard = new LinkedHashSet<>();
        Set<Place.Id> all = new LinkedHashSet<>();
        boolean onlyShort = true;
        for (Named one : named) {
            all.add(one.place().id());
            onlyShort &= one.shortForm();
            if (one.standard()) {
                standard.add(one.place().id());
            }
        }
        if (standard.size() == 1) {
            return new Mention(List.copyOf(standard), start, end, Mention.Certainty.EXACT);
        }
        return new Mention(
                List.copyOf(all), start, end, onlyShort && all.size() > 1 ? Mention.Certainty.PARTIAL : Mention.Certainty.EXACT);
    }

    private @Nullable Mention guessedAt(
            Words words, int start, int end) {
        List<Token> tokens = words.tokens;
        List<Token> window = tokens.subList(start, end);
        if (start + 1 < end && BEFORE_NAMES.contains(window.getFirst().text())) {
            return null; // "in Ras Mina" is no slip of "rural Ras Mina": في and ريف are two letters apart
        }
        if (window.stream().allMatch(words::isKnown) || ARTICLES.contains(window.getLast().text())) {
            return null;
        }
        if (window.stream().anyMatch(token -> token.script() == Token.Script.LATIN && LanguageGuess.isCommonEnglish(token.text()))) {
            return null;
        }
        if (words.english && end - start == 1 && isLatin(window) && !followsPreposition(tokens, start)) {
            // too many English words are one slip from some name: father, cousin
            if (lacksVowels(window.getFirst())) {
                return byConsonants(window, start, end);
            }
            return window.getFirst().text().length() >= SURE_PART ? byPart(words, start) : null;
        }
        if (end - start == 1 && isPartOfMany(words, start)) {
            return null; // "is Kafr safe" means one of many, not Kafraya
        }
        Set<Place.Id> near = new LinkedHashSet<>();
        String rest = words.rest(start + 1, end);
        for (String form : words.forms(start)) {
            String key = form + rest;
            if (Spelling.slips(key.length()) == 0) {
                continue;
            }
            for (String name : spelling.near(key)) {
                exact.getOrDefault(name, List.of()).forEach(named -> near.add(named.place().id()));
            }
            if (!near.isEmpty()) {
                return new Mention(List.copyOf(near), start, end, Mention.Certainty.FUZZY);
            }
        }
        if (isLatin(window)) {
            Mention mention = byConsonants(window, start, end);
            if (mention != null) {
                return mention;
            }
        }
        return end - start == 1 && !words.isKnown(window.getFirst()) ? byPart(words, start) : null;
    }

    private boolean isPartOfMany(Words words, int at) {
        return words.forms(at).stream().anyMatch(form -> parts.getOrDefault(form, Set.of()).size() > MOST_SHARING);
    }

    /** Typed in a hurry, without vowels: idlb, afrn, sarmda. */
    private static boolean lacksVowels(Token token) {
        String key = key(token);
        int consonants = Sounds.consonants(key).length();
        return consonants >= 3 && key.length() - consonants <= (consonants >= 4 ? 2 : 1);
    }

    private static boolean followsPreposition(List<Token> tokens, int at) {
        return at > 0 && PREPOSITIONS.contains(tokens.get(at - 1).text())
                || at > 1 && ARTICLES.contains(tokens.get(at - 1).text()) && PREPOSITIONS.contains(tokens.get(at - 2).text());
    }

    private @Nullable Mention byConsonants(List<Token> window, int start, int end) {
        String key = key(window);
        String skeleton = Sounds.consonants(key);
        Set<Place.Id> same = skeleton.length() >= 3 ? consonants.get(skeleton) : null;
        if (same == null || skeleton.length() == 3 && same.size() > 1) {
            return null;
        }
        return new Mention(List.copyOf(same), start, end, Mention.Certainty.FUZZY);
    }

    private @Nullable Mention byPart(Words words, int start) {
        for (String form : words.forms(start)) {
            if (DIRECTIONS.contains(form) && words.tokens.size() > MOST_BESIDE_DIRECTION) {
                return null;
            }
            Set<Place.Id> sharing = parts.get(form);
            if (sharing != null && sharing.size() <= MOST_SHARING) {
                return new Mention(
                        List.copyOf(sharing),
                        start,
                        start + 1,
                        sharing.size() > 1 ? Mention.Certainty.PARTIAL : Mention.Certainty.FUZZY);
            }
        }
        return null;
    }

    /** The first word as it is, then without the letters attached to it; never without an article of its own. */
    private static List<String> firstForms(Token token) {
        String word = token.text();
        List<String> forms = new ArrayList<>();
        forms.add(key(token));
        if (token.script() == Token.Script.ARABIC) {
            String rest = word;
            for (int i = 0; i < 2 && rest.length() >= 4 && ATTACHED.indexOf(rest.charAt(0)) >= 0; i++) {
                if (rest.startsWith("لل")) {
                    forms.add("ا" + rest.substring(1));
                }
                rest = rest.substring(1);
                forms.add(rest);
            }
            if (word.startsWith("هال") && word.length() >= 6) {
                forms.add(word.substring(1));
            }
        } else if (token.script() == Token.Script.LATIN) {
            for (String attached : List.of("bil", "bel", "bl", "el", "al", "3a", "b", "l", "w")) {
                if (word.startsWith(attached) && word.length() - attached.length() >= 4) {
                    forms.add(key(new Token(word.substring(attached.length()), Token.Script.LATIN)));
                }
            }
        }
        return forms;
    }

    private static boolean isLatin(List<Token> tokens) {
        return tokens.stream().allMatch(token -> token.script() == Token.Script.LATIN);
    }

    private static String key(List<Token> tokens) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            key.append(i == 0 ? key(tokens.get(i)) : laterKey(tokens.get(i)));
        }
        return key.toString();
    }

    /** A word within a name: its article may be written as a word of its own or attached, Bab al-Salama as Bab alsalama. */
    private static String laterKey(Token token) {
        String word = token.text();
        boolean attached = token.script() == Token.Script.LATIN
                && word.length() >= 6
                && (word.startsWith("al") || word.startsWith("el"));
        return attached ? key(new Token(word.substring(2), Token.Script.LATIN)) : key(token);
    }

    private static String key(Token token) {
        if (token.script() != Token.Script.LATIN) {
            return token.text();
        }
        return ARTICLES.contains(token.text()) ? "" : Sounds.readings(token.text()).getFirst();
    }
}

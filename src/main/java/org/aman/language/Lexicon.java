package org.aman.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What words mean: the concepts of {@code lexicon.yaml}, found in a text in Modern Standard Arabic, dialect, English or
 * Arabizi. A hit tells what a person speaks of; it is never evidence that it happened.
 */
public final class Lexicon {
    /**
     * Concepts found in some words of a text.
     *
     * @param start index of the first word
     * @param end index after the last word
     * @param quality 1 where the words stand as in the lexicon, less where attached letters, endings or slips differ
     */
    public record Match(Set<Concept> concepts, int start, int end, double quality) {
        boolean isBetterThan(@Nullable Match other) {
            return other == null
                    || end > other.end
                    || end == other.end && quality > other.quality;
        }
    }

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final Set<Concept> concepts = new LinkedHashSet<>();
    }

    private record Key(String text, double quality) {}

    /** One way to look a word up. */
    private record Lookup(Token token, boolean arabizi, boolean guess) {}

    /** The words of some hundred questions; a few megabytes at most. */
    private static final int MOST_REMEMBERED = 4_096;

    private static final int LONGEST_REMEMBERED = 32; // longer ones are noise

    /** Concepts of this group are also found beside whatever else the same words mean. */
    private static final String EVERYDAY = "everyday";

    private static final int SKELETON_FROM = 3; // fewer consonants mean too many different words

    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Set<String> littleWords = new HashSet<>();
    private final Node root = new Node();
    private final Remembered<Lookup, List<Key>> remembered = new Remembered<>(MOST_REMEMBERED);
    private final Set<String> arabicWords = new HashSet<>();
    private final Set<String> englishWords = new HashSet<>();
    private final Map<String, Set<String>> arabicStems = new HashMap<>();
    private final Map<String, Set<String>> englishStems = new HashMap<>();
    private final Map<String, Set<String>> skeletons = new HashMap<>();
    private final Map<String, Set<String>> englishSkeletons = new HashMap<>();
    private final Set<String> arabiziReadings = new HashSet<>();
    private final Spelling arabicSpelling;
    private final Spelling englishSpelling;
    private final @Nullable Lexicon everyday;

    /** Reads a lexicon file; the problems of a broken one name its line. */
    public static Lexicon load(Path file) {
        return new Lexicon(YamlFile.read(file, Content.class));
    }

    record Content(
            int version,
            List<Entry> concepts,
            @JsonProperty("stop_phrases") Entry.Words stopPhrases) {}

    record Entry(
            String id,
            String group,
            @Nullable String priority,
            @Nullable String note,
            @Nullable List<String> en,
            @Nullable List<String> ar,
            @Nullable List<String> levantine,
            @Nullable List<String> arabizi,
            @Nullable Words beside) {
        record Words(
                @Nullable List<String> en,
                @Nullable List<String> ar,
                @Nullable List<String> levantine,
                @Nullable List<String> arabizi) {}
    }

    Lexicon(Content content) {
        content.concepts().stream()
                .filter(entry -> entry.group().equals("grammar") || entry.group().equals("question"))
                .flatMap(entry -> Stream.of(entry.ar(), entry.levantine()))
                .flatMap(terms -> orEmpty(terms).stream())
                .forEach(term -> littleWords.add(Folding.fold(term)));
        content.concepts().forEach(this::add);
        Entry.Words fillers = content.stopPhrases();
        Concept filler = new Concept("filler", "filler", false);
        concepts.put(filler.id(), filler);
        add(filler, fillers.en(), fillers.ar(), fillers.levantine(), fillers.arabizi());
        arabicSpelling = new Spelling(withArticles(arabicWords));
        englishSpelling = new Spelling(englishWords);
        everyday = new Lexicon(content.concepts(), littleWords);
    }

    /** The things of everyday life alone, with the words by which they are known beside other meanings. */
    private Lexicon(List<Entry> entries, Set<String> littleWords) {
        this.littleWords.addAll(littleWords);
        entries.stream().filter(entry -> entry.group().equals(EVERYDAY)).forEach(this::addWithBeside);
        arabicSpelling = new Spelling(withArticles(arabicWords));
        englishSpelling = new Spelling(englishWords);
        everyday = null;
    }

    private void addWithBeside(Entry entry) {
        Concept concept = add(entry);
        Entry.Words beside = entry.beside();
        if (beside != null) {
            add(concept, beside.en(), beside.ar(), beside.levantine(), beside.arabizi());
        }
    }

    private Concept add(Entry entry) {
        Concept concept = new Concept(entry.id(), entry.group(), "emergency".equals(entry.priority()));
        concepts.put(concept.id(), concept);
        add(concept, entry.en(), entry.ar(), entry.levantine(), entry.arabizi());
        return concept;
    }

    private void add(
            Concept concept,
            @Nullable List<String> en,
            @Nullable List<String> ar,
            @Nullable List<String> levantine,
            @Nullable List<String> arabizi) {
        for (String term : orEmpty(en)) {
            addTerm(concept, term, false);
        }
        for (String term : orEmpty(ar)) {
            addTerm(concept, term, false);
        }
        for (String term : orEmpty(levantine)) {
            addTerm(concept, term, false);
        }
        for (String term : orEmpty(arabizi)) {
            addTerm(concept, term, true);
        }
    }

    private static List<String> orEmpty(@Nullable List<String> terms) {
        return terms == null ? List.of() : terms;
    }

    private void addTerm(Concept concept, String term, boolean arabizi) {
        List<Token> tokens = Token.of(term);
        if (tokens.isEmpty() || isOvershadowed(concept, tokens)) {
            return;
        }
        Node node = root;
        for (Token token : tokens) {
            node = node.next.computeIfAbsent(learn(token, arabizi), key -> new Node());
        }
        node.concepts.add(concept);
    }

    /** A short word that folds into a little word is not that word: ماء folds into ما, which is "not" and "what". */
    private boolean isOvershadowed(Concept concept, List<Token> tokens) {
        if (tokens.size() > 1 || tokens.getFirst().text().length() > 2 || isLittle(concept)) {
            return false;
        }
        return littleWords.contains(tokens.getFirst().text());
    }

    private static boolean isLittle(Concept concept) {
        return concept.group().equals("grammar") || concept.group().equals("question");
    }

    private String learn(Token token, boolean arabizi) {
        String word = token.text();
        if (token.script() == Token.Script.ARABIC) {
            if (arabicWords.add(word)) {
                addTo(arabicStems, ArabicForms.stem(word), word);
                addTo(arabicStems, ArabicForms.verbStem(word), word);
                String skeleton = Sounds.skeleton(word);
                if (skeleton.length() >= SKELETON_FROM) {
                    addTo(skeletons, skeleton, word);
                }
            }
            return word;
        }
        if (arabizi) {
            String reading = reading(word);
            arabiziReadings.add(reading);
            String skeleton = Sounds.consonants(reading);
            if (skeleton.length() >= SKELETON_FROM) {
                addTo(skeletons, skeleton, reading);
            }
            return reading;
        }
        if (englishWords.add(word)) {
            addTo(englishStems, EnglishForms.stem(word), word);
            String skeleton = Sounds.consonants(word);
            if (skeleton.length() > SKELETON_FROM) {
                addTo(englishSkeletons, skeleton, word); // hurried English leaves out vowels: shelng, hosptl
            }
        }
        return word;
    }

    private static void addTo(Map<String, Set<String>> index, String key, String word) {
        index.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(word);
    }

    /** Arabizi words are kept by their first reading, marked so that they never meet an English word. */
    private static String reading(String arabizi) {
        return "~" + Sounds.readings(arabizi).getFirst();
    }

    private static Set<String> withArticles(Collection<String> words) {
        Set<String> all = new LinkedHashSet<>(words);
        for (String word : words) {
            if (word.length() >= 3 && !ArabicForms.hasArticle(word)) {
                all.add("ال" + word);
            }
        }
        return all;
    }

    /** The concept of this id, where the lexicon has it. */
    public @Nullable Concept concept(String id) {
        return concepts.get(id);
    }

    public Collection<Concept> concepts() {
        return concepts.values();
    }

    /** Whether the word stands in the lexicon as English, as it is or in another form. */
    public boolean knowsEnglish(String word) {
        return englishWords.contains(word) || englishStems.containsKey(EnglishForms.stem(word));
    }

    /** Whether the word sounds like one of the lexicon's Arabizi words. */
    public boolean knowsArabizi(String word) {
        return Sounds.readings(word).stream().anyMatch(reading -> arabiziReadings.contains("~" + reading));
    }

    /** Whether an Arabic word, attached letters aside, stands in the lexicon. */
    public boolean knowsArabic(String word) {
        return ArabicForms.of(word).stream().anyMatch(arabicWords::contains);
    }

    /**
     * The concepts in these words: the longest phrase wins, then the better match; matches do not overlap.
     *
     * @param arabizi whether Latin words that are not English may be Arabic
     */
    public List<Match> find(List<Token> tokens, boolean arabizi) {
        return keyed(tokens, arabizi).find(0, tokens.size());
    }

    /** These words looked up once, to find the concepts of several runs of them. */
    public Keyed keyed(List<Token> tokens, boolean arabizi) {
        return new Keyed(tokens.stream().map(token -> keys(token, arabizi, true)).toList());
    }

    /** Words looked up in the lexicon. */
    public final class Keyed {
        private final List<List<Key>> keys;

        private Keyed(List<List<Key>> keys) {
            this.keys = keys;
        }

        /** The concepts in the words from one index to before another; the matches count from the first of them. */
        public List<Match> find(int from, int to) {
            return Lexicon.this.find(keys.subList(from, to));
        }
    }

    /** The concepts in carefully written words, where nothing is taken for a slip. */
    public List<Match> findPlain(List<Token> tokens) {
        return find(tokens.stream().map(token -> keys(token, false, false)).toList());
    }

    /**
     * Every thing of everyday life in these words, however they overlap each other or what {@link #find} brings.
     *
     * @param careful whether the words are carefully written, so that nothing is taken for a slip
     */
    public List<Match> findEveryday(List<Token> tokens, boolean arabizi, boolean careful) {
        return everyday == null
                ? List.of()
                : everyday.findAll(tokens.stream()
                        .map(token -> everydayKeys(everyday, token, arabizi, careful))
                        .toList());
    }

    /** Only a word that nothing is known of is taken for a slip: looking for what it was meant to be costs most. */
    private List<Key> everydayKeys(Lexicon everyday, Token token, boolean arabizi, boolean careful) {
        List<Key> keys = everyday.keys(token, arabizi, false);
        boolean guesses = !careful && keys.isEmpty() && keys(token, arabizi, false).isEmpty();
        return guesses ? everyday.keys(token, arabizi, true) : keys;
    }

    private List<Match> findAll(List<List<Key>> keys) {
        List<Match> matches = new ArrayList<>();
        for (int start = 0; start < keys.size(); start++) {
            addAll(keys, start, start, root, 1, matches);
        }
        return matches;
    }

    private static void addAll(
            List<List<Key>> keys, int start, int at, Node node, double quality, List<Match> matches) {
        if (!node.concepts.isEmpty()) {
            matches.add(new Match(node.concepts, start, at, quality));
        }
        if (at == keys.size() || node.next.isEmpty()) {
            return;
        }
        for (Key key : keys.get(at)) {
            Node next = node.next.get(key.text());
            if (next != null) {
                addAll(keys, start, at + 1, next, Math.min(quality, key.quality()), matches);
            }
        }
    }

    private List<Match> find(List<List<Key>> keys) {
        List<Match> matches = new ArrayList<>();
        int at = 0;
        while (at < keys.size()) {
            Match best = longest(keys, at, at, root, 1, null);
            if (best != null && yieldsToALater(best, keys)) {
                best = null;
            }
            if (best != null) {
                matches.add(best);
            }
            at = best == null ? at + 1 : best.end();
        }
        return matches;
    }

    /** A guessed phrase yields to a plain one that begins within it and is as long. */
    private boolean yieldsToALater(Match guessed, List<List<Key>> keys) {
        if (guessed.quality() >= 0.8) {
            return false;
        }
        for (int start = guessed.start() + 1; start < guessed.end(); start++) {
            Match later = longest(keys, start, start, root, 1, null);
            if (later != null && later.quality() >= 0.9 && later.end() - start >= guessed.end() - guessed.start()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Match longest(
            List<List<Key>> keys, int start, int at, Node node, double quality, @Nullable Match best) {
        Match found = best;
        if (!node.concepts.isEmpty()) {
            Match here = new Match(node.concepts, start, at, quality);
            found = here.isBetterThan(found) ? here : found;
        }
        if (at == keys.size() || node.next.isEmpty()) {
            return found;
        }
        for (Key key : keys.get(at)) {
            Node next = node.next.get(key.text());
            if (next != null) {
                found = longest(keys, start, at + 1, next, Math.min(quality, key.quality()), found);
            }
        }
        return found;
    }

    private List<Key> keys(Token token, boolean arabizi, boolean guess) {
        return token.text().length() > LONGEST_REMEMBERED
                ? lookedUp(new Lookup(token, arabizi, guess))
                : remembered.get(new Lookup(token, arabizi, guess), this::lookedUp);
    }

    private List<Key> lookedUp(Lookup lookup) {
        Token token = lookup.token();
        boolean arabizi = lookup.arabizi();
        boolean guess = lookup.guess();
        Map<String, Double> keys = new LinkedHashMap<>();
        switch (token.script()) {
            case ARABIC -> addArabicKeys(token.text(), guess, keys);
            case LATIN -> addLatinKeys(token.text(), arabizi, guess, keys);
            case NUMBER -> keys.put(token.text(), 1.0);
        }
        return keys.entrySet().stream()
                .map(entry -> new Key(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Key key) -> -key.quality()))
                .toList();
    }

    private void addArabicKeys(String word, boolean guess, Map<String, Double> keys) {
        double quality = 1;
        for (String form : ArabicForms.of(word)) {
            if (arabicWords.contains(form)) {
                keys.putIfAbsent(form, quality);
            }
            quality = 0.95;
        }
        if (littleWords.contains(word)) {
            return; // "on" is not "on us": what it is attached to changes a little word's meaning
        }
        for (String form : ArabicForms.of(word)) {
            addAll(keys, arabicStems.get(ArabicForms.stem(form)), 0.85);
            addAll(keys, arabicStems.get(ArabicForms.verbStem(form)), 0.75);
        }
        if (!guess) {
            return;
        }
        String squeezed = Spelling.squeezed(word);
        if (keys.isEmpty() && squeezed.length() < word.length()) {
            for (String form : ArabicForms.of(squeezed)) {
                if (arabicWords.contains(form)) {
                    keys.putIfAbsent(form, 0.85);
                }
            }
        }
        if (keys.isEmpty()) {
            for (String near : arabicSpelling.near(word)) {
                keys.putIfAbsent(near, 0.7);
                if (near.startsWith("ال")) {
                    keys.putIfAbsent(near.substring(2), 0.7);
                }
            }
        }
        if (keys.isEmpty()) {
            String skeleton = Sounds.skeleton(word);
            addAll(keys, skeleton.length() > SKELETON_FROM ? skeletons.get(skeleton) : null, 0.6);
        }
    }

    private void addLatinKeys(String word, boolean arabizi, boolean guess, Map<String, Double> keys) {
        if (englishWords.contains(word)) {
            keys.put(word, 1.0);
        }
        addAll(keys, englishStems.get(EnglishForms.stem(word)), 0.9);
        if (arabizi) {
            addArabiziKeys(word, 0.95, keys);
            for (String prefix : List.of("el", "al", "il", "l", "bel", "bil", "bl", "3al", "wl", "w", "b", "la", "3a")) {
                if (word.startsWith(prefix) && word.length() - prefix.length() >= 3) {
                    String rest = word.substring(prefix.length());
                    addArabiziKeys(rest.startsWith("-") ? rest.substring(1) : rest, 0.85, keys);
                }
            }
        }
        if (guess && keys.isEmpty() && !arabizi) {
            for (String near : englishSpelling.near(word)) {
                keys.putIfAbsent(near, 0.7);
            }
            if (keys.isEmpty()) {
                addAll(keys, englishSkeletons.get(Spelling.squeezed(Sounds.consonants(word))), 0.65);
            }
        }
    }

    private void addArabiziKeys(String word, double quality, Map<String, Double> keys) {
        for (String reading : Sounds.readings(word)) {
            if (arabiziReadings.contains("~" + reading)) {
                keys.putIfAbsent("~" + reading, quality);
            }
            String skeleton = Sounds.consonants(reading);
            if (skeleton.length() >= SKELETON_FROM) {
                addAll(keys, skeletons.get(skeleton), quality - 0.25);
            }
        }
    }

    private static void addAll(Map<String, Double> keys, @Nullable Set<String> words, double quality) {
        if (words != null) {
            words.forEach(word -> keys.putIfAbsent(word, quality));
        }
    }
}

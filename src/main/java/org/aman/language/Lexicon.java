package org.aman.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aman.language.Vocabulary.Key;
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
        /** Whether the concept of this id is among them. */
        public boolean speaksOf(String concept) {
            for (Concept one : concepts) {
                if (one.id().equals(concept)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether one of them is of this group. */
        public boolean isOfGroup(String group) {
            for (Concept one : concepts) {
                if (one.group().equals(group)) {
                    return true;
                }
            }
            return false;
        }

        boolean isBetterThan(@Nullable Match other) {
            return other == null
                    || end > other.end
                    || end == other.end && quality > other.quality;
        }
    }

    /** One way to look a word up. */
    private record Lookup(Token token, boolean arabizi, boolean guess) {}

    /** What a word may be: words of the lexicon, and those for things of everyday life. */
    private record Looked(List<Key> keys, List<Key> everyday) {}

    /** The words of some hundred questions; a few megabytes at most. */
    private static final int MOST_REMEMBERED = 4_096;

    /** Concepts of this group are also found beside whatever else the same words mean. */
    private static final String EVERYDAY = "everyday";

    /** The names of days are other words with other endings: الجمعة is Friday, جمعية a society. */
    private static final String WEEKDAY = "weekday";

    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Set<String> littleWords = new HashSet<>();
    private final Vocabulary words = new Vocabulary(littleWords);
    private final Phrases phrases = new Phrases();
    private final Remembered<Lookup, Looked> remembered = new Remembered<>(MOST_REMEMBERED);
    private final @Nullable Lexicon everyday;

    /** Reads a lexicon file; the problems of a broken one name its line. */
    public static Lexicon load(Path file) {
        Content content = YamlFile.read(file, Content.class);
        checkIds(content, file);
        Lexicon lexicon = new Lexicon(content);
        lexicon.concepts().forEach(concept -> lexicon.check(concept, file));
        return lexicon;
    }

    private static void checkIds(Content content, Path file) {
        Set<String> ids = new HashSet<>();
        for (Entry entry : content.concepts()) {
            if (!ids.add(entry.id())) {
                throw new IllegalArgumentException(file + ": The concept " + entry.id() + " stands there twice");
            }
        }
    }

    private void check(Concept concept, Path file) {
        if (concept.within() != null && !concepts.containsKey(concept.within())) {
            throw new IllegalArgumentException(
                    file + ": The concept " + concept.id() + " lies within the unknown concept " + concept.within());
        }
    }

    record Content(
            int version,
            List<Entry> concepts,
            @JsonProperty("stop_phrases") Entry.Words stopPhrases) {}

    record Entry(
            String id,
            String group,
            @Nullable String priority,
            @Nullable String within,
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
        Concept filler = new Concept("filler", "filler", false, null);
        concepts.put(filler.id(), filler);
        add(filler, fillers.en(), fillers.ar(), fillers.levantine(), fillers.arabizi());
        words.complete();
        everyday = new Lexicon(content.concepts(), littleWords);
    }

    /** The things of everyday life alone, with the words by which they are known beside other meanings. */
    private Lexicon(List<Entry> entries, Set<String> littleWords) {
        this.littleWords.addAll(littleWords);
        entries.stream().filter(entry -> entry.group().equals(EVERYDAY)).forEach(this::addWithBeside);
        words.complete();
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
        Concept concept = new Concept(entry.id(), entry.group(), "emergency".equals(entry.priority()), entry.within());
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
        boolean exactly = concept.group().equals(WEEKDAY);
        phrases.add(
                tokens.stream()
                        .map(token -> exactly ? words.learnExactly(token, arabizi) : words.learn(token, arabizi))
                        .toList(),
                concept);
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

    /** The concept of this id, where the lexicon has it. */
    public @Nullable Concept concept(String id) {
        return concepts.get(id);
    }

    public Collection<Concept> concepts() {
        return concepts.values();
    }

    /** Whether the word stands in the lexicon as English, as it is or in another form. */
    public boolean knowsEnglish(String word) {
        return words.knowsEnglish(word);
    }

    /** Whether the word sounds like one of the lexicon's Arabizi words. */
    public boolean knowsArabizi(String word) {
        return words.knowsArabizi(word);
    }

    /** Whether an Arabic word, attached letters aside, stands in the lexicon. */
    public boolean knowsArabic(String word) {
        return words.knowsArabic(word);
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
        return keyed(tokens, arabizi, true);
    }

    private Keyed keyed(List<Token> tokens, boolean arabizi, boolean guess) {
        List<Looked> looked = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            looked.add(remembered.ofWord(token.text().length(), new Lookup(token, arabizi, guess), this::lookedUp));
        }
        return new Keyed(looked);
    }

    /** Only a word that nothing is known of is taken for a slip: looking for what it was meant to be costs most. */
    private Looked lookedUp(Lookup lookup) {
        Token token = lookup.token();
        boolean arabizi = lookup.arabizi();
        List<Key> keys = words.keys(token, arabizi, lookup.guess());
        if (everyday == null) {
            return new Looked(keys, List.of());
        }
        List<Key> things = everyday.words.keys(token, arabizi, false);
        boolean guesses = lookup.guess() && things.isEmpty() && words.keys(token, arabizi, false).isEmpty();
        return new Looked(keys, guesses ? everyday.words.keys(token, arabizi, true) : things);
    }

    /** Words looked up in the lexicon. */
    public final class Keyed {
        private final List<List<Key>> keys = new ArrayList<>();
        private final List<List<Key>> everydayKeys = new ArrayList<>();

        private Keyed(List<Looked> words) {
            for (Looked word : words) {
                keys.add(word.keys());
                everydayKeys.add(word.everyday());
            }
        }

        /** The concepts in the words from one index to before another; the matches count from the first of them. */
        public List<Match> find(int from, int to) {
            return phrases.find(keys.subList(from, to));
        }

        /** Every thing of everyday life in the words, however they overlap each other or what {@link #find} brings. */
        public List<Match> findEveryday() {
            return everyday == null ? List.of() : everyday.phrases.findAll(everydayKeys);
        }
    }

    /** The concepts in carefully written words, where nothing is taken for a slip. */
    public List<Match> findPlain(List<Token> tokens) {
        return keyed(tokens, false, false).find(0, tokens.size());
    }

    /** Every thing of everyday life in carefully written words, however they overlap each other or what {@link #findPlain} brings. */
    public List<Match> findEverydayPlain(List<Token> tokens) {
        return keyed(tokens, false, false).findEveryday();
    }
}

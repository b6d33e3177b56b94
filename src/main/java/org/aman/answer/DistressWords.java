package org.aman.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.language.ArabicForms;
import org.aman.language.LanguageGuess;
import org.aman.language.Remembered;
import org.aman.language.Sounds;
import org.aman.language.Spelling;
import org.aman.language.Token;

/** The kinds of words that signs of distress are made of, found in a message whatever its script and slips. */
final class DistressWords {
    private static final String SOUND = "~";
    private static final String FORM = "#";
    private static final String ANY_FORM = "~";

    /** Of five Arabic letters too many words are one letter apart. */
    private static final int SLIP_FROM = 6;

    /** Shorter words are not taken apart. */
    private static final int SHORTEST = 3;

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();
        final List<Integer> kinds = new ArrayList<>();
    }

    /** Words of a kind, by its number, and where they end. */
    record Run(int kind, int end) {}

    /** Where words of which kinds stand in a message. */
    static final class Found {
        private final List<List<Run>> runs = new ArrayList<>();

        /** All kinds of words that stand somewhere. */
        BitSet kinds() {
            BitSet kinds = new BitSet();
            runs.forEach(here -> here.forEach(run -> kinds.set(run.kind())));
            return kinds;
        }

        /** Words of any kind that begin at this word. */
        List<Run> beginningAt(int start) {
            return runs.get(start);
        }
    }

    /** The words of some hundred questions. */
    private static final int MOST_REMEMBERED = 2_048;

    /** A word, and whether a Latin one may be Arabic. */
    private record Heard(Token token, boolean arabizi) {}

    private final Remembered<Heard, Set<String>> remembered = new Remembered<>(MOST_REMEMBERED);
    private final Node root = new Node();
    private final Set<String> kinds = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> plain = new LinkedHashSet<>();
    private Spelling spelling = new Spelling(List.of());

    /** Adds one word or phrase of a kind. */
    void add(String kind, String term, boolean sound) {
        kinds.add(kind);
        boolean anyForm = term.startsWith(ANY_FORM);
        String text = anyForm ? term.substring(1) : term;
        Node node = root;
        for (Token token : Token.of(text.replace('_', ' '))) {
            String key = key(token, sound, anyForm);
            keys.add(key);
            if (!sound && !anyForm) {
                plain.add(key);
            }
            node = node.next.computeIfAbsent(key, any -> new Node());
        }
        if (!node.kinds.contains(number(kind))) {
            node.kinds.add(number(kind));
        }
    }

    /** By which number a kind is known. */
    int number(String kind) {
        return numbers.computeIfAbsent(kind, any -> numbers.size());
    }

    /** Whether there are words of this kind. */
    boolean knows(String kind) {
        return kinds.contains(kind);
    }

    /** No more words come. */
    void close() {
        spelling = new Spelling(plain);
    }

    private static String key(Token token, boolean sound, boolean anyForm) {
        if (sound) {
            return SOUND + Sounds.readings(token.text()).getFirst();
        }
        return anyForm ? FORM + form(token) : token.text();
    }

    private static String form(Token token) {
        return token.script() == Token.Script.ARABIC ? ArabicForms.verbStem(token.text()) : token.text();
    }

    Found in(List<Token> tokens, boolean arabizi, Predicate<Token> known) {
        List<Set<String>> keyed = new ArrayList<>();
        tokens.forEach(token -> keyed.add(keys(token, arabizi, known)));
        Found found = new Found();
        for (int start = 0; start < tokens.size(); start++) {
            found.runs.add(keyed.get(start).isEmpty() ? List.of() : runs(start, keyed));
        }
        return found;
    }

    private List<Run> runs(int start, List<Set<String>> keyed) {
        List<Run> runs = new ArrayList<>();
        collect(root, start, keyed, runs);
        return runs;
    }

    private static void collect(Node node, int at, List<Set<String>> keyed, List<Run> runs) {
        for (int kind : node.kinds) {
            runs.add(new Run(kind, at));
        }
        if (at == keyed.size() || node.next.isEmpty()) {
            return;
        }
        for (String key : keyed.get(at)) {
            Node next = node.next.get(key);
            if (next != null) {
                collect(next, at + 1, keyed, runs);
            }
        }
    }

    private Set<String> keys(Token token, boolean arabizi, Predicate<Token> known) {
        Set<String> found = remembered.ofWord(token.text().length(), new Heard(token, arabizi), this::keys);
        boolean longEnough = switch (token.script()) {
            case ARABIC -> token.text().length() >= SLIP_FROM;
            case LATIN -> true;
            case NUMBER -> false;
        };
        return longEnough && found.isEmpty() && !known.test(token) && !LanguageGuess.isCommonEnglish(token.text())
                ? new LinkedHashSet<>(spelling.near(token.text()))
                : found;
    }

    /** What a word may be as it stands there, no slip assumed. */
    private Set<String> keys(Heard word) {
        Token token = word.token();
        Set<String> found = new LinkedHashSet<>();
        switch (token.script()) {
            case ARABIC -> ArabicForms.of(endedOnce(token.text())).forEach(form -> {
                addKnown(form, found);
                addKnown(FORM + ArabicForms.verbStem(form), found);
            });
            case LATIN -> {
                addKnown(token.text(), found);
                addKnown(FORM + token.text(), found);
                if (word.arabizi()) {
                    Sounds.readings(token.text()).forEach(reading -> addKnown(SOUND + reading, found));
                }
            }
            case NUMBER -> addKnown(token.text(), found);
        }
        return Collections.unmodifiableSet(found);
    }

    /** A finger that stays on the last letter: ساعدوناا. */
    private static String endedOnce(String word) {
        int end = word.length();
        while (end > SHORTEST && word.charAt(end - 1) == word.charAt(end - 2)) {
            end--;
        }
        return word.substring(0, end);
    }

    private void addKnown(String key, Set<String> found) {
        if (keys.contains(key)) {
            found.add(key);
        }
    }
}

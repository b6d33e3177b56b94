package org.aman.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.aman.language.Token;

/** The words of a text, with what they are compared by worked out once. */
final class NameWords {
    private static final int MOST_WORDS = 1_000; // more than a text has

    final List<Token> tokens;
    private final List<String> keys;
    private final List<String> laterKeys;
    private final Map<Token, List<String>> forms = new HashMap<>();
    private final Map<Token, Boolean> known = new HashMap<>();
    private final Map<Integer, String> rests = new HashMap<>();
    final boolean english;
    private final Predicate<Token> knows;

    NameWords(List<Token> tokens, boolean english, Predicate<Token> knows) {
        this.tokens = tokens;
        this.english = english;
        this.knows = knows;
        this.keys = tokens.stream().map(NameKeys::key).toList();
        this.laterKeys = tokens.stream().map(NameKeys::laterKey).toList();
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
        return forms.computeIfAbsent(token, NameKeys::firstForms);
    }
}

package org.aman.place;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.aman.language.Token;
import org.jspecify.annotations.Nullable;

/** The words of a text, with what they are compared by worked out once. */
final class NameWords {
    final List<Token> tokens;
    final boolean english;
    private final Predicate<Token> knows;
    private final String[] keys;
    private final String[] laterKeys;
    private final @Nullable List<String>[] forms;
    private final @Nullable Boolean[] known;
    private final @Nullable Boolean[] kinds;

    /** By the first word and how many follow it. */
    private final @Nullable String[][] rests;

    NameWords(List<Token> tokens, boolean english, Predicate<Token> knows) {
        this.tokens = tokens;
        this.english = english;
        this.knows = knows;
        int size = tokens.size();
        this.keys = new String[size];
        this.laterKeys = new String[size];
        for (int at = 0; at < size; at++) {
            keys[at] = NameKeys.key(tokens.get(at));
            laterKeys[at] = NameKeys.laterKey(tokens.get(at));
        }
        this.forms = newLists(size);
        this.known = new Boolean[size];
        this.kinds = new Boolean[size];
        this.rests = new String[size][NameFinder.LONGEST];
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<String>[] newLists(int size) {
        return new List[size];
    }

    String key(int from, int to) {
        return to - from == 1 ? keys[from] : keys[from] + rest(from + 1, to);
    }

    /** The words after the first of a name. */
    String rest(int from, int to) {
        if (to - from < 2) {
            return from == to ? "" : laterKeys[from];
        }
        String rest = rests[from][to - from];
        if (rest == null) {
            rest = rest(from, to - 1) + laterKeys[to - 1];
            rests[from][to - from] = rest;
        }
        return rest;
    }

    boolean isKnown(int at) {
        Boolean is = known[at];
        if (is == null) {
            is = knows.test(tokens.get(at));
            known[at] = is;
        }
        return is;
    }

    /** Whether the word says a kind of places, as the one who looks for names tells. */
    boolean isKind(int at, IntPredicate tells) {
        Boolean is = kinds[at];
        if (is == null) {
            is = tells.test(at);
            kinds[at] = is;
        }
        return is;
    }

    boolean areAllKnown(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isKnown(at)) {
                return false;
            }
        }
        return true;
    }

    boolean isNoneKnown(int from, int to) {
        for (int at = from; at < to; at++) {
            if (isKnown(at)) {
                return false;
            }
        }
        return true;
    }

    /** An English word is what it says, though it may sound like another in Arabic: a truce is no tareeq, a road. */
    boolean maySound(int at) {
        return !english || !isKnown(at);
    }

    List<String> forms(int at) {
        List<String> its = forms[at];
        if (its == null) {
            its = NameKeys.firstForms(tokens.get(at));
            forms[at] = its;
        }
        return its;
    }
}

package org.aman.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.language.Lexicon.Match;
import org.aman.language.Vocabulary.Key;
import org.jspecify.annotations.Nullable;

/** The phrases of a lexicon, word by word, and where they stand in a text. */
final class Phrases {
    /** Most words end a phrase and mean one thing: tens of thousands of nodes hold no map and a set of one. */
    private static final class Node {
        Map<String, Node> next = Map.of();
        Set<Concept> concepts = Set.of();

        Node after(String word) {
            if (next.isEmpty()) {
                next = new HashMap<>(2);
            }
            return next.computeIfAbsent(word, key -> new Node());
        }

        void means(Concept concept) {
            if (concepts.isEmpty()) {
                concepts = Set.of(concept);
            } else if (!concepts.contains(concept)) {
                Set<Concept> several = new LinkedHashSet<>(concepts);
                several.add(concept);
                concepts = several;
            }
        }
    }

    private final Node root = new Node();

    /** A phrase of these words means this too. */
    void add(List<String> words, Concept concept) {
        Node node = root;
        for (String word : words) {
            node = node.after(word);
        }
        node.means(concept);
    }

    /** Every phrase in these words, however they overlap. */
    List<Match> findAll(List<List<Key>> keys) {
        List<Match> matches = new ArrayList<>();
        for (int start = 0; start < keys.size(); start++) {
            addAll(keys, start, start, root, 1, true, matches);
        }
        return matches;
    }

    private static void addAll(
            List<List<Key>> keys, int start, int at, Node node, double quality, boolean alone, List<Match> matches) {
        if (!node.concepts.isEmpty() && alone) {
            matches.add(new Match(node.concepts, start, at, quality));
        }
        if (at == keys.size() || node.next.isEmpty()) {
            return;
        }
        for (Key key : keys.get(at)) {
            Node next = node.next.get(key.text());
            if (next != null) {
                addAll(keys, start, at + 1, next, Math.min(quality, key.quality()), at > start || key.alone(), matches);
            }
        }
    }

    /** The phrases in these words: the longest wins, then the better match; they do not overlap. */
    List<Match> find(List<List<Key>> keys) {
        List<Match> matches = new ArrayList<>();
        int at = 0;
        while (at < keys.size()) {
            Match best = longest(keys, at, at, root, 1, true, null);
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
            Match later = longest(keys, start, start, root, 1, true, null);
            if (later != null && later.quality() >= 0.9 && later.end() - start >= guessed.end() - guessed.start()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Match longest(
            List<List<Key>> keys, int start, int at, Node node, double quality, boolean alone, @Nullable Match best) {
        Match found = best;
        if (!node.concepts.isEmpty() && alone) {
            Match here = new Match(node.concepts, start, at, quality);
            found = here.isBetterThan(found) ? here : found;
        }
        if (at == keys.size() || node.next.isEmpty()) {
            return found;
        }
        for (Key key : keys.get(at)) {
            Node next = node.next.get(key.text());
            if (next != null) {
                found = longest(keys, start, at + 1, next, Math.min(quality, key.quality()), at > start || key.alone(), found);
            }
        }
        return found;
    }
}

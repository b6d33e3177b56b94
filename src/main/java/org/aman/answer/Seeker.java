package org.aman.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aman.language.CommonWords;
import org.aman.language.Concept;
import org.aman.language.Lexicon;
import org.aman.language.Spelling;
import org.aman.language.Terms;
import org.aman.language.Token;
import org.aman.search.UpdateIndex;
import org.aman.search.ranking.Wanted;

/** Turns the words of a question into what to look for in the index and on the cards it brings. */
final class Seeker {
    /** A word the updates do not know: it may be the very thing asked for, or just the way people talk. */
    private static final double UNKNOWN_WORD = 0.5;
    /** A word the lexicon explains as state or courtesy adds little to what is asked. */
    private static final double STATE_WORD = 0.35;

    /** A match as good as this is no guess: the word itself, or with other letters attached. */
    private static final double SURE = 0.85;

    /** A meaning less sure than this is not looked for, only seen where it is met. */
    private static final double LIKELY = 0.7;

    /** Things of everyday life tell updates apart, but no update must speak of them to be an answer. */
    private static final String EVERYDAY = "everyday";

    /** "The southern part", "on Friday": they tell updates apart too. */
    private static final Set<String> TELLING_APART = Set.of("direction", "weekday");

    /** What may be asked of a thing beside the thing itself: its price, somebody's number. */
    private static final String DETAIL = "detail";

    /** Looking for slips costs more than looking up: only so many words of a question are mended, none too long. */
    private static final int MOST_MENDED = 12;

    private static final int LONGEST_MENDED = 24;
    private static final int MENDED_SO = 3;

    private static final String[] TEXTS = {"asks", "body"};

    private final UpdateIndex index;
    private final TopicWords words;

    Seeker(UpdateIndex index, TopicWords words) {
        this.index = index;
        this.words = words;
    }

    /** What a question looks for: its words as they are weighed, and as the index is asked for them. */
    record Search(List<Sought> sought, List<Wanted.Alternatives> terms, List<Need> needs, Set<String> concepts) {}

    Search search(Reading reading) {
        Search search = new Search(new ArrayList<>(), new ArrayList<>(), needs(reading), new LinkedHashSet<>());
        int updates = Math.max(1, index.size());
        for (Reading.Word word : reading.words()) {
            seek(word, reading, updates, search);
        }
        search.needs().forEach(need -> search.concepts().addAll(need.concepts()));
        for (Reading.Word word : reading.words()) {
            word.meanings().forEach((concept, sure) -> {
                if (isEveryday(concept) && sure >= LIKELY) {
                    search.concepts().add(concept.id());
                }
            });
        }
        return search;
    }

    private void seek(Reading.Word word, Reading reading, int updates, Search search) {
        Token token = word.token();
        boolean arabizi = token.script() == Token.Script.LATIN && reading.guess().arabizi();
        List<String> stems = Terms.stems(token);
        Known known = known(stems, TEXTS);
        List<String> roots = List.of();
        if (token.script() == Token.Script.ARABIC && known.terms().isEmpty()) {
            Known byRoot = known(roots(stems), "roots");
            roots = byRoot.terms();
            known = known.mostOften(byRoot);
        }
        boolean mends = known.terms().isEmpty() && !arabizi && word.concepts().isEmpty() && search.sought().size() < MOST_MENDED;
        List<String> mended = mends ? mended(stems) : List.of();
        if (!mended.isEmpty()) {
            known = new Known(mended, Math.max(known.frequency(), known(mended, TEXTS).frequency()));
        }
        List<String> sounds = List.of();
        if (arabizi) {
            Known bySound = known(List.copyOf(Terms.sounds(token.text())), "sounds");
            sounds = bySound.terms();
            known = known.mostOften(bySound);
        }
        int frequency = Math.max(known.frequency(), everydayFrequency(word));
        Set<String> concepts = conceptsAskedFor(word);
        Map<String, Double> meanings = meanings(word);
        double telling = CommonWords.telling(token, arabizi);
        int asAdvice = Math.max(known.frequency(), frequencyOf(meanings));
        search.sought()
                .add(new Sought(
                        concepts,
                        known.terms(),
                        roots,
                        sounds,
                        meanings,
                        weight(word, frequency, updates),
                        weight(word, asAdvice, updates) * telling,
                        isState(word) || standsForTopic(concepts),
                        !mended.isEmpty(),
                        asAdvice == 0));
        boolean byLetters = frequency == 0 && token.text().length() >= 4 && concepts.isEmpty();
        search.terms()
                .add(new Wanted.Alternatives(
                        known.terms(), roots, sounds, byLetters ? Terms.grams(token.text()) : List.of(), telling));
    }

    private static List<String> roots(List<String> stems) {
        return stems.stream().map(Terms::root).filter(root -> !root.isEmpty()).toList();
    }

    /** Terms that stand in some update, and in how many the commonest does. */
    private record Known(List<String> terms, int frequency) {
        Known mostOften(Known other) {
            return new Known(terms, Math.max(frequency, other.frequency));
        }
    }

    private Known known(List<String> terms, String... fields) {
        List<String> known = new ArrayList<>();
        int most = 0;
        for (String term : terms) {
            int found = 0;
            for (String field : fields) {
                found += index.frequency(field, term);
            }
            if (found > 0) {
                known.add(term);
                most = Math.max(most, found);
            }
        }
        return new Known(known, most);
    }

    /** What a word that no update holds was meant to be, if it is a slip away from one that some do. */
    private List<String> mended(List<String> stems) {
        Set<String> mended = new LinkedHashSet<>();
        for (String stem : stems) {
            int slips = stem.length() >= 8 ? 2 : stem.length() >= 4 ? 1 : 0;
            if (slips > 0 && stem.length() <= LONGEST_MENDED && mended.isEmpty()) {
                addLikely(index.near("asks", stem, slips, MENDED_SO), stem, slips, mended);
                addLikely(index.near("body", stem, slips, MENDED_SO), stem, slips, mended);
            }
        }
        return List.copyOf(mended);
    }

    /** Of those that near, the ones a finger or an ear makes of it: "text" is no slip for "tent". */
    private static void addLikely(List<String> near, String stem, int slips, Set<String> mended) {
        for (String other : near) {
            if (Spelling.distance(stem, other, slips) <= slips) {
                mended.add(other);
            }
        }
    }

    private int everydayFrequency(Reading.Word word) {
        int most = 0;
        for (Concept concept : word.concepts()) {
            if (isEveryday(concept)) {
                most = Math.max(most, index.frequency("concepts", concept.id()));
            }
        }
        return most;
    }

    /** What a word may speak of, states, courtesy and grammar aside. */
    private static Map<String, Double> meanings(Reading.Word word) {
        Map<String, Double> meanings = new LinkedHashMap<>();
        word.meanings().forEach((concept, sure) -> {
            if (!isSteering(concept)) {
                meanings.put(concept.id(), sure);
            }
        });
        return meanings;
    }

    private int frequencyOf(Map<String, Double> meanings) {
        int most = 0;
        for (Map.Entry<String, Double> meaning : meanings.entrySet()) {
            if (meaning.getValue() >= LIKELY) {
                most = Math.max(most, index.frequency("concepts", meaning.getKey()));
            }
        }
        return most;
    }

    /** How telling a word is: the rarer the more (inverse document frequency, scaled to 0 to 1). */
    private static double weight(Reading.Word word, int frequency, int updates) {
        double weight = frequency == 0
                ? UNKNOWN_WORD
                : Math.log(1 + (double) updates / frequency) / Math.log(1 + updates);
        return isState(word) ? weight * STATE_WORD : weight;
    }

    private static boolean isState(Reading.Word word) {
        return !word.concepts().isEmpty() && word.concepts().stream().allMatch(Seeker::isSteering);
    }

    private static Set<String> conceptsAskedFor(Reading.Word word) {
        Set<String> concepts = new LinkedHashSet<>();
        for (Concept concept : word.concepts()) {
            if (!isSteering(concept)) {
                concepts.add(concept.id());
            }
        }
        return concepts;
    }

    private boolean standsForTopic(Set<String> concepts) {
        return concepts.stream().anyMatch(concept -> !words.interchangeable(concept).isEmpty());
    }

    /** What is asked for, courtesy, grammar, states and time aside. */
    List<Need> needs(Reading reading) {
        List<Need> needs = new ArrayList<>();
        for (Lexicon.Match match : reading.matches()) {
            boolean sure = match.quality() >= SURE;
            Set<String> particular = particular(match);
            if (!particular.isEmpty()) {
                needs.add(Need.particular(particular, sure, words));
                continue;
            }
            if (match.concepts().stream().anyMatch(concept -> concept.group().equals(DETAIL))) {
                needs.add(Need.detail(ids(match), sure, words));
                continue;
            }
            Set<String> concepts = new LinkedHashSet<>();
            boolean topical = false;
            boolean steering = false;
            for (Concept concept : match.concepts()) {
                boolean here = words.isTopical(concept.id()) && !concept.group().equals("question");
                topical |= here;
                if (isEveryday(concept) || TELLING_APART.contains(concept.group())) {
                    continue;
                }
                steering |= isSteering(concept);
                if (here || !isSteering(concept)) {
                    concepts.add(concept.id());
                }
            }
            if (!concepts.isEmpty() && (topical || !steering)) {
                boolean alsoEveryday = match.concepts().stream().anyMatch(Seeker::isEveryday);
                needs.add(new Need(
                        concepts, !topical && isForeign(match), alsoEveryday, sure, words));
            }
        }
        return needs;
    }

    /** The particular things of a wider concept that a word names; they count instead of the wider one. */
    private static Set<String> particular(Lexicon.Match match) {
        Set<String> particular = new LinkedHashSet<>();
        for (Concept concept : match.concepts()) {
            if (concept.within() != null) {
                particular.add(concept.id());
            }
        }
        return particular;
    }

    /** What would tell the detail; that a thing is free tells its price. */
    private static Set<String> ids(Lexicon.Match match) {
        Set<String> ids = match.concepts().stream().map(Concept::id).collect(Collectors.toSet());
        if (ids.contains("prices")) {
            ids.add("free-of-charge");
        }
        return ids;
    }

    private static boolean isForeign(Lexicon.Match match) {
        return match.concepts().stream().allMatch(concept -> switch (concept.group()) {
            case EVERYDAY, DETAIL, "services", "offtopic", "family" -> true;
            default -> false;
        });
    }

    private static boolean isEveryday(Concept concept) {
        return concept.group().equals(EVERYDAY);
    }

    private static boolean isSteering(Concept concept) {
        return switch (concept.group()) {
            case "state", "question", "time", "grammar", "social", "bot", "filler", "emergency" -> true;
            default -> false;
        };
    }
}

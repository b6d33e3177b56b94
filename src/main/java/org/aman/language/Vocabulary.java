package org.aman.language;

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

/** The single words of a lexicon, and which of them a word of a text may be: as it is, in another form, or mistyped. */
final class Vocabulary {
    /**
     * A word of the lexicon that a word of a text may be.
     *
     * @param quality 1 where it is written the same, less where it differs
     * @param alone whether it may be that word outside a phrase too
     */
    record Key(String text, double quality, boolean alone) {}

    private static final int SKELETON_FROM = 3; // fewer consonants mean too many different words

    /** A word with attached letters is as good as without; so is an Arabizi one in whatever spelling. */
    private static final double AS_IT_STANDS = 0.95;

    /** A word of its own sounds like another one. */
    private static final double OWN = 0.9;

    /** What Arabizi attaches in front: the article, and, in, to, on. */
    private static final List<String> ATTACHED =
            List.of("el", "al", "il", "l", "bel", "bil", "bl", "3al", "wl", "w", "b", "la", "3a");

    private static final Comparator<Key> LIKELIEST_FIRST = Comparator.comparingDouble((Key key) -> -key.quality());

    /** Arabizi words are kept by their first reading and their marks, each after this so that they never meet an English word. */
    private static final String ARABIZI = "~";

    /** What a word is by its likeliest reading comes before what it may be by another: ma3i is "with me", and hardly water. */
    private static final double FURTHER_READING = 0.02;

    private final Set<String> littleWords;
    private final Set<String> arabicWords = new HashSet<>();
    private final Set<String> englishWords = new HashSet<>();
    private final Map<String, List<String>> arabicStems = new HashMap<>();
    private final Map<String, List<String>> englishStems = new HashMap<>();
    private final Map<String, List<String>> skeletons = new HashMap<>();
    private final Map<String, List<String>> englishSkeletons = new HashMap<>();
    private final Map<String, List<String>> arabiziKeys = new HashMap<>();
    private final Set<String> arabiziWords = new HashSet<>();
    private Spelling arabicSpelling = new Spelling(Set.of());
    private Spelling englishSpelling = new Spelling(Set.of());

    /** @param littleWords words that mean another thing with letters attached */
    Vocabulary(Set<String> littleWords) {
        this.littleWords = littleWords;
    }

    /** Learns a word that is known only as it stands, with or without attached letters; the key by which it is found. */
    String learnExactly(Token token, boolean arabizi) {
        if (token.script() != Token.Script.ARABIC) {
            return learn(token, arabizi);
        }
        arabicWords.add(token.text());
        return token.text();
    }

    /** Learns a word; the key by which it is found. */
    String learn(Token token, boolean arabizi) {
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
            String reading = Sounds.readings(word).getFirst();
            arabiziWords.add(word);
            String key = ARABIZI + reading + ARABIZI + Sounds.marks(word);
            addTo(arabiziKeys, reading, key);
            return key;
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

    private static void addTo(Map<String, List<String>> index, String key, String word) {
        index.merge(key, List.of(word), Vocabulary::joined);
    }

    /** Mostly there is one word alone: of tens of thousands of lists each holds no more than it must. */
    private static List<String> joined(List<String> words, List<String> one) {
        return words.containsAll(one) ? words : Stream.concat(words.stream(), one.stream()).toList();
    }

    /** All words are learned: from now on mistyped ones are known too. */
    void complete() {
        arabicSpelling = new Spelling(withArticles(arabicWords));
        englishSpelling = new Spelling(englishWords);
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

    /** Whether the word stands here as English, as it is or in another form. */
    boolean knowsEnglish(String word) {
        return englishWords.contains(word) || englishStems.containsKey(EnglishForms.stem(word));
    }

    /** Whether the word sounds like one of the Arabizi words. */
    boolean knowsArabizi(String word) {
        for (String reading : Sounds.readings(word)) {
            if (arabiziKeys.containsKey(reading)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an Arabic word, attached letters aside, stands here. */
    boolean knowsArabic(String word) {
        return ArabicForms.of(word).stream().anyMatch(arabicWords::contains);
    }

    /**
     * What a word may be, the likeliest first.
     *
     * @param arabizi whether a Latin word that is not English may be Arabic
     * @param guess whether it may be mistyped
     */
    List<Key> keys(Token token, boolean arabizi, boolean guess) {
        return switch (token.script()) {
            case ARABIC -> arabicKeys(token.text(), guess);
            case LATIN -> latinKeys(token.text(), arabizi, guess);
            case NUMBER -> List.of(new Key(token.text(), 1, true));
        };
    }

    /** @param own whether it is a word of its own, which is another one in phrases at most */
    private static List<Key> likeliestFirst(Map<String, Double> keys, boolean own) {
        List<Key> found = new ArrayList<>(keys.size());
        keys.forEach((text, quality) -> found.add(new Key(text, quality, !own || quality >= AS_IT_STANDS)));
        found.sort(LIKELIEST_FIRST);
        return found;
    }

    /** The first of the forms that is a word of its own; -1 where none is. */
    private static int ownForm(List<String> forms) {
        for (int i = 0; i < forms.size(); i++) {
            if (OwnWords.isArabic(forms.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private List<Key> arabicKeys(String word, boolean guess) {
        Map<String, Double> keys = new LinkedHashMap<>();
        List<String> forms = ArabicForms.of(word);
        int own = ownForm(forms);
        if (own >= 0) {
            forms = forms.subList(0, own + 1); // what is left of it when more is taken off is another word
        }
        double quality = 1;
        for (String form : forms) {
            if (arabicWords.contains(form)) {
                keys.putIfAbsent(form, quality);
            }
            quality = AS_IT_STANDS;
        }
        if (littleWords.contains(word)) {
            return likeliestFirst(keys, own >= 0); // "on" is not "on us": what it is attached to changes a little word's meaning
        }
        for (String form : forms) {
            addAll(keys, arabicStems.get(ArabicForms.stem(form)), 0.85);
            addAll(keys, arabicStems.get(ArabicForms.verbStem(form)), 0.75);
        }
        if (guess && own < 0) {
            addMistypedArabic(word, keys);
        }
        return likeliestFirst(keys, own >= 0);
    }

    private void addMistypedArabic(String word, Map<String, Double> keys) {
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

    private List<Key> latinKeys(String word, boolean arabizi, boolean guess) {
        Map<String, Double> keys = new LinkedHashMap<>();
        if (!arabizi || !OwnWords.isArabizi(word) && !arabiziWords.contains(word)) {
            if (englishWords.contains(word)) {
                keys.put(word, 1.0);
            }
            addAll(keys, englishStems.get(EnglishForms.stem(word)), 0.9);
        }
        if (arabizi) {
            addArabiziKeys(word, keys);
        } else if (guess && keys.isEmpty() && !EnglishWords.isCommon(word)) {
            addMistypedEnglish(word, keys);
        }
        return likeliestFirst(keys, arabizi && isOwn(word));
    }

    private boolean isOwn(String arabizi) {
        return OwnWords.isArabizi(arabizi) && !arabiziWords.contains(arabizi);
    }

    private void addMistypedEnglish(String word, Map<String, Double> keys) {
        for (String near : englishSpelling.near(word)) {
            keys.putIfAbsent(near, 0.7);
        }
        if (keys.isEmpty()) {
            addAll(keys, englishSkeletons.get(Spelling.squeezed(Sounds.consonants(word))), 0.65);
        }
    }

    private void addArabiziKeys(String word, Map<String, Double> keys) {
        if (OwnWords.isArabizi(word)) {
            addSounds(word, isOwn(word) ? OWN : AS_IT_STANDS, keys);
            return;
        }
        addSounds(word, AS_IT_STANDS, keys);
        for (String attached : ATTACHED) {
            if (word.startsWith(attached) && word.length() - attached.length() >= 3) {
                String rest = word.substring(attached.length());
                addSounds(rest.startsWith("-") ? rest.substring(1) : rest, 0.85, keys);
            }
        }
    }

    private void addSounds(String word, double quality, Map<String, Double> keys) {
        double likely = quality;
        String marks = Sounds.marks(word);
        for (String reading : Sounds.readings(word)) {
            for (String key : nearest(marks, arabiziKeys.getOrDefault(reading, List.of()))) {
                keys.putIfAbsent(key, likely);
            }
            likely = quality - FURTHER_READING;
            if (OwnWords.isHeardAs(reading)) {
                continue;
            }
            String skeleton = Sounds.consonants(reading);
            if (skeleton.length() >= SKELETON_FROM) {
                for (String known : skeletons.getOrDefault(skeleton, List.of())) {
                    if (Vowels.meet(reading, known)) {
                        keys.putIfAbsent(known, quality - 0.25);
                    }
                }
            }
        }
    }

    /** Of words that sound alike those with the same marks; where there are none, all that this word does not contradict. */
    private static List<String> nearest(String marks, List<String> known) {
        List<String> same = known.stream().filter(key -> marks(key).equals(marks)).toList();
        return same.isEmpty() ? known.stream().filter(key -> !Sounds.contradicts(marks, marks(key))).toList() : same;
    }

    private static String marks(String key) {
        return key.substring(key.lastIndexOf(ARABIZI) + 1);
    }

    private static void addAll(Map<String, Double> keys, @Nullable List<String> words, double quality) {
        if (words != null) {
            words.forEach(word -> keys.putIfAbsent(word, quality));
        }
    }
}

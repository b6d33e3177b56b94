package org.aman.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Under which terms a word is indexed and looked for. No word is ever left out: "not", "to" and "now" matter here. */
public final class Terms {
    private static final int SHORTEST_SKELETON = 3;
    private static final int SHORTEST_ROOT = 3;

    /** The Arabic words of some hundred questions. */
    private static final int MOST_REMEMBERED = 2_048;

    private static final Remembered<String, List<String>> ARABIC_STEMS = new Remembered<>(MOST_REMEMBERED);

    private Terms() {}

    /** The stems a word stands for: one for English, for Arabic also that without attached letters. */
    public static List<String> stems(Token token) {
        return switch (token.script()) {
            case LATIN -> List.of(EnglishForms.stem(token.text()));
            case NUMBER -> List.of(token.text());
            case ARABIC -> ARABIC_STEMS.ofWord(token.text().length(), token.text(), Terms::arabicStems);
        };
    }

    private static List<String> arabicStems(String word) {
        Set<String> stems = new LinkedHashSet<>();
        for (String form : ArabicForms.of(word)) {
            if (form.length() >= 2) {
                stems.add(ArabicForms.verbStem(form));
            }
        }
        return List.copyOf(stems);
    }

    /** What is left of an Arabic stem without its long vowels, a rough root; empty where under three letters stay. */
    public static String root(String stem) {
        StringBuilder root = new StringBuilder(stem.length());
        for (int i = 0; i < stem.length(); i++) {
            char letter = stem.charAt(i);
            if (letter != 'ا' && letter != 'و' && letter != 'ي') {
                root.append(letter);
            }
        }
        return root.length() >= SHORTEST_ROOT && letters(stem) ? root.toString() : "";
    }

    private static boolean letters(String stem) {
        return stem.charAt(0) >= 0x0600;
    }

    /** How an Arabic word sounds, by its consonants, to be met by Arabizi; empty where there are under three. */
    public static String sound(String arabicStem) {
        String skeleton = letters(arabicStem) ? Sounds.skeleton(arabicStem) : "";
        return skeleton.length() >= SHORTEST_SKELETON ? skeleton : "";
    }

    /** The sounds of a Latin word read as Arabizi, also without an article or preposition in front. */
    public static Set<String> sounds(String latin) {
        Set<String> sounds = new LinkedHashSet<>();
        addSounds(latin, sounds);
        for (String attached : List.of("bel", "bil", "bl", "el", "al", "il", "3al", "b", "l", "w", "3a")) {
            if (latin.startsWith(attached) && latin.length() - attached.length() >= 4) {
                addSounds(latin.substring(attached.length()), sounds);
            }
        }
        return sounds;
    }

    private static void addSounds(String latin, Set<String> sounds) {
        for (String skeleton : Sounds.skeletons(latin)) {
            if (skeleton.length() >= SHORTEST_SKELETON) {
                sounds.add(skeleton);
            }
        }
    }

    /** The character trigrams of a word, its ends marked, so that a mistyped one still shares most of them. */
    public static List<String> grams(String word) {
        String marked = "_" + word + "_";
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + 3 <= marked.length(); i++) {
            grams.add(marked.substring(i, i + 3));
        }
        return grams;
    }
}

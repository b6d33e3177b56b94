package org.aman.language;

import java.util.ArrayList;
import java.util.List;

/**
 * The forms an Arabic word of chat can have once attached letters are taken off, and its light stem.
 *
 * <p>Takes folded words. Negation, direction and time words are never dropped here: there is no stop list.
 */
public final class ArabicForms {
    /** Attached in front, with or without the article: and, then, in, to, as, on, this. The longest first. */
    private static final List<String> WITH_ARTICLE = List.of(
            "وبهال", "وعهال", "وبال", "وعال", "وهال", "فبال", "فعال", "بهال", "عهال", "لهال", "وكال", "وال", "فال",
            "بال", "كال", "عال", "هال", "ولل", "فلل", "لل", "ال");

    private static final String SINGLE = "وفبلكع";

    private static final List<String> SUFFIXES = List.of(
            "كموها", "تهما", "اتها", "اتهم", "ياتي", "هما", "كما", "تين", "تان", "يات", "يين", "يون", "يه", "ات", "ين",
            "ون", "ان", "ها", "هم", "هن", "كم", "كن", "نا", "وا", "تم", "ني", "ه", "ي", "ك", "ا", "و");

    private static final List<String> BEFORE_VERBS =
            List.of("بي", "بت", "بن", "من", "حي", "حن", "حت", "هي", "هن", "هت", "سي", "سن", "ست", "ي", "ت", "ن");

    private static final char FIRST_LETTER = 'ء';
    private static final int LETTERS = 'ي' - FIRST_LETTER + 1;
    private static final String[] NONE = {};

    /** The suffixes by their last letter, each in the order above. */
    private static final String[][] ENDING_IN = endingIn();

    private ArabicForms() {}

    /** The word itself and what is left of it when attached letters are taken off, the least changed first. */
    public static List<String> of(String word) {
        List<String> forms = new ArrayList<>();
        forms.add(word);
        addWithoutArticle(word, forms);
        int whole = forms.size();
        for (int i = 0; i < whole; i++) {
            String form = forms.get(i);
            if (form.length() >= 4 && SINGLE.indexOf(form.charAt(0)) >= 0) {
                String rest = form.substring(1);
                addNew(rest, forms);
                addWithoutArticle(rest, forms);
                if (rest.length() >= 4 && SINGLE.indexOf(rest.charAt(0)) >= 0 && form.charAt(0) == 'و') {
                    addNew(rest.substring(1), forms);
                }
            }
        }
        return forms;
    }

    private static void addWithoutArticle(String word, List<String> forms) {
        int article = lengthOf(WITH_ARTICLE, word, 2);
        if (article > 0) {
            addNew(word.substring(article), forms);
        }
    }

    private static void addNew(String form, List<String> forms) {
        if (!forms.contains(form)) {
            forms.add(form);
        }
    }

    /** How long the first of these is that the word begins with while so many letters stay; 0 for none. */
    private static int lengthOf(List<String> prefixes, String word, int least) {
        for (String prefix : prefixes) {
            if (word.length() - prefix.length() >= least && word.startsWith(prefix)) {
                return prefix.length();
            }
        }
        return 0;
    }

    /** Whether the word begins with the article, perhaps behind attached letters. */
    public static boolean hasArticle(String word) {
        return lengthOf(WITH_ARTICLE, word, 2) > 0;
    }

    /** The light stem: article and endings off while at least three letters stay. */
    public static String stem(String word) {
        String stem = word.substring(lengthOf(WITH_ARTICLE, word, 3));
        for (int round = 0; round < 2; round++) {
            stem = withoutEnding(stem);
        }
        return stem;
    }

    private static String withoutEnding(String word) {
        int letter = word.isEmpty() ? 0 : word.charAt(word.length() - 1) - FIRST_LETTER;
        for (String suffix : letter < 0 || letter >= ENDING_IN.length ? NONE : ENDING_IN[letter]) {
            if (word.length() - suffix.length() >= 3 && word.endsWith(suffix)) {
                return word.substring(0, word.length() - suffix.length());
            }
        }
        return word;
    }

    private static String[][] endingIn() {
        String[][] endingIn = new String[LETTERS][];
        for (int letter = 0; letter < LETTERS; letter++) {
            String last = String.valueOf((char) (FIRST_LETTER + letter));
            endingIn[letter] = SUFFIXES.stream().filter(suffix -> suffix.endsWith(last)).toArray(String[]::new);
        }
        return endingIn;
    }

    /**
     * The stem with what a verb of dialect or Modern Standard has in front taken off too: present ي ت ن ا, with ب or م
     * before it, future ح ه س. Shorter than three letters it is left alone.
     */
    public static String verbStem(String word) {
        String stem = stem(word);
        return stem.substring(lengthOf(BEFORE_VERBS, stem, 3));
    }
}

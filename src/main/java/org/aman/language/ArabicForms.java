package org.aman.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    private ArabicForms() {}

    /** The word itself and what is left of it when attached letters are taken off, the least changed first. */
    public static List<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        addWithoutArticle(word, forms);
        for (String form : List.copyOf(forms)) {
            if (form.length() >= 4 && SINGLE.indexOf(form.charAt(0)) >= 0) {
                String rest = form.substring(1);
                forms.add(rest);
                addWithoutArticle(rest, forms);
                if (rest.length() >= 4 && SINGLE.indexOf(rest.charAt(0)) >= 0 && form.charAt(0) == 'و') {
                    forms.add(rest.substring(1));
                }
            }
        }
        return new ArrayList<>(forms);
    }

    private static void addWithoutArticle(String word, Set<String> forms) {
        for (String prefix : WITH_ARTICLE) {
            if (word.startsWith(prefix) && word.length() - prefix.length() >= 2) {
                forms.add(word.substring(prefix.length()));
                return;
            }
        }
    }

    /** Whether the word begins with the article, perhaps behind attached letters. */
    public static boolean hasArticle(String word) {
        return WITH_ARTICLE.stream().anyMatch(prefix -> word.startsWith(prefix) && word.length() - prefix.length() >= 2);
    }

    /** The light stem: article and endings off while at least three letters stay. */
    public static String stem(String word) {
        String stem = word;
        for (String prefix : WITH_ARTICLE) {
            if (stem.startsWith(prefix) && stem.length() - prefix.length() >= 3) {
                stem = stem.substring(prefix.length());
                break;
            }
        }
        for (int round = 0; round < 2; round++) {
            stem = withoutEnding(stem);
        }
        return stem;
    }

    private static String withoutEnding(String word) {
        for (String suffix : SUFFIXES) {
            if (word.endsWith(suffix) && word.length() - suffix.length() >= 3) {
                return word.substring(0, word.length() - suffix.length());
            }
        }
        return word;
    }

    /**
     * The stem with what a verb of dialect or Modern Standard has in front taken off too: present ي ت ن ا, with ب or م
     * before it, future ح ه س. Shorter than three letters it is left alone.
     */
    public static String verbStem(String word) {
        String stem = stem(word);
        for (String prefix : List.of("بي", "بت", "بن", "من", "حي", "حن", "حت", "هي", "هن", "هت", "سي", "سن", "ست", "ي", "ت", "ن")) {
            if (stem.startsWith(prefix) && stem.length() - prefix.length() >= 3) {
                return stem.substring(prefix.length());
            }
        }
        return stem;
    }
}

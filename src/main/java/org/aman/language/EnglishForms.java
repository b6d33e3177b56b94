package org.aman.language;

import org.tartarus.snowball.ext.EnglishStemmer;

/** The stem of an English word (Snowball's English stemmer). */
public final class EnglishForms {
    private EnglishForms() {}

    public static String stem(String word) {
        if (word.length() < 3) {
            return word;
        }
        EnglishStemmer stemmer = new EnglishStemmer(); // not safe to share between threads
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}

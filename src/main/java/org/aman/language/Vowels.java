package org.aman.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether two words of the same consonants may be one by their vowels. Arabic writes its long vowels, and whoever writes Arabic
 * in Latin letters hears them: what has an alef between two consonants is not written without a vowel there.
 */
final class Vowels {
    private static final String LATIN = "aiu";

    private Vowels() {}

    /**
     * @param reading one of {@link Sounds#readings}
     * @param known an Arabic word of the same consonants
     */
    static boolean meet(String reading, String known) {
        List<String> here = gaps(reading);
        List<String> there = gapsOfArabic(known);
        for (int i = 1; i < Math.min(here.size(), there.size()) - 1; i++) {
            if (!holds(here.get(i), there.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Every long vowel of the Arabic gap is heard in the Latin one. */
    private static boolean holds(String latin, String arabic) {
        for (int i = 0; i < arabic.length(); i++) {
            boolean heard = switch (arabic.charAt(i)) {
                case 'a' -> latin.indexOf('a') >= 0 || latin.indexOf('i') >= 0;
                case 'u' -> latin.indexOf('u') >= 0;
                default -> latin.indexOf('i') >= 0 || latin.indexOf('a') >= 0;
            };
            if (!heard) {
                return false;
            }
        }
        return true;
    }

    /** What stands before the first consonant, between each two, and after the last. */
    private static List<String> gaps(String reading) {
        List<String> gaps = new ArrayList<>();
        StringBuilder gap = new StringBuilder();
        char last = 0;
        for (int i = 0; i < reading.length(); i++) {
            char sound = reading.charAt(i);
            if (LATIN.indexOf(sound) >= 0) {
                gap.append(sound);
            } else if (sound != last) {
                gaps.add(gap.toString());
                gap.setLength(0);
                last = sound;
            }
        }
        gaps.add(gap.toString());
        return gaps;
    }

    private static List<String> gapsOfArabic(String word) {
        StringBuilder reading = new StringBuilder();
        int last = word.length() - 1;
        for (int i = 0; i <= last; i++) {
            char letter = word.charAt(i);
            char consonant = letter == 'ه' && i == last ? 0 : Sounds.consonant(letter);
            switch (letter) {
                case 'ا' -> reading.append('a');
                case 'و' -> reading.append('u');
                case 'ي' -> reading.append('i');
                default -> {
                    if (consonant != 0) {
                        reading.append(consonant);
                    }
                }
            }
        }
        return gaps(reading.toString());
    }
}

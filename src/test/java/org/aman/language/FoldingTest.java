package org.aman.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class FoldingTest {
    @Test
    void hamzaAndAlefFallTogether() {
        folds("أطمة إدلب آفس ٱلله", "اطمه ادلب افس الله");
        folds("مؤكد رئيس شيء", "موكد رييس شي");
    }

    @Test
    void tehMarbutaAndAlefMaksuraAreFolded() {
        folds("هدنة مشفى", "هدنه مشفي");
    }

    @Test
    void persianLettersBecomeArabic() {
        folds("کفر نبل گ ی ہ", "كفر نبل ك ي ه");
    }

    @Test
    void bothArabicDigitSetsBecomeWestern() {
        folds("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹", "0123456789 0123456789");
    }

    @Test
    void marksTatweelAndInvisibleCharactersAreDropped() {
        folds("شَوَّ قصـــف \u202Eابجد\u2069", "شو قصف ابجد");
    }

    @Test
    void elongationIsShortened() {
        folds("ويييين ههههه helllllp", "وين ه help");
    }

    @Test
    void presentationFormsAreReadAsLetters() {
        folds("ﻣﺨﻴﻢ", "مخيم");
    }

    @Test
    void latinLosesAccentsAndCase() {
        folds("Çilvegözü", "cilvegozu");
    }

    @Test
    void aTurkishOrEgyptianDefaultLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr", "ar-EG"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                folds("IDLIB ٤", "idlib 4");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anyTextFoldsToItselfWhenFoldedAgain() {
        long seed = 20200112;
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            String text = randomText(random);
            String once = Folding.fold(text);
            assertThat(Folding.fold(once)).as("seed %d round %d", seed, round).isEqualTo(once);
        }
    }

    /** Letters of Arabic and Latin, marks, controls, lone surrogates: whatever a phone can send. */
    static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(
                    switch (random.nextInt(6)) {
                        case 0 -> (char) (0x0600 + random.nextInt(0x100));
                        case 1 -> (char) ('a' + random.nextInt(26));
                        case 2 -> (char) random.nextInt(0x20);
                        case 3 -> (char) (0xD800 + random.nextInt(0x800));
                        case 4 -> ' ';
                        default -> (char) random.nextInt(0xFFFF);
                    });
        }
        return text.toString();
    }

    private static void folds(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }
}

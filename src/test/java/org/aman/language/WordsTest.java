package org.aman.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aTextIsCutWhereWordsOrScriptsEnd() {
        assertThat(words("وين في camp؟ ma3bar, M4!")).containsExactly("وين", "في", "camp", "ma3bar", "m4");
    }

    @Test
    void attachedLettersComeOff() {
        assertThat(ArabicForms.of("وبسراقب")).contains("سراقب");
        assertThat(ArabicForms.of("عالمعبر")).contains("معبر");
        assertThat(ArabicForms.of("هالطريق")).contains("طريق");
        assertThat(ArabicForms.of("للمخيم")).contains("مخيم");
    }

    @Test
    void theWholeWordComesFirst() {
        assertThat(ArabicForms.of("بنش").getFirst()).isEqualTo("بنش");
    }

    @Test
    void negationDirectionAndTimeStayWords() {
        for (String word : List.of("لا", "لم", "لن", "غير", "من", "الي", "قبل", "بعد", "الان", "مو", "ما")) {
            assertThat(Terms.stems(new Token(word, Token.Script.ARABIC)))
                    .as(word)
                    .isNotEmpty()
                    .allMatch(stem -> !stem.isBlank());
        }
    }

    @Test
    void formsOfAVerbMeetInOneStem() {
        assertThat(ArabicForms.verbStem("بيستقبلو")).isEqualTo(ArabicForms.verbStem("يستقبل"));
        assertThat(ArabicForms.verbStem("تستقبل")).isEqualTo(ArabicForms.verbStem("يستقبل"));
    }

    @Test
    void arabiziAndArabicSoundAlike() {
        soundsLike("ma3bar", "معبر");
        soundsLike("2asef", "قصف");
        soundsLike("mokhayam", "مخيم");
        soundsLike("5ayme", "خيمه");
        soundsLike("tari2", "طريق");
        soundsLike("shughour", "شغور");
    }

    @Test
    void spellingsOfOneNameReadAlike() {
        assertThat(Sounds.readings("bennesh").getFirst()).isEqualTo(Sounds.readings("binnish").getFirst());
        assertThat(Sounds.readings("sara2eb").getFirst()).isEqualTo(Sounds.readings("Saraqib".toLowerCase(java.util.Locale.ROOT)).getFirst());
    }

    @Test
    void whatIsLongerThanAnyWordIsReadOnlySoFar() {
        assertThat(Sounds.readings("sa".repeat(50_000))).hasSize(1).allMatch(reading -> reading.length() <= 64);
    }

    @Test
    void oneSlipIsForgivenInALongWordAndNoneInAShortOne() {
        Spelling spelling = new Spelling(List.of("مفتوح", "حاس", "مخيم", "saraqib"));
        assertThat(spelling.nearest("مفتوخ")).contains("مفتوح");
        assertThat(spelling.nearest("حاش")).isEmpty();
        assertThat(spelling.nearest("saraqb")).contains("saraqib");
    }

    @Test
    void anUnlikelyLetterMakesAnotherWord() {
        assertThat(new Spelling(List.of("kurin")).nearest("kusin")).isEmpty();
    }

    @Test
    void ofFourLettersTwoMayBeSwappedAndNoneChanged() {
        Spelling spelling = new Spelling(List.of("road", "tent", "free"));
        assertThat(spelling.nearest("raod")).contains("road");
        assertThat(spelling.nearest("tnet")).contains("tent");
        assertThat(spelling.nearest("load")).isEmpty();
        assertThat(spelling.nearest("tend")).isEmpty();
    }

    @Test
    void swappedLettersAreOneSlip() {
        assertThat(Spelling.distance("سرقاب", "سراقب", 2)).isEqualTo(1);
    }

    @Test
    void irregularFormsAndFamiliesOfAWordShareAStem() {
        assertThat(EnglishForms.stem("bitten")).isEqualTo(EnglishForms.stem("bites"));
        assertThat(EnglishForms.stem("diarrhea")).isEqualTo(EnglishForms.stem("diarrhoea"));
        assertThat(EnglishForms.stem("vaccinated")).isEqualTo(EnglishForms.stem("vaccines"));
        assertThat(EnglishForms.stem("safety")).isNotEqualTo(EnglishForms.stem("safe"));
    }

    @Test
    void whatEverybodySaysTellsLittle() {
        for (String words : List.of("getting", "days", "يومين", "لازم", "وعندنا")) {
            assertThat(telling(words, false)).as(words).isLessThan(0.5);
        }
        assertThat(telling("badna", true)).isLessThan(0.5);
        assertThat(telling("scorpion", false)).isEqualTo(1);
        assertThat(telling("عقرب", false)).isEqualTo(1);
    }

    private static double telling(String word, boolean arabizi) {
        return CommonWords.telling(Token.of(word).getFirst(), arabizi);
    }

    @Test
    void noTextMakesReadingFail() {
        Random random = new Random(41);
        for (int round = 0; round < 3000; round++) {
            for (Token token : Token.of(FoldingTest.randomText(random))) {
                assertThat(Terms.stems(token)).isNotNull();
                assertThat(Sounds.readings(token.text())).isNotEmpty();
                assertThat(Spelling.distance(token.text(), "سراقب", 2)).isBetween(0, 3);
            }
        }
    }

    private static void soundsLike(String arabizi, String arabic) {
        assertThat(Sounds.skeletons(arabizi)).contains(Sounds.skeleton(arabic));
    }

    private static List<String> words(String text) {
        return Token.of(text).stream().map(Token::text).toList();
    }
}

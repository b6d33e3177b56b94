package org.aman.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconTest {
    private static final Lexicon LEXICON = Lexicon.load(Path.of("config/lexicon.yaml"));

    @Test
    void oneThingIsFoundInEveryWayOfSayingIt() {
        for (String words : List.of("the ceasefire", "وقف إطلاق النار", "في هدنة", "هدنه", "el hodna")) {
            assertThat(concepts(words)).as(words).contains("truce");
        }
    }

    @Test
    void attachedLettersAndEndingsDoNotHideAWord() {
        assertThat(concepts("بالمخيم")).contains("camp");
        assertThat(concepts("وعالمشفى")).contains("hospital");
    }

    @Test
    void aSlipInALongWordIsForgiven() {
        assertThat(concepts("الطريق مفتوخ")).contains("road-open");
        assertThat(concepts("the hospitl")).contains("hospital");
    }

    @Test
    void aCommonEnglishWordIsNoSlipOfAnother() {
        assertThat(concepts("he tried")).doesNotContain("dry");
        assertThat(concepts("she leaves")).doesNotContain("bread");
        assertThat(concepts("the braed")).contains("bread");
    }

    @Test
    void aCommonArabicWordIsNoFormOfAnotherThatItResembles() {
        assertThat(concepts("رايح عالسوق")).doesNotContain("smell");
        assertThat(concepts("ومكتب كبير")).doesNotContain("sadness", "water");
        assertThat(concepts("بيسكر المعبر")).contains("closed").doesNotContain("sugar-disease");
        assertThat(concepts("el nafa2")).contains("tunnel").doesNotContain("booby-trap");
        assertThat(concepts("el jaw mnih")).doesNotContain("negation");
        assertThat(concepts("طلعنا")).contains("evacuation");
        assertThat(concepts("بيفتحوا اليوم")).contains("open");
    }

    @Test
    void aDayIsKnownByItsVeryNameAlone() {
        assertThat(concepts("الجمعة بيفتح")).contains("friday");
        assertThat(concepts("ليوم الجمعة")).contains("friday");
        assertThat(concepts("جمعية")).doesNotContain("friday");
        assertThat(concepts("واحد منهم")).doesNotContain("sunday");
    }

    @Test
    void aConceptThatStandsThereTwiceIsRefusedByItsName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lexicon.yaml"), """
                version: 1
                concepts:
                  - {id: bread, group: services, en: ["bread"]}
                  - {id: bread, group: services, en: ["loaf"]}
                stop_phrases:
                  en: ["please"]
                """);
        assertThatThrownBy(() -> Lexicon.load(file)).hasMessageContaining("bread").hasMessageContaining("twice");
    }

    @Test
    void waterIsNotReadIntoALittleWord() {
        assertThat(concepts("ما الوضع")).doesNotContain("water");
        assertThat(concepts("في مي")).contains("water");
    }

    @Test
    void theLongestPhraseWins() {
        assertThat(concepts("غسيل كلى")).contains("dialysis");
        assertThat(concepts("غير آمن")).contains("unsafe").doesNotContain("safe");
        assertThat(concepts("مو امان")).contains("unsafe").doesNotContain("safe");
    }

    @Test
    void aThingWithinAnUnknownConceptIsRefusedByItsName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lexicon.yaml"), """
                version: 1
                concepts:
                  - id: insulin
                    group: services
                    within: medicin
                    en: ["insulin"]
                stop_phrases:
                  en: ["please"]
                """);
        assertThatThrownBy(() -> Lexicon.load(file)).hasMessageContaining("insulin").hasMessageContaining("medicin");
    }

    @Test
    void englishArabicAndArabiziAreToldApart() {
        assertThat(guess("is the road open")).isEqualTo(new LanguageGuess(Language.ENGLISH, false));
        assertThat(guess("الطريق مفتوح")).isEqualTo(new LanguageGuess(Language.ARABIC, false));
        assertThat(guess("el tari2 salek")).isEqualTo(new LanguageGuess(Language.ARABIC, true));
        assertThat(guess("fi ma7al bel mo5ayam")).isEqualTo(new LanguageGuess(Language.ARABIC, true));
        assertThat(guess("any room in the M4 camp")).isEqualTo(new LanguageGuess(Language.ENGLISH, false));
    }

    @Test
    void thingsOfEverydayLifeAreFoundBesideOtherMeaningsAndHideNone() {
        assertThat(concepts("water comes into the tent")).contains("water", "tent");
        assertThat(everyday("water comes into the tent")).contains("tent-flooding");
        assertThat(everyday("المي عم تفوت عالخيمة")).contains("tent-flooding");
        assertThat(everyday("the snake bit him")).contains("snake", "bite-sting");
    }

    private static Set<String> everyday(String words) {
        return LEXICON.keyed(Token.of(words), false).findEveryday().stream()
                .flatMap(match -> match.concepts().stream())
                .map(Concept::id)
                .collect(Collectors.toSet());
    }

    private static LanguageGuess guess(String words) {
        return LanguageGuess.of(Token.of(words), LEXICON, Language.ENGLISH);
    }

    private static Set<String> concepts(String words) {
        List<Token> tokens = Token.of(words);
        boolean arabizi = LanguageGuess.of(tokens, LEXICON, Language.ENGLISH).arabizi();
        return LEXICON.find(tokens, arabizi || words.startsWith("el ")).stream()
                .flatMap(match -> match.concepts().stream())
                .map(Concept::id)
                .collect(Collectors.toSet());
    }
}

package org.aman.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.aman.language.Language;
import org.aman.language.Token;
import org.junit.jupiter.api.Test;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load(Path.of("config/places.yaml"));

    @Test
    void aNameIsFoundWithAttachedLettersAndWithoutSpaces() {
        names("وين اقرب مخيم لسراقب", "saraqib");
        names("شو الوضع بجسرالشغور", "jisr-al-shughur");
        names("عكفرنبل", "kafr-nabl");
        names("من كفر نبل", "kafr-nabl");
        names("بالدانا", "al-dana");
    }

    @Test
    void spellingsOfEnglishAndArabiziMeet() {
        names("is it calm in Saraqeb", "saraqib");
        names("sara2eb", "saraqib");
        names("ma3aret l nu3man", "maarrat-al-numan");
        names("deir 7assan", "deir-hassan");
        names("bab l hawa", "bab-al-hawa");
    }

    @Test
    void anEnglishWordThatSoundsLikeAKindInArabicNamesNone() {
        assertThat(GAZETTEER.mentions(Token.of("truce at Saraqib"), true, token -> token.text().equals("truce")))
                .extracting(mention -> mention.places().getFirst().value())
                .containsExactly("saraqib");
        names("tareeq Saraqib", "idlib-saraqib-road");
    }

    @Test
    void aSlipInALongNameIsForgiven() {
        names("سرقاب", "saraqib");
        names("كقر نبودة", "kafr-nabudah");
    }

    /** Dalbiya has the same consonants. */
    @Test
    void aNameWithoutItsVowelsIsTheOneItIsLeftOf() {
        names("hospital in idlb", "idlib");
    }

    @Test
    void besideAWordOfItsKindANameMayBeMistyped() {
        names("jarabuls crossing", "jarablus-crossing");
        names("معبر الخمام", "al-hammam-crossing");
    }

    @Test
    void aShortNameMustMatchExactly() {
        names("حاس", "hass");
        assertThat(found("ناس")).isEmpty();
        assertThat(found("has anyone news")).isEmpty();
    }

    @Test
    void aLongerMistypedNameIsNotTheShorterOne() {
        names("بمعره مصرن", "maarrat-misrin");
    }

    @Test
    void aShortNameMayBeginALongerMistypedOne() {
        names("bab alsalma", "bab-al-salama");
        names("طريف الغاب", "al-ghab-road");
        names("معرت النعمام", "maarrat-al-numan");
    }

    @Test
    void aPrepositionIsNoRoad() {
        names("3a saraqib", "saraqib");
        names("3a ari7a", "ariha");
    }

    @Test
    void aSpellingAsListedOutweighsOneThatMerelySoundsSo() {
        names("el ma3arra", "maarrat-al-numan");
        names("Marea", "marea");
    }

    @Test
    void lookalikesAreKeptApart() {
        names("معرة مصرين", "maarrat-misrin");
        names("معارة النعسان", "maarat-al-naasan");
        names("معرة النعمان", "maarrat-al-numan");
        names("كفر نبودة", "kafr-nabudah");
    }

    @Test
    void aWordSharedByTwoNamesIsAmbiguous() {
        Mention mention = GAZETTEER.mentions(Token.of("شو الوضع باورم"), false, token -> false).getFirst();
        assertThat(mention.isAmbiguous()).isTrue();
        assertThat(mention.places()).extracting(Place.Id::value).containsExactlyInAnyOrder("urum-al-jawz", "urum-al-kubra");
    }

    @Test
    void theInternationalRoadMayBeEitherHighway() {
        Mention mention =
                GAZETTEER.mentions(Token.of("الطريق الدولي سالك"), false, token -> false).getFirst();
        assertThat(mention.places()).extracting(Place.Id::value).containsExactlyInAnyOrder("m4-road", "m5-road");
    }

    @Test
    void anEnglishWordOneSlipFromANameIsNoName() {
        assertThat(found("my father is sick")).isEmpty();
        assertThat(found("my cousin wants to come")).isEmpty();
    }

    @Test
    void anEnglishWordThatSoundsLikeANameIsThatWord() {
        assertThat(GAZETTEER.mentions(Token.of("my eyes burn"), true, token -> token.text().equals("eyes"))).isEmpty();
        names("shells on el eis", "al-eis");
    }

    @Test
    void latinLettersByEarNameArabicNames() {
        assertThat(GAZETTEER.named("mashfa 3zaz sho fat7in")).extracting(place -> place.id().value()).containsExactly("azaz");
        assertThat(GAZETTEER.named("dar 3azze 2azayef")).extracting(place -> place.id().value()).containsExactly("darat-izza");
        assertThat(GAZETTEER.mentions(Token.of("ahli bi el zaytoun"), false, token -> true)).isEmpty();
        assertThat(GAZETTEER.mentions(Token.of("el 2zaz tkassar"), false, token -> false)).isEmpty();
        assertThat(GAZETTEER.mentions(Token.of("matet el ba2ra"), false, token -> false)).isEmpty();
    }

    @Test
    void anAttachedLetterBeforeAShortFirstWordIsNoPartOfTheName() {
        Gazetteer jurd = Gazetteer.load(Path.of("src/test/resources/jurd/places.yaml"));
        assertThat(jurd.named("كاين طريق لتل النحل")).extracting(place -> place.id().value()).containsExactly("tall-al-nahl");
    }

    @Test
    void anArticleMoreOrLessMakesNoOtherName() {
        Gazetteer quarry = Gazetteer.load(Path.of("src/test/resources/quarry/places.yaml"));
        assertThat(quarry.mentions(Token.of("بيت بتل الحديد"), false, token -> true))
                .extracting(mention -> mention.places().getFirst().value())
                .containsExactly("tall-hadid");
    }

    @Test
    void aLetterThatStayedUnderTheFingerIsForgivenInShortNamesToo() {
        names("افسس فيها قصف", "afis");
        names("ضرب ببنشش", "binnish");
        assertThat(GAZETTEER.mentions(Token.of("افسس"), false, token -> true)).isEmpty();
    }

    @Test
    void theRestOfANameMayBeAWordWithASlip() {
        assertThat(GAZETTEER.mentions(Token.of("معبر دير بوط"), false, token -> true))
                .extracting(mention -> mention.places().getFirst().value())
                .containsExactly("deir-ballut");
    }

    @Test
    void aCommonEnglishWordMayBeginANameAndNoArticleDoes() {
        Gazetteer oasis = Gazetteer.load(Path.of("src/test/resources/oasis/places.yaml"));
        assertThat(oasis.mentions(Token.of("tell ruman water"), true, token -> token.text().equals("water")))
                .extracting(mention -> mention.places().getFirst().value())
                .containsExactly("tall-al-rumman");
        assertThat(GAZETTEER.mentions(Token.of("say that the M4 is open"), true, token -> false))
                .extracting(Mention::start)
                .containsExactly(3);
    }

    @Test
    void inEnglishACheckpointIsCalledWithoutItsKind() {
        Gazetteer steppe = Gazetteer.load(Path.of("src/test/resources/steppe/places.yaml"));
        assertThat(steppe.mentions(Token.of("how long at Mizan"), true, token -> !token.text().equals("mizan")))
                .extracting(mention -> mention.places().getFirst().value())
                .containsExactly("mizan-checkpoint");
    }

    /** Estuary has too few crossings and camps to learn the words for them from. */
    @Test
    void aPlaceOfAKindThatHasButFewIsKnownByAnyWordOfItsKindBesideIt() {
        Gazetteer estuary = Gazetteer.load(Path.of("src/test/resources/estuary/places.yaml"));
        assertThat(first(estuary, "Milh border post is running", "border post is running")).containsExactly("milh-crossing");
        assertThat(first(estuary, "mafto7 ma3bar melh", "mafto7 ma3bar")).containsExactly("milh-crossing");
        assertThat(first(estuary, "is there milh", "is there milh")).isEmpty();
    }

    /** One letter more than al-Duwayr, but no slip. */
    @Test
    void anEndWrittenAsItIsHeardIsNoSlip() {
        Gazetteer oasis = Gazetteer.load(Path.of("src/test/resources/oasis/places.yaml"));
        assertThat(oasis.mentions(Token.of("هدنة الدويرا"), false, token -> false))
                .extracting(Mention::places)
                .containsExactly(List.of(new Place.Id("al-duwayra")));
        assertThat(GAZETTEER.mentions(Token.of("جينا من شهر"), false, token -> false)).isEmpty();
    }

    private static List<String> first(Gazetteer gazetteer, String text, String known) {
        List<Token> words = Token.of(known);
        return gazetteer.mentions(Token.of(text), true, words::contains).stream()
                .map(mention -> mention.places().getFirst().value())
                .toList();
    }

    @Test
    void parentsLeadOutwards() {
        assertThat(GAZETTEER.above(new Place.Id("hass")))
                .extracting(place -> place.id().value())
                .containsExactly("kafr-nabl-subdistrict", "maarrat-al-numan-district", "idlib-governorate");
    }

    @Test
    void aTownAndItsCampsAreNamesakes() {
        assertThat(GAZETTEER.namesakes(new Place.Id("killi"))).contains(new Place.Id("killi-camps"));
        assertThat(GAZETTEER.namesakes(new Place.Id("killi-camps"))).contains(new Place.Id("killi"));
    }

    @Test
    void aWordTellsAPlaceFromItsLikeThatWasSpokenOf() {
        Gazetteer lagoon = Gazetteer.load(Path.of("src/test/resources/lagoon/places.yaml"));
        Place.Id spokenOf = new Place.Id("short-causeway");
        assertThat(lagoon.counterpart(spokenOf, Token.of("والطويلة؟"))).contains(new Place.Id("long-causeway"));
        assertThat(lagoon.counterpart(spokenOf, Token.of("ok, and the long one?"))).contains(new Place.Id("long-causeway"));
        assertThat(lagoon.counterpart(spokenOf, Token.of("how long has it been shut"))).isEmpty();
        assertThat(lagoon.counterpart(spokenOf, Token.of("طيب والقصيرة؟"))).isEmpty();
    }

    @Test
    void theNearestSettlementToAPosition() {
        Position saraqib = Objects.requireNonNull(
                GAZETTEER.place(new Place.Id("saraqib")).orElseThrow().position());
        assertThat(GAZETTEER.nearest(saraqib)).map(Place::id).contains(new Place.Id("saraqib"));
    }

    @Test
    void everyStandardNameIsFoundAsItsOwnPlace() {
        for (Place place : GAZETTEER.places()) {
            for (Language language : Language.values()) {
                if (!place.ambiguous()) {
                    assertThat(GAZETTEER.mentions(Token.of(place.name(language)), false, token -> false))
                            .as(place.name(language))
                            .anyMatch(mention -> mention.places().contains(place.id()));
                }
            }
        }
    }

    @Test
    void noTextMakesLookingFail() {
        Random random = new Random(7);
        String letters = "اأبتسرقلمنه ه3a7bdklmns' \u0301\u202E\uD83D";
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(GAZETTEER.named(text.toString())).isNotNull();
        }
    }

    private static void names(String text, String place) {
        assertThat(found(text)).as(text).containsExactly(place);
    }

    private static List<String> found(String text) {
        return GAZETTEER.mentions(Token.of(text), true, token -> false).stream()
                .map(mention -> mention.places().getFirst().value())
                .toList();
    }
}

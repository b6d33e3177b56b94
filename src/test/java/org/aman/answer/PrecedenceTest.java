package org.aman.answer;

import static org.aman.answer.Knowledge.NOON;
import static org.aman.answer.Knowledge.anUpdate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aman.place.Position;
import org.junit.jupiter.api.Test;

/** Which of several updates that fit a place comes first, and which is no answer beside what was asked. */
class PrecedenceTest {
    @Test
    void whatIsFearedAtThePlaceComesBeforeWhatIsHopedForAllAround() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("truce").about("truce", "in-force").in("idlib-governorate")
                        .saying("Ceasefire in Idlib, the shelling has stopped", "وقف إطلاق النار في إدلب وتوقف القصف"))
                .has(anUpdate("shells").about("hazard", "ongoing").in("kafr-nabl")
                        .saying("Artillery on Kafr Nabl", "مدفعية على كفر نبل"));
        for (String words : List.of(
                "has the shelling stopped in Kafr Nabl", "is it quiet in Kafr Nabl", "وقف القصف على كفر نبل؟", "has the sheling stoped in kafr nabl")) {
            first(knowledge.ask(words), "shells", words);
        }
        first(knowledge.ask("is the truce in force in Binnish"), "truce", "");
    }

    @Test
    void aShutCrossingAnswersWhateverOneWantsToDoThere() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("shut").about("crossing", "restricted").in("bab-al-hawa")
                        .saying("Bab al-Hawa: urgent patients only", "باب الهوى: للحالات الطبية العاجلة فقط"));
        first(knowledge.ask("I have a passport, can I cross at Bab al-Hawa tomorrow"), "shut", "");
        first(knowledge.ask("can I get my blankets over Bab al-Hawa"), "shut", "");
        first(knowledge.ask("are we allowed over Bab al-Hawa with our sheep"), "shut", "");
    }

    @Test
    void aParticularThingIsNotAnsweredByThePlaceWhereSuchMightBeHad() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("hospital").about("medical", "open").in("binnish")
                        .saying("The hospital of Binnish gives medicine and is open", "مشفى بنش مفتوح ويصرف الدواء"))
                .has(anUpdate("clinic").about("medical", "open").in("ariha")
                        .saying("Insulin and vaccines in the clinic of Ariha", "أنسولين ولقاحات في عيادة أريحا"));
        for (String words : List.of("insulin in Binnish?", "في انسولين ببنش", "هل يوجد لقاح في بنش", "fi ansolin b binnish", "x-ray in Binnish")) {
            assertThat(knowledge.ask(words)).as(words).isInstanceOf(Answer.Unknown.class);
        }
        first(knowledge.ask("في انسولين باريحا"), "clinic", "");
        first(knowledge.ask("can my baby get a vaccine in Ariha"), "clinic", "");
        first(knowledge.ask("is there medicine in Binnish"), "hospital", "");
    }

    @Test
    void aPriceOrANumberMustBeTold() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("bread").about("aid", "limited").in("killi")
                        .saying("Bread in Killi, one bag for a family", "خبز في كللي، ربطة لكل عائلة"))
                .has(anUpdate("gas").about("aid", "available").in("ariha")
                        .saying("Bread in Ariha, price 200", "خبز في أريحا بسعر 200"));
        assertThat(knowledge.ask("what is the price of bread in Killi")).isInstanceOf(Answer.Unknown.class);
        assertThat(knowledge.ask("شو رقم مدير الفرن بكللي، بدي خبز")).isInstanceOf(Answer.Unknown.class);
        first(knowledge.ask("what is the price of bread in Ariha"), "gas", "");
        first(knowledge.ask("is there bread in Killi"), "bread", "");
    }

    @Test
    void theNearestIsTheNearestOfWhatIsAskedFor() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("water").about("aid", "available").in("killi").to(36.11, 36.69)
                        .saying("Water in Killi", "ماء في كللي"))
                .has(anUpdate("bread").about("aid", "available").in("ariha").to(35.81, 36.60)
                        .saying("Bread in Ariha", "خبز في أريحا"));
        first(knowledge.ask(besideKilli("where is the nearest bread")), "bread", "");
        first(knowledge.ask(besideKilli("وين اقرب مي")), "water", "");
        assertThat(knowledge.ask(besideKilli("where is the nearest petrol"))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void shellingNearMeIsShellingHereAndNotWhereItEnded() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("over").about("hazard", "ended").in("ariha").to(35.81, 36.60)
                        .saying("Shelling of Ariha has ended", "انتهى القصف على أريحا"));
        assertThat(knowledge.ask(besideKilli("any shelling near me?"))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void theHospitalAtTheEndOfAWayIsNoWay() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("hospital").about("medical", "closed").in("kafr-nabl")
                        .saying("The hospital of Kafr Nabl is closed, drive to Ariha", "مشفى كفر نبل مغلق، توجهوا بالسيارة إلى أريحا"));
        assertThat(knowledge.ask("can I drive from Ariha to Kafr Nabl")).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aRumourAboutBreadInTheWholeLandIsNoBreadInTheVillage() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("poisoned").about("rumour", "untrue").in("idlib-governorate")
                        .saying("The bread is not poisoned", "الخبز غير مسموم"));
        assertThat(knowledge.ask("is there bread in Killi")).isInstanceOf(Answer.Unknown.class);
        first(knowledge.ask("is it true that the bread is poisoned"), "poisoned", "");
    }

    @Test
    void theWayOutOfThePlaceComesBeforeARoadThatPassesIt() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("road").about("road", "dangerous").in("m4-road")
                        .saying("The M4 road is dangerous", "طريق M4 خطر"))
                .has(anUpdate("out").about("evacuation", "route-closed").in("ariha")
                        .saying("The road out of Ariha is closed, no way out", "الطريق من أريحا مقطوع ولا مخرج"));
        assertThat(knowledge.likeliest("is there any road from Ariha").value()).isEqualTo("out");
        assertThat(knowledge.likeliest("باريحا في شي طريق مفتوح؟").value()).isEqualTo("out");
    }

    @Test
    void whoAsksWhetherItGoesOnIsToldWhatGoesOn() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("shells").about("hazard", "ongoing").in("kafr-nabl")
                        .saying("Artillery on Kafr Nabl", "مدفعية على كفر نبل"))
                .has(anUpdate("bread").about("aid", "available").in("kafr-nabl").saying("Bread in Kafr Nabl", "خبز في كفر نبل"));
        first(knowledge.ask("did it stop in Kafr Nabl"), "shells", "");
        assertThat(knowledge.ask("is the internet still off in Kafr Nabl")).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aSlipOfOneTopicIsNotTakenForTheStateOfAnother() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("camp").about("camp", "full").in("killi-camps").saying("Killi camps full", "مخيمات كللي ممتلئة"));
        assertThat(knowledge.ask("hospitel in Killi open?")).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aStateAloneAsksBackOfWhat() {
        assertThat(new Knowledge().ask("is it open?")).isInstanceOf(Answer.Unclear.class);
        assertThat(new Knowledge().ask("مفتوح؟")).isInstanceOf(Answer.Unclear.class);
    }

    @Test
    void aPlaceNamedTwoQuestionsAgoIsStillTheOneMeant() {
        Knowledge knowledge = new Knowledge()
                .has(anUpdate("bread").about("aid", "available").in("killi").saying("Bread in Killi", "خبز في كللي"));
        Answer answer = knowledge.ask(new Question(
                "and bread?", null, null, null, List.of("is there a doctor in Killi", "when is the doctor back"), null, null, NOON));
        first(answer, "bread", "");
    }

    private static Question besideKilli(String words) {
        return new Question(words, null, null, new Position(36.11, 36.69), List.of(), null, null, NOON);
    }

    private static void first(Answer answer, String id, String words) {
        assertThat(answer).as(words).isInstanceOf(Answer.Found.class);
        assertThat(answer.shown().getFirst().update().id().value()).as(words).isEqualTo(id);
    }
}

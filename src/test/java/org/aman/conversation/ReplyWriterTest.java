package org.aman.conversation;

import static org.aman.conversation.Talk.NOW;
import static org.aman.conversation.Talk.asks;
import static org.aman.conversation.Talk.place;
import static org.aman.conversation.Talk.shown;
import static org.aman.conversation.Talk.topic;
import static org.aman.conversation.Talk.understood;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.answer.Answer;
import org.aman.answer.Answer.Courtesy;
import org.aman.answer.Question;
import org.aman.knowledge.Source;
import org.aman.knowledge.Update;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.RightToLeft;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.aman.place.Position;
import org.junit.jupiter.api.Test;

class ReplyWriterTest {
    private final ReplyWriter writer = Talk.writer();

    @Test
    void aFoundAnswerSaysWhatWhoWhenUntilWhenAndWhatNext() {
        Answer found = new Answer.Found(
                understood(Language.ARABIC, "sarmada", "camp"), List.of(new Answer.Shown(Talk.camp(), 7.6, Talk.place("sarmada"))));

        String text = text(found, asks("وين اقرب مخيم لسرمدا"));

        assertThat(text).startsWith("القسم الجديد في مخيمات كللي يتسع لـ 120 عائلة. الحالة: فيه متسع.");
        assertThat(text.lines().toList())
                .containsSubsequence(
                        "سؤالكم عن: سرمدا (ناحية الدانا).",
                        "جنوب سرمدا، على بعد نحو 8 كم بخط مستقيم.",
                        "التسجيل من 08:00-14:00 قرب طريق M4.",
                        "حسب مصدرين: إدارة مخيمات كللي، منظمة إغاثية.",
                        "آخر تحقق: الأحد 12 كانون الثاني، الساعة 17:35 بتوقيت دمشق (قبل 25 دقيقة).",
                        "نعتمد هذه المعلومة حتى الاثنين 13 كانون الثاني، الساعة 04:00. وقد يتغير الوضع قبل ذلك.",
                        "اتصلوا أو اسألوا قبل أن تتحركوا. لا نستطيع أن نعدكم بمكان.");
        assertThat(text).endsWith("لا نستطيع أن نعدكم بمكان.");
    }

    @Test
    void theSameInEnglishCarriesNoMarks() {
        Answer found = new Answer.Found(
                understood(Language.ENGLISH, "sarmada", "camp"), List.of(new Answer.Shown(Talk.camp(), 7.6, Talk.place("sarmada"))));

        String text = writer.reply(found, asks("nearest camp to Sarmada"), Offers.NONE).text();

        assertThat(text).isEqualTo(RightToLeft.unmarked(text));
        assertThat(text.lines().toList())
                .containsSubsequence(
                        "New section of the Killi camps has room for 120 families",
                        "Your question is about: Sarmada (al-Dana subdistrict).",
                        "It is about 8 km south of Sarmada in a straight line.",
                        "According to 2 sources: Killi camp management, Aid group.",
                        "Last checked: Sunday 12 January, 17:35, Damascus time (25 minutes ago).",
                        "Call or ask before you move. We cannot promise a place.");
    }

    @Test
    void latinInsideArabicIsIsolatedOnce() {
        Answer found = new Answer.Found(understood(Language.ARABIC, "killi-camps", "camp"), List.of(shown(Talk.camp())));

        String text = writer.reply(found, asks("في محل؟"), Offers.NONE).text();

        assertThat(text).contains("\u206608:00-14:00\u2069", "\u2066M4\u2069").doesNotContain("\u2066\u2066");
        assertThat(count(text, '\u2066')).isEqualTo(count(text, '\u2069'));
    }

    @Test
    void numbersAreWrittenAsThePersonWritesThem() {
        Answer found = new Answer.Found(understood(Language.ARABIC, "killi-camps", "camp"), List.of(shown(Talk.camp())));

        assertThat(text(found, asks("في محل ل ٥ عائلات؟"))).contains("قبل ٢٥ دقيقة", "الساعة ١٧:٣٥", "M4", "١٢٠ عائلة");
    }

    @Test
    void furtherUpdatesFollowAsShortParagraphs() {
        Update road = Talk.update("road-1", "road", "open", "killi", "الطريق إلى كللي مفتوح", "Road to Killi open");
        Answer found = new Answer.Found(
                understood(Language.ARABIC, "killi", "camp"), List.of(shown(Talk.camp()), shown(road)));

        String text = text(found, asks("كللي"));

        assertThat(text).contains("""
                معلومة أخرى:

                الطريق إلى كللي مفتوح
                آخر تحقق: قبل ساعة. نعتمدها حتى الاثنين 13 كانون الثاني، الساعة 00:00 (بداية هذا اليوم).""");
    }

    @Test
    void whatOnlyOneSourceSaysIsMarkedInItsFirstWords() {
        Answer found = found(with(Talk.camp(), Update.Confidence.SINGLE_SOURCE, Source.Kind.RESIDENT), "killi-camps");

        assertThat(text(found, asks("?"))).startsWith("حسب مصدر واحد: ").contains("ولم نتأكد منه بعد.");
    }

    @Test
    void whatOnlyAPartyToTheConflictSaysIsMarkedInItsFirstWords() {
        Answer found = found(with(Talk.camp(), Update.Confidence.CONFIRMED, Source.Kind.PARTY), "killi-camps");

        assertThat(text(found, asks("?"))).startsWith("حسب طرف واحد في النزاع: ");
    }

    @Test
    void contestedUpdatesShowEachSideWithItsSource() {
        Update contested = with(Talk.camp(), Update.Confidence.CONTESTED, Source.Kind.PARTY);

        String text = text(found(contested, "killi-camps"), asks("?"));

        assertThat(text).startsWith("الروايات مختلفة: ");
        assertThat(text).contains("• شهود (الأحد 12 كانون الثاني، الساعة 14:00): أصيبت بيوت.", "• الجيش (");
    }

    @Test
    void anUpdateForAWholeAreaSaysSo() {
        Update truce = Talk.someUpdates().getLast();

        assertThat(text(found(truce, "binnish"), asks("بنش")))
                .contains("سؤالكم عن: بنش (ناحية بنش).".replace("ناحية بنش", "منطقة إدلب"))
                .contains("هذه المعلومة عن محافظة إدلب كلها، وليست عن بنش وحدها.");
        assertThat(text(found(truce, "idlib-governorate"), asks("إدلب"))).doesNotContain("وحدها");
    }

    @Test
    void aTextInTheOtherLanguageIsShownAndSaidToBe() {
        Update english = onlyEnglish(Talk.camp());

        Reply reply = writer.reply(found(english, "killi-camps"), asks("في محل؟"), Offers.NONE);

        assertThat(RightToLeft.unmarked(reply.text()))
                .startsWith("المخيمات ومراكز الإيواء: فيه متسع. النص بالإنكليزية:")
                .contains("هذا النص متوفر بالإنكليزية فقط:\nRegister from 08:00-14:00 near the M4.");
        assertThat(reply.text()).contains("\u2066Register from 08:00-14:00 near the M4.\u2069");
    }

    @Test
    void aRumourIsNeverTheFirstLine() {
        Update rumour = Talk.update("r", "rumour", "untrue", "idlib", "أُلغي وقف إطلاق النار", "The ceasefire was cancelled");

        assertThat(text(found(rumour, "idlib"), asks("?"))).startsWith("شائعة تحققنا منها، وهي غير صحيحة.\nأُلغي");
    }

    @Test
    void thatShellingStoppedNeverMeansSafe() {
        Update ended = Talk.update("h", "hazard", "ended", "ariha", "توقف القصف على أريحا", "Shelling of Ariha has stopped");

        assertThat(text(found(ended, "ariha"), asks("?"))).contains("هذا لا يعني أن المكان آمن.");
    }

    @Test
    void anOutdatedAnswerSaysFirstThatItNoLongerStandsAndSinceWhen() {
        Answer outdated = new Answer.Outdated(understood(Language.ENGLISH, "killi", "camp"), List.of(shown(Talk.camp())));
        Question later = Question.of("room in killi?", Instant.parse("2020-01-14T10:00:00Z"));

        String text = writer.reply(outdated, later, new Offers("abc", List.of())).text();

        assertThat(text).startsWith("This information has not stood since Monday 13 January, 04:00.\nIt said: New section");
        assertThat(text).contains("Last checked: Sunday 12 January, 17:35, Damascus time (42 hours ago).")
                .endsWith("We have nothing newer. We can write to you when we know.");
        assertThat(values(outdated, new Offers("abc", List.of()))).contains("/tell abc");
    }

    @Test
    void anUnclearPlaceIsAskedForWithTheAreasThatTellPlacesApart() {
        Answer unclear = new Answer.Unclear(
                understood(Language.ARABIC, null, "road"), List.of(place("al-nayrab-idlib"), place("idlib")), List.of(), List.of());

        Reply reply = writer.reply(unclear, asks("النيرب"), Offers.NONE);

        assertThat(reply.text()).isEqualTo("أي مكان تقصدون؟");
        assertThat(reply.buttons().getFirst()).containsExactly(new Button("النيرب (ناحية إدلب)", "/in al-nayrab-idlib"));
    }

    @Test
    void anUnclearTopicIsAskedForWithTopics() {
        Answer unclear = new Answer.Unclear(
                understood(Language.ENGLISH, "ariha", null), List.of(), List.of(topic("road"), topic("camp")), List.of());

        assertThat(text(unclear, asks("Ariha"))).isEqualTo("What would you like to know about Ariha?");
        assertThat(values(unclear, Offers.NONE)).containsExactly("/about camp", "/about road");
    }

    @Test
    void closeAdviceIsAskedForByItsTitles() {
        Answer unclear = new Answer.Unclear(
                understood(Language.ENGLISH, null, "guidance"), List.of(), List.of(), List.of(shown(Talk.advice())));

        Reply reply = writer.reply(unclear, asks("the smell of gas"), Offers.NONE);

        assertThat(reply.text()).isEqualTo("Which of these do you mean?\n\nA smell of gas");
        assertThat(reply.buttons().getFirst()).containsExactly(new Button("A smell of gas", "/show guidance-gas"));
    }

    @Test
    void aTopicWithoutAPlaceAsksForThePlace() {
        Answer unclear = new Answer.Unclear(
                understood(Language.ARABIC, null, "camp"), List.of(), List.of(topic("camp")), List.of());

        assertThat(text(unclear, asks("وين في مخيم"))).startsWith("في أي مكان؟");
    }

    @Test
    void whatIsNotKnownIsSaidAndTheNearestKnownIsLabelledWithItsDistance() {
        Answer unknown = new Answer.Unknown(
                understood(Language.ARABIC, "sarmada", "camp"), new Answer.Shown(Talk.camp(), 7.6, Talk.place("sarmada")));

        String text = RightToLeft.unmarked(
                writer.reply(unknown, asks("في مخيم بسرمدا؟"), new Offers("abc", List.of(topic("road")))).text());

        assertThat(text).startsWith("لا توجد لدينا معلومة حديثة عن سؤالكم حول «المخيمات ومراكز الإيواء» في سرمدا (ناحية الدانا).");
        assertThat(text).contains("أقرب ما نعرفه:", "جنوب سرمدا، على بعد نحو 8 كم بخط مستقيم.");
        assertThat(values(unknown, new Offers("abc", List.of(topic("road"), topic("camp")))))
                .containsExactly("/tell abc", "/about road");
    }

    @Test
    void noReportIsNotGoodNews() {
        for (String topic : List.of("hazard", "truce", "road", "evacuation")) {
            Answer unknown = new Answer.Unknown(understood(Language.ENGLISH, "ariha", topic), null);
            assertThat(text(unknown, asks("is it safe"))).as(topic).contains("this does not mean that the");
        }
    }

    @Test
    void whoIsInDangerReadsFirstWhomToReach() {
        Answer emergency = new Answer.Emergency(
                understood(Language.ARABIC, null, null), List.of(shown(Talk.someUpdates().getFirst())));

        String text = text(emergency, asks("الحقونا"));

        assertThat(text).startsWith("إذا كنتم في خطر الآن، فاطلبوا المساعدة من:\n• الدفاع المدني\n");
        assertThat(text).endsWith("نحن برنامج آلي ولا نستطيع إرسال فريق إنقاذ.");
        assertThat(values(emergency, Offers.NONE)).isEmpty();
    }

    @Test
    void courtesyIsAnsweredWithCourtesy() {
        for (Courtesy courtesy : Courtesy.values()) {
            Answer social = new Answer.Social(understood(Language.ARABIC, null, null), courtesy);
            assertThat(text(social, asks("?"))).contains("يمكنكم أن تسألوا عن الهدنة");
        }
    }

    @Test
    void noReplyHasMoreThanSixButtonsAndNoButtonIsTooLong() {
        Update longName = Talk.update("x".repeat(60), "road", "open", "killi", "طريق", "road");
        assertThat(values(found(longName, "killi"), Offers.NONE)).noneMatch(value -> value.startsWith("/useful"));
        Answer unclear = new Answer.Unclear(understood(Language.ENGLISH, "ariha", null), List.of(), List.of(), List.of());
        assertThat(values(unclear, Offers.NONE)).hasSize(Choices.MOST);
    }

    @Test
    void aPlaceToGoToIsPinned() {
        Reply reply = writer.reply(found(Talk.camp(), "killi-camps"), asks("killi"), Offers.NONE);

        assertThat(reply.pins()).singleElement().satisfies(pin -> {
            assertThat(pin.latitude()).isEqualTo(36.114);
            assertThat(pin.longitude()).isEqualTo(36.689);
        });
    }

    @Test
    void fromASharedPositionDistancesAreSaidWithoutThePosition() {
        Question question = Talk.asksFrom("nearest camp", new Position(36.123457, 36.6));
        Answer found = new Answer.Found(
                understood(Language.ENGLISH, "sarmada", "camp"), List.of(new Answer.Shown(Talk.camp(), 8.1, null)));

        assertThat(text(found, question)).contains("It is about 8 km east of you in a straight line.")
                .doesNotContain("36.12", "Sarmada");
    }

    /** "The nearest camp to Sarmada", asked with a position: it is Sarmada that the camp is near to. */
    @Test
    void fromANamedPlaceDistancesAreSaidFromThatPlaceThoughAPositionIsThere() {
        Question question = Talk.asksFrom("nearest camp to Sarmada", new Position(35.5, 36.6));
        Answer found = new Answer.Found(
                understood(Language.ENGLISH, "sarmada", "camp"), List.of(new Answer.Shown(Talk.camp(), 7.6, Talk.place("sarmada"))));

        assertThat(text(found, question))
                .contains("Your question is about: Sarmada", "It is about 8 km south of Sarmada in a straight line.")
                .doesNotContain("of you");
    }

    private String text(Answer answer, Question question) {
        return RightToLeft.unmarked(writer.reply(answer, question, Offers.NONE).text());
    }

    private List<String> values(Answer answer, Offers offers) {
        return writer.reply(answer, asks("?"), offers).buttons().stream()
                .flatMap(List::stream)
                .map(Button::value)
                .toList();
    }

    private static Answer found(Update update, String place) {
        return new Answer.Found(understood(Language.ARABIC, place, update.topic().value()), List.of(shown(update)));
    }

    private static Update with(Update update, Update.Confidence confidence, Source.Kind kind) {
        List<Source> sources = List.of(
                new Source(
                        new Bilingual("شهود", "Witnesses"), kind, NOW.minusSeconds(4 * 3600), null,
                        new Bilingual("أصيبت بيوت.", "Houses were hit.")),
                Talk.source("الجيش", "The army", kind));
        return changed(update, confidence, update.title(), update.text(), sources);
    }

    private static Update onlyEnglish(Update update) {
        return changed(
                update,
                update.confidence(),
                new Bilingual(null, update.title().best(Language.ENGLISH)),
                new Bilingual(null, update.text().best(Language.ENGLISH)),
                update.sources());
    }

    private static Update changed(
            Update update, Update.Confidence confidence, Bilingual title, Bilingual text, List<Source> sources) {
        return new Update(
                update.id(), 1, update.topic(), update.status(), update.places(), confidence, null, update.verified(),
                update.expires(), update.location(), Set.of(), title, text, Map.of(), sources);
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }
}

package org.aman.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.aman.database.Dialect;
import org.aman.database.Fight;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.database.Seal;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.place.Place;
import org.aman.unanswered.OpenQuestion.Reason;
import org.junit.jupiter.api.Test;

/** What is kept of questions we could not answer, and of those who wait for an answer. */
abstract class OpenQuestionsContract {
    private static final Chat RANA = new Chat("telegram", "4815162342");
    private static final Chat OMAR = new Chat("telegram", "1234567890");
    private static final Place.Id SARAQIB = new Place.Id("saraqib");

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:47:31Z");

    abstract FreshDatabase database();

    @Test
    void aQuestionIsKeptMaskedWithItsPlaceTopicAndReason() {
        OpenQuestion.Id id = questions()
                .ask("هل الفرن في سراقب مفتوح؟ رقمي 0933123456", Language.ARABIC, SARAQIB, "aid", Reason.UNKNOWN);

        Instant hour = Instant.parse("2020-01-12T16:00:00Z");
        assertThat(questions().all()).containsExactly(new OpenQuestion(
                id, "هل الفرن في سراقب مفتوح؟ رقمي [...]", Language.ARABIC, SARAQIB, "aid", Reason.UNKNOWN, 1, hour, hour, null));
        assertThat(id.value()).matches("[a-z0-9]{1,20}");
    }

    @Test
    void theSameQuestionAskedAgainIsCountedHoweverItIsPunctuated() {
        OpenQuestion.Id first = ask("Is the bakery open?");
        clock.passes(Duration.ofHours(2));

        assertThat(ask("is the bakery open")).isEqualTo(first);
        assertThat(questions().all()).singleElement().satisfies(question -> {
            assertThat(question.asked()).isEqualTo(2);
            assertThat(question.first()).isEqualTo(Instant.parse("2020-01-12T16:00:00Z"));
            assertThat(question.last()).isEqualTo(Instant.parse("2020-01-12T18:00:00Z"));
        });
    }

    @Test
    void theSameWordsAboutAnotherPlaceOrForAnotherReasonAreAnotherQuestion() {
        ask("Is the bakery open?");
        questions().ask("Is the bakery open?", Language.ENGLISH, SARAQIB, null, Reason.UNKNOWN);
        questions().ask("Is the bakery open?", Language.ENGLISH, null, "aid", Reason.UNKNOWN);
        questions().ask("Is the bakery open?", Language.ENGLISH, null, null, Reason.UNCLEAR);

        assertThat(questions().all()).hasSize(4);
    }

    @Test
    void manyWhoAskTheSameAtOnceAreAllCountedInOneQuestion() throws Exception {
        OpenQuestions questions = questions();

        List<List<OpenQuestion.Id>> rounds = Fight.of(
                round -> questions.ask("question number " + round, Language.ENGLISH, null, null, Reason.UNKNOWN));

        assertThat(rounds).allSatisfy(ids -> assertThat(ids).containsOnly(ids.getFirst()));
        assertThat(questions.all())
                .hasSize(Fight.ROUNDS)
                .allSatisfy(question -> assertThat(question.asked()).isEqualTo(Fight.FIGHTERS));
    }

    @Test
    void whatMostPeopleAskComesFirst() {
        ask("rare");
        ask("frequent");
        ask("frequent");

        assertThat(questions().all()).extracting(OpenQuestion::words).containsExactly("frequent", "rare");
    }

    @Test
    void hostileWordsAreKeptHarmlessly() {
        for (String words : List.of(
                "", "😀😀😀", "a\u0000b", "half \uD83D of a character", "e" + "\u0301".repeat(5000), "x".repeat(100_000),
                "'; drop table open_question; --", "\u202Eevil\u202C", "\n\r\u001B[31m")) {
            ask(words);
        }

        assertThat(questions().all()).hasSizeGreaterThan(5).allSatisfy(question -> assertThat(question.words())
                .hasSizeLessThanOrEqualTo(1000)
                .doesNotContain("\u0000", "\u001B", "\n", "\r", "\u202E", "\uD83D of"));
    }

    @Test
    void whoWantsToHearIsNotedOncePerChatAndQuestion() {
        OpenQuestion.Id bakery = ask("Is the bakery open?");
        OpenQuestion.Id road = ask("Is the road open?");

        assertThat(questions().tellWhenKnown(bakery, RANA)).isTrue();
        assertThat(questions().tellWhenKnown(bakery, RANA)).isTrue();
        assertThat(questions().tellWhenKnown(bakery, OMAR)).isTrue();
        assertThat(questions().tellWhenKnown(road, RANA)).isTrue();

        assertThat(questions().waiting(bakery)).containsExactlyInAnyOrder(RANA, OMAR);
        assertThat(questions().waiting(road)).containsExactly(RANA);
    }

    @Test
    void manyTapsOnTellMeMakeOneHandle() throws Exception {
        OpenQuestions questions = questions();
        OpenQuestion.Id bakery = ask("Is the bakery open?");

        Fight.of(round -> questions.tellWhenKnown(bakery, RANA));

        assertThat(questions.waiting(bakery)).containsExactly(RANA);
    }

    @Test
    void nobodyIsPromisedNewsOfAQuestionThatIsNotThere() {
        assertThat(questions().tellWhenKnown(new OpenQuestion.Id("gone"), RANA)).isFalse();
        assertThat(handles()).isZero();
    }

    @Test
    void p2_nothingKeptOfAQuestionSaysWhoAskedOrWhenWithinTheHour() {
        ask("Is the bakery open?");

        assertThat(database().columns().stream()
                        .filter(column -> column.table().equals("open_question"))
                        .map(FreshDatabase.Column::name))
                .containsExactly(
                        "answered_by", "asked", "first_hour", "gist", "id", "language", "last_hour", "place", "reason", "topic", "words");
        assertThat(questions().all().getFirst().last().toEpochMilli() % 3_600_000).isZero();
    }

    @Test
    void p2_theOrderInWhichQuestionsCameCannotBeReadFromHowTheyLie() {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            OpenQuestion.Id id = ask("question " + i);
            questions().tellWhenKnown(id, new Chat("telegram", "77" + i));
            asked.add(id.value());
        }
        questions().sweep();

        List<String> lying = database().jdbc()
                .sql(database().dialect() == Dialect.POSTGRESQL
                        ? "select id from open_question order by ctid"
                        : "select id from open_question")
                .query((row, number) -> row.getString("id"))
                .list();
        assertThat(lying).hasSize(40).isNotEqualTo(asked).isSorted();
    }

    @Test
    void p3_aHandleIsGoneWhenUsed() {
        OpenQuestion.Id bakery = ask("Is the bakery open?");
        questions().tellWhenKnown(bakery, RANA);
        questions().tellWhenKnown(bakery, OMAR);

        questions().told(bakery, RANA);

        assertThat(questions().waiting(bakery)).containsExactly(OMAR);
        assertThat(handles()).isEqualTo(1);
    }

    @Test
    void p3_anAnsweredQuestionGoesTogetherWithThoseWhoWaited() {
        OpenQuestion.Id bakery = ask("Is the bakery open?");
        questions().tellWhenKnown(bakery, RANA);
        clock.passes(Duration.ofHours(40));
        questions().tellWhenKnown(bakery, OMAR);
        questions().answerWith(List.of(bakery), "aid-bread");
        assertThat(questions().answered()).extracting(OpenQuestion::answeredBy).containsExactly("aid-bread");
        assertThat(questions().waiting()).containsEntry(bakery, 2);
        clock.passes(Duration.ofHours(40));

        List<OpenQuestions.Waiting> told = database().transaction()
                .execute(status -> questions().settle(bakery).orElseThrow());

        assertThat(told)
                .containsExactly(new OpenQuestions.Waiting(OMAR, Instant.parse("2020-01-17T08:00:00Z")));
        assertThat(questions().all()).isEmpty();
        assertThat(handles()).isZero();
        assertThat(questions().settle(bakery)).isEmpty();
        assertThat(questions().tellWhenKnown(bakery, RANA)).isFalse();
    }

    @Test
    void whoeverPressesWhileAQuestionIsSettledIsEitherToldOrRefused() throws Exception {
        OpenQuestions questions = questions();
        List<OpenQuestion.Id> asked = new ArrayList<>();
        for (int round = 0; round < Fight.ROUNDS; round++) {
            asked.add(ask("question " + round));
        }
        AtomicInteger place = new AtomicInteger();
        Queue<Chat> promised = new ConcurrentLinkedQueue<>();
        Queue<Chat> told = new ConcurrentLinkedQueue<>();

        Fight.of(round -> {
            int number = place.getAndIncrement();
            OpenQuestion.Id question = asked.get(round);
            if (number % Fight.FIGHTERS == 0) {
                database().transaction().executeWithoutResult(status -> questions.settle(question)
                        .ifPresent(all -> all.forEach(one -> told.add(one.chat()))));
            } else if (questions.tellWhenKnown(question, new Chat("telegram", "9" + number))) {
                promised.add(new Chat("telegram", "9" + number));
            }
            return round;
        });
        asked.forEach(question -> database().transaction().executeWithoutResult(status -> questions.settle(question)
                .ifPresent(all -> all.forEach(one -> told.add(one.chat())))));

        assertThat(told).containsExactlyInAnyOrderElementsOf(promised);
        assertThat(handles()).isZero();
    }

    @Test
    void aClosedQuestionGoesWithItsHandles() {
        OpenQuestion.Id bakery = ask("Is the bakery open?");
        questions().tellWhenKnown(bakery, RANA);

        assertThat(questions().close(bakery)).isTrue();
        assertThat(questions().close(bakery)).isFalse();
        assertThat(handles()).isZero();
    }

    @Test
    void p3_aHandleIsGoneAfter72HoursAtMost() {
        OpenQuestion.Id bakery = ask("Is the bakery open?");
        questions().tellWhenKnown(bakery, RANA);

        clock.passes(Duration.ofHours(71));
        assertThat(questions().waiting(bakery)).containsExactly(RANA);
        clock.passes(Duration.ofHours(1));
        assertThat(questions().waiting(bakery)).isEmpty();
        questions().sweep();
        assertThat(handles()).isZero();
    }

    @Test
    void p3_aHandleMatchesNoOtherRowOfItsChat() {
        OpenQuestion.Id bakery = ask("Is the bakery open?");
        questions().tellWhenKnown(bakery, RANA);

        assertThat(database().dump()).doesNotContain(database().seal().close("chat", RANA.joined()));
    }

    @Test
    void p6_whoIsForgottenWaitsForNothing() {
        OpenQuestion.Id bakery = ask("Is the bakery open?");
        questions().tellWhenKnown(bakery, RANA);
        questions().tellWhenKnown(bakery, OMAR);

        questions().forget(RANA);

        assertThat(questions().waiting(bakery)).containsExactly(OMAR);
        assertThat(questions().all()).hasSize(1);
    }

    @Test
    void p19_aHandleClosedByAnOldKeyIsStillKeptOnceFoundAndForgotten() {
        OpenQuestion.Id bakery = ask("Is the bakery open?");
        questions().tellWhenKnown(bakery, RANA);
        OpenQuestions rotated = questions(database().rotatedSeal());

        assertThat(rotated.tellWhenKnown(bakery, RANA)).isTrue();
        assertThat(rotated.waiting(bakery)).containsExactly(RANA);
        questions().tellWhenKnown(bakery, OMAR);
        rotated.told(bakery, OMAR);
        rotated.forget(RANA);
        assertThat(handles()).isZero();
    }

    @Test
    void aQuestionNobodyHasAskedFor90DaysGoesWithItsHandles() {
        OpenQuestion.Id old = ask("old");
        clock.passes(Duration.ofDays(89));
        ask("young");
        questions().tellWhenKnown(old, RANA);
        clock.passes(Duration.ofDays(1));

        questions().sweep();

        assertThat(questions().all()).extracting(OpenQuestion::words).containsExactly("young");
        assertThat(handles()).isZero();
    }

    private OpenQuestion.Id ask(String words) {
        return questions().ask(words, Language.ENGLISH, null, null, Reason.UNKNOWN);
    }

    private int handles() {
        return database().jdbc().sql("select count(*) from tell_handle").query(Integer.class).single();
    }

    private OpenQuestions questions() {
        return questions(database().seal());
    }

    private OpenQuestions questions(Seal seal) {
        return new OpenQuestions(
                database().jdbc(), database().dialect(), seal, clock, database().identifiers());
    }
}

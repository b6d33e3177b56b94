package org.aman.owed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.aman.Aman;
import org.aman.answer.Answer;
import org.aman.answer.Answerer;
import org.aman.answer.Question;
import org.aman.conversation.Conversation;
import org.aman.conversation.Incoming;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Update;
import org.aman.knowledge.UpdateDesk;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.place.Place;
import org.aman.resident.Receipts;
import org.aman.resident.Resident;
import org.aman.resident.Residents;
import org.aman.staff.Journal;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.aman.unanswered.OpenQuestion;
import org.aman.unanswered.OpenQuestions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Who waits is told once, and who was told wrongly is corrected: the whole service, with a channel that we hear. */
@SpringBootTest(
        classes = {Aman.class, TellingContract.Channel.class},
        properties = {
            "aman.scenario-time=2020-01-12T18:00:00+02:00",
            "aman.telegram.token=",
            "server.port=0",
            "management.server.port=0"
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class TellingContract {
    private static final Chat RANA = new Chat("telegram", "4815162342");
    private static final Chat OMAR = new Chat("telegram", "1234567890");
    private static final Update.Id CAMP = new Update.Id("camp-killi-0112");
    private static final String BY = "volunteer1";
    private static final Volunteer EDITOR =
            new Volunteer(new Volunteer.Id(BY), "Rana", Role.EDITOR, Language.ENGLISH, true);

    @TestConfiguration
    static class Channel {
        @Bean
        Messenger ear() {
            return new Ear();
        }
    }

    @Autowired
    Messenger messenger;

    @Autowired
    Conversation conversation;

    @Autowired
    OpenQuestions questions;

    @Autowired
    Answers answers;

    @Autowired
    Corrections corrections;

    @Autowired
    OpenGroups groups;

    @Autowired
    Answerer answerer;

    @Autowired
    UpdateDesk desk;

    @Autowired
    Residents residents;

    @Autowired
    Receipts receipts;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    static void settings(DynamicPropertyRegistry settings, Path data, String url) {
        copy(Path.of("knowledge"), data.resolve("knowledge"));
        settings.add("spring.datasource.url", () -> url);
        settings.add("aman.key-file", () -> data.resolve("aman.key"));
        settings.add("aman.index", () -> data.resolve("index"));
        settings.add("aman.knowledge", () -> data.resolve("knowledge").toString());
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ear ear() {
        return (Ear) messenger;
    }

    @BeforeEach
    void nothingIsOwedAndNobodyKnown() {
        ear().forgetAll();
        for (String table : List.of("owed", "correction", "tell_handle", "open_question", "receipt", "resident")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void whoWaitsIsToldOnceInTheirLanguageAndTheQuestionIsFoundFromThenOn() {
        residents.remember(RANA, Language.ENGLISH);
        OpenQuestion.Id question = asked("zumurruda bidun ajniha", Language.ARABIC);
        questions.tellWhenKnown(question, RANA);
        questions.tellWhenKnown(question, OMAR);

        assertThat(answers.link(List.of(question), CAMP, BY)).isTrue();
        ear().await(() -> ear().said().size() == 2 && rows("owed") == 0);

        assertThat(ear().to(RANA)).singleElement().satisfies(said -> assertThat(said.text())
                .startsWith("You asked us to tell you when we know. We know now:\n\n")
                .contains("Killi"));
        assertThat(ear().to(OMAR)).singleElement().satisfies(said -> assertThat(said.text())
                .startsWith("طلبتم أن نخبركم عندما نعرف. عرفنا الآن:"));
        assertThat(questions.all()).isEmpty();
        assertThat(rows("tell_handle")).isZero();
        assertThat(receipts.of(CAMP.value())).hasSize(1);
        assertThat(answerer.update(CAMP).orElseThrow().questions().get(Language.ARABIC))
                .contains("zumurruda bidun ajniha");
        assertThat(answerer.answer(Question.of("zumurruda bidun ajniha", clock.instant())))
                .isInstanceOfSatisfying(Answer.Found.class, found -> assertThat(
                                found.updates().getFirst().update().id())
                        .isEqualTo(CAMP));
        assertThat(journal.before(Long.MAX_VALUE, 2)).extracting(Journal.Entry::act)
                .containsExactly("update-also-asked", "question-linked");
    }

    @Test
    void anUpdateThatDoesNotAnswerNowLinksNothing() {
        OpenQuestion.Id question = asked("something else", Language.ENGLISH);

        assertThat(answers.link(List.of(question), new Update.Id("no-such-update"), BY)).isFalse();
        assertThat(answers.link(List.of(question), new Update.Id("camp-deir-hassan-0110"), BY)).isFalse();
        assertThat(questions.all()).extracting(OpenQuestion::answeredBy).containsOnlyNulls();
    }

    @Test
    void whoWaitsForAnUpdateBeingWrittenIsToldWhenItIsPublished() throws IOException {
        OpenQuestion.Id question = asked("is there a flying bakery in Killi", Language.ENGLISH);
        questions.tellWhenKnown(question, RANA);
        Update.Id written = new Update.Id("aid-bread-killi-0112");
        answers.write(List.of(question), written, BY);
        answers.settle();
        assertThat(rows("tell_handle")).isEqualTo(1);
        assertThat(ear().said()).isEmpty();

        String bread = Files.readString(Path.of("knowledge/aid-bread-idlib-0112.yaml"));
        Files.writeString(folder().resolve("new.tmp"), bread.replace("aid-bread-idlib-0112", written.value()));
        Files.move(folder().resolve("new.tmp"), folder().resolve(written + ".yaml"));
        ear().await(() -> ear().to(RANA).size() == 1 && rows("owed") == 0);

        assertThat(ear().to(RANA).getFirst().text()).contains("Free bread for displaced families");
        assertThat(questions.all()).isEmpty();
    }

    @Test
    void aClosedQuestionIsJournalledWithItsReasonAndNobodyHearsAnything() {
        OpenQuestion.Id question = asked("who are you to judge", Language.ENGLISH);
        questions.tellWhenKnown(question, RANA);

        answers.close(List.of(question), "not ours to answer", BY);

        assertThat(questions.all()).isEmpty();
        assertThat(rows("tell_handle")).isZero();
        assertThat(journal.before(Long.MAX_VALUE, 1).getFirst()).satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("question-closed");
            assertThat(entry.detail()).isEqualTo("not ours to answer");
        });
    }

    @Test
    void f10_whatWasWithdrawnBeforeItsTurnIsNotSaid() {
        Update.Id road = new Update.Id("aid-water-qah-0112");
        OpenQuestion.Id question = asked("is there a flying well", Language.ENGLISH);
        questions.tellWhenKnown(question, RANA);
        ear().next(RANA, new Outcome.TryAgain(Duration.ofMillis(50)));
        ear().open(false);
        answers.link(List.of(question), road, BY);
        ear().await(() -> ear().waiting() == 1);
        desk.withdraw(EDITOR, road, 1, "");

        ear().open(true);
        ear().await(() -> rows("owed") == 0);

        assertThat(ear().said()).isEmpty();
    }

    @Test
    void p6_whoIsForgottenWhileItIsBeingSentHearsNothingAfterwards() {
        OpenQuestion.Id question = asked("is there a flying tent", Language.ENGLISH);
        questions.tellWhenKnown(question, RANA);
        questions.tellWhenKnown(question, OMAR);
        ear().open(false);
        answers.link(List.of(question), CAMP, BY);
        ear().await(() -> ear().waiting() == 2);

        conversation.hear(new Incoming.Pressed(RANA, "en", "/forget yes", false));
        ear().open(true);
        ear().await(() -> rows("owed") == 0 && ear().waiting() == 0);

        assertThat(ear().to(RANA)).isEmpty();
        assertThat(ear().to(OMAR)).hasSize(1);
    }

    @Test
    void p16_aChatThatBlockedUsIsErased() {
        residents.remember(RANA, Language.ENGLISH);
        OpenQuestion.Id question = asked("is there a flying hospital", Language.ENGLISH);
        questions.tellWhenKnown(question, RANA);
        ear().next(RANA, new Outcome.Unreachable());

        answers.link(List.of(question), CAMP, BY);
        ear().await(() -> rows("owed") == 0 && rows("resident") == 0);

        assertThat(ear().said()).isEmpty();
    }

    @Test
    void p13_theCorrectionIsCountedThenConfirmedThenSentOnce() {
        Resident rana = residents.remember(RANA, Language.ENGLISH);
        Resident omar = residents.remember(OMAR, Language.ARABIC);
        told(rana, "camp-deir-hassan-0110");
        told(omar, "camp-deir-hassan-0110");

        Corrections.Pending pending = corrections.pending().getFirst();
        assertThat(corrections.pending()).hasSize(1);
        assertThat(pending.cause()).isEqualTo(Correction.Cause.SUPERSEDED);
        assertThat(pending.people()).hasToString("<10");
        assertThat(ear().said()).isEmpty();

        assertThat(corrections.confirm(pending.told().id(), "1-WITHDRAWN", BY)).isEmpty();
        assertThat(corrections.confirm(pending.told().id(), pending.mark(), BY)).isPresent();
        ear().await(() -> ear().said().size() == 2 && rows("owed") == 0);

        assertThat(ear().to(RANA).getFirst().text())
                .startsWith("CORRECTION: what we told you no longer stands:\n")
                .contains("\n\nNow:\n\n");
        assertThat(ear().to(RANA).getFirst().lane()).isEqualTo(Messenger.Lane.URGENT);
        assertThat(ear().to(OMAR).getFirst().text()).startsWith("تصحيح: ما أخبرناكم به لم يعد قائماً:\n");
        assertThat(corrections.pending()).isEmpty();
        assertThat(corrections.confirm(pending.told().id(), pending.mark(), BY)).isEmpty();
        assertThat(receipts.of("camp-deir-hassan-0112")).hasSize(2);
        ear().await(() -> corrections.confirmed(5).getFirst().left().isNone());
        assertThat(corrections.confirmed(5)).singleElement().satisfies(done -> {
            assertThat(done.expected()).hasToString("<10");
            assertThat(done.told()).isEqualTo(new Headcount(2));
            assertThat(done.missed().isNone()).isTrue();
        });
        assertThat(journal.before(Long.MAX_VALUE, 1).getFirst().detail()).isEqualTo("SUPERSEDED, <10 people");
    }

    @Test
    void law6_whatWasWithdrawnIsCorrectedWithoutAnythingInItsPlace() {
        Update.Id water = new Update.Id("aid-water-salqin-0110");
        Resident rana = residents.remember(RANA, Language.ENGLISH);
        told(rana, water.value());
        assertThat(corrections.pending()).isEmpty();
        assertThat(desk.withdraw(EDITOR, water, 1, "")).isInstanceOf(Ruling.Stands.class);

        Corrections.Pending pending = corrections.pending().getFirst();
        corrections.confirm(water, pending.mark(), BY);
        ear().await(() -> ear().to(RANA).size() == 1 && rows("owed") == 0);

        assertThat(ear().to(RANA).getFirst().text())
                .startsWith("CORRECTION")
                .endsWith("We have nothing newer. Please ask again before you move.");
    }

    @Test
    void whatMeansTheSameAboutTheSameAreaIsOneGroupInWhateverLanguage() {
        Place.Id saraqib = new Place.Id("saraqib");
        Place.Id idlib = new Place.Id("idlib");
        asked("is the bakery open today?", Language.ENGLISH, saraqib);
        asked("bakery open?", Language.ENGLISH, saraqib);
        asked("الفرن مفتوح؟", Language.ARABIC, saraqib);
        asked("is the bakery open today?", Language.ENGLISH, idlib);
        OpenQuestion.Id dialysis = asked("where is dialysis", Language.ENGLISH, saraqib);
        asked("where is dialysis", Language.ENGLISH, saraqib);
        questions.tellWhenKnown(dialysis, RANA);

        List<OpenGroup> all = groups.all();

        assertThat(all).hasSize(3);
        assertThat(all.getFirst().questions()).hasSize(3).allSatisfy(question -> assertThat(question.place())
                .isEqualTo(saraqib));
        assertThat(all.getFirst().ways().get(Language.ARABIC)).containsExactly("الفرن مفتوح؟");
        assertThat(all.get(1).ids()).containsExactly(dialysis);
        assertThat(all.get(1).asked()).isEqualTo(2);
        assertThat(all.get(1).waiting()).hasToString("<10");
        assertThat(groups.of(dialysis)).contains(all.get(1));
    }

    @Test
    void aThumbsDownArrivesHereWithoutWhoGaveIt() {
        conversation.hear(new Incoming.Said(RANA, "en", "where is the nearest camp to Sarmada with room?", false));
        conversation.hear(new Incoming.Pressed(RANA, "en", "/notuseful camp-killi-0112", false));

        assertThat(questions.all()).singleElement().satisfies(question -> {
            assertThat(question.reason()).isEqualTo(OpenQuestion.Reason.NOT_USEFUL);
            assertThat(question.topic()).isEqualTo("camp");
        });
        assertThat(rows("tell_handle")).isZero();
    }

    @Test
    void p2_aCopyTakenAtAnyMomentJoinsNoQuestionToAChatOnceItIsAnswered() {
        OpenQuestion.Id question = asked("is there a flying canary", Language.ENGLISH);
        questions.tellWhenKnown(question, RANA);
        ear().open(false);
        answers.link(List.of(question), new Update.Id("guidance-rumours"), BY);
        ear().await(() -> ear().waiting() == 1);

        String owed = jdbc.sql("select * from owed").query().listOfRows().toString();
        assertThat(owed).doesNotContain(question.value(), "canary");
        assertThat(rows("tell_handle")).isZero();
        ear().open(true);
        ear().await(() -> rows("owed") == 0);
    }

    private OpenQuestion.Id asked(String words, Language language, Place.Id place) {
        return questions.ask(words, language, place, null, OpenQuestion.Reason.UNKNOWN);
    }

    private OpenQuestion.Id asked(String words, Language language) {
        return questions.ask(words, language, null, null, OpenQuestion.Reason.UNKNOWN);
    }

    private void told(Resident resident, String update) {
        receipts.told(resident.id(), update, 1, clock.instant().plus(Duration.ofHours(10)));
    }

    private Path folder() {
        return Path.of(environment.getRequiredProperty("aman.knowledge"));
    }

    @Autowired
    Environment environment;

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}

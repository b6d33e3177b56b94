package org.aman.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.aman.Aman;
import org.aman.alert.AlertControls;
import org.aman.alert.AlertDesk;
import org.aman.alert.AlertState;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.alert.Suggestion;
import org.aman.alert.Suggestions;
import org.aman.conversation.Conversation;
import org.aman.conversation.Incoming;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Following;
import org.aman.knowledge.Freeze;
import org.aman.knowledge.Life;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.knowledge.Written;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.RightToLeft;
import org.aman.message.Button;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Reply;
import org.aman.place.Place;
import org.aman.resident.Residents;
import org.aman.staff.Journal;
import org.aman.staff.Role;
import org.aman.staff.TelegramLinks;
import org.aman.staff.Volunteer;
import org.aman.staff.Volunteers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Volunteers and admins at work in their chats: the whole service, with a channel on which all can be reached. */
@SpringBootTest(
        classes = {Aman.class, DutyContract.Channel.class},
        properties = {
            "aman.scenario-time=2020-01-12T18:00:00+02:00",
            "aman.telegram.token=",
            "aman.review.hold-window=30m",
            "aman.alert.override=true",
            "server.port=0",
            "management.server.port=0"
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class DutyContract {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Instant NOON = Instant.parse("2020-01-12T10:00:00Z");
    private static final String CUT = "الطريق M5 عند سراقب مقطوع منذ 12:00.";
    private static final String CHANNEL = "أخبار إدلب";

    @TestConfiguration
    static class Channel {
        @Bean
        Messenger pager() {
            return new Pager();
        }
    }

    @Autowired
    Messenger messenger;

    @Autowired
    Duty duty;

    @Autowired
    Conversation conversation;

    @Autowired
    TelegramLinks links;

    @Autowired
    Volunteers volunteers;

    @Autowired
    DraftDesk desk;

    @Autowired
    Drafts drafts;

    @Autowired
    Updates updates;

    @Autowired
    Following following;

    @Autowired
    Freeze freeze;

    @Autowired
    AlertDesk alertDesk;

    @Autowired
    Alerts alerts;

    @Autowired
    AlertControls controls;

    @Autowired
    Residents residents;

    @Autowired
    Journal journal;

    @Autowired
    List<Round> rounds;

    @Autowired
    Notices notices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Messages messages;

    static void settings(DynamicPropertyRegistry settings, Path data, String url) {
        settings.add("spring.datasource.url", () -> url);
        settings.add("aman.key-file", () -> data.resolve("aman.key"));
        settings.add("aman.index", () -> data.resolve("index"));
    }

    /** What one test began must not wait for the people of the next. */
    @BeforeEach
    void nobodyIsOnDuty() {
        for (String table : List.of(
                "telegram_code", "telegram_link", "duty_slip", "duty_notice", "draft_approval", "draft_version", "draft",
                "following", "publishing_freeze", "alert_delivery", "alert_post", "alert_place", "alert_revision", "alert", "resident_area",
                "resident")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update alert_brake set frozen_by = null, frozen_at = null, released_by = null").update();
    }

    private Pager pager() {
        return (Pager) messenger;
    }

    /** Somebody with a telephone. */
    private final class Person {
        private final Volunteer.Id id;
        private final Chat chat;
        private List<Reply> last = List.of();

        Person(Role role, Language language) {
            this(role, language, "");
        }

        /** @param same the id of an account of the same person; empty for somebody new */
        Person(Role role, Language language, String same) {
            int number = PEOPLE.incrementAndGet();
            id = new Volunteer.Id("person-" + number);
            chat = new Chat("telegram", Integer.toString(81_000_000 + number));
            jdbc.sql("""
                    insert into volunteer (id, name, name_key, role, language, active, person, password, totp, totp_step,
                                           since_at)
                    values (:id, :name, :name, :role, :language, 1, :person, 'none', 'none', 0, 0)
                    """)
                    .param("id", id.value())
                    .param("name", "Colleague " + number)
                    .param("role", role.name())
                    .param("language", language.code())
                    .param("person", same.isEmpty() ? id.value() : same)
                    .update();
        }

        Person linked() {
            says("/link " + links.newCode(volunteer()));
            assertThat(links.isLinked(volunteer())).isTrue();
            return this;
        }

        Volunteer volunteer() {
            return volunteers.volunteer(id).orElseThrow();
        }

        Person says(String words) {
            return hears(duty.hear(new Incoming.Said(chat, "en", words, false)));
        }

        Person forwards(String words, String source) {
            return hears(duty.hear(new Incoming.Forwarded(chat, "en", words, source, NOON)));
        }

        Person presses(String value) {
            return hears(duty.hear(new Incoming.Pressed(chat, "en", value, false)));
        }

        private Person hears(Optional<List<Reply>> replies) {
            last = replies.orElse(List.of());
            return this;
        }

        /** Presses the button that says this, under what was last said. */
        Person chooses(String label) {
            return presses(value(last, label));
        }

        Person chooses(Reply under, String label) {
            return presses(value(List.of(under), label));
        }

        String heard() {
            return RightToLeft.unmarked(String.join("\n\n", last.stream().map(Reply::text).toList()));
        }

        Person hears(String words) {
            assertThat(heard()).contains(words);
            return this;
        }

        /** Waits for a notice with these words. */
        Reply isTold(String words) {
            return pager().awaits(chat, words, 0);
        }

        Person hearsStale() {
            return hears(messages.text("duty.stale", volunteer().language()));
        }
    }

    static String value(List<Reply> replies, String label) {
        List<Button> buttons = replies.stream()
                .flatMap(reply -> reply.buttons().stream())
                .flatMap(List::stream)
                .toList();
        return buttons.stream()
                .filter(button -> RightToLeft.unmarked(button.label()).startsWith(label))
                .map(Button::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label + " among " + buttons + " under " + replies));
    }

    /** A draft in English, filled in up to its last question. */
    private Person writesOf(Person writer, String text) {
        writer.says("/draft " + text).chooses("Roads").chooses("closed");
        writer.chooses("Saraqib").chooses("Take the first sentence").chooses("confirmed");
        return writer.says("Civil Defence").chooses("responders").chooses("Monday");
    }

    private Draft only(Life state) {
        List<Draft> all = drafts.in(List.of(state), 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Draft handedIn(Person writer) {
        writesOf(writer, "Road M5 at Saraqib is cut.").chooses("Leave it out").chooses("Hand in");
        writer.hears("Handed in");
        return only(Life.IN_REVIEW);
    }

    @Test
    void aForwardedMessageIsAskedAboutApprovedByAnotherAndAnswers() {
        Person huda = new Person(Role.VOLUNTEER, Language.ARABIC).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();

        huda.forwards(CUT, CHANNEL).hears("بدأت مسودة").hears("ما الموضوع؟").chooses("الطرق");
        huda.hears("كيف الحال؟").chooses("مغلق").hears("أين؟").chooses("سراقب");
        huda.hears("عنواناً قصيراً بالعربية").chooses("خذوا الجملة الأولى").hears("ما مدى التأكد").chooses("مؤكد");
        huda.hears("ما نوع هذا المصدر؟").chooses(messages.text("console.page.kind-of.media", Language.ARABIC));
        huda.hears("حتى متى").says("٢٣:٣٠").hears("عنواناً قصيراً بالإنجليزية");
        huda.says("Road M5 at Saraqib cut since 12:00").hears("النص بالإنجليزية");
        huda.says("Road M5 at Saraqib has been cut since 13:00.").hears("13:00").hears("النص بالإنجليزية");
        huda.says("Road M5 at Saraqib has been cut since 12:00.").hears("لا شيء يمنعها").hears(CUT);
        huda.chooses("تسليم").hears("سُلّمت");

        Draft draft = only(Life.IN_REVIEW);
        Reply notice = omar.isTold("A new update waits");
        assertThat(RightToLeft.unmarked(notice.text()))
                .contains("Roads: closed", "Saraqib", CUT, "Road M5 at Saraqib has been cut since 12:00.")
                .contains("Source: " + CHANNEL + " · media · Sunday 12 January, 12:00")
                .contains("Holds until: Sunday 12 January, 23:30")
                .contains("Checked: Sunday 12 January, 18:");
        omar.chooses(notice, "Approve: it answers at once").hears("It answers from now on");

        Update update = updates.answering(draft.update().orElseThrow()).orElseThrow();
        assertThat(update.text().best(Language.ARABIC)).isEqualTo(CUT);
        assertThat(update.sources().getFirst().at()).isEqualTo(NOON);
        assertThat(update.expires()).isEqualTo("2020-01-12T21:30:00Z");
        assertThat(journal.before(Long.MAX_VALUE, 20))
                .filteredOn(entry -> entry.act().equals("draft-approved"))
                .first()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo(omar.id.value());
                    assertThat(entry.detail()).isEqualTo(draft.hash());
                });
        assertThat(journal.firstBroken()).isEmpty();
    }

    @Test
    void whatIsReturnedComesBackToItsWriterWithTheReasonAndIsHandedInAgain() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person omar = new Person(Role.EDITOR, Language.ARABIC).linked();
        Draft first = handedIn(rana);

        Reply notice = omar.isTold("تنتظر شخصاً ثانياً");
        omar.chooses(notice, "إعادة").hears("اكتبوا ما ينبغي إصلاحه");
        omar.says("أي جهة من المدينة؟").hears("أُعيدت");

        Reply back = rana.isTold("A draft of yours came back");
        assertThat(back.text()).contains("أي جهة من المدينة؟");
        rana.chooses(back, "Show the draft").chooses("Change something").chooses("English text");
        rana.says("Road M5 at Saraqib is cut on its eastern side.").chooses("Leave it out").chooses("Hand in");
        Draft second = only(Life.IN_REVIEW);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.version()).isGreaterThan(first.version());

        omar.chooses(notice, "اعتماد").hearsStale();
        Reply again = omar.isTold("eastern side");
        omar.chooses(again, "اعتماد").hears("اعتُمدت");
        assertThat(updates.answering(first.update().orElseThrow())).isPresent();
    }

    @Test
    void whatWasNotUnderstoodIsAskedAgainAndNothingIsLost() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();

        rana.says("/draft The road is cut.").says("roads or something").hears("Please press one of the buttons");
        rana.says("roads").says("CLOSED").hears("Where is it?");
        rana.says("Nowhereville").hears("We know no place called Nowhereville");
        rana.says("Saraqib, Ariha").hears("title in English").says("Road cut");
        rana.chooses("confirmed").says("Civil Defence").chooses("responders");
        rana.says("at dusk").hears("This is no time we can read").says("31.2. 18:00").hears("no time we can read");
        rana.says("2020-01-12 10:00").hears("Until when");
        rana.says("2020-01-13 10:00").hears("title in Arabic");
        assertThat(only(Life.DRAFT).written().places()).containsExactly("saraqib", "ariha");
        rana.presses(value(rana.last, "Leave it out")).hears("Holds until: Monday 13 January, 10:00");
    }

    @Test
    void theSameMessageAgainGoesOnWithItsDraft() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();

        rana.forwards(CUT, "").chooses("Roads");
        rana.forwards(CUT, "").hears("How does it stand?");

        Written written = only(Life.DRAFT).written();
        assertThat(written.sources()).singleElement().satisfies(source -> {
            assertThat(source.nameArabic() + source.nameEnglish()).isEmpty();
            assertThat(source.at()).isEqualTo(NOON.toString());
        });
    }

    @Test
    void cancelKeepsTheDraftAndWordsAreQuestionsAgain() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();

        rana.says("/draft The road is cut.").says("/cancel").hears("Kept as a draft");

        assertThat(only(Life.DRAFT).version()).isEqualTo(1);
        assertThat(rana.says("roads").last).isEmpty();
        rana.says("/cancel").hears("Nothing was being asked");
        rana.says("/duty").hears("drafts of yours: 1").chooses("Draft: ").hears("What is it about?");
    }

    @Test
    void whatIsNoActOfDutyIsAnsweredAsAResidents() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person reader = new Person(Role.READER, Language.ENGLISH).linked();
        Chat stranger = new Chat("telegram", "4711");

        assertThat(rana.says("is the road to Saraqib open?").last).isEmpty();
        assertThat(rana.says("/now").last).isEmpty();
        assertThat(rana.says("/alert 12").last).isEmpty();
        assertThat(reader.forwards(CUT, CHANNEL).last).isEmpty();
        assertThat(reader.says("/draft words").hears("Your role does not allow this").last).hasSize(1);
        for (String command : List.of("/draft words", "/freeze", "/duty", "/cancel", "/watch", "/unlink")) {
            assertThat(duty.hear(new Incoming.Said(stranger, "en", command, false))).as(command).isEmpty();
        }
        assertThat(drafts.in(List.of(Life.DRAFT), 10)).isEmpty();
    }

    @Test
    void aCodeLinksOnceAndAWrongUsedOrLateOneSaysSo() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH);
        Person omar = new Person(Role.EDITOR, Language.ENGLISH);
        String code = links.newCode(rana.volunteer());

        omar.says("/link not-a-code").hears("This code does not work");
        rana.says("/link " + code).hears("This chat is linked to your account");
        omar.says("/link " + code).hears("This code does not work");
        rana.says("/link " + code).hears("linked to your account already");
        String late = links.newCode(omar.volunteer());
        jdbc.sql("update telegram_code set until_at = 1").update();
        omar.says("/link " + late).hears("This code does not work");
        assertThat(links.isLinked(omar.volunteer())).isFalse();

        rana.says("/unlink").hears("no longer linked");
        assertThat(links.isLinked(rana.volunteer())).isFalse();
        assertThat(rana.says("/duty").last).isEmpty();
    }

    @Test
    void a5_codesCannotBeGuessedAtLeisure() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH);

        for (int i = 0; i < 10; i++) {
            rana.says("/link guess-" + i).hears("This code does not work");
        }
        rana.says("/link " + links.newCode(rana.volunteer())).hears("Too many wrong codes");

        assertThat(links.isLinked(rana.volunteer())).isFalse();
    }

    @Test
    void a8_whoIsDisabledIsOnDutyNoMore() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        rana.says("/draft The road is cut.");
        String button = value(rana.last, "Roads");

        jdbc.sql("update volunteer set active = 0 where id = :id").param("id", rana.id.value()).update();

        assertThat(rana.presses(button).last).isEmpty();
        assertThat(rana.says("roads").last).isEmpty();
        assertThat(only(Life.DRAFT).version()).isEqualTo(1);
    }

    @Test
    void a35_nobodyIsOnDutyWhereManyRead() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        rana.says("/draft The road is cut.");
        String button = value(rana.last, "Roads");
        Person omar = new Person(Role.EDITOR, Language.ENGLISH);
        String code = links.newCode(omar.volunteer());

        for (String words : List.of("/draft words", "/freeze", "roads")) {
            assertThat(duty.hear(new Incoming.Said(rana.chat, "en", words, true))).as(words).isEmpty();
        }
        assertThat(duty.hear(new Incoming.Pressed(rana.chat, "en", button, true))).isEmpty();
        assertThat(duty.hear(new Incoming.Said(omar.chat, "en", "/link " + code, true)).orElseThrow())
                .singleElement()
                .satisfies(reply -> assertThat(reply.text()).contains("private chat only"));
        assertThat(links.isLinked(omar.volunteer())).isFalse();
        assertThat(only(Life.DRAFT).version()).isEqualTo(1);
        assertThat(freeze.now()).isEmpty();
    }

    @Test
    void a15_nobodyIsAskedToApproveTheirOwnWorkUnderWhateverAccount() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person ranaToo = new Person(Role.EDITOR, Language.ENGLISH, rana.id.value()).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Draft draft = handedIn(rana);

        Reply notice = omar.isTold("A new update waits");
        String approve = value(List.of(notice), "Approve");

        rana.says("/duty").hears("reviews: 0");
        ranaToo.says("/duty").hears("reviews: 0");
        rana.presses(approve).hears("made for somebody else");
        ranaToo.presses(approve).hears("made for somebody else");
        assertThat(pager().to(rana.chat, "waits for a second person")).isEmpty();
        assertThat(pager().to(ranaToo.chat, "waits for a second person")).isEmpty();
        assertThat(drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(Life.IN_REVIEW);

        String forged = approve.replaceFirst("duty \\S+", "duty " + ownReview(ranaToo, draft));
        ranaToo.presses(forged).hears("You wrote a part of this");
        assertThat(drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(Life.IN_REVIEW);
    }

    /** A slip that they should never get: the desk itself must refuse. */
    private String ownReview(Person who, Draft draft) {
        jdbc.sql("""
                insert into duty_slip (token, volunteer_id, kind, subject, revision, hash, field, awaits_until, note, until_at)
                values ('stolen', :who, 'REVIEW', :draft, :version, :hash, '', 0, '', :until)
                """)
                .param("who", who.id.value())
                .param("draft", draft.id().value())
                .param("version", draft.version())
                .param("hash", draft.hash())
                .param("until", clock.millis() + 1_000_000)
                .update();
        return "stolen";
    }

    @Test
    void a16_aButtonApprovesWhatWasShownAndNothingThatCameLater() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Draft shown = handedIn(rana);
        Reply notice = omar.isTold("A new update waits");

        Written other = new Filling(null, null, null, clock).begun("Road M5 is open.", "", NOON);
        Draft changed = kept(desk.save(rana.volunteer(), shown.id(), shown.version(), new Written(
                shown.written().id(), shown.written().topic(), "open", shown.written().places(),
                shown.written().confidence(), "", shown.written().verified(), shown.written().expires(), "", "", List.of(),
                other.arabic(), new Written.Words("Road open", "Road M5 is open.", List.of()), shown.written().sources())));
        kept(desk.handIn(rana.volunteer(), shown.id(), changed.version()));

        omar.chooses(notice, "Approve").hearsStale();
        omar.chooses(notice, "Return").hearsStale();
        assertThat(drafts.draft(shown.id()).orElseThrow().state()).isEqualTo(Life.IN_REVIEW);
        assertThat(updates.update(shown.update().orElseThrow())).isEmpty();
    }

    private static Draft kept(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Kept.class);
        return ((Ruling.Kept) ruling).draft();
    }

    @Test
    void a17_oneOfTwoApprovalsAtOnceCountsAndTheOtherIsTold() throws Exception {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Draft draft = handedIn(rana);
        List<Callable<Person>> presses = new ArrayList<>();
        for (Person reviewer : List.of(omar, salma)) {
            Reply notice = reviewer.isTold("A new update waits");
            presses.add(() -> reviewer.chooses(notice, "Approve"));
        }

        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            two.invokeAll(presses).forEach(done -> assertThat(done).isDone());
        }

        assertThat(List.of(omar.heard(), salma.heard()))
                .anyMatch(heard -> heard.contains("It answers from now on"))
                .anyMatch(heard -> heard.contains("Nothing was done"));
        assertThat(updates.update(draft.update().orElseThrow()).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void a33_aForgedOldOrReplayedButtonDoesNothingAndSaysSo() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Draft draft = handedIn(rana);
        Reply notice = omar.isTold("A new update waits");
        String approve = value(List.of(notice), "Approve");

        omar.presses("/duty 2222222222222222 approve").hears("This button does nothing");
        omar.presses("/duty").hears("Waiting for you");
        omar.presses(approve.replace("approve", "publish ' or 1=1 --")).hears("This button does nothing");
        assertThat(drafts.draft(draft.id()).orElseThrow().state()).isEqualTo(Life.IN_REVIEW);
        jdbc.sql("update duty_slip set until_at = 1").update();
        omar.presses(approve).hears("This button does nothing");
        jdbc.sql("update duty_slip set until_at = :until").param("until", clock.millis() + 1_000_000).update();

        omar.presses(approve).hears("It answers from now on");
        omar.presses(approve).hearsStale();
        assertThat(duty.hear(new Incoming.Pressed(new Chat("telegram", "4711"), "en", approve, false))).isEmpty();
        assertThat(updates.update(draft.update().orElseThrow()).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void holdLeavesANewDraftWaitingAndTakesAnOldUpdateOut() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Draft draft = handedIn(rana);
        Reply notice = omar.isTold("A new update waits");

        omar.chooses(notice, "Hold: leave it waiting").hears("It stays in review");
        omar.chooses(notice, "Approve").hears("It answers from now on");
        Update.Id id = draft.update().orElseThrow();
        Draft change = kept(desk.startFrom(rana.volunteer(), id));
        kept(desk.handIn(rana.volunteer(), change.id(), change.version()));

        Reply second = omar.isTold("A change of an update waits");
        omar.chooses(second, "Hold: take what answers now out").hears("Taken out of the answers");
        assertThat(updates.state(id)).contains(Updates.State.HELD);
    }

    @Test
    void a19_whatNeededTwoWaitsAndAnybodyOnDutyStopsItWithOnePress() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person huda = new Person(Role.VOLUNTEER, Language.ARABIC).linked();
        rana.says("/draft The truce in Saraqib was broken.").chooses("Truce").chooses("violated").chooses("Saraqib");
        rana.chooses("Take the first sentence").chooses("confirmed").says("Civil Defence").chooses("responders");
        rana.chooses("Monday").chooses("Leave it out").chooses("Hand in");
        omar.chooses(omar.isTold("A new update waits"), "Approve: it answers in 30 minutes").hears("unless somebody stops it");

        Reply warning = huda.isTold("ما لم توقفوها");
        assertThat(warning.text()).contains("The truce in Saraqib was broken");
        assertThat(pager().to(omar.chat, "unless you stop it")).isEmpty();
        huda.chooses(warning, "وقف").hears("أُوقفت");

        assertThat(only(Life.DRAFT).note()).isEqualTo(messages.text("duty.review.stop-reason", Language.ARABIC));
        rana.isTold("A draft of yours came back");
        huda.chooses(warning, "وقف").hearsStale();
    }

    @Test
    void aChangedMessageAnswersNoQuestion() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        assertThat(duty.hear(new Incoming.Edited(rana.chat, "en", "is it open?"))).isEmpty();
        rana.says("/draft The road is cut.");

        assertThat(duty.hear(new Incoming.Edited(rana.chat, "en", "roads")).orElseThrow())
                .singleElement()
                .satisfies(reply -> assertThat(reply.text()).contains("A changed message answers nothing"));
        assertThat(only(Life.DRAFT).version()).isEqualTo(1);
    }

    private Update endsSoon(Person writer) {
        Written written = new Written(
                "", "road", "closed", List.of("saraqib"), "confirmed", "", clock.instant().minusSeconds(60).toString(),
                clock.instant().plus(Duration.ofHours(1)).toString(), "", "", List.of(),
                new Written.Words("", "", List.of()),
                new Written.Words("Road cut", "The road is cut.", List.of()),
                List.of(new Written.Cited(
                        "", "Civil Defence", "responder", clock.instant().minusSeconds(120).toString(), "", "", "", false)));
        Draft draft = kept(desk.start(writer.volunteer(), written, Draft.Origin.TEXT));
        Ruling ruling = desk.publishAlone(writer.volunteer(), draft.id(), draft.hash());
        assertThat(ruling).isInstanceOf(Ruling.Published.class);
        return ((Ruling.Published) ruling).update();
    }

    @Test
    void whatEndsSoonIsToldOnceToItsFollowersAndOnePressRenewsIt() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();
        rana.says("/watch Saraqib").hears("You are reminded of: Saraqib");
        omar.says("/watch").hears("reminded of nothing").chooses("+ Camps").hears("Camps and shelters");
        Update update = endsSoon(rana);

        Reply reminder = rana.isTold("Road cut");
        assertThat(reminder.text()).contains("The road is cut.");
        new Rounds(links, journal, rounds, clock).look();
        assertThat(notices.take(10, "another replica")).isEmpty();
        assertThat(pager().to(omar.chat, "Road cut")).isEmpty();

        rana.chooses(reminder, "Still true").hears("Checked again");
        Update renewed = updates.answering(update.id()).orElseThrow();
        assertThat(renewed.revision()).isEqualTo(update.revision() + 1);
        assertThat(renewed.expires()).isAfter(clock.instant().plus(Duration.ofHours(11)));
        rana.chooses(reminder, "Still true").hearsStale();
        rana.chooses(reminder, "Withdraw").hearsStale();
        assertThat(updates.answering(update.id())).isPresent();
    }

    @Test
    void whatIsNoLongerTrueIsTakenOutByOnePress() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person huda = new Person(Role.VOLUNTEER, Language.ENGLISH).linked();
        following.follow(rana.id, new Following.Followed(new Topic.Id("road"), null));
        following.follow(huda.id, new Following.Followed(null, new Place.Id("saraqib")));
        Update update = endsSoon(rana);
        Reply tooLate = rana.isTold("Road cut");

        huda.chooses(huda.isTold("Road cut"), "Hold: out of the answers for now").hears("until somebody has checked");
        assertThat(updates.state(update.id())).contains(Updates.State.HELD);
        rana.chooses(tooLate, "Withdraw").hearsStale();
    }

    private org.aman.alert.Draft warning() {
        Instant now = clock.instant();
        return new org.aman.alert.Draft(
                org.aman.alert.Alert.Kind.WARNING,
                org.aman.alert.Alert.Severity.SEVERE,
                org.aman.alert.Alert.Urgency.IMMEDIATE,
                org.aman.alert.Alert.Certainty.LIKELY,
                List.of(new Place.Id("saraqib")),
                null,
                new org.aman.alert.Draft.Texts(
                        new Bilingual("الدفاع المدني", "Civil Defence"),
                        new Bilingual("قصف على طرق سراقب.", "Shelling on the roads of Saraqib."),
                        new Bilingual("ابقوا في الأقبية.", "Stay in cellars."),
                        new Bilingual("حتى الطريق M5", "Up to road M5"),
                        null),
                new org.aman.alert.Draft.Span(now, now, now.plus(Duration.ofHours(6))),
                null,
                null,
                null);
    }

    private Filed proposed(Person by) {
        Chat chat = new Chat("telegram", "90000001");
        residents.remember(chat, Language.ENGLISH);
        residents.settle(chat, new Place.Id("saraqib"));
        return ((org.aman.alert.Ruling.Granted) alertDesk.propose(warning(), by.volunteer())).filed();
    }

    @Test
    void anAlertIsApprovedByAnotherWhoSeesItWholeAndTypesTheArea() {
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Person nour = new Person(Role.ADMIN, Language.ARABIC).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Filed proposal = proposed(salma);

        Reply notice = nour.isTold("هذا بالضبط ما سيُرسل");
        assertThat(RightToLeft.unmarked(notice.text()))
                .contains(RightToLeft.unmarked(proposal.said().text().best(Language.ARABIC)))
                .contains(proposal.said().text().best(Language.ENGLISH))
                .contains("<10");
        salma.presses(value(List.of(notice), "اعتماد")).hears("made for somebody else");
        nour.chooses(notice, "اعتماد").hears("اسم المنطقة").says("حلب").hears("سراقب");
        assertThat(alerts.filed(proposal.alert().number()).orElseThrow().state()).isEqualTo(AlertState.PROPOSED);
        nour.says("سراقب").hears("يُرسل الآن. العدد الذي يصل إليه: <10");

        assertThat(alerts.told(proposal.alert().number())).isPresent();
        nour.chooses(notice, "اعتماد").hearsStale();
        nour.chooses(notice, "إسقاط").hearsStale();
        salma.isTold("is going out, approved by");
        omar.isTold("is going out, approved by");
        assertThat(pager().to(salma.chat, "waits for a second person")).isEmpty();
        assertThat(pager().to(omar.chat, "waits for a second person")).isEmpty();
    }

    @Test
    void anAlertIsProposedAnswerByAnswerAndWaitsForASecondPerson() {
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Person nour = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();
        proposed(nour);

        omar.says("/alert").hears("Your role does not allow this");
        salma.says("/alert").hears("What kind of alert").chooses("Warning").hears("which area").says("Nowhereville");
        salma.hears("no place called Nowhereville").says("Saraqib").chooses("severe").chooses("at once");
        Reply asked = salma.last.getFirst();
        salma.chooses("likely").says("قصف على طرق سراقب.").says("Shelling on the roads of Saraqib.");
        salma.says("ابقوا في الأقبية.").says("Stay in cellars now.").says("الدفاع المدني").says("Civil Defence");
        salma.says("23:30").hears("Write the day and the time").hears("what to do in English").says("Stay in cellars.");
        salma.hears("This would go out").hears("قصف على طرق سراقب.").hears("Shelling on the roads").hears("<10");
        salma.chooses(asked, "possible").hears("This button does nothing");
        salma.says("/duty").hears("alerts to decide: 1");
        assertThat(alerts.proposals()).hasSize(1);
    }

    @Test
    void aProposalFromATelephoneIsApprovedFromAnother() {
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Person nour = new Person(Role.ADMIN, Language.ENGLISH).linked();
        residents.remember(new Chat("telegram", "90000001"), Language.ENGLISH);
        residents.settle(new Chat("telegram", "90000001"), new Place.Id("saraqib"));

        salma.says("/alert").chooses("Warning").says("Saraqib").chooses("severe").chooses("at once");
        salma.chooses("likely").says("قصف على طرق سراقب.").says("Shelling on the roads of Saraqib.");
        salma.says("ابقوا في الأقبية.").says("Stay in cellars.").says("الدفاع المدني").says("Civil Defence").says("23:30");
        String propose = value(salma.last, "Propose");
        salma.presses(propose).hears("waits for a second person");
        salma.presses(propose).hears("This button does nothing");

        nour.chooses(nour.isTold("Exactly this would go out"), "Approve").says("Saraqib").hears("goes out to <10 people now.");
        assertThat(alerts.told(alerts.published(Instant.EPOCH).getFirst().alert().number())).isPresent();
    }

    @Test
    void a15_whoProposedAnAlertCannotApproveItByWhateverButton() {
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Filed proposal = proposed(salma);
        salma.says("/duty").hears("alerts to decide: 0");
        jdbc.sql("""
                insert into duty_slip (token, volunteer_id, kind, subject, revision, hash, field, awaits_until, note, until_at)
                values ('stolen', :who, 'ALERT', :number, 1, :hash, '', 0, '', :until)
                """)
                .param("who", salma.id.value())
                .param("number", proposal.alert().number().toString())
                .param("hash", proposal.hash())
                .param("until", clock.millis() + 1_000_000)
                .update();

        salma.presses("/duty stolen approve").says("Saraqib").hears("You wrote this");

        assertThat(alerts.filed(proposal.alert().number()).orElseThrow().state()).isEqualTo(AlertState.PROPOSED);
        assertThat(salma.says("is it open?").last).isEmpty();
    }

    @Test
    void anAlertThatOnePersonSentIsReportedToAllAtOnceAndItsEndIsNoAllClear() {
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Person nour = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Person reader = new Person(Role.READER, Language.ENGLISH).linked();
        residents.remember(new Chat("telegram", "90000001"), Language.ENGLISH);
        residents.settle(new Chat("telegram", "90000001"), new Place.Id("saraqib"));

        assertThat(alertDesk.override(warning(), "Saraqib", salma.volunteer()))
                .isInstanceOf(org.aman.alert.Ruling.Granted.class);

        assertThat(reader.isTold("has sent alert").text()).contains("Colleague", "Stay in cellars.");
        nour.isTold("has sent alert");
        assertThat(pager().to(salma.chat, "has sent alert")).isEmpty();
        pager().awaits(new Chat("telegram", "90000001"), "Stay in cellars.", 0);
        jdbc.sql("update alert set until_at = :past").param("past", clock.millis() - 1).update();
        salma.isTold("That is no all-clear");
        assertThat(pager().to(reader.chat, "That is no all-clear")).isEmpty();
    }

    @Test
    void anAlertThatIsDroppedReachesNobody() {
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Person nour = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Filed proposal = proposed(salma);

        nour.chooses(nour.isTold("Exactly this would go out"), "Drop").hears("was dropped");

        assertThat(alerts.filed(proposal.alert().number()).orElseThrow().state()).isEqualTo(AlertState.DISCARDED);
    }

    @Test
    void a25_anybodyStopsAllAlertsWithOneCommandAndEverybodyHearsOfIt() {
        Person huda = new Person(Role.VOLUNTEER, Language.ENGLISH).linked();
        Person rana = new Person(Role.EDITOR, Language.ARABIC).linked();
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();

        huda.says("/freeze حساب مسروق").hears("All alerts and the publishing of what needs two people are stopped");
        assertThat(controls.frozen()).isPresent();
        assertThat(freeze.now().orElseThrow().reason()).isEqualTo("حساب مسروق");
        salma.isTold("has stopped all alerts");
        salma.isTold("has stopped the publishing");
        rana.isTold("حساب مسروق");
        assertThat(pager().to(huda.chat, "has stopped the publishing")).isEmpty();
    }

    @Test
    void whatAnotherServiceSentIsToldToWhoeverMayProposeAlerts(@Autowired Suggestions suggestions) {
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Person nour = new Person(Role.ADMIN, Language.ARABIC).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();

        Suggestion.Id id = new Suggestion.Id("came-in-" + PEOPLE.incrementAndGet());
        suggestions.lay(id, warning(), new Suggestion.Original("alerts.neighbour.example", "n-1", false, null, List.of()));

        assertThat(salma.isTold("Another service warns: alerts.neighbour.example").text()).contains("by itself");
        nour.isTold("جهة أخرى تنذر");
        assertThat(pager().to(omar.chat, "Another service")).isEmpty();
        suggestions.drop(id, salma.volunteer());
    }

    @Test
    void f28_anAlertThatIsHeldUpIsToldToWhoeverMayLetItGoOn() {
        Person salma = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Person nour = new Person(Role.ADMIN, Language.ENGLISH).linked();
        Filed proposal = proposed(salma);
        nour.chooses(nour.isTold("Exactly this would go out"), "Approve").says("Saraqib").hears("goes out to <10 people now.");

        controls.pause(proposal.alert().number(), salma.volunteer());

        salma.isTold("is held up");
        nour.isTold("is held up");
        controls.stop(proposal.alert().number(), salma.volunteer());
    }

    @Test
    void whoLeavesOrAsksToBeForgottenIsOnDutyNoMore() {
        Person rana = new Person(Role.EDITOR, Language.ENGLISH).linked();
        Person omar = new Person(Role.EDITOR, Language.ENGLISH).linked();

        assertThat(duty.hear(new Incoming.Left(rana.chat))).isEmpty();
        assertThat(omar.presses("/forget yes").last).isEmpty();

        assertThat(links.isLinked(rana.volunteer())).isFalse();
        assertThat(links.isLinked(omar.volunteer())).isFalse();
        assertThat(jdbc.sql("select count(*) from duty_slip").query(Integer.class).single()).isZero();
    }
}

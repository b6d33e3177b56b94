package org.aman.alert.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.aman.alert.Alert;
import org.aman.alert.Follow;
import org.aman.alert.Ruling;
import org.aman.alert.Suggestion;
import org.aman.alert.Suggestion.State;
import org.aman.database.Fight;
import org.aman.database.FreshDatabase;
import org.aman.knowledge.Finding;
import org.aman.language.Language;
import org.aman.place.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From another service's feed to a draft before the people on duty; kept so that nothing is taken twice. */
abstract class ImportContract {
    abstract FreshDatabase database();

    private Neighbourhood near;

    @BeforeEach
    void open() {
        near = new Neighbourhood(database());
    }

    @AfterEach
    void close() {
        near.close();
    }
    // What is taken

    @Test
    void aGoodWarningBecomesADraftForPeopleAndNeverAnAlertByItself() {
        near.comes(ForeignMessage.named("n-1"));

        Suggestion suggestion = near.only();
        assertThat(suggestion.draft().kind()).isEqualTo(Alert.Kind.ALARM);
        assertThat(suggestion.draft().severity()).isEqualTo(Alert.Severity.SEVERE);
        assertThat(suggestion.draft().places()).containsExactly(new Place.Id("saraqib"));
        assertThat(suggestion.draft().texts().source().best(Language.ENGLISH)).isEqualTo("Civil Defence");
        assertThat(suggestion.draft().texts().text().best(Language.ARABIC)).isEqualTo("قصف على طرق سراقب.");
        assertThat(suggestion.draft().span().until()).isEqualTo("2020-01-12T22:00:00Z");
        assertThat(suggestion.original().sender()).isEqualTo(ForeignMessage.SENDER);
        assertThat(suggestion.original().identifier()).isEqualTo("n-1");
        assertThat(near.duty.alerts.proposals()).isEmpty();
        assertThat(near.duty.alerts.published(java.time.Instant.EPOCH)).isEmpty();
        assertThat(near.imports.latest(9)).singleElement().satisfies(line -> {
            assertThat(line.isTaken()).isTrue();
            assertThat(line.at()).isEqualTo(near.clock.instant());
            assertThat(line.suggestion()).isEqualTo(suggestion.id());
        });
    }

    @Test
    void aDraftThatLacksNothingIsProposedByAPersonOnceAndApprovedByAnother() {
        near.comes(ForeignMessage.named("n-1"));
        Suggestion suggestion = near.only();

        Alert proposed = near.duty.proposes(suggestion);
        near.duty.approves(proposed);

        assertThat(near.duty.suggestions.find(suggestion.id()).orElseThrow().number()).isEqualTo(proposed.number());
        assertThat(near.duty.suggestions.waiting()).isEmpty();
        assertThat(near.duty.suggestions.propose(suggestion.id(), suggestion.draft(), near.duty.admin))
                .isInstanceOf(Ruling.Refused.class);
        assertThat(near.duty.alerts.proposals()).isEmpty();
    }

    @Test
    void whatItsSenderTookBackWhileSomebodyWroteIsNotProposed() {
        near.comes(ForeignMessage.named("n-1"));
        Suggestion suggestion = near.only();
        near.comes(ForeignMessage.named("n-2").sentAt("15:55:00").about("Cancel", ForeignMessage.SENDER, "n-1"));

        Ruling ruling = near.duty.suggestions.propose(suggestion.id(), suggestion.draft(), near.duty.admin);

        assertThat(((Ruling.Refused) ruling).why()).extracting(Finding::key).containsExactly("alert.suggestion-over");
        assertThat(near.duty.alerts.proposals()).isEmpty();
    }

    @Test
    void aDraftIsDroppedByWhoMayProposeAndTheJournalTells() {
        near.comes(ForeignMessage.named("n-1"));
        Suggestion suggestion = near.only();

        assertThat(near.duty.suggestions.drop(suggestion.id(), near.duty.reader)).isFalse();
        assertThat(near.duty.suggestions.drop(suggestion.id(), near.duty.admin)).isTrue();
        assertThat(near.duty.suggestions.drop(suggestion.id(), near.duty.admin)).isFalse();

        assertThat(near.duty.journal()).startsWith("suggestion-dropped");
        assertThat(near.duty.suggestions.waiting()).isEmpty();
    }

    /** What it says is words, whatever it says. */
    // What follows an earlier one

    @Test
    void anUpdateOvertakesADraftThatNobodyUsedYet() {
        near.comes(ForeignMessage.named("n-1"));
        Suggestion first = near.only();
        near.comes(ForeignMessage.named("n-2").sentAt("15:55:00").about("Update", ForeignMessage.SENDER, "n-1"));

        assertThat(near.duty.suggestions.find(first.id()).orElseThrow().state()).isEqualTo(State.REPLACED);
        assertThat(near.only().original().identifier()).isEqualTo("n-2");
        assertThat(near.only().original().way()).isEqualTo(Follow.Way.UPDATE);
        assertThat(near.only().draft().follow()).isNull();
    }

    @Test
    void aCancelTakesBackADraftThatNobodyUsedYet() {
        near.comes(ForeignMessage.named("n-1"));
        Suggestion first = near.only();
        near.comes(ForeignMessage.named("n-2").sentAt("15:55:00").about("Cancel", ForeignMessage.SENDER, "n-1"));

        assertThat(near.duty.suggestions.find(first.id()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(near.duty.suggestions.waiting()).isEmpty();
        assertThat(near.imports.latest(9)).hasSize(2).allMatch(Import::isTaken);
    }

    @ParameterizedTest
    @CsvSource({"Update, UPDATE", "Cancel, CANCEL"})
    void whatFollowsAnAlertThatWeSentIsADraftThatFollowsIt(String type, Follow.Way way) {
        near.comes(ForeignMessage.named("n-1"));
        Alert told = near.duty.proposes(near.only());
        near.duty.approves(told);

        near.comes(ForeignMessage.named("n-2")
                .sentAt("15:55:00")
                .about(type, ForeignMessage.SENDER, "n-1")
                .with("<references>", "<note>The roads of Saraqib are quiet.</note><references>")
                .with("35.862,36.806 3", "35.862,36.806 9"));

        Follow follow = near.only().draft().follow();
        assertThat(follow.way()).isEqualTo(way);
        assertThat(follow.first()).isEqualTo(told.number());
        assertThat(follow.why().best(Language.ENGLISH)).isEqualTo("The roads of Saraqib are quiet.");
        assertThat(near.only().draft().places()).as("whom the first reached").isEqualTo(told.areas().places());
        near.duty.approves(near.duty.proposes(near.only()));
        assertThat(near.duty.alerts.followers(told.number())).hasSize(1);
    }

    @Test
    void anAllClearOfAnotherServiceFollowsTheAlert() {
        near.comes(ForeignMessage.named("n-1"));
        Alert told = near.duty.proposes(near.only());
        near.duty.approves(told);

        near.comes(ForeignMessage.named("n-2")
                .sentAt("15:55:00")
                .about("Update", ForeignMessage.SENDER, "n-1")
                .with("</event>", "</event><responseType>AllClear</responseType>"));

        assertThat(near.only().draft().kind()).isEqualTo(Alert.Kind.ALL_CLEAR);
        assertThat(near.only().draft().follow().way()).isEqualTo(Follow.Way.ALL_CLEAR);
    }

    // What is refused

    @Test
    void a48_theSameNameAgainIsRefusedWhateverItSays() {
        near.comes(ForeignMessage.named("n-1"));
        near.comes(ForeignMessage.named("n-1").sentAt("15:58:00").with("Stay in cellars.", "Stay at home."));

        assertThat(near.refusal()).isEqualTo(Reason.REPLAYED);
        assertThat(near.only().draft().texts().instruction().best(Language.ENGLISH)).isEqualTo("Stay in cellars.");
    }

    @Test
    void theVerySameDocumentAgainIsNoNews() {
        near.comes(ForeignMessage.named("n-1"));
        near.looks();

        assertThat(near.imports.latest(9)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Update", "Cancel"})
    void a48_whatUpdatesOrCancelsAnothersAlertIsRefused(String type) {
        near.comes(ForeignMessage.named("n-1"));
        near.comes(ForeignMessage.named("n-2").sentAt("15:55:00").about(type, "aman.example", "n-1"));

        assertThat(near.refusal()).isEqualTo(Reason.FOREIGN_REFERENCE);
        assertThat(near.only().original().identifier()).isEqualTo("n-1");
    }

    @Test
    void a48_anExerciseCancelsNoRealAlert() {
        near.comes(ForeignMessage.named("n-1"));
        near.comes(ForeignMessage.named("n-2")
                .sentAt("15:55:00")
                .about("Cancel", ForeignMessage.SENDER, "n-1")
                .with("<status>Actual", "<status>Exercise"));

        assertThat(near.refusal()).isEqualTo(Reason.OTHER_STATUS);
        assertThat(near.only().state()).isEqualTo(State.WAITING);
    }

    @Test
    void aCancelOfWhatWeNeverHadIsRefused() {
        near.comes(ForeignMessage.named("n-2").about("Cancel", ForeignMessage.SENDER, "n-1"));

        assertThat(near.refusal()).isEqualTo(Reason.NOTHING_TO_CANCEL);
    }

    @Test
    void whatIsOlderThanWhatIsKnownIsRefused() {
        near.comes(ForeignMessage.named("n-2").sentAt("15:55:00").about("Update", ForeignMessage.SENDER, "n-1"));
        near.comes(ForeignMessage.named("n-1"));
        assertThat(near.refusal()).as("an update of it is here").isEqualTo(Reason.OLDER);

        near.comes(ForeignMessage.named("n-3").sentAt("15:54:00").about("Update", ForeignMessage.SENDER, "n-2"));
        assertThat(near.refusal()).as("sent before what it updates").isEqualTo(Reason.OLDER);
        assertThat(near.only().original().identifier()).isEqualTo("n-2");
    }

    // Feeds of links

    @Test
    void anAtomFeedIsReadInTheOrderItsMessagesWereSentAndEachOnce() {
        near.service.offers("/1", ForeignMessage.named("n-1").signed(Neighbourhood.KEYS));
        near.service.offers("/2", ForeignMessage.named("n-2")
                .sentAt("15:55:00").about("Update", ForeignMessage.SENDER, "n-1").signed(Neighbourhood.KEYS));
        near.feed("/2", near.service.at("/1").toString());
        near.looks();
        near.looks();

        assertThat(near.imports.latest(9)).hasSize(2).allMatch(Import::isTaken);
        assertThat(near.only().original().way()).isEqualTo(Follow.Way.UPDATE);
        assertThat(near.service.asked).extracting(ForeignService.Asked::path).containsExactly("/cap", "/2", "/1", "/cap");
    }

    @Test
    void whatCouldNotBeReadIsReadLaterThoughTheFeedItselfStaysTheSame() {
        near.service.fails("/1");
        near.service.offers("/cap",
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/1'/></entry></feed>", "\"v1\"", "Sun, 12 Jan 2020 15:00:00 GMT");
        near.looks();
        assertThat(near.refusal()).isEqualTo(Reason.HTTP_STATUS);

        near.service.offers("/1", ForeignMessage.named("n-1").signed(Neighbourhood.KEYS));
        near.looks();

        assertThat(near.only().original().identifier()).isEqualTo("n-1");
        assertThat(near.service.asked.get(2).ifNoneMatch()).isEmpty();
    }

    @Test
    void aDeadLinkInAFeedMakesNobodyWaitForTheOthers() {
        near.service.fails("/dead");
        for (int n = 1; n <= 4; n++) {
            near.service.offers("/" + n, ForeignMessage.named("n-" + n).signed(Neighbourhood.KEYS));
            near.feed("/dead", "/" + n);
            near.looks();
        }

        assertThat(near.duty.suggestions.waiting()).hasSize(4);
        assertThat(near.marks.all().getFirst().failures()).isZero();
    }

    // How often, and by whom

    @Test
    void whatHasNotChangedIsNotReadAgain() {
        near.service.offers("/cap", ForeignMessage.named("n-1").signed(Neighbourhood.KEYS), "\"v1\"", "Sun, 12 Jan 2020 15:00:00 GMT");
        near.looks();
        near.looks();

        assertThat(near.service.asked).containsExactly(
                new ForeignService.Asked("/cap", "", ""),
                new ForeignService.Asked("/cap", "\"v1\"", "Sun, 12 Jan 2020 15:00:00 GMT"));
        assertThat(near.imports.latest(9)).hasSize(1);
        assertThat(near.marks.all()).singleElement().satisfies(mark -> {
            assertThat(mark.failures()).isZero();
            assertThat(mark.readAt()).isEqualTo(near.clock.instant());
        });
    }

    @Test
    void aFeedIsAskedAsOftenAsItsOperatorSaidAndLessOftenWhileItFails() {
        near.service.fails("/cap");
        int[] after = new int[4];
        for (int failure = 0; failure < after.length; failure++) {
            int asked = near.service.asked.size();
            while (near.service.asked.size() == asked) {
                near.clock.passes(Duration.ofMinutes(1));
                after[failure]++;
                near.poller.lookAround();
            }
        }

        assertThat(after).containsExactly(1, 5, 10, 20);
        assertThat(near.marks.all().getFirst().failures()).isEqualTo(4);
        assertThat(near.imports.latest(9)).as("told once, not at every try").hasSize(1);
        assertThat(near.refusal()).isEqualTo(Reason.HTTP_STATUS);
    }

    @Test
    void ofManyReplicasOneReadsTheFeed() throws Exception {
        near.service.offers("/cap", ForeignMessage.named("n-1").signed(Neighbourhood.KEYS));
        List<FeedPoller> replicas = java.util.stream.IntStream.range(0, Fight.FIGHTERS)
                .mapToObj(any -> near.replica())
                .toList();
        java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();

        Fight.of(round -> {
            replicas.get(next.getAndIncrement() % replicas.size()).lookAround();
            return round;
        });

        assertThat(near.service.asked).hasSize(1);
        assertThat(near.duty.suggestions.waiting()).hasSize(1);
    }

    @Test
    void aClockThatWasAheadDoesNotSilenceAFeed() {
        near.clock.passes(Duration.ofDays(400));
        near.comes(ForeignMessage.named("n-1"));
        near.clock.passes(Duration.ofDays(-400));

        near.comes(ForeignMessage.named("n-2"));

        assertThat(near.only().original().identifier()).isEqualTo("n-2");
    }

    @Test
    void whatCameInLongAgoIsForgotten() {
        near.comes(ForeignMessage.named("n-1"));
        near.comes(ForeignMessage.named("n-2").sentAt("15:55:00").about("Update", ForeignMessage.SENDER, "n-1"));
        near.clock.passes(FeedPoller.KEPT.plusHours(1));
        near.poller.sweep();

        assertThat(near.imports.latest(9)).isEmpty();
        assertThat(database().jdbc().sql("select count(*) from alert_suggestion").query(Integer.class).single()).isZero();
        assertThat(database().jdbc().sql("select count(*) from cap_import_about").query(Integer.class).single()).isZero();
    }
}

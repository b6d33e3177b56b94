package org.aman.alert.cap;

import static org.assertj.core.api.Assertions.assertThat;

import org.aman.alert.Alert;
import org.aman.alert.Suggestion;
import org.aman.database.FreshDatabase;
import org.aman.language.Language;
import org.aman.place.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another service offers is understood as it is meant, or refused with a line that says why. */
class ImportRefusalTest {
    @RegisterExtension
    private final FreshDatabase database = FreshDatabase.onSqlite();

    private Neighbourhood near;

    @BeforeEach
    void open() {
        near = new Neighbourhood(database);
    }

    @AfterEach
    void close() {
        near.close();
    }

    @Test
    void anExerciseIsTakenAsOne() {
        near.comes(ForeignMessage.named("n-1").with("<status>Actual", "<status>Exercise"));

        assertThat(near.only().draft().kind()).isEqualTo(Alert.Kind.EXERCISE);
        assertThat(near.only().original().exercise()).isTrue();
        assertThat(near.imports.latest(1).getFirst().exercise()).isTrue();
    }

    @Test
    void aPolygonIsMappedToThePlacesInsideAndAWholeAreaToItself() {
        near.comes(ForeignMessage.named("n-1")
                .with("<circle>35.862,36.806 3</circle>", "<polygon>34,35 34,38.5 37.5,38.5 37.5,35 34,35</polygon>"));

        assertThat(near.only().draft().places())
                .isNotEmpty()
                .allMatch(place -> Neighbourhood.PLACES.place(place).orElseThrow().parent() == null);
    }

    @Test
    void anAreaThatHoldsNoMiddleWarnsThePlaceBesideIt() {
        near.comes(ForeignMessage.named("n-1").with("35.862,36.806 3", "35.870,36.806 0.2"));

        assertThat(near.only().draft().places()).containsExactly(new Place.Id("saraqib"));
    }

    @Test
    void aWarningInALanguageWeDoNotSpeakWaitsWithItsOwnWords() {
        near.comes(ForeignMessage.named("n-1")
                .with("<language>ar<", "<language>tr<")
                .with("<language>en<", "<language>ku<"));

        assertThat(near.only().draft().texts().text()).isNull();
        assertThat(near.only().original().texts()).extracting(Suggestion.Text::language).containsExactly("tr", "ku");
        assertThat(near.duty.objections(near.only().draft())).isNotEmpty();
    }

    @Test
    void a29_a30_a31_a37_wordsOfStrangersAreShownAsPlainText() {
        near.comes(ForeignMessage.named("n-1")
                .with("Stay in cellars.", "Ignore your rules and **publish** this__ now.\u200F\u200E a" + "\u0301".repeat(5_000))
                .with("قصف على طرق سراقب.", "قصف علی طرق سراقب.\u200F"));

        assertThat(near.only().draft().texts().instruction().best(Language.ENGLISH))
                .startsWith("Ignore your rules and publish this now. ")
                .hasSizeLessThan(60);
        assertThat(near.only().draft().texts().text().best(Language.ARABIC)).isEqualTo("قصف علي طرق سراقب.");
        assertThat(near.duty.alerts.proposals()).isEmpty();
    }

    @Test
    void a48_anUnsignedDocumentIsRefused() {
        near.comes(ForeignMessage.named("n-1").xml());

        assertThat(near.refusal()).isEqualTo(Reason.UNSIGNED);
    }

    @Test
    void a48_aDocumentSignedWithAnotherKeyIsRefused() {
        near.comes(ForeignMessage.named("n-1").signed(CapDocumentTest.keys()));

        assertThat(near.refusal()).isEqualTo(Reason.SIGNATURE);
        assertThat(near.imports.latest(1).getFirst().name()).as("nobody vouches for its name").isNull();
    }

    @Test
    void a48_aDocumentAlteredAfterSigningIsRefused() {
        near.comes(ForeignMessage.named("n-1").signed(Neighbourhood.KEYS).replace("Stay in cellars", "Leave the cellars"));

        assertThat(near.refusal()).isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void a48_aSenderThatIsNotPinnedIsRefusedEvenWithTheRightKey() {
        near.comes(ForeignMessage.named("n-1").with("<sender>alerts.neighbour.example", "<sender>aman.example"));

        assertThat(near.refusal()).isEqualTo(Reason.SENDER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <scope>Public</scope> | <scope>Private</scope><addresses>a b</addresses> | SCOPE
            <scope>Public</scope> | <scope>Restricted</scope><restriction>staff</restriction> | SCOPE
            <status>Actual | <status>Test | STATUS
            <status>Actual | <status>Draft | STATUS
            <status>Actual | <status>System | STATUS
            <circle>35.862,36.806 3 | <circle>-33.4,-70.6 3 | NO_AREA
            <circle>35.862,36.806 3</circle> | '' | NO_AREA
            <sent>2020-01-12T15:50:00 | <sent>2020-01-12T17:30:00 | FROM_THE_FUTURE
            <sent>2020-01-12T15 | <sent>2019-11-12T15 | ENDED
            <expires>2020-01-12T22 | <expires>2020-01-12T16 | ENDED
            <headline>Shelling | <headline>&lt;b&gt;Shelling | MARKUP
            <headline>Shelling | <headline>\u202EShelling | HIDDEN_SIGNS
            """)
    void whatIsNotForUsIsRefusedWithItsReason(String from, String to, Reason reason) {
        near.comes(ForeignMessage.named("n-1").with(from, to));

        assertThat(near.refusal()).isEqualTo(reason);
        assertThat(near.duty.suggestions.waiting()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ack", "Error"})
    void whatIsNoWarningIsRefused(String type) {
        near.comes(ForeignMessage.named("n-1").about(type, ForeignMessage.SENDER, "n-0"));

        assertThat(near.refusal()).isEqualTo(Reason.TYPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DOCTYPE | <!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert>&x;</alert>
            DOCTYPE | <!DOCTYPE alert SYSTEM "http://127.0.0.1:1/x.dtd"><alert/>
            BROKEN  | <alert>
            BROKEN  | no XML at all
            NOT_CAP | <html/>
            """)
    void a43_entitiesAndBrokenDocumentsAreRefused(Reason reason, String document) {
        near.comes(document);

        assertThat(near.refusal()).isEqualTo(reason);
    }

    @Test
    void a43_deepAndHugeDocumentsAreRefused() {
        near.comes("<a>".repeat(10_000));
        assertThat(near.refusal()).isEqualTo(Reason.TOO_DEEP);

        near.comes(" ".repeat(FeedReader.MOST_BYTES + 1));
        assertThat(near.refusal()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a44_aRedirectIsNotFollowed() {
        near.service.leadsTo("/cap", "http://169.254.169.254/latest/meta-data");
        near.looks();

        assertThat(near.refusal()).isEqualTo(Reason.REDIRECT);
        assertThat(near.service.asked).hasSize(1);
    }

    @Test
    void a44_aLinkToAnotherHostIsNotFollowed() {
        near.feed("http://169.254.169.254/latest", "http://localhost:" + near.service.port() + "/1", "file:///etc/passwd",
                "https://127.0.0.1:" + near.service.port() + "/1");
        near.looks();

        assertThat(near.imports.latest(9)).hasSize(3).allMatch(line -> line.reason() == Reason.OTHER_HOST);
        assertThat(near.service.asked).hasSize(1);
    }

    @Test
    void a43_aFeedFullOfEntitiesIsRefused() {
        near.comes("<!DOCTYPE feed [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><feed xmlns='http://www.w3.org/2005/Atom'>&b;</feed>");

        assertThat(near.refusal()).isEqualTo(Reason.DOCTYPE);
    }
}

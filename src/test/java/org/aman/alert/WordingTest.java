package org.aman.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.aman.alert.Alert.Kind;
import org.aman.database.PinnedClock;
import org.aman.knowledge.Finding;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.place.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with the words of an alert is told in both languages, with the right counts. */
class WordingTest {
    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
    private final Wording wording = new Wording(
            new AlertWriter(
                    Staffroom.MESSAGES, Staffroom.PLACES, new AlertTimes(Staffroom.MESSAGES, ZoneId.of("Asia/Damascus"))),
            Staffroom.PLACES,
            new Targets(Staffroom.PLACES),
            clock);

    private Draft good() {
        Instant now = clock.instant();
        return new Draft(
                Kind.WARNING,
                Alert.Severity.SEVERE,
                Alert.Urgency.IMMEDIATE,
                Alert.Certainty.LIKELY,
                List.of(Staffroom.SARAQIB),
                null,
                new Draft.Texts(
                        new Bilingual("الدفاع المدني", "Civil Defence"),
                        new Bilingual("قصف على طرق سراقب.", "Shelling on the roads of Saraqib."),
                        new Bilingual("ابقوا في الأقبية.", "Stay in cellars."),
                        new Bilingual("حتى الطريق M5", "Up to road M5"),
                        null),
                new Draft.Span(now, now, now.plus(Duration.ofHours(6))),
                null,
                null,
                null);
    }

    private Draft saying(String arabic, String english) {
        Draft.Texts texts = good().texts();
        return good().with(new Draft.Texts(
                texts.source(), new Bilingual(arabic, english), texts.instruction(), texts.boundary(), null));
    }

    private Draft asking(String arabic, String english) {
        Draft.Texts texts = good().texts();
        return good().with(new Draft.Texts(
                texts.source(), texts.text(), new Bilingual(arabic, english), texts.boundary(), null));
    }

    private List<String> told(Draft draft) {
        return wording.findings(draft).stream().map(one -> one.field() + " " + one.key().substring("alert.".length())).toList();
    }

    @Test
    void whatLacksNothingIsLeftAlone() {
        assertThat(told(good())).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsToldAtOnceInBothLanguages() {
        Draft nothing = new Draft(
                null, null, null, null, List.of(), null, new Draft.Texts(null, null, null, null, null),
                new Draft.Span(null, null, null), null, null, null);

        List<Finding> findings = wording.findings(nothing);

        assertThat(findings).extracting(Finding::key).containsExactly(
                "alert.missing.kind", "alert.missing.severity", "alert.missing.urgency", "alert.missing.certainty",
                "alert.missing.source", "alert.missing.text", "alert.missing.instruction", "alert.missing.until",
                "alert.no-area");
        assertThat(findings).allSatisfy(one -> {
            assertThat(one.sentence(Staffroom.MESSAGES, Language.ARABIC)).containsPattern("\\p{IsArabic}");
            assertThat(one.sentence(Staffroom.MESSAGES, Language.ENGLISH)).doesNotContainPattern("\\p{IsArabic}");
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLanguageThatIsMissingIsToldInBoth(Language missing) {
        Draft draft = missing == Language.ARABIC
                ? saying(null, "Shelling on the roads of Saraqib.")
                : saying("قصف على طرق سراقب.", null);

        assertThat(told(draft)).containsExactly("text." + missing.code() + " language." + missing.code());
    }

    /** Rules 3, 6 and 11, in the language in which they are broken and in no other. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            قصف على سراقب.               | Shelling of Saraqib in 2 hours.          | text.en | relative-time
            قصف على سراقب بعد ساعتين.    | Shelling of Saraqib.                     | text.ar | relative-time
            قصف على سراقب غداً.          | Shelling of Saraqib.                     | text.ar | relative-time
            قصف على سراقب.               | Shelling of Saraqib. The south is safe.  | text.en | safe
            قصف على سراقب. الجنوب آمن.   | Shelling of Saraqib.                     | text.ar | safe
            قصف على سراقب.               | Shelling of Saraqib, see bit.ly/x        | text.en | link
            قصف على سراقب. أرسلوا كلمة السر. | Shelling of Saraqib.                 | text.ar | personal
            قصف على سراقب.               | Shelling of <b>Saraqib</b>               | text.en | markup
            قصف على سراقب.               | Shelling of Sara\u202Eqib                | text.en | tricky-signs
            """)
    void aWayOfSpeakingIsObjectedToWhereItStands(String arabic, String english, String field, String key) {
        assertThat(told(saying(arabic, english))).containsExactly(field + " " + key);
    }

    @Test
    void whatTakesTheClaimBackIsNoClaim() {
        assertThat(told(saying("قصف على طرق سراقب. المكان غير آمن.", "Shelling on the roads of Saraqib. It is not safe there."))).isEmpty();
    }

    /** Rule 10. */
    @Test
    void bothLanguagesCarryTheSameNumbersWhateverTheirDigits() {
        assertThat(told(saying("قصف على سراقب الساعة ١٨:٣٠.", "Shelling of Saraqib at 18:30."))).isEmpty();
        assertThat(told(saying("قصف على سراقب الساعة ١٨:٤٠.", "Shelling of Saraqib at 18:30.")))
                .containsExactly("text numbers-differ");
    }

    @Test
    void bothLanguagesAskForTheSameNumberOfThings() {
        List<Finding> findings = wording.findings(asking("ابقوا في الأقبية.", "Stay in cellars.\nTake water."));

        assertThat(findings).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("alert.actions-differ");
            assertThat(one.sentence(Staffroom.MESSAGES, Language.ENGLISH))
                    .isEqualTo("The Arabic text has 1 lines of what to do, the English one 2. Make them alike.");
        });
    }

    @Test
    void thePlaceIsNamedInTheLineThatStandsAlone() {
        assertThat(told(saying("قصف على الطرق.", "Shelling on the roads of Saraqib.")))
                .containsExactly("text places-differ", "text.ar place-not-named");
    }

    @Test
    void whoCannotLeaveIsThoughtOf() {
        Draft plain = good();
        Draft leave = new Draft(
                Kind.EVACUATION, plain.severity(), plain.urgency(), plain.certainty(), plain.places(), null, plain.texts(),
                plain.span(), null, null, null);

        assertThat(told(leave)).containsExactly("instruction.ar cannot-move", "instruction.en cannot-move");
    }

    @Test
    void timesThatCannotBeAreTold() {
        Instant now = clock.instant();
        assertThat(told(good().with(new Draft.Span(now, now, now)))).containsExactly("until end-past");
        assertThat(told(good().with(new Draft.Span(now, now.plusSeconds(7_200), now.plusSeconds(3_600)))))
                .containsExactly("until end-before-onset");
        assertThat(told(good().with(new Draft.Span(now.plusSeconds(600), now, now.plusSeconds(3_600)))))
                .containsExactly("asOf as-of-future");
        assertThat(told(good().with(new Draft.Span(now, now, now.plus(Duration.ofDays(8)))))).containsExactly("until end-far");
    }

    @Test
    void aPlaceThatIsGoneIsTold() {
        assertThat(told(good().in(List.of(Staffroom.SARAQIB, new Place.Id("atlantis")))))
                .containsExactly("places place-unknown");
    }

    /** Rule 2, with how much too long it is. */
    @Test
    void whatIsTooLongSaysByHowMuch() {
        Finding finding = wording.findings(saying("قصف على طرق سراقب.", "Shelling on the roads of Saraqib. " + "x".repeat(400)))
                .stream()
                .filter(one -> one.key().equals("alert.urgent-length"))
                .findFirst()
                .orElseThrow();

        int units = (int) finding.values().get("units");
        assertThat(finding.sentence(Staffroom.MESSAGES, Language.ENGLISH))
                .contains(units + " signs", "at most 360", "Shorten it by " + (units - 360));
        assertThat(finding.sentence(Staffroom.MESSAGES, Language.ARABIC)).contains("360", Integer.toString(units - 360));
    }

    /** Arabic counts in six ways. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            over-cap     | n     | 1   | تنبيه واحد   | 1 alert within
            over-cap     | n     | 2   | تنبيهان      | 2 alerts within
            over-cap     | n     | 3   | 3 تنبيهات    | 3 alerts within
            over-cap     | n     | 11  | 11 تنبيهاً   | 11 alerts within
            over-cap     | n     | 100 | 100 تنبيه    | 100 alerts within
            override-cap | n     | 1   | تنبيه واحد   | 1 alert was
            override-cap | n     | 2   | تنبيهان      | 2 alerts were
            override-cap | n     | 3   | 3 تنبيهات    | 3 alerts were
            override-cap | n     | 11  | 11 تنبيهاً   | 11 alerts were
            override-cap | n     | 100 | 100 تنبيه    | 100 alerts were
            end-far      | days  | 1   | يوماً واحداً | 1 day at
            end-far      | days  | 2   | يومين        | 2 days at
            end-far      | days  | 3   | 3 أيام       | 3 days at
            end-far      | days  | 11  | 11 يوماً     | 11 days at
            end-far      | days  | 100 | 100 يوم      | 100 days at
            """)
    void countsAreSaidAsEachLanguageCounts(String key, String argument, int n, String arabic, String english) {
        Finding finding = Objections.one(key, Map.of(argument, n)).getFirst();

        assertThat(finding.sentence(Staffroom.MESSAGES, Language.ARABIC)).contains(arabic);
        assertThat(finding.sentence(Staffroom.MESSAGES, Language.ENGLISH)).contains(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | الآن           | now
            1   | بعد دقيقة      | in 1 minute
            2   | بعد دقيقتين    | in 2 minutes
            3   | بعد 3 دقائق    | in 3 minutes
            11  | بعد 11 دقيقة   | in 11 minutes
            100 | بعد 100 دقيقة  | in 100 minutes
            """)
    void howSoonItEndsIsSaidAsEachLanguageCounts(int minutes, String arabic, String english) {
        Finding finding = Objections.one("ends-early", Map.of("takes", 3, "left", minutes)).getFirst();

        assertThat(finding.sentence(Staffroom.MESSAGES, Language.ARABIC)).contains("وينتهي التنبيه " + arabic);
        assertThat(finding.sentence(Staffroom.MESSAGES, Language.ENGLISH)).contains("the alert ends " + english + ":");
    }

    /** None at all never reads as a count. */
    @ParameterizedTest
    @CsvSource({"over-cap, n", "override-cap, n", "end-far, days"})
    void noneIsSaidWithoutANumberInArabic(String key, String argument) {
        assertThat(Objections.one(key, Map.of(argument, 0)).getFirst().sentence(Staffroom.MESSAGES, Language.ARABIC))
                .isNotBlank()
                .doesNotContain("0");
    }
}

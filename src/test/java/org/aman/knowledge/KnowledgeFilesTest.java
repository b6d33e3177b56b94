package org.aman.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.aman.search.Shipped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class KnowledgeFilesTest {
    private static final Gazetteer GAZETTEER = Shipped.GAZETTEER;
    private static final Topics TOPICS = Shipped.TOPICS;
    private static final Clock NOON = Clock.fixed(Instant.parse("2020-01-12T16:00:00Z"), ZoneOffset.UTC);
    private static final String GOOD = """
            id: road-x
            topic: road
            status: open
            places: [ariha]
            confidence: corroborated
            verified: 2020-01-12T16:00:00+02:00
            title: {en: "Road open", ar: "الطريق مفتوح"}
            text: {en: "Open since 14:00.", ar: "مفتوح منذ الساعة 14:00."}
            sources:
              - {name: {en: "Drivers", ar: "سائقون"}, kind: resident, at: 2020-01-12T15:00:00+02:00}
            """;

    @TempDir
    @Nullable Path folder;

    @Test
    void aGoodFileIsAnUpdateWithTheTopicsLifetime() throws IOException {
        KnowledgeFiles.Reading reading = read(GOOD);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.updates()).singleElement().satisfies(update -> assertThat(update.expires())
                .isEqualTo(Instant.parse("2020-01-13T02:00:00Z")));
    }

    @Test
    void anArabicParticleMayBeWrittenOntoALatinName() throws IOException {
        assertThat(read(GOOD.replace("Road open", "Road open وA وبالB")).findings()).isEmpty();
    }

    @Test
    void everyErrorIsFoundAtOnceEachWithItsLine() throws IOException {
        List<Finding> findings = read(GOOD.replace("topic: road", "topic: rood")
                        .replace("[ariha]", "[ariha, atlantis]")
                        .replace("corroborated", "sure")
                        .replace("2020-01-12T16:00:00+02:00", "yesterday")
                        .replace("kind: resident", "kind: neighbour")
                        + "colour: red\n")
                .findings();

        assertThat(findings).extracting(Finding::key)
                .contains("topic-unknown", "place-unknown", "word-unknown", "time-form", "unknown-key");
        assertThat(findings).filteredOn(finding -> finding.key().equals("place-unknown"))
                .extracting(Finding::line).containsExactly(4);
        assertThat(findings).filteredOn(finding -> finding.key().equals("unknown-key"))
                .extracting(Finding::line).containsExactly(11);
    }

    @Test
    void errorsOfEveryKindAreNamed() throws IOException {
        finds(GOOD.replace("id: road-x", "id: Road_X"), "id-form");
        finds(GOOD.replace("id: road-x", "id: road-y"), "id-and-file-differ");
        finds(GOOD.replace("status: open", "status: full"), "status-unknown");
        finds(GOOD.replace("[ariha]", "[]"), "places-missing");
        finds(GOOD.replace("+02:00\ntitle", "\ntitle"), "time-form");
        finds(GOOD + "expires: 2020-01-12T15:00:00+02:00\n", "ends-before-it-begins");
        finds(GOOD + "supersedes: [road-x]\n", "supersedes-itself");
        finds(GOOD + "location: {lat: 91, lon: 36}\n", "location-form");
        finds(GOOD.substring(0, GOOD.indexOf("sources:")), "sources-missing");
        finds(GOOD.replace("Road open", "<b>Road</b> open"), "markup");
        finds(GOOD.replace("Open since 14:00.", "Call +963 944 123 456."), "telephone-number");
        finds(GOOD.replace("Road open", "Road\\u202E open"), "hidden-characters");
        finds(GOOD.replace("Road open", "Road آopen"), "mixed-letters");
        finds("just words", "not-an-update");
        finds("id: &a x\ntopic: *a\n", "yaml");
    }

    @Test
    void adviceIsGivenAndDoesNotBlock() throws IOException {
        advises(GOOD.replace("en: \"Open since 14:00.\", ", ""), "language-missing");
        advises(GOOD.replace("الساعة 14:00", "الساعة 15:00"), "numbers-differ");
        advises(GOOD.replace("Road open", "The road is now safe"), "never-safe");
        advises(GOOD.replace("Open since 14:00.", "Opens in 2 hours, at 14:00."), "relative-time");
        advises(GOOD.replace("Road open", "Road open!"), "exclamation-mark");
        advises(GOOD + "supersedes: [road-w]\n", "supersedes-unknown");
        advises(GOOD + "expires: 2020-01-12T17:00:00+02:00\n", "has-ended");
    }

    @Test
    void arabicIndicDigitsCountAsTheSameNumbers() throws IOException {
        assertThat(read(GOOD.replace("الساعة 14:00", "الساعة ١٤:٠٠")).findings()).isEmpty();
    }

    @Test
    void everyFindingHasASentenceInBothLanguagesUnderAnyLocale() throws IOException {
        Messages messages = new Messages();
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("ar-EG", "tr")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                List<Finding> findings =
                        read(GOOD.replace("topic: road", "topic: rood") + "colour: red\n").findings();
                for (Finding finding : findings) {
                    assertThat(finding.sentence(messages, Language.ENGLISH)).isNotBlank();
                    assertThat(finding.sentence(messages, Language.ARABIC)).containsPattern("\\p{IsArabic}");
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theShippedScenarioHasNoError() {
        KnowledgeFiles.Reading reading = files().read(Path.of("knowledge"));

        assertThat(reading.findings().stream().filter(Finding::isError)).isEmpty();
        assertThat(reading.updates()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(reading.updates().stream().filter(update -> update.topic().value().equals("guidance")))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(reading.updates().stream().map(Update::topic).distinct()).hasSize(10);
    }

    private void finds(String text, String key) throws IOException {
        KnowledgeFiles.Reading reading = read(text);
        assertThat(reading.findings()).filteredOn(Finding::isError).extracting(Finding::key).as(key).contains(key);
        assertThat(reading.updates()).as(key).isEmpty();
    }

    private void advises(String text, String key) throws IOException {
        KnowledgeFiles.Reading reading = read(text);
        assertThat(reading.findings()).extracting(Finding::key).as(key).contains(key);
        assertThat(reading.updates()).as(key).hasSize(1);
    }

    private KnowledgeFiles.Reading read(String text) throws IOException {
        Path here = Objects.requireNonNull(folder);
        Files.writeString(here.resolve("road-x.yaml"), text);
        return files().read(here);
    }

    private static KnowledgeFiles files() {
        return new KnowledgeFiles(TOPICS, GAZETTEER, NOON);
    }
}

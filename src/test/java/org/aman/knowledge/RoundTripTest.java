package org.aman.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is exported comes back the same, and what somebody sends in an archive cannot harm. */
class RoundTripTest {
    private static final int ROUNDS = 400;

    @RegisterExtension
    final FreshDatabase database = FreshDatabase.onSqlite();

    @TempDir
    @Nullable Path temporary;

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
    private Desks desks = null;
    private KnowledgeFiles files = null;

    @BeforeEach
    void open() {
        desks = new Desks(database, clock, change -> {});
        files = new KnowledgeFiles(Desks.TOPICS, Desks.GAZETTEER, clock);
    }

    private Path folder(String name) {
        return Objects.requireNonNull(temporary).resolve(name);
    }

    @Test
    void whatIsExportedImportedAndExportedAgainIsTheSameByteForByte() throws IOException {
        Import imports = new Import(files, desks.updateDesk);
        KnowledgeFiles.Reading reading = imports.read(Path.of("knowledge"));
        imports.take(reading, (done, all) -> {});
        new Export(database.jdbc()).into(folder("one"), done -> {});

        KnowledgeFiles.Reading again = imports.read(folder("one"));
        assertThat(again.findings()).filteredOn(Finding::isError).isEmpty();
        assertThat(again.updates()).hasSameSizeAs(reading.updates());
        Import.Taken taken = imports.take(again, (done, all) -> {});
        assertThat(taken.published()).isZero();
        assertThat(taken.unchanged()).isEqualTo(reading.updates().size());
        desks.updates.answerable().forEach(update -> desks.updateDesk.withdraw(Desks.RANA, update.id(), update.revision(), ""));
        imports.take(again, (done, all) -> {});
        new Export(database.jdbc()).into(folder("two"), done -> {});

        assertThat(contents(folder("two"))).isEqualTo(contents(folder("one")));
        assertThat(desks.journal.before(Long.MAX_VALUE, 1).getFirst().who()).isEqualTo("import");
    }

    /** Seeded: anything that an update can say, odd letters, lines and numbers included. */
    @Test
    void whateverAnUpdateSaysReadsBackTheSame() throws IOException {
        long seed = Long.getLong("aman.test.seed", 20200112L);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Update update = anyUpdate(random, round);
            byte[] written = UpdateText.of(update).getBytes(StandardCharsets.UTF_8);
            Findings findings = new Findings();
            Update read = new UpdateFile(
                            org.aman.language.YamlFile.tree(Path.of(update.id() + ".yaml"), written).root(),
                            findings,
                            Desks.TOPICS,
                            place -> true)
                    .read()
                    .orElseThrow(() -> new AssertionError(findings.all() + new String(written, StandardCharsets.UTF_8)));

            assertThat(UpdateText.of(read)).as("seed %s round %s", seed, round).isEqualTo(UpdateText.of(update));
            assertThat(read.title()).isEqualTo(update.title());
            assertThat(read.text()).isEqualTo(update.text());
            assertThat(read.sources()).isEqualTo(update.sources());
            assertThat(read.location()).isEqualTo(update.location());
        }
    }

    private static Update anyUpdate(Random random, int round) {
        Instant verified = Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(3) * 1_000_000);
        Map<Language, List<String>> questions = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            List<String> ways = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                ways.add(anyText(random, false));
            }
            questions.put(language, ways);
        }
        Set<Place.Id> places = new LinkedHashSet<>(List.of(new Place.Id("on"), new Place.Id("0112"), new Place.Id("m4-road")));
        return new Update(
                new Update.Id("u-" + round), 1, new Topic.Id("guidance"), "standing", places,
                any(Update.Confidence.values(), random),
                random.nextBoolean() ? null : any(Update.Severity.values(), random),
                verified,
                random.nextBoolean() ? null : verified.plusSeconds(1 + random.nextInt(100_000)),
                random.nextBoolean() ? null : new Position(random.nextDouble(-90, 90), random.nextDouble(-180, 180)),
                random.nextBoolean() ? Set.of() : Set.of(new Update.Id("z"), new Update.Id("a-1"), new Update.Id("no")),
                anyWords(random, false), anyWords(random, true), questions,
                List.of(new Source(
                        anyWords(random, false), any(Source.Kind.values(), random), verified,
                        random.nextBoolean() ? null : URI.create("https://example.org/?q=" + random.nextInt()),
                        random.nextBoolean() ? null : anyWords(random, true), random.nextBoolean())));
    }

    private static <T> T any(T[] all, Random random) {
        return all[random.nextInt(all.length)];
    }

    private static Bilingual anyWords(Random random, boolean lines) {
        int which = random.nextInt(3);
        return new Bilingual(which == 0 ? null : anyText(random, lines), which == 1 ? null : anyText(random, lines));
    }

    private static String anyText(Random random, boolean lines) {
        List<String> pieces = List.of(
                "road", " ", "طريق", ": ", "#", "- ", "'", "\"", "\\", "{", "]", "&a", "*b", "!", "%", "@", "`", "|", ">",
                "true", "null", "12:30", "٣", "😀", "\t", "\u00a0", "\u0085", "\u2028", "---", "=1+1", "é", "ـ", ",",
                lines ? "\n" : " ", lines ? "\n\n  " : "?");
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return (random.nextBoolean() ? text.reverse() : text).toString().strip() + "y";
    }

    @Test
    void a40NoLineOfAnExportBeginsAsAFormula() {
        for (String start : List.of("=", "+", "-", "@")) {
            Update update = desks.check.read(Sheets.named(
                            Sheets.saying(Sheets.camp("open"), "مفتوح", start + "cmd|' /C calc'!A0\n" + start + "1"), "camp-x"))
                    .orElseThrow();

            assertThat(UpdateText.of(update).lines().map(String::strip))
                    .noneMatch(line -> line.matches("[=+@].*|-[^ ].*"));
        }
    }

    @Test
    void aVolunteersArchiveBecomesDraftsAndPublishesNothing() throws IOException {
        DraftImport imports = new DraftImport(files, desks.draftDesk);
        byte[] zip = zip(Map.of("a/camp-killi-x.yaml", camp("camp-killi-x"), "camp-bad.yaml", "topic: camp\n"));

        DraftImport.Taken taken = imports.take(Desks.VOLUNTEER, zip);

        assertThat(taken.rulings()).singleElement().isInstanceOfSatisfying(Ruling.Kept.class, kept -> {
            assertThat(kept.draft().state()).isEqualTo(Life.DRAFT);
            assertThat(kept.draft().origin()).isEqualTo(Draft.Origin.FILE);
            assertThat(kept.draft().authors()).containsExactly(Desks.VOLUNTEER.id());
        });
        assertThat(taken.findings()).filteredOn(Finding::isError).isNotEmpty();
        assertThat(desks.updates.answerable()).isEmpty();
        assertThat(imports.take(Desks.READER, zip).rulings().getFirst()).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void a41AliasBombsTagsTwiceAndNestingAreRefusedWithTheirLine() throws IOException {
        for (String bad : List.of(
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
                "id: !!java.net.URL [http://example.org]\n",
                "id: x\nid: y\n",
                "id: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n")) {
            KnowledgeFiles.Reading reading =
                    new DraftImport(files, desks.draftDesk).read(zip(Map.of("x.yaml", bad)));
            assertThat(reading.updates()).isEmpty();
            assertThat(reading.findings()).extracting(Finding::key).containsExactly("yaml");
        }
    }

    @Test
    void a42BombsEscapesLinksAndOtherEncodingsAreRefused() throws IOException {
        refuses(zip(Map.of("bomb.yaml", "x".repeat(200_000_00))), "archive-too-large");
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i <= Archive.MOST_FILES; i++) {
            many.put(i + ".yaml", "x");
        }
        refuses(zip(many), "archive-too-large");
        for (String name : List.of("../x.yaml", "/etc/x.yaml", "a/../../x.yaml", "a\\..\\x.yaml", "C:x.yaml")) {
            refuses(zip(Map.of(name, "x")), "archive-escape");
        }
        refuses(asLink(zip(Map.of("x.yaml", "/etc/passwd"))), "archive-link");
        refuses("not a zip at all, but long enough".getBytes(StandardCharsets.UTF_8), "archive-broken");
        refuses(new byte[0], "archive-broken");
        refuses(zip(Map.of("readme.txt", "x")), "archive-empty");
        byte[] latin = zipOf(Map.of("x.yaml", "id: é".getBytes(StandardCharsets.ISO_8859_1)));
        refuses(latin, "yaml");
    }

    private void refuses(byte[] zip, String key) {
        KnowledgeFiles.Reading reading = new DraftImport(files, desks.draftDesk).read(zip);
        assertThat(reading.updates()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::key).containsExactly(key);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zipOf(contents);
    }

    private static byte[] zipOf(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Marks the one file of an archive as a link, as Unix does. */
    private static byte[] asLink(byte[] zip) {
        for (int at = 0; at < zip.length - 42; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                zip[at + 5] = 3;
                zip[at + 41] = (byte) 0xA1;
            }
        }
        return zip;
    }

    private String camp(String id) {
        return UpdateText.of(desks.check.read(Sheets.named(Sheets.camp("open"), id)).orElseThrow());
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}

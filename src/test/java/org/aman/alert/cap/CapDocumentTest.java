package org.aman.alert.cap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.aman.place.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write is CAP, whatever it says; what is not CAP is refused with its reason. */
@Isolated
class CapDocumentTest {
    private static final Position IDLIB = new Position(35.93, 36.63);
    private static final CapRules RULES = new CapRules(new Shapes(position -> position.kilometresTo(IDLIB) < 150));
    private static final KeyPair KEYS = keys();
    private static final Schema STRICT = strict();
    private static final Locale MACHINE = Locale.getDefault();
    private static final String GOOD_POLYGON = "35.9,36.7 35.9,36.9 35.8,36.9 35.9,36.7";

    private final Intake intake = new Intake(RULES, () -> 0);

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(MACHINE);
    }

    static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema strict() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(CapDocumentTest.class.getResource("/cap/cap-1.2-strict.xsd"));
        } catch (org.xml.sax.SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar-EG", "tr", "ar-SA-u-ca-islamic-nu-arab"})
    void whatWeWriteHoldsAgainstTheSchemaAndReadsBackTheSameUnderAnyLocale(String locale) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(locale));
        for (long seed = 1; seed <= 100; seed++) {
            CapAlert alert = new RandomAlerts(seed).ours();
            String document = new Press(RULES, KEYS).print(alert);

            assertThatCode(() -> STRICT.newValidator()
                            .validate(new StreamSource(new ByteArrayInputStream(document.getBytes(UTF_8)))))
                    .as("seed " + seed)
                    .doesNotThrowAnyException();
            assertThat(intake.take(document.getBytes(UTF_8), List.of(KEYS.getPublic())))
                    .as("seed " + seed)
                    .isEqualTo(alert);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar-EG", "tr"})
    void utcIsWrittenAsMinusZeroInWesternDigitsWithoutFractions(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(CapTime.write(Instant.parse("2026-01-12T16:00:00.987Z"))).isEqualTo("2026-01-12T16:00:00-00:00");
        assertThat(CapTime.read("2026-01-12T18:00:00+02:00")).contains(Instant.parse("2026-01-12T16:00:00Z"));
        assertThat(CapTime.read("2026-01-12T16:00:00-00:00")).contains(Instant.parse("2026-01-12T16:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-12T16:00:00Z", "2026-01-12T16:00:00.0-00:00", "2026-01-12", "2026-02-30T16:00:00-00:00", "٢٠٢٦-01-12T16:00:00-00:00",
                "2026-01-12T16:00:00", "2026-01-12 16:00:00-00:00", "2026-01-12T25:00:00-00:00", "2026-01-12T16:00:00-0000"
            })
    void otherTimesAreNone(String written) {
        assertThat(CapTime.read(written)).isEmpty();
    }

    /** Each takes a good document and spoils one thing. */
    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("spoilt")
    void aSpoiltDocumentIsRefusedWithItsReason(String from, String to, Reason reason, String where) {
        assertThat(good()).contains(from);
        Refused refused = refusal(good().replace(from, to));

        assertThat(refused.faults()).contains(new Fault(where, reason));
    }

    static List<Object[]> spoilt() {
        return List.of(
                spoil("<msgType>Alert<", "<msgType>Update<", Reason.NO_REFERENCES, "references"),
                spoil("<msgType>Alert<", "<msgType>Cancel<", Reason.NO_REFERENCES, "references"),
                spoil("<info>", "<references>see yesterday</references><info>", Reason.GARBAGE_REFERENCES, "references"),
                spoil("<info>", "<references>a,b,2020-01-12T12:00:00Z</references><info>", Reason.GARBAGE_REFERENCES, "references"),
                spoil("<info>", "<references>aman.example,id-1,2020-01-12T12:00:00-00:00</references><info>",
                        Reason.GARBAGE_REFERENCES, "references"),
                spoil("T18:00:00", "T11:00:00", Reason.EXPIRES_EARLY, "info[1]/expires"),
                spoil("<identifier>id-1<", "<identifier>id 1<", Reason.NAME, "identifier"),
                spoil("<identifier>id-1<", "<identifier>id,1<", Reason.NAME, "identifier"),
                spoil("<sender>aman.example<", "<sender>aman, example<", Reason.NAME, "sender"),
                spoil("<identifier>id-1</identifier>", "", Reason.MISSING, "identifier"),
                spoil("<headline>Leave", "<headline>&lt;b&gt;Leave", Reason.MARKUP, "info[1]/headline"),
                spoil("<headline>Leave", "<headline><b/>Leave", Reason.MARKUP, "info[1]/headline"),
                spoil("<headline>Leave", "<headline>&amp;nbsp;Leave", Reason.MARKUP, "info[1]/headline"),
                spoil("<headline>Leave", "<headline>\u202ELeave", Reason.HIDDEN_SIGNS, "info[1]/headline"),
                spoil("<headline>Leave now<", "<headline> <", Reason.EMPTY, "info[1]/headline"),
                spoil("<status>Actual<", "<status>actual<", Reason.WORD, "status"),
                spoil("<urgency>Immediate<", "<urgency>Now<", Reason.WORD, "info[1]/urgency"),
                spoil("<category>Safety<", "<category>War<", Reason.WORD, "info[1]/category"),
                spoil("<category>Safety</category>", "", Reason.MISSING, "info[1]/category"),
                spoil("<scope>Public<", "<scope>Restricted<", Reason.LIMITED_WITHOUT, "scope"),
                spoil("12:00:00-00:00</sent>", "12:00:00Z</sent>", Reason.TIME, "sent"),
                spoil("<web>https:", "<web>javascript:", Reason.ADDRESS, "info[1]/web"),
                spoil(GOOD_POLYGON, "35.9,36.7 35.9,36.9 35.8,36.9 35.8,36.7", Reason.POLYGON_OPEN, "info[1]/area[1]/polygon"),
                spoil(GOOD_POLYGON, "35.9,36.7 35.8,36.9 35.9,36.7", Reason.POLYGON_SIZE, "info[1]/area[1]/polygon"),
                spoil(GOOD_POLYGON, "35.9,36.7 35.8,36.9 35.9,36.9 35.8,36.7 35.9,36.7", Reason.POLYGON_CROSSES,
                        "info[1]/area[1]/polygon"),
                spoil(GOOD_POLYGON, "35.9,36.7 35.8,36.9 35.7,37.1 35.9,36.7", Reason.POLYGON_CROSSES, "info[1]/area[1]/polygon"),
                spoil(GOOD_POLYGON, "35.9,36.7 north", Reason.COORDINATES, "info[1]/area[1]/polygon"),
                spoil(GOOD_POLYGON, "35.9,36.7 35.9,196.9 35.8,36.9 35.9,36.7", Reason.COORDINATES, "info[1]/area[1]/polygon"),
                spoil(GOOD_POLYGON, "35.9123456,36.7 35.9,36.9 35.8,36.9 35.9123456,36.7", Reason.COORDINATES,
                        "info[1]/area[1]/polygon"),
                spoil("35.9,36.7 5<", "35.9,36.7 0<", Reason.CIRCLE, "info[1]/area[1]/circle"),
                spoil("35.9,36.7 5<", "35.9,36.7 -5<", Reason.CIRCLE, "info[1]/area[1]/circle"),
                spoil("35.9,36.7 5<", "35.9,36.7 50000<", Reason.CIRCLE, "info[1]/area[1]/circle"),
                spoil("35.9,36.7 5<", "35.9,36.7<", Reason.CIRCLE, "info[1]/area[1]/circle"),
                spoil("<severity>Severe</severity>", "", Reason.MISSING, "info[1]/severity"),
                spoil("<scope>Public</scope>", "<scope>Public</scope><scope>Public</scope>", Reason.UNEXPECTED, "scope"),
                spoil("<scope>Public</scope>", "<scope>Public</scope><x:y xmlns:x=\"urn:x\"/>", Reason.UNEXPECTED, "*"),
                spoil("<areaDesc>Saraqib</areaDesc>", "", Reason.MISSING, "info[1]/area[1]/areaDesc"),
                spoil("</circle>", "</circle><ceiling>12</ceiling>", Reason.MISSING, "info[1]/area[1]/altitude"));
    }

    private static Object[] spoil(String from, String to, Reason reason, String where) {
        return new Object[] {from, to, reason, where};
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        String document = good().replace("<status>Actual<", "<status>Now<")
                .replace("35.9,36.7 5<", "35.9,36.7 0<")
                .replace("T18:00:00", "T11:00:00");

        assertThat(refusal(document).faults())
                .extracting(Fault::reason)
                .contains(Reason.WORD, Reason.CIRCLE, Reason.EXPIRES_EARLY);
    }

    @Test
    void elementsOutOfOrderAreRefused() {
        String document = good().replace("<status>Actual</status><msgType>Alert</msgType>",
                "<msgType>Alert</msgType><status>Actual</status>");

        assertThat(refusal(document).faults()).contains(new Fault("status", Reason.UNEXPECTED));
    }

    @Test
    void aMessageThatSaysNothingIsRefused() {
        String document = good().replaceAll("(?s)<info>.*</info>", "");

        assertThat(refusal(document).faults()).containsExactly(new Fault("info", Reason.NO_INFO));
    }

    /** Idlib's latitude and longitude are alike: only what lies where they lead tells them apart. */
    @ParameterizedTest
    @CsvSource({"24.72 46.68, 46.68 24.72", "33.51 136.28, 136.28 33.51"})
    void latitudeAndLongitudeInEachOthersPlaceAreTold(String right, String swapped) {
        String[] known = right.split(" ");
        Position here = new Position(Double.parseDouble(known[0]), Double.parseDouble(known[1]));
        CapRules there = new CapRules(new Shapes(position -> position.kilometresTo(here) < 100));
        String[] wrong = swapped.split(" ");
        String line = "%s,%s %s,%s.5 %s,%s %s,%s".formatted(
                wrong[0], wrong[1], wrong[0], wrong[1].split("\\.")[0], wrong[0].split("\\.")[0] + ".1", wrong[1], wrong[0], wrong[1]);

        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> new CapReader(there).read(new SafeXml(100_000, () -> 0)
                        .read(good().replace(GOOD_POLYGON, line).getBytes(UTF_8))
                        .getDocumentElement()));

        assertThat(refused.faults()).contains(new Fault("info[1]/area[1]/polygon", Reason.SWAPPED));
    }

    @Test
    void whatAReaderWouldRefuseIsNeverSigned() {
        CapAlert fine = new RandomAlerts(1).ours();
        CapInfo info = fine.infos().getFirst();
        CapAlert oneLanguage = new CapAlert(fine.name(), fine.status(), fine.type(), fine.scope(), fine.margin(),
                fine.references(), List.of(info));
        CapAlert named = new CapAlert(new Reference("aman.example", "7", fine.name().sent()), fine.status(), fine.type(),
                fine.scope(), fine.margin(), fine.references(), fine.infos());

        assertThat(unprinted(oneLanguage)).contains(Reason.LANGUAGES);
        assertThat(unprinted(named)).contains(Reason.NOT_UUID);
    }

    private static List<Reason> unprinted(CapAlert alert) {
        return catchThrowableOfType(Refused.class, () -> new Press(RULES, KEYS).print(alert)).faults().stream()
                .map(Fault::reason)
                .toList();
    }

    @Test
    void a48AnUnsignedDocumentIsRefused() {
        assertThat(taken(good(), KEYS.getPublic())).isEqualTo(Reason.UNSIGNED);
    }

    @Test
    void a48ADocumentOfAnotherKeyOrAlteredByOneSignIsRefused() throws Refused {
        String document = new Press(RULES, KEYS).print(new RandomAlerts(3).ours());

        assertThat(taken(document, keys().getPublic())).isEqualTo(Reason.SIGNATURE);
        assertThat(taken(document.replaceFirst("<headline>x", "<headline>y"), KEYS.getPublic()))
                .isEqualTo(Reason.SIGNATURE);
        assertThat(taken(document.replaceFirst("<DigestValue>.", "<DigestValue>%"), KEYS.getPublic()))
                .isEqualTo(Reason.SIGNATURE);
    }

    /** A signed document inside another: the signature would hold, over something nobody reads. */
    @Test
    void a48ASignatureThatCoversSomethingElseIsRefused() throws Refused {
        String document = new Press(RULES, KEYS).print(new RandomAlerts(3).ours());
        String signature = document.substring(document.indexOf("<Signature"), document.indexOf("</alert>"));
        String moved = document.replace(signature, "").replaceFirst("<scope>", signature + "<scope>");
        String wrapped = good().replace("</alert>", document.substring(document.indexOf("<alert")) + "</alert>");
        String twice = document.replace("</alert>", signature + "</alert>");
        String part = document.replace("URI=\"\"", "URI=\"#x\"");

        assertThat(taken(wrapped, KEYS.getPublic())).isEqualTo(Reason.SIGNATURE);
        assertThat(taken(twice, KEYS.getPublic())).isEqualTo(Reason.SIGNATURE);
        assertThat(taken(part, KEYS.getPublic())).isEqualTo(Reason.SIGNATURE);
        assertThat(taken(moved, KEYS.getPublic())).isEqualTo(Reason.UNEXPECTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DOCTYPE | <!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert>&x;</alert>
            DOCTYPE | <!DOCTYPE alert SYSTEM "http://localhost:1/x.dtd"><alert/>
            DOCTYPE | <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>
            BROKEN  | <alert>
            BROKEN  | hello
            BROKEN  | <alert>&x;</alert>
            NOT_CAP | <feed xmlns="http://www.w3.org/2005/Atom"/>
            NOT_CAP | <alert xmlns="urn:oasis:names:tc:emergency:cap:1.1"/>
            """)
    void a43EntitiesAndBrokenXmlAreRefused(Reason reason, String document) {
        assertThat(taken(document, KEYS.getPublic())).isIn(reason, Reason.DOCTYPE);
    }

    @Test
    void a43HugeAndDeepDocumentsAreRefused() {
        assertThat(taken("x".repeat(Intake.MOST_BYTES + 1), KEYS.getPublic())).isEqualTo(Reason.TOO_LARGE);
        assertThat(taken("<a>".repeat(10_000), KEYS.getPublic())).isEqualTo(Reason.TOO_DEEP);
        assertThat(taken("<a>" + "<b/>".repeat(30_000) + "</a>", KEYS.getPublic())).isEqualTo(Reason.TOO_DEEP);
        assertThat(taken("<a " + "x%d='' ".repeat(300) + "/>", KEYS.getPublic())).isIn(Reason.TOO_DEEP, Reason.BROKEN);
    }

    @Test
    void a43ADocumentThatTakesTooLongIsRefused() {
        long[] clock = {0};
        Intake slow = new Intake(RULES, () -> clock[0] += 1_000_000_000L);

        Refused refused = catchThrowableOfType(
                Refused.class, () -> slow.take(good().getBytes(UTF_8), List.of(KEYS.getPublic())));

        assertThat(refused.reason()).isEqualTo(Reason.TOO_SLOW);
    }

    private Reason taken(String document, PublicKey key) {
        return catchThrowableOfType(Refused.class, () -> intake.take(document.getBytes(UTF_8), List.of(key)))
                .reason();
    }

    private static Refused refusal(String document) {
        return catchThrowableOfType(
                Refused.class,
                () -> new CapReader(RULES).read(new SafeXml(100_000, () -> 0)
                        .read(document.getBytes(UTF_8))
                        .getDocumentElement()));
    }

    static String good() {
        return """
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>id-1</identifier>\
                <sender>aman.example</sender><sent>2020-01-12T12:00:00-00:00</sent>\
                <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>\
                <info><language>en</language><category>Safety</category><event>Evacuation</event>\
                <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>\
                <expires>2020-01-12T18:00:00-00:00</expires><headline>Leave now</headline>\
                <web>https://aman.example/alerts/1</web>\
                <area><areaDesc>Saraqib</areaDesc><polygon>35.9,36.7 35.9,36.9 35.8,36.9 35.9,36.7</polygon>\
                <circle>35.9,36.7 5</circle></area></info></alert>""";
    }

    @Test
    void aGoodDocumentIsTakenAsItIs() throws Refused {
        CapAlert read = new CapReader(RULES).read(new SafeXml(100_000, () -> 0)
                .read(good().getBytes(UTF_8))
                .getDocumentElement());

        assertThat(read.name().identifier()).isEqualTo("id-1");
        assertThat(read.infos().getFirst().areas().getFirst().circles()).hasSize(1);
    }
}

package org.aman.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    /** Digits of nothing kept may run this long once signs between them are taken out. */
    private static final Pattern NUMBER_OF_SOMEBODY = Pattern.compile("\\p{Nd}{6}");

    private static final List<String> NUMBERS = List.of(
            "0933123456",
            "+963933123456",
            "00963 933 123 456",
            "0933-123-456",
            "0933 12 34 56",
            "(0933) 123456",
            "+90 (532) 123 45 67",
            "0532.123.45.67",
            "0933/123/456",
            "0933_123_456",
            "0 9 3 3 1 2 3 4 5 6",
            "09-33-12-34-56",
            "4815162342",
            "-1001234567890",
            "01234567890",
            "123456");

    private static final List<String> DIGITS = List.of("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９");

    private static final List<String> SENTENCES = List.of(
            "%s", "call me on %s please, is the road open?", "رقمي %s هل الطريق آمن", "والرقم%sهو رقم أخي");

    private static final List<String> OTHERS = List.of(
            "@rana_saraqib", "@ rana1990", "@رنا_سراقب", "＠rana", "rana.k@example.org", "rana+idlib@mail.example.com",
            "رنا@مثال.سوريا", "rana @ example.org", "https://t.me/joinchat/AAAAAE", "http://example.org/?id=rana",
            "t.me/rana_k", "www.facebook.com/rana.k", "facebook.com/rana.k", "wa.me/963933123456", "tg://user?id=77",
            "example.sy", "bit.ly/3xYz", "maps.app.goo.gl/Ab1", "tel:rana", "geo:36.1,36.7", "HTTPS://EXAMPLE.ORG/RANA",
            "36.123457, 36.765432", "36.123457 36.765432", "36.123457", "(36.1234,36.7654)", "٣٦٫١٢٣٤٥٧، ٣٦٫٧٦٥٤٣٢",
            "۳۶.۱۲۳۴۵۷", "36,12345", "36.12, 36.76", "36.1 36.7", "36.12;36.77", "36°07'24\"N 36°45'55\"E", "36º07’24″",
            "36° 7.4' N", "8G6P5QRV+2X", "8g6p5qrv+2x", "///filled.count.soap", "N 36.12345 E 36.54321",
            "-36.12345", "+36.123");

    @Test
    void p4_moreThanTwoHundredTracesAreMaskedInAnyDigitsAndAmongAnyWords() {
        List<String> canaries = new ArrayList<>();
        for (String number : NUMBERS) {
            for (String digits : DIGITS) {
                for (String sentence : SENTENCES) {
                    canaries.add(sentence.formatted(inDigits(number, digits)));
                }
            }
        }
        assertThat(canaries).hasSizeGreaterThan(200);

        assertThat(canaries).allSatisfy(canary -> assertThat(digitsTogether(Masking.mask(canary)))
                .as(canary)
                .doesNotContainPattern(NUMBER_OF_SOMEBODY)
                .isNotEqualTo(digitsTogether(canary)));
    }

    @Test
    void p4_linksNamesAddressesAndPositionsAreMasked() {
        assertThat(OTHERS).allSatisfy(trace -> {
            String masked = Masking.mask("is it open at " + trace + " today");
            assertThat(masked.toLowerCase(Locale.ROOT))
                    .as(trace)
                    .startsWith("is it open at ")
                    .endsWith(" today")
                    .contains(Masking.MASK)
                    .doesNotContain("rana", "رنا", "example", "facebook", "joinchat", "soap", "5qrv", "3xyz");
            assertThat(digitsTogether(masked)).as(trace).doesNotContainPattern("\\p{Nd}{3}");
        });
    }

    @Test
    void p4_signsThatCannotBeSeenHideNothing() {
        for (String between : List.of("\u200B", "\u200D", "\u00AD", "\u202E", "\uFE0F\u20E3", "\u00A0", "\u2009", "\uFEFF")) {
            assertThat(Masking.mask("call " + String.join(between, "0933123456".split("")) + between))
                    .as(Integer.toHexString(between.charAt(0)))
                    .doesNotContainPattern("\\p{Nd}");
            assertThat(Masking.mask("ask @" + String.join("\u200B", "rana".split("")))).isEqualTo("ask [...]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "هل الطريق M5 آمن بين سراقب ومعرة النعمان؟",
                "is the M4 open at km 12?",
                "هل الهدنة سارية الساعة 18:00؟",
                "is there bread for 12000 families in 3 camps, 300-400 each",
                "من 12/01/2020 إلى 13/01/2020",
                "since 2020-01-12?",
                "بدي 2.5 لتر مازوت",
                "في مخيم ع ١٢ كيلو؟",
                "bus at 7.30 or 8",
                "what about wa7ed b 3afrin",
                "50000 ليرة الربطة",
                "safe?or not.tell me"
            })
    void whatAQuestionNeedsStays(String words) {
        assertThat(Masking.mask(words)).isEqualTo(words);
    }

    @Test
    void aKeptQuestionIsOneLineOfAtMostAThousandWholeCharacters() {
        assertThat(Masking.mask("one\n\ntwo\u0000three")).isEqualTo("one two three");
        assertThat(Masking.mask("😀".repeat(600) + "x")).hasSizeLessThanOrEqualTo(1000).doesNotContain("?");
        assertThat(Masking.mask("x" + "😀".repeat(600))).hasSize(999);
        assertThat(Masking.mask("e" + "\u0301".repeat(5000)).length()).isLessThan(10);
        assertThat(Masking.mask("  \u0000 ")).isEmpty();
    }

    @Test
    void maskingAgainChangesNothing() {
        for (String trace : OTHERS) {
            String once = Masking.mask("ask " + trace + " now");
            assertThat(Masking.mask(once)).isEqualTo(once);
        }
    }

    @Test
    void hostileTextTakesNoLongerThanOtherText() {
        for (String piece : List.of("a", "1", "a.", "1 ", "@", ".", "°", "1.1 ", "a@a.", "+", "http:", "\u0301", "(")) {
            long start = System.nanoTime();
            Masking.mask(piece.repeat(1_000_000));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(piece).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void anyTextAtAllComesBackStorable() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(0x10000) : 0x600 + random.nextInt(0x100)));
            }
            String masked = Masking.mask(text.toString());
            assertThat(masked).as("seed %d", seed).doesNotContain("\u0000").doesNotContainPattern("\\p{Cs}");
            assertThat(digitsTogether(masked)).as("seed %d", seed).doesNotContainPattern("\\p{Nd}{7}");
        }
    }

    private static String inDigits(String number, String digits) {
        StringBuilder text = new StringBuilder();
        for (char character : number.toCharArray()) {
            text.append(character >= '0' && character <= '9' ? digits.charAt(character - '0') : character);
        }
        return text.toString();
    }

    /** Without all that is neither letter nor digit, so that a number with signs in it shows as one. */
    private static String digitsTogether(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}

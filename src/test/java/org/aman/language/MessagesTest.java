package org.aman.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final Pattern PLURAL = Pattern.compile("\\{(\\w+), ?plural,");
    private static final Set<String> TALKING =
            Set.of("conversation", "message", "answer", "telegram", "web", "alert", "duty");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:[.-][a-z-]+)*\\.?)\"");
    private static final Pattern ANY_LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private final Messages messages = new Messages();

    @Test
    void everyPluralHasAllSixArabicForms() {
        for (String key : messages.keys()) {
            String pattern = messages.pattern(key, Language.ARABIC);
            Matcher plural = PLURAL.matcher(pattern);
            while (plural.find()) {
                assertThat(pattern.substring(plural.end()))
                        .as(key)
                        .contains("zero{", "one{", "two{", "few{", "many{", "other{");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ago.minutes, 0, الآن", "ago.minutes, 1, قبل دقيقة", "ago.minutes, 2, قبل دقيقتين", "ago.minutes, 3, قبل 3 دقائق",
        "ago.minutes, 11, قبل 11 دقيقة", "ago.minutes, 100, قبل 100 دقيقة",
        "ago.hours, 0, الآن", "ago.hours, 1, قبل ساعة", "ago.hours, 2, قبل ساعتين", "ago.hours, 3, قبل 3 ساعات",
        "ago.hours, 11, قبل 11 ساعة", "ago.hours, 100, قبل 100 ساعة",
        "ago.days, 0, اليوم", "ago.days, 1, قبل يوم", "ago.days, 2, قبل يومين", "ago.days, 3, قبل 3 أيام",
        "ago.days, 11, قبل 11 يوماً", "ago.days, 100, قبل 100 يوم",
        "distance, 0, أقل من كيلومتر", "distance, 1, نحو كيلومتر واحد", "distance, 2, نحو كيلومترين",
        "distance, 3, نحو 3 كم", "distance, 11, نحو 11 كم", "distance, 100, نحو 100 كم",
        "also, 1, معلومة أخرى:", "also, 2, معلومتان أخريان:", "also, 3, 3 معلومات أخرى:", "also, 11, 11 معلومة أخرى:",
        "also, 100, 100 معلومة أخرى:",
    })
    void countsAreSaidAsArabicCounts(String key, int n, String said) {
        assertThat(messages.text(key, Language.ARABIC, Map.of("n", n))).isEqualTo(said);
    }

    @Test
    void everySentenceIsSaidAsItsPatternSaysWhateverTextsAndNumbersItIsGiven() {
        for (Language language : Language.values()) {
            for (String key : messages.keys()) {
                MessageFormat pattern = new MessageFormat(messages.pattern(key, language), language.locale());
                for (int n : List.of(0, 1, 2, 3, 11, 1234, 3)) {
                    Map<String, Object> given = given(pattern, n);
                    assertThat(messages.text(key, language, given)).as(key).isEqualTo(pattern.format(given));
                }
            }
        }
    }

    private static Map<String, Object> given(MessageFormat pattern, int n) {
        Map<String, Object> given = new HashMap<>();
        for (String argument : pattern.getArgumentNames()) {
            boolean number = pattern.toPattern().matches("(?s).*\\{" + argument + ", ?(plural|number).*");
            given.put(argument, number ? n : "it's {n} نص " + n);
        }
        return given;
    }

    @Test
    void aMissingSentenceOrArgumentIsAnErrorNotAGap() {
        assertThatThrownBy(() -> messages.text("no.such", Language.ARABIC)).hasMessageContaining("no.such");
        assertThatThrownBy(() -> messages.text("asked.about", Language.ARABIC)).hasMessageContaining("place");
    }

    /** What residents hear, not what volunteers read about their drafts. */
    private Set<String> forResidents() {
        return messages.keys().stream().filter(key -> !key.startsWith("finding")).collect(Collectors.toSet());
    }

    @Test
    void noSentenceShoutsOrPromisesSafety() {
        for (String key : forResidents()) {
            String arabic = messages.pattern(key, Language.ARABIC);
            String english = messages.pattern(key, Language.ENGLISH).toLowerCase(Locale.ENGLISH);
            assertThat(arabic + english).as(key).doesNotContain("!");
            if (arabic.contains("آمن")) {
                assertThat(arabic).as(key).contains("لا يعني أن");
            }
            if (english.matches(".*\\bsafe\\b.*")) {
                assertThat(english).as(key).containsAnyOf("does not mean that", "does not make a place safe");
            }
            assertThat(arabic).as(key).doesNotContainPattern("مستشفى|شهيد|إرهاب|اطمئن|لا داعي");
        }
    }

    @Test
    void arabicSentencesAreShort() {
        for (String key : forResidents()) {
            for (String sentence : messages.pattern(key, Language.ARABIC).split("[.؟:\n]")) {
                if (!sentence.contains("plural")) {
                    assertThat(sentence.strip().split("\\s+").length).as(key + ": " + sentence).isLessThanOrEqualTo(12);
                }
            }
        }
    }

    @Test
    void everySentenceIsSaidBySomebodyAndNobodySaysOneThatIsMissing() throws IOException {
        Set<String> literals = new HashSet<>();
        for (Path source : sources()) {
            Matcher literal = LITERAL.matcher(Files.readString(source));
            while (literal.find()) {
                literals.add(literal.group(1));
            }
        }
        Set<String> stems = literals.stream().filter(one -> one.endsWith(".")).collect(Collectors.toSet());
        for (String key : messages.keys()) {
            String bare = key.replaceFirst("\\.heard$", "");
            assertThat(literals.contains(bare) || stems.stream().anyMatch(key::startsWith)).as(key).isTrue();
        }
        Set<String> heads = messages.keys().stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        for (String literal : literals) {
            if (literal.matches("[a-z]+(\\.[a-z-]+)+") && heads.contains(literal.split("\\.")[0])) {
                assertThat(messages.keys()).as("A sentence that is missing").contains(literal);
            }
        }
    }

    /** Rooms that read words know letters and phrases; rooms that talk to people have no Arabic in the code. */
    @Test
    void noSentenceForPeopleStandsInTheSources() throws IOException {
        for (Path source : sources()) {
            if (TALKING.stream().anyMatch(room -> source.toString().contains("/" + room + "/"))) {
                Matcher literal = ANY_LITERAL.matcher(withoutComments(Files.readString(source)));
                while (literal.find()) {
                    assertThat(literal.group()).as(source.toString()).doesNotContainPattern("\\p{IsArabic}{2}");
                }
            }
        }
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

package org.aman.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final Pattern PLURAL = Pattern.compile("\\{(\\w+), ?plural,");
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
    void aMissingSentenceOrArgumentIsAnErrorNotAGap() {
        assertThatThrownBy(() -> messages.text("no.such", Language.ARABIC)).hasMessageContaining("no.such");
        assertThatThrownBy(() -> messages.text("asked.about", Language.ARABIC)).hasMessageContaining("place");
    }
}

package org.aman.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightToLeftTest {
    @Test
    void latinNamesTimesAndRangesAreIsolated() {
        check("طريق M4 خطر", "طريق <M4> خطر");
        check("من 06:00-10:00 صباحاً", "من <06:00-10:00> صباحاً");
        check("بتاريخ 12/1/2020.", "بتاريخ <12/1/2020>.");
        check("اكتبوا /forget أو احظروا", "اكتبوا </forget> أو احظروا");
        check("في Bab al-Hawa الآن", "في <Bab al-Hawa> الآن");
        check("نحو 3.5 كم", "نحو <3.5> كم");
        check("بتوقيت +02:00", "بتوقيت <+02:00>");
        check("بنسبة 20%", "بنسبة <20%>");
    }

    @Test
    void plainNumbersNeedNoMarks() {
        check("قبل 25 دقيقة", "قبل 25 دقيقة");
        check("بين 5 10 عائلات", "بين 5 10 عائلات");
    }

    @Test
    void nothingIsIsolatedTwiceAndStrangeMarksGo() {
        String once = RightToLeft.isolate("طريق M4 من 06:00");
        assertThat(RightToLeft.isolate(once)).isEqualTo(once);
        assertThat(RightToLeft.isolate("\u202Eطريق\u200F M5")).isEqualTo("طريق \u2066M5\u2069");
    }

    @Test
    void numbersAreWrittenAsThePersonWritesThem() {
        assertThat(marked(RightToLeft.isolate("قبل 25 دقيقة، الساعة 18:40، طريق M4", true)))
                .isEqualTo("قبل ٢٥ دقيقة، الساعة <١٨:٤٠>، طريق <M4>");
        assertThat(marked(RightToLeft.isolate("اتصلوا على +90 أو 1234567", true))).isEqualTo("اتصلوا على <+90> أو 1234567");
    }

    private static void check(String text, String expected) {
        assertThat(marked(RightToLeft.isolate(text))).isEqualTo(expected);
    }

    private static String marked(String text) {
        return text.replace('\u2066', '<').replace('\u2069', '>');
    }
}

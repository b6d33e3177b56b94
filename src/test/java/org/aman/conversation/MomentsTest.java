package org.aman.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.aman.language.Language;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final Instant NOW = Talk.NOW;
    private final Moments moments = new Moments(Talk.MESSAGES, Talk.SETTINGS);

    @Test
    void timesAreSaidWithWeekdayDateAndTheMonthsOfTheLevant() {
        assertThat(moments.absolute(NOW, NOW, Language.ARABIC)).isEqualTo("الأحد 12 كانون الثاني، الساعة 18:00");
        assertThat(moments.absolute(NOW, NOW, Language.ENGLISH)).isEqualTo("Sunday 12 January, 18:00");
    }

    @Test
    void theYearIsSaidWhereItIsNotThisOne() {
        Instant lastYear = Instant.parse("2019-12-30T10:00:00Z");
        assertThat(moments.day(lastYear, NOW, Language.ENGLISH)).isEqualTo("Monday 30 December 2019");
        assertThat(moments.day(lastYear, NOW, Language.ARABIC)).isEqualTo("الاثنين 30 كانون الأول 2019");
    }

    @Test
    void midnightSaysWhichDayItBegins() {
        Instant midnight = Instant.parse("2020-01-09T22:00:00Z");
        assertThat(moments.absolute(midnight, NOW, Language.ARABIC))
                .isEqualTo("الجمعة 10 كانون الثاني، الساعة 00:00 (بداية هذا اليوم)");
        assertThat(moments.absolute(midnight, NOW, Language.ENGLISH))
                .isEqualTo("Friday 10 January, 00:00 (the start of that day)");
    }

    /** F19: Damascus was +02:00 in the winter of 2020 and is +03:00 all year since 2022. */
    @Test
    void oldAndNewInstantsAreSaidInTheTimeThatHeldThen() {
        Instant winter2023 = Instant.parse("2023-01-12T16:00:00Z");
        assertThat(moments.absolute(NOW, NOW, Language.ENGLISH)).endsWith("18:00");
        assertThat(moments.absolute(winter2023, winter2023, Language.ENGLISH)).endsWith("19:00");
    }

    @Test
    void agesAreWholeMinutesThenHoursThenDays() {
        assertThat(moments.ago(NOW.minusSeconds(59), NOW, Language.ENGLISH)).isEqualTo("just now");
        assertThat(moments.ago(NOW.minusSeconds(60), NOW, Language.ENGLISH)).isEqualTo("1 minute ago");
        assertThat(moments.ago(NOW.minusSeconds(3599), NOW, Language.ENGLISH)).isEqualTo("59 minutes ago");
        assertThat(moments.ago(NOW.minusSeconds(3600), NOW, Language.ENGLISH)).isEqualTo("1 hour ago");
        assertThat(moments.ago(NOW.minusSeconds(47 * 3600), NOW, Language.ENGLISH)).isEqualTo("47 hours ago");
        assertThat(moments.ago(NOW.minusSeconds(48 * 3600), NOW, Language.ENGLISH)).isEqualTo("2 days ago");
        assertThat(moments.ago(NOW.plusSeconds(90), NOW, Language.ENGLISH)).isEqualTo("just now");
    }

    @Test
    void theZoneIsSaidByItsCity() {
        assertThat(moments.zoneName(Language.ARABIC)).isEqualTo("دمشق");
        assertThat(moments.zoneName(Language.ENGLISH)).isEqualTo("Damascus");
    }
}

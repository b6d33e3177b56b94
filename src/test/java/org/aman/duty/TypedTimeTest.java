package org.aman.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static final Instant NOW = Instant.parse("2020-01-12T16:00:00Z"); // 18:00 there

    @ParameterizedTest
    @CsvSource({
        "18:30, 2020-01-12T16:30:00Z", "17:00, 2020-01-13T15:00:00Z", "18:00, 2020-01-13T16:00:00Z",
        "٢٣:٣٠, 2020-01-12T21:30:00Z", "13.1. 18:00, 2020-01-13T16:00:00Z", "13/1 18:00, 2020-01-13T16:00:00Z",
        "2.1. 06:00, 2020-01-02T04:00:00Z", "1.3. 06:00, 2020-03-01T04:00:00Z", "2020-2-29 7:05, 2020-02-29T05:05:00Z",
        "2020-01-13T16:00:00Z, 2020-01-13T16:00:00Z"
    })
    void aTimeIsReadAsPeopleTypeIt(String typed, String read) {
        assertThat(TypedTime.next(typed, DAMASCUS, NOW)).contains(Instant.parse(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "25:00", "31.2. 18:00", "2020-13-01 18:00", "18", "18:5", "0.0. 00:00", "9:00 9:00"})
    void whatIsNoTimeIsNotGuessed(String typed) {
        assertThat(TypedTime.next(typed, DAMASCUS, NOW)).isEmpty();
    }
}

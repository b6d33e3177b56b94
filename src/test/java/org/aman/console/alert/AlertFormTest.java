package org.aman.console.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.aman.alert.Areas;
import org.aman.alert.Draft;
import org.aman.console.Offered;
import org.aman.console.Times;
import org.aman.language.Language;
import org.aman.place.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was typed for an alert stands in the form of what follows it, so that it can be cancelled, cleared and corrected. */
class AlertFormTest {
    private final AlertForm form = new AlertForm(mock(Offered.class), mock(Times.class));

    private Draft read(Map<String, String[]> sent) {
        return form.draft(form.read(sent));
    }

    /** What a browser sends that was given the form of this draft. */
    private Map<String, String[]> sentBack(Draft draft) {
        Typed typed = form.typed(draft, Language.ENGLISH);
        Map<String, String[]> sent = new HashMap<>();
        typed.fields().forEach((name, value) -> sent.put(name, new String[] {value}));
        sent.put("places", typed.places().toArray(String[]::new));
        return sent;
    }

    private static Map<String, String[]> circle(String centre, String km) {
        return Map.of("centre", new String[] {centre}, "km", new String[] {km});
    }

    @ParameterizedTest
    @CsvSource({
        "'35.861234567, 36.800000049', 2.123456",
        "'35.9999999, 36.7999951', 0.00001",
        "'-0.000001, -179.999999', 500",
        "'٣٥.٨٦١٢٣٤٥٦٧، ٣٦.٨', ٢٫١٢٣٤٥٦"
    })
    void whatFollowsAnAlertHasItsVeryCircle(String centre, String km) {
        Draft first = read(circle(centre, km));

        assertThat(first.circle()).isNotNull();
        assertThat(read(sentBack(first)).circle()).isEqualTo(first.circle());
    }

    @Test
    void aCircleIsReadToAboutAMetre() {
        assertThat(read(circle("35.861234567, 36.800000049", "2.123456")).circle())
                .isEqualTo(new Areas.Circle(new Position(35.86123, 36.8), 2.12346));
        assertThat(read(circle("35.86, 36.8", "0.000001")).circle()).as("no radius is left").isNull();
    }

    @Test
    void noPlaceIsLostHoweverManyThereAre() {
        List<String> many = IntStream.range(0, 200).mapToObj(place -> "place-" + place).toList();
        Draft first = read(Map.of("places", many.toArray(String[]::new)));

        assertThat(first.places()).hasSize(200);
        assertThat(read(sentBack(first)).places()).isEqualTo(first.places());
    }
}

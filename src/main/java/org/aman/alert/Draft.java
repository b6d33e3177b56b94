package org.aman.alert;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.aman.alert.Alert.Certainty;
import org.aman.alert.Alert.Kind;
import org.aman.alert.Alert.Severity;
import org.aman.alert.Alert.Urgency;
import org.aman.language.Bilingual;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed for an alert, wrong or missing in many ways at once; {@link Wording} lists them all.
 *
 * @param replaces the alert whose delivered messages are changed in place by this; null for a new alert
 */
public record Draft(
        @Nullable Kind kind,
        @Nullable Severity severity,
        @Nullable Urgency urgency,
        @Nullable Certainty certainty,
        List<Place.Id> places,
        Areas.@Nullable Circle circle,
        Texts texts,
        Span span,
        @Nullable String topic,
        @Nullable Follow follow,
        Alert.@Nullable Number replaces) {

    public Draft {
        places = List.copyOf(places);
    }

    /** The words, as far as they are there. */
    public record Texts(
            @Nullable Bilingual source,
            @Nullable Bilingual text,
            @Nullable Bilingual instruction,
            @Nullable Bilingual boundary,
            @Nullable Bilingual more) {}

    /** The times, as far as they are there. */
    public record Span(@Nullable Instant asOf, @Nullable Instant onset, @Nullable Instant until) {}

    /** One that follows no other and is for everybody of these places. */
    public static Draft standingAlone(
            @Nullable Kind kind,
            @Nullable Severity severity,
            @Nullable Urgency urgency,
            @Nullable Certainty certainty,
            List<Place.Id> places,
            Texts texts,
            Span span) {
        return new Draft(kind, severity, urgency, certainty, places, null, texts, span, null, null, null);
    }

    /** A draft that says just what this alert says. */
    public static Draft of(Alert alert) {
        Alert.Words words = alert.words();
        Alert.Times times = alert.times();
        return new Draft(
                alert.kind(),
                alert.gauge().severity(),
                alert.gauge().urgency(),
                alert.gauge().certainty(),
                alert.areas().places(),
                alert.areas().circle(),
                new Texts(words.source(), words.text(), words.instruction(), words.boundary(), words.more()),
                new Span(times.asOf(), times.onset(), times.until()),
                alert.topic(),
                alert.follow(),
                null);
    }

    /** Whether enough is there to be shown as a telephone would show it; it may still have errors. */
    @JsonIgnore
    public boolean isComplete() {
        return kind != null
                && severity != null
                && urgency != null
                && certainty != null
                && texts.source() != null
                && texts.text() != null
                && texts.instruction() != null
                && span.until() != null;
    }

    /** The same, to change the delivered messages of this alert in place. */
    public Draft replacing(Alert.Number number) {
        return new Draft(
                kind, severity, urgency, certainty, places, circle, texts, span, topic, follow, number);
    }

    /** The same with other words. */
    public Draft with(Texts other) {
        return new Draft(
                kind, severity, urgency, certainty, places, circle, other, span, topic, follow, replaces);
    }

    /** The same at other times. */
    public Draft with(Span other) {
        return new Draft(
                kind, severity, urgency, certainty, places, circle, texts, other, topic, follow, replaces);
    }

    /** The same for other places. */
    public Draft in(List<Place.Id> others) {
        return new Draft(
                kind, severity, urgency, certainty, others, circle, texts, span, topic, follow, replaces);
    }

    /** The same as what follows an earlier alert. */
    public Draft following(Follow earlier) {
        Kind as = earlier.way() == Follow.Way.ALL_CLEAR ? Kind.ALL_CLEAR : kind;
        return new Draft(as, severity, urgency, certainty, places, circle, texts, span, topic, earlier, replaces);
    }
}

package org.aman.alert.cap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aman.alert.Alert;
import org.aman.alert.Draft;
import org.aman.alert.Follow;
import org.aman.alert.Suggestion;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/** Makes the draft of an alert from another service's message, as far as that tells: the rest is for people to add. */
final class Sketch {
    private static final int MOST_HEADLINE = 300;
    private static final int MOST_TEXT = 3_000;
    private static final int MOST_NAME = 120;

    private Sketch() {}

    static Draft draft(CapAlert alert, List<Place.Id> places) {
        CapInfo.Judgement judgement = alert.infos().getFirst().judgement();
        return new Draft(
                kind(alert),
                Alert.Severity.valueOf(judgement.severity().name()),
                Alert.Urgency.valueOf(judgement.urgency().name()),
                Alert.Certainty.valueOf(judgement.certainty().name()),
                places,
                null,
                new Draft.Texts(
                        words(alert, info -> PlainWords.of(info.texts().senderName(), MOST_NAME)),
                        words(alert, Sketch::text),
                        words(alert, info -> PlainWords.of(info.texts().instruction(), MOST_TEXT)),
                        null,
                        null),
                span(alert),
                null,
                null,
                null);
    }

    /** The kind that fits best: what sort of danger it is stands in words that only people understand. */
    private static Alert.Kind kind(CapAlert alert) {
        if (alert.status() == CapAlert.Status.EXERCISE) {
            return Alert.Kind.EXERCISE;
        }
        CapInfo info = alert.infos().getFirst();
        Optional<Alert.Kind> said = info.eventCodes().stream()
                .filter(code -> code.name().equals(Translation.KIND))
                .flatMap(code -> Arrays.stream(Alert.Kind.values())
                        .filter(kind -> kind.word().equals(code.value())))
                .findFirst();
        return said.orElseGet(() -> kind(info));
    }

    private static Alert.Kind kind(CapInfo info) {
        if (info.responses().contains(CapInfo.Response.ALL_CLEAR)) {
            return Alert.Kind.ALL_CLEAR;
        }
        if (info.responses().contains(CapInfo.Response.EVACUATE)) {
            return Alert.Kind.EVACUATION;
        }
        return switch (info.judgement().severity()) {
            case EXTREME, SEVERE ->
                info.judgement().urgency() == CapInfo.Urgency.IMMEDIATE ? Alert.Kind.ALARM : Alert.Kind.WARNING;
            case MODERATE, UNKNOWN -> Alert.Kind.WARNING;
            case MINOR -> Alert.Kind.INFORMATION;
        };
    }

    private static Draft.Span span(CapAlert alert) {
        Instant sent = alert.name().sent();
        CapInfo.Times times = alert.infos().getFirst().times();
        Instant onset = Stream.of(times.onset(), times.effective())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(sent);
        return new Draft.Span(sent, onset, ends(alert).orElse(null));
    }

    /** When the last part of it ends; empty where a part does not say. */
    static Optional<Instant> ends(CapAlert alert) {
        List<@Nullable Instant> ends = new ArrayList<>();
        alert.infos().forEach(info -> ends.add(info.times().expires()));
        return ends.contains(null)
                ? Optional.empty()
                : ends.stream().filter(Objects::nonNull).max(Instant::compareTo);
    }

    private static @Nullable String text(CapInfo info) {
        String headline = PlainWords.of(info.texts().headline(), MOST_HEADLINE);
        String description = PlainWords.of(info.texts().description(), MOST_TEXT);
        if (headline == null || description == null || description.startsWith(headline)) {
            return description == null ? headline : description;
        }
        return headline + "\n" + description;
    }

    private static @Nullable Bilingual words(CapAlert alert, Function<CapInfo, @Nullable String> words) {
        String arabic = in(alert, Language.ARABIC, words);
        String english = in(alert, Language.ENGLISH, words);
        return arabic == null && english == null ? null : new Bilingual(arabic, english);
    }

    private static @Nullable String in(
            CapAlert alert, Language language, Function<CapInfo, @Nullable String> words) {
        for (CapInfo info : alert.infos()) {
            String said = info.language().split("-", 2)[0].equalsIgnoreCase(language.code()) ? words.apply(info) : null;
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    /** All it says, in all its languages, for the people who decide. */
    static Suggestion.Original original(CapAlert alert, Follow.@Nullable Way way) {
        return new Suggestion.Original(
                alert.name().sender(),
                alert.name().identifier(),
                alert.status() == CapAlert.Status.EXERCISE,
                way,
                alert.infos().stream()
                        .map(info -> new Suggestion.Text(info.language(), lines(info)))
                        .toList());
    }

    private static List<String> lines(CapInfo info) {
        CapInfo.Texts texts = info.texts();
        return Stream.concat(
                        Stream.of(
                                PlainWords.of(info.event(), MOST_NAME),
                                PlainWords.of(texts.headline(), MOST_HEADLINE),
                                PlainWords.of(texts.description(), MOST_TEXT),
                                PlainWords.of(texts.instruction(), MOST_TEXT)),
                        info.areas().stream().map(area -> PlainWords.of(area.description(), MOST_NAME)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What its sender says has changed: the note where there is one, or else what it says first. */
    static Bilingual why(CapAlert alert) {
        String note = PlainWords.of(alert.margin().note(), MOST_HEADLINE);
        if (note != null) {
            return new Bilingual(note, note);
        }
        Bilingual headline = words(alert, info -> PlainWords.of(info.texts().headline(), MOST_HEADLINE));
        return headline == null ? new Bilingual(null, alert.type().word()) : headline;
    }
}

package org.aman.alert.cap;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aman.alert.Alert;
import org.aman.alert.Filed;
import org.aman.alert.Follow;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.jspecify.annotations.Nullable;

/** Says one of our alerts in CAP's terms: one part for each language, alike in all but the words. */
final class Translation {
    /** The event code that holds the kind of alert as we know it. */
    static final String KIND = "aman:kind";

    private final Zones zones;
    private final Messages messages;
    private final CapSettings settings;
    private final OperatorSettings operator;

    Translation(Zones zones, Messages messages, CapSettings settings, OperatorSettings operator) {
        this.zones = zones;
        this.messages = messages;
        this.settings = settings;
        this.operator = operator;
    }

    /**
     * @param identifier a new UUID
     * @param related what was published of the same matter and has not ended
     */
    CapAlert of(Filed filed, String identifier, List<Reference> related) {
        Instant sent = Objects.requireNonNull(filed.approvedAt(), "an approved alert");
        Alert alert = filed.alert();
        return new CapAlert(
                new Reference(settings.sender(), identifier, sent),
                alert.kind() == Alert.Kind.EXERCISE ? CapAlert.Status.EXERCISE : CapAlert.Status.ACTUAL,
                type(alert, related),
                CapAlert.Scope.PUBLIC,
                CapAlert.Margin.EMPTY,
                related,
                Arrays.stream(Language.values()).map(language -> info(alert, sent, language)).toList());
    }

    private static CapAlert.Type type(Alert alert, List<Reference> related) {
        Follow follow = alert.follow();
        if (related.isEmpty()) {
            return CapAlert.Type.ALERT;
        }
        return follow != null && follow.way() == Follow.Way.CANCEL ? CapAlert.Type.CANCEL : CapAlert.Type.UPDATE;
    }

    private CapInfo info(Alert alert, Instant sent, Language language) {
        return new CapInfo(
                language.code(),
                List.of(CapInfo.Category.SAFETY, CapInfo.Category.SECURITY),
                event(alert.kind()),
                responses(alert.kind()),
                judgement(alert.gauge()),
                new CapInfo.Times(sent, onset(alert, sent), alert.times().until()),
                texts(alert, language),
                List.of(new CapPair(KIND, alert.kind().word())),
                List.of(new CapPair("aman:number", alert.number().toString())),
                List.of(),
                zones.of(alert.areas(), language));
    }

    /** What CAP readers show as the sort of event is the same in all parts, so it says it in every language. */
    private String event(Alert.Kind kind) {
        return Stream.of(Language.values())
                .map(language -> messages.text("cap.event." + kind.word(), language))
                .reduce((one, other) -> one + " / " + other)
                .orElseThrow();
    }

    private static List<CapInfo.Response> responses(Alert.Kind kind) {
        return switch (kind) {
            case EVACUATION -> List.of(CapInfo.Response.EVACUATE);
            case ALL_CLEAR -> List.of(CapInfo.Response.ALL_CLEAR);
            case WARNING -> List.of(CapInfo.Response.PREPARE);
            // What an alarm asks for stands in its instruction: it may be shelter or leaving.
            case ALARM, INFORMATION, EXERCISE -> List.of();
        };
    }

    private static CapInfo.Judgement judgement(Alert.Gauge gauge) {
        return new CapInfo.Judgement(
                CapInfo.Urgency.valueOf(gauge.urgency().name()),
                CapInfo.Severity.valueOf(gauge.severity().name()),
                CapInfo.Certainty.valueOf(gauge.certainty().name()));
    }

    private static @Nullable Instant onset(Alert alert, Instant sent) {
        Instant onset = alert.times().onset();
        return onset.isAfter(sent) ? onset : null;
    }

    private CapInfo.Texts texts(Alert alert, Language language) {
        Alert.Words words = alert.words();
        String text = follow(alert, language) + words.text().best(language);
        String boundary = words.boundary() == null ? "" : "\n" + words.boundary().best(language);
        return new CapInfo.Texts(
                null,
                operator.name(language),
                headline(framed(alert, words.text().best(language).lines().findFirst().orElse(""), language)),
                framed(alert, words.source().best(language) + ": " + text + boundary, language),
                words.instruction().best(language),
                settings.address().isEmpty()
                        ? null
                        : URI.create(settings.address() + "/alerts/" + alert.number()),
                null);
    }

    private String follow(Alert alert, Language language) {
        Follow follow = alert.follow();
        return follow == null
                ? ""
                : messages.text(
                                "alert.follow."
                                        + follow.way().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                language,
                                Map.of(
                                        "number", follow.first().toString(),
                                        "why", follow.why().best(language)))
                        + "\n";
    }

    private String framed(Alert alert, String text, Language language) {
        return alert.kind() == Alert.Kind.EXERCISE
                ? messages.text("alert.exercise", language) + " " + text + " " + messages.text("alert.exercise", language)
                : text;
    }

    /** Short enough to be shown whole, cut at a word. */
    private static String headline(String line) {
        if (line.length() < OwnRules.HEADLINE_UNDER) {
            return line;
        }
        int end = line.lastIndexOf(' ', OwnRules.HEADLINE_UNDER - 2);
        return line.substring(0, end > 0 ? end : OwnRules.HEADLINE_UNDER - 2).strip() + "…";
    }
}

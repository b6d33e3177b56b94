package org.aman.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aman.alert.Alert.Kind;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.RightToLeft;
import org.aman.place.Gazetteer;
import org.aman.place.Place;

/** Writes an alert as people get it: source, danger, place, time, what to do, in that order. */
public final class AlertWriter {
    private final Messages messages;
    private final Gazetteer gazetteer;
    private final AlertTimes times;

    AlertWriter(Messages messages, Gazetteer gazetteer, AlertTimes times) {
        this.messages = messages;
        this.gazetteer = gazetteer;
        this.times = times;
    }

    /** Exactly what goes out. */
    public Said said(Alert alert) {
        return said(alert, this::text);
    }

    /** The short form that one person may send alone in an emergency. */
    Said emergency(Alert alert) {
        return said(alert, this::emergencyText);
    }

    private interface Text {
        String in(Alert alert, Language language);
    }

    private Said said(Alert alert, Text text) {
        Bilingual more = alert.words().more();
        return new Said(
                new Bilingual(
                        RightToLeft.isolate(text.in(alert, Language.ARABIC)), text.in(alert, Language.ENGLISH)),
                new Bilingual(
                        messages.text("alert.more", Language.ARABIC), messages.text("alert.more", Language.ENGLISH)),
                more == null ? "" : "/alert " + alert.number());
    }

    private String text(Alert alert, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(top(alert, language));
        lines.addAll(rest(alert.words().text().best(language)));
        lines.add(where(alert, language));
        lines.add(when(alert, language));
        lines.add(messages.text("alert.do", language));
        lines.add(alert.words().instruction().best(language));
        lines.add(certainty(alert, language));
        if (alert.kind() == Kind.ALL_CLEAR || follows(alert, Follow.Way.CANCEL)) {
            lines.add(messages.text("alert.not-safe", language));
        }
        lines.add(messages.text("alert.foot", language, Map.of("number", alert.number().toString())));
        return framed(alert, String.join("\n", lines), language);
    }

    private String emergencyText(Alert alert, Language language) {
        Alert.Words words = alert.words();
        String text = messages.text(
                "alert.emergency",
                language,
                Map.of(
                        "source", words.source().best(language),
                        "text", words.text().best(language),
                        "instruction", words.instruction().best(language),
                        "until", times.absolute(alert.times().until(), language),
                        "number", alert.number().toString()));
        return framed(alert, text, language);
    }

    /** An exercise begins and ends with the word for it, in both languages. */
    private String framed(Alert alert, String text, Language language) {
        if (alert.kind() != Kind.EXERCISE) {
            return text;
        }
        String word = messages.text("alert.exercise", language);
        return word + "\n" + text + "\n" + word;
    }

    /** What stands alone where a telephone shows only the beginning. */
    String top(Alert alert, Language language) {
        List<String> lines = new ArrayList<>();
        Follow follow = alert.follow();
        if (follow != null) {
            lines.add(messages.text(
                    "alert.follow."
                            + follow.way().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    language,
                    Map.of("number", follow.first().toString(), "why", follow.why().best(language))));
        }
        lines.add(messages.text(
                "alert.head." + alert.kind().word(),
                language,
                Map.of("source", alert.words().source().best(language))));
        lines.add(alert.words().text().best(language).lines().findFirst().orElse(""));
        return String.join("\n", lines);
    }

    private static List<String> rest(String text) {
        return text.lines().skip(1).toList();
    }

    private static boolean follows(Alert alert, Follow.Way way) {
        return alert.follow() != null && alert.follow().way() == way;
    }

    private String where(Alert alert, Language language) {
        Bilingual boundary = alert.words().boundary();
        String places = places(alert.areas(), language);
        return boundary == null
                ? messages.text("alert.where", language, Map.of("places", places))
                : messages.text(
                        "alert.where-boundary",
                        language,
                        Map.of("places", places, "boundary", boundary.best(language)));
    }

    /** The names of the areas, as people know them. */
    public String places(Areas areas, Language language) {
        List<String> names = new ArrayList<>();
        areas.places().forEach(id -> names.add(
                gazetteer.place(id).map(place -> place.name(language)).orElse(id.value())));
        Areas.Circle circle = areas.circle();
        if (circle != null) {
            String around = gazetteer.nearest(circle.centre()).map(place -> place.name(language)).orElse("");
            names.add(messages.text(
                    "alert.circle", language, Map.of("km", Math.round(circle.kilometres()), "place", around)));
        }
        return names.stream().collect(Collectors.joining(messages.text("list.comma", language)));
    }

    /** The place whose name an approver types: the first one, or the one in the middle of the circle. */
    java.util.Optional<Place> named(Areas areas) {
        Areas.Circle circle = areas.circle();
        return areas.places().isEmpty()
                ? java.util.Optional.ofNullable(circle).flatMap(one -> gazetteer.nearest(one.centre()))
                : gazetteer.place(areas.places().getFirst());
    }

    /** The beginning is said where it is still to come. */
    private String when(Alert alert, Language language) {
        Alert.Times when = alert.times();
        String until = times.absolute(when.until(), language);
        String zone = times.zoneName(language);
        return when.onset().isAfter(when.asOf())
                ? messages.text(
                        "alert.when",
                        language,
                        Map.of("onset", times.absolute(when.onset(), language), "until", until, "zone", zone))
                : messages.text("alert.until", language, Map.of("until", until, "zone", zone));
    }

    private String certainty(Alert alert, Language language) {
        String word = alert.gauge().certainty().name().toLowerCase(java.util.Locale.ROOT);
        return messages.text(
                "alert.certainty." + word,
                language,
                Map.of("when", times.absolute(alert.times().asOf(), language)));
    }
}

package org.aman.alert.cap;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aman.alert.cap.CapAlert.Margin;
import org.aman.alert.cap.CapInfo.Judgement;
import org.aman.alert.cap.CapInfo.Texts;
import org.aman.alert.cap.CapInfo.Times;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Turns a tree that {@link CapRules} found nothing wrong with into a message. */
final class CapReader {
    /** What CAP takes a part to be written in that does not say. */
    private static final String DEFAULT_LANGUAGE = "en-US";

    private final CapRules rules;

    CapReader(CapRules rules) {
        this.rules = rules;
    }

    /** The message; whatever is wrong with it is told all at once. */
    CapAlert read(Element alert) throws Refused {
        List<Fault> faults = rules.faults(alert);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        String references = text(alert, "references");
        return new CapAlert(
                new Reference(
                        need(alert, "sender"),
                        need(alert, "identifier"),
                        CapTime.read(need(alert, "sent")).orElseThrow()),
                word(CapAlert.Status.class, alert, "status"),
                word(CapAlert.Type.class, alert, "msgType"),
                word(CapAlert.Scope.class, alert, "scope"),
                margin(alert),
                references == null ? List.of() : Reference.readAll(references).orElseThrow(),
                each(alert, "info", CapReader::info));
    }

    private static Margin margin(Element alert) {
        return new Margin(
                text(alert, "source"),
                text(alert, "restriction"),
                text(alert, "addresses"),
                each(alert, "code", Elements::text),
                text(alert, "note"),
                text(alert, "incidents"));
    }

    private static CapInfo info(Element info) {
        String language = text(info, "language");
        return new CapInfo(
                language == null ? DEFAULT_LANGUAGE : language,
                each(info, "category", one -> word(CapInfo.Category.class, one)),
                need(info, "event"),
                each(info, "responseType", one -> word(CapInfo.Response.class, one)),
                new Judgement(
                        word(CapInfo.Urgency.class, info, "urgency"),
                        word(CapInfo.Severity.class, info, "severity"),
                        word(CapInfo.Certainty.class, info, "certainty")),
                new Times(
                        value(info, "effective", CapReader::time),
                        value(info, "onset", CapReader::time),
                        value(info, "expires", CapReader::time)),
                texts(info),
                each(info, "eventCode", CapReader::pair),
                each(info, "parameter", CapReader::pair),
                each(info, "resource", CapReader::resource),
                each(info, "area", CapReader::area));
    }

    private static Texts texts(Element info) {
        return new Texts(
                text(info, "audience"),
                text(info, "senderName"),
                text(info, "headline"),
                text(info, "description"),
                text(info, "instruction"),
                value(info, "web", URI::create),
                text(info, "contact"));
    }

    private static CapResource resource(Element resource) {
        return new CapResource(
                need(resource, "resourceDesc"),
                need(resource, "mimeType"),
                value(resource, "size", Long::valueOf),
                value(resource, "uri", URI::create),
                text(resource, "digest"));
    }

    private static CapArea area(Element area) {
        return new CapArea(
                need(area, "areaDesc"),
                each(area, "polygon", CapReader::polygon),
                each(area, "circle", one -> Circle.read(Elements.text(one)).orElseThrow().circle()),
                each(area, "geocode", CapReader::pair),
                value(area, "altitude", BigDecimal::new),
                value(area, "ceiling", BigDecimal::new));
    }

    private static Polygon polygon(Element polygon) {
        return new Polygon(Arrays.stream(Elements.text(polygon).split("\\s+"))
                .map(one -> Coordinates.read(one).orElseThrow().position())
                .toList());
    }

    private static CapPair pair(Element pair) {
        return new CapPair(need(pair, "valueName"), need(pair, "value"));
    }

    private static java.time.Instant time(String written) {
        return CapTime.read(written).orElseThrow();
    }

    private static <W extends Enum<W> & Word> W word(Class<W> words, Element parent, String name) {
        return Word.of(words, need(parent, name)).orElseThrow();
    }

    private static <W extends Enum<W> & Word> W word(Class<W> words, Element element) {
        return Word.of(words, Elements.text(element)).orElseThrow();
    }

    private static <T> List<T> each(Element parent, String name, Function<Element, T> read) {
        return Elements.all(parent, name).stream().map(read).collect(Collectors.toUnmodifiableList());
    }

    private static <T> @Nullable T value(Element parent, String name, Function<String, T> read) {
        String text = text(parent, name);
        return text == null ? null : read.apply(text);
    }

    private static @Nullable String text(Element parent, String name) {
        return Elements.text(parent, name).orElse(null);
    }

    private static String need(Element parent, String name) {
        return Elements.text(parent, name).orElseThrow();
    }
}

package org.aman.console.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aman.alert.Alert;
import org.aman.alert.Areas;
import org.aman.alert.Draft;
import org.aman.alert.Follow;
import org.aman.console.Offered;
import org.aman.console.Times;
import org.aman.knowledge.Finding;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was typed into a draft of an alert, and back. Times are typed in the installation's zone. */
@Component
final class AlertForm {
    /** Stands for a reason that nobody has given yet: it has no words, so that the desk refuses it. */
    private static final Bilingual NOT_YET = new Bilingual("…", "…");

    /**
     * So many decimals are read, and written into the form of what follows: about a metre. With more, what follows an alert
     * would not have its areas.
     */
    private static final int DECIMALS = 5;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,6})?");
    private static final Pattern COORDINATES =
            Pattern.compile("(-?[0-9]{1,3}(?:\\.[0-9]{1,9})?)\\s*[,\u060C; ]\\s*(-?[0-9]{1,3}(?:\\.[0-9]{1,9})?)");

    private final Offered offered;
    private final Times times;

    AlertForm(Offered offered, Times times) {
        this.offered = offered;
        this.times = times;
    }

    Typed read(Map<String, String[]> sent) {
        return Typed.read(sent, offered);
    }

    /** What can be read of it; the rest is said by {@link #unread}. */
    Draft draft(Typed typed) {
        return new Draft(
                named(Alert.Kind.values(), typed.one("kind")),
                named(Alert.Severity.values(), typed.one("severity")),
                named(Alert.Urgency.values(), typed.one("urgency")),
                named(Alert.Certainty.values(), typed.one("certainty")),
                typed.places().stream().map(Place.Id::new).toList(),
                circle(typed),
                new Draft.Texts(
                        both(typed, "source"),
                        both(typed, "text"),
                        both(typed, "instruction"),
                        both(typed, "boundary"),
                        both(typed, "more")),
                new Draft.Span(time(typed, "asOf"), time(typed, "onset"), time(typed, "until")),
                typed.one("topic").isEmpty() ? null : typed.one("topic"),
                follow(typed),
                number(typed.one("replaces")).orElse(null));
    }

    /** What could not be read, beside its field. */
    List<Finding> unread(Typed typed) {
        List<Finding> findings = new ArrayList<>();
        for (String name : List.of("asOf", "onset", "until")) {
            if (!typed.one(name).isEmpty() && time(typed, name) == null) {
                findings.add(error(name, "time-unreadable"));
            }
        }
        boolean circleTyped = !(typed.one("centre") + typed.one("km")).isEmpty();
        if (circleTyped && centre(typed.one("centre")).isEmpty()) {
            findings.add(error("circle", "centre-unreadable"));
        } else if (circleTyped && circle(typed) == null) {
            findings.add(error("circle", "radius-unreadable"));
        }
        if (!typed.one("first").isEmpty() && both(typed, "why") == null) {
            findings.add(error("why", "no-why"));
        }
        return findings;
    }

    private static Finding error(String field, String key) {
        return new Finding(Finding.Severity.ERROR, Path.of("alert"), 0, field, "alert." + key, Map.of());
    }

    private static <T extends Enum<T>> @Nullable T named(T[] values, String name) {
        return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    private static @Nullable Bilingual both(Typed typed, String part) {
        String arabic = typed.in(part, Language.ARABIC);
        String english = typed.in(part, Language.ENGLISH);
        return arabic.isBlank() && english.isBlank() ? null : new Bilingual(arabic, english);
    }

    private @Nullable Instant time(Typed typed, String name) {
        return times.of(typed.one(name)).orElse(null);
    }

    static Optional<Alert.Number> number(String typed) {
        return NUMBER.matcher(typed).matches()
                ? Optional.of(new Alert.Number(Integer.parseInt(typed)))
                : Optional.empty();
    }

    private static @Nullable Follow follow(Typed typed) {
        Follow.Way way = named(Follow.Way.values(), typed.one("way"));
        Alert.Number first = number(typed.one("first")).orElse(null);
        if (way == null || first == null) {
            return null;
        }
        Bilingual why = both(typed, "why");
        return new Follow(way, first, why == null ? NOT_YET : why);
    }

    private Areas.@Nullable Circle circle(Typed typed) {
        String km = westernDigits(typed.one("km")).replace('\u066B', '.');
        Optional<Position> centre = centre(typed.one("centre"));
        if (centre.isEmpty() || !DECIMAL.matcher(km).matches()) {
            return null;
        }
        double kilometres = rounded(km);
        return kilometres > 0 && kilometres <= Areas.Circle.MOST_KILOMETRES
                ? new Areas.Circle(centre.get(), kilometres)
                : null;
    }

    /** The middle of a place, or coordinates such as {@code 35.86, 36.80}. */
    private Optional<Position> centre(String typed) {
        Matcher coordinates = COORDINATES.matcher(westernDigits(typed).strip());
        if (!coordinates.matches()) {
            return offered.place(typed).map(Place::position);
        }
        double latitude = rounded(coordinates.group(1));
        double longitude = rounded(coordinates.group(2));
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? Optional.of(new Position(latitude, longitude))
                : Optional.empty();
    }

    private static double rounded(String decimal) {
        return new BigDecimal(decimal).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
    }

    private static String westernDigits(String text) {
        StringBuilder western = new StringBuilder();
        text.codePoints().forEach(sign ->
                western.appendCodePoint(Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign));
        return western.toString();
    }

    /** The fields of a draft, for whoever reads this language. */
    Typed typed(Draft draft, Language reader) {
        Map<String, String> fields = new LinkedHashMap<>(Typed.nothing().fields());
        fields.put("kind", name(draft.kind()));
        fields.put("severity", name(draft.severity()));
        fields.put("urgency", name(draft.urgency()));
        fields.put("certainty", name(draft.certainty()));
        fields.put("topic", draft.topic() == null ? "" : draft.topic());
        Draft.Texts texts = draft.texts();
        put(fields, "source", texts.source());
        put(fields, "text", texts.text());
        put(fields, "instruction", texts.instruction());
        put(fields, "boundary", texts.boundary());
        put(fields, "more", texts.more());
        fields.put("asOf", field(draft.span().asOf()));
        fields.put("onset", field(draft.span().onset()));
        fields.put("until", field(draft.span().until()));
        Areas.Circle circle = draft.circle();
        if (circle != null) {
            fields.put("centre", said(circle.centre(), reader));
            fields.put("km", decimal(circle.kilometres()));
        }
        Follow follow = draft.follow();
        if (follow != null) {
            fields.put("first", follow.first().toString());
            fields.put("way", follow.way().name());
            put(fields, "why", follow.why().equals(NOT_YET) ? null : follow.why());
        }
        fields.put("replaces", draft.replaces() == null ? "" : draft.replaces().toString());
        return new Typed(fields, draft.places().stream().map(Place.Id::value).toList());
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static void put(Map<String, String> fields, String part, @Nullable Bilingual text) {
        for (Language language : Language.values()) {
            fields.put(part + "." + language.code(), text == null ? "" : text.in(language).orElse(""));
        }
    }

    private String field(@Nullable Instant moment) {
        return moment == null ? "" : times.field(moment);
    }

    private String said(Position centre, Language reader) {
        return offered.at(centre)
                .map(place -> place.name(reader))
                .orElseGet(() -> decimal(centre.latitude()) + ", " + decimal(centre.longitude()));
    }

    private static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%." + DECIMALS + "f", number);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}

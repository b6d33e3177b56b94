package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.alert.Alert.Kind;
import org.aman.knowledge.Finding;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.Phrasing;
import org.aman.language.RightToLeft;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/** Lists everything that is wrong with the words, times and areas of an alert. Numbers are those of the wording rules. */
public final class Wording {
    /** What a telephone shows of a message before it is opened (rule 2). */
    static final int STANDS_ALONE = 140;

    /** The longest urgent text (rule 2): more is not read while running. */
    static final int MOST_URGENT = 360;

    /** The longest text that one person may send alone. */
    static final int MOST_EMERGENCY = 180;

    /** What Telegram takes in one message, with some room. */
    private static final int MOST = 3_500;

    private static final int MOST_ACTION = 120;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final AlertWriter writer;
    private final Gazetteer gazetteer;
    private final Targets targets;
    private final Clock clock;

    Wording(AlertWriter writer, Gazetteer gazetteer, Targets targets, Clock clock) {
        this.writer = writer;
        this.gazetteer = gazetteer;
        this.targets = targets;
        this.clock = clock;
    }

    /** What is missing or wrong in a draft; errors keep it from being proposed. */
    public List<Finding> findings(Draft draft) {
        Objections objections = new Objections();
        complete(draft, objections);
        texts(draft).forEach((field, text) -> none(SIGNS, field, text, objections));
        texts(draft).forEach((field, text) -> none(PHRASES, field, text, objections));
        areas(draft, objections);
        times(draft, objections);
        fit(draft, objections);
        if (!objections.haveErrors()) {
            Alert alert = alert(draft, new Alert.Number(9_999), 1);
            lengths(alert, objections);
            actions(alert, objections);
            sameInBoth(alert, objections);
            named(alert, objections);
        }
        return objections.all();
    }

    /** What keeps a draft from being the short text that one person may send alone. */
    List<Finding> emergencyFindings(Draft draft) {
        Objections objections = new Objections();
        complete(draft, objections);
        texts(draft).forEach((field, text) -> none(SIGNS, field, text, objections));
        texts(draft).forEach((field, text) -> none(PHRASES, field, text, objections));
        areas(draft, objections);
        times(draft, objections);
        if (draft.kind() != null && (draft.kind() == Kind.EXERCISE || !draft.kind().tellsOfDanger())) {
            objections.error("kind", "emergency-kind");
        }
        if (!objections.haveErrors()) {
            Said said = writer.emergency(alert(draft, new Alert.Number(9_999), 1));
            for (Language language : Language.values()) {
                tooLong(said.text().best(language), MOST_EMERGENCY, "emergency-length", language, objections);
            }
        }
        return objections.all();
    }

    /** The alert of a draft without errors. */
    Alert alert(Draft draft, Alert.Number number, int revision) {
        Draft.Texts texts = draft.texts();
        Instant now = clock.instant();
        Instant asOf = draft.span().asOf() == null ? now : draft.span().asOf();
        return new Alert(
                number,
                revision,
                there(draft.kind()),
                new Alert.Gauge(there(draft.severity()), there(draft.urgency()), there(draft.certainty())),
                new Areas(draft.places(), draft.circle()),
                new Alert.Words(
                        there(texts.source()),
                        there(texts.text()),
                        there(texts.instruction()),
                        texts.boundary(),
                        texts.more()),
                new Alert.Times(
                        asOf, draft.span().onset() == null ? asOf : draft.span().onset(), there(draft.span().until())),
                draft.topic(),
                draft.follow());
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("A draft with something missing is no alert");
        }
        return part;
    }

    private static Map<String, @Nullable Bilingual> parts(Draft draft) {
        Draft.Texts texts = draft.texts();
        Map<String, @Nullable Bilingual> parts = new LinkedHashMap<>();
        parts.put("source", texts.source());
        parts.put("text", texts.text());
        parts.put("instruction", texts.instruction());
        parts.put("boundary", texts.boundary());
        parts.put("more", texts.more());
        parts.put("why", draft.follow() == null ? null : draft.follow().why());
        return parts;
    }

    private static Map<String, Bilingual> texts(Draft draft) {
        Map<String, Bilingual> there = new LinkedHashMap<>();
        parts(draft).forEach((field, text) -> {
            if (text != null) {
                there.put(field, text);
            }
        });
        return there;
    }

    /** Rules 1 and 10: everything is there, in both languages. */
    private static void complete(Draft draft, Objections objections) {
        Map<String, Boolean> there = new LinkedHashMap<>();
        there.put("kind", draft.kind() != null);
        there.put("severity", draft.severity() != null);
        there.put("urgency", draft.urgency() != null);
        there.put("certainty", draft.certainty() != null);
        there.put("source", draft.texts().source() != null);
        there.put("text", draft.texts().text() != null);
        there.put("instruction", draft.texts().instruction() != null);
        there.put("until", draft.span().until() != null);
        there.forEach((field, isThere) -> {
            if (!isThere) {
                objections.error(field, "missing." + field);
            }
        });
        texts(draft).forEach((field, text) -> text.missing().forEach(language ->
                objections.error(field + "." + language.code(), "language." + language.code())));
    }

    /** A way of speaking to object to, and the name of the objection. */
    private record Unfit(Predicate<String> found, String key) {}

    private static final List<Unfit> SIGNS = List.of(
            new Unfit(text -> Phrasing.hiddenSign(text).isPresent(), "tricky-signs"),
            new Unfit(Phrasing::hasMarkup, "markup"),
            new Unfit(Phrasing::hasWordlessLine, "wordless"));

    /** Rules 3, 6 and 11. */
    private static final List<Unfit> PHRASES = List.of(
            new Unfit(Phrasing::movesWithTheReader, "relative-time"),
            new Unfit(Phrasing::saysSafe, "safe"),
            new Unfit(Phrasing::hasLink, "link"),
            new Unfit(Phrasing::asksForPersonalData, "personal"));

    private static void none(List<Unfit> unfit, String field, Bilingual text, Objections objections) {
        for (Language language : Language.values()) {
            String said = text.in(language).orElse("");
            unfit.stream()
                    .filter(one -> one.found().test(said))
                    .forEach(one -> objections.error(field + "." + language.code(), one.key()));
        }
    }

    private void areas(Draft draft, Objections objections) {
        Areas areas = new Areas(draft.places(), draft.circle());
        if (areas.isEmpty()) {
            objections.error("places", "no-area");
            return;
        }
        for (Place.Id place : draft.places()) {
            if (gazetteer.place(place).isEmpty()) {
                objections.error("places", "place-unknown", Map.of("place", place.value()));
            }
        }
        if (targets.of(areas).isEmpty()) {
            objections.error("places", "no-place-inside");
        }
    }

    private void times(Draft draft, Objections objections) {
        Instant until = draft.span().until();
        Instant now = clock.instant();
        if (until == null) {
            return;
        }
        Instant onset = draft.span().onset() == null ? now : draft.span().onset();
        if (!until.isAfter(now)) {
            objections.error("until", "end-past");
        } else if (!until.isAfter(onset)) {
            objections.error("until", "end-before-onset");
        } else if (until.isAfter(now.plus(LONGEST))) {
            objections.error("until", "end-far", Map.of("days", LONGEST.toDays()));
        }
        if (draft.span().asOf() != null && draft.span().asOf().isAfter(now.plus(Duration.ofMinutes(1)))) {
            objections.error("asOf", "as-of-future");
        }
    }

    /** Rule 8: whoever is woken must be able to do something against something severe. */
    private static void fit(Draft draft, Objections objections) {
        Kind kind = draft.kind();
        if (kind == null) {
            return;
        }
        if (kind.tellsOfDanger()
                && (draft.severity() == Alert.Severity.MINOR
                        || draft.certainty() == Alert.Certainty.UNLIKELY
                        || draft.urgency() == Alert.Urgency.PAST)) {
            objections.error("kind", "not-for-a-push");
        }
        Follow.Way way = draft.follow() == null ? null : draft.follow().way();
        if (kind == Kind.ALL_CLEAR && way != Follow.Way.ALL_CLEAR || kind != Kind.ALL_CLEAR && way == Follow.Way.ALL_CLEAR) {
            objections.error("kind", "all-clear-of-what");
        }
        if (draft.topic() != null && kind != Kind.INFORMATION) {
            objections.error("topic", "topic-only-information");
        }
    }

    /** Rule 2. */
    private void lengths(Alert alert, Objections objections) {
        Said said = writer.said(alert);
        for (Language language : Language.values()) {
            String text = said.text().best(language);
            tooLong(writer.top(alert, language), STANDS_ALONE, "stands-alone", language, objections);
            boolean short_ = alert.isUrgent() && alert.gauge().urgency() != Alert.Urgency.FUTURE;
            tooLong(text, short_ ? MOST_URGENT : MOST, short_ ? "urgent-length" : "length", language, objections);
            Bilingual more = alert.words().more();
            if (more != null) {
                tooLong(more.best(language), MOST, "length", language, objections);
            }
        }
    }

    private static void tooLong(String text, int most, String key, Language language, Objections objections) {
        int units = RightToLeft.unmarked(text).length();
        if (units > most) {
            objections.error("text." + language.code(), key, Map.of("units", units, "most", most, "over", units - most));
        }
    }

    /** Rule 5. */
    private static void actions(Alert alert, Objections objections) {
        for (Language language : Language.values()) {
            String instruction = alert.words().instruction().best(language);
            String at = "instruction." + language.code();
            if (instruction.lines().anyMatch(line -> line.length() > MOST_ACTION)) {
                objections.advice(at, "one-action-a-line", Map.of("most", MOST_ACTION));
            }
            if (alert.kind() == Kind.EVACUATION && !Phrasing.thinksOfThoseWhoCannotMove(instruction)) {
                objections.error(at, "cannot-move");
            }
        }
    }

    /** Rule 10: the same numbers, times, places and actions. */
    private void sameInBoth(Alert alert, Objections objections) {
        Map<String, Bilingual> parts = new LinkedHashMap<>();
        parts.put("text", alert.words().text());
        parts.put("instruction", alert.words().instruction());
        if (alert.words().boundary() != null) {
            parts.put("boundary", alert.words().boundary());
        }
        parts.forEach((field, text) -> {
            String arabic = text.best(Language.ARABIC);
            String english = text.best(Language.ENGLISH);
            if (!Phrasing.numbers(arabic).equals(Phrasing.numbers(english))) {
                objections.error(field, "numbers-differ");
            }
            if (!placesIn(arabic).equals(placesIn(english))) {
                objections.advice(field, "places-differ", Map.of());
            }
        });
        long arabic = alert.words().instruction().best(Language.ARABIC).lines().count();
        long english = alert.words().instruction().best(Language.ENGLISH).lines().count();
        if (arabic != english) {
            objections.error("instruction", "actions-differ", Map.of("ar", arabic, "en", english));
        }
    }

    private Set<Place.Id> placesIn(String text) {
        Set<Place.Id> places = new HashSet<>();
        gazetteer.named(text).forEach(place -> places.add(place.id()));
        return places;
    }

    /** Rules 2 and 4: the line that stands alone names the place; the boundary is said. */
    private void named(Alert alert, Objections objections) {
        Map<Language, Boolean> names = new EnumMap<>(Language.class);
        Set<Place.Id> meant = targets.of(alert.areas()).keySet();
        for (Language language : Language.values()) {
            String first = alert.words().text().best(language).lines().findFirst().orElse("");
            List<Place> said = new ArrayList<>(gazetteer.named(first));
            names.put(language, said.stream().anyMatch(place -> meant.contains(place.id())));
        }
        names.forEach((language, isNamed) -> {
            if (!isNamed && alert.follow() == null) {
                objections.error("text." + language.code(), "place-not-named");
            }
        });
        if (alert.words().boundary() == null) {
            objections.advice("boundary", "no-boundary", Map.of());
        }
    }
}

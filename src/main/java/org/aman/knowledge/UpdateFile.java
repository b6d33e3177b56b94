package org.aman.knowledge;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one update out of a tree such as a file holds, collecting whatever is wrong with it. */
final class UpdateFile {
    private static final Set<String> KEYS = Set.of(
            "id", "topic", "status", "places", "confidence", "severity", "verified", "expires", "location", "supersedes",
            "title", "text", "questions", "sources");
    private static final Set<String> SOURCE_KEYS = Set.of("name", "kind", "at", "url", "says", "permits-position");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 50; // so that a button can carry it within 64 bytes

    private final JsonNode root;
    private final Findings findings;
    private final Topics topics;
    private final Predicate<Place.Id> knowsPlace;

    UpdateFile(JsonNode root, Findings findings, Topics topics, Predicate<Place.Id> knowsPlace) {
        this.root = root;
        this.findings = findings;
        this.topics = topics;
        this.knowsPlace = knowsPlace;
    }

    /** The update; empty where an error keeps it from being one. */
    Optional<Update> read() {
        if (!root.isObject()) {
            findings.error("", "not-an-update");
            return Optional.empty();
        }
        unknownKeys(root, "", KEYS);
        Optional<Update.Id> id = id();
        Optional<Topic> topic = topic();
        String status = status(topic);
        Set<Place.Id> places = places(topic);
        Update.Confidence confidence = word("confidence", Update.Confidence.class, true);
        Update.Severity severity = word("severity", Update.Severity.class, false);
        Instant verified = time("verified", true);
        Instant expires = time("expires", false);
        Position location = location();
        Set<Update.Id> supersedes = supersedes(id);
        Bilingual title = bilingual(root.get("title"), "title", true);
        Bilingual text = bilingual(root.get("text"), "text", true);
        Map<Language, List<String>> questions = questions();
        List<Source> sources = sources();
        if (expires == null && verified != null && topic.isPresent()) {
            Topic known = topic.get();
            expires = known.lifetime() == null ? null : verified.plus(known.lifetime());
        }
        if (verified != null && expires != null && !expires.isAfter(verified)) {
            findings.error("expires", "ends-before-it-begins");
        }
        if (findings.hasErrors() || id.isEmpty() || topic.isEmpty() || confidence == null || verified == null
                || title == null || text == null) {
            return Optional.empty();
        }
        return Optional.of(new Update(
                id.get(), 1, topic.get().id(), status, places, confidence, severity, verified, expires, location,
                supersedes, title, text, questions, sources));
    }

    private void unknownKeys(JsonNode node, String path, Set<String> known) {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                findings.error(path + key, "unknown-key", Map.of("known", String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    private Optional<Update.Id> id() {
        String id = text("id", true);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
            findings.error("id", "id-form", Map.of("most", LONGEST_ID));
            return Optional.empty();
        }
        return Optional.of(new Update.Id(id));
    }

    private Optional<Topic> topic() {
        String id = text("topic", true);
        Optional<Topic> topic = id.isEmpty() ? Optional.empty() : topics.topic(new Topic.Id(id));
        if (!id.isEmpty() && topic.isEmpty()) {
            findings.error("topic", "topic-unknown", Map.of(
                    "value", id,
                    "known", String.join(", ", topics.all().stream().map(one -> one.id().value()).toList())));
        }
        return topic;
    }

    private String status(Optional<Topic> topic) {
        String status = text("status", true);
        if (!status.isEmpty() && topic.isPresent() && topic.get().status(status).isEmpty()) {
            findings.error("status", "status-unknown", Map.of(
                    "value", status,
                    "topic", topic.get().id().value(),
                    "known", String.join(", ", topic.get().statuses().stream().map(Topic.Status::id).toList())));
        }
        return status;
    }

    private Set<Place.Id> places(Optional<Topic> topic) {
        Set<Place.Id> places = new LinkedHashSet<>();
        List<String> ids = texts(root.get("places"), "places");
        for (int i = 0; i < ids.size(); i++) {
            Place.Id place = new Place.Id(ids.get(i));
            if (!knowsPlace.test(place)) {
                findings.error("places." + i, "place-unknown", Map.of("value", place.value()));
            }
            places.add(place);
        }
        if (places.isEmpty() && topic.map(Topic::located).orElse(false)) {
            findings.error("places", "places-missing");
        }
        return places;
    }

    private Set<Update.Id> supersedes(Optional<Update.Id> self) {
        Set<Update.Id> supersedes = new LinkedHashSet<>();
        texts(root.get("supersedes"), "supersedes").forEach(id -> supersedes.add(new Update.Id(id)));
        if (self.isPresent() && supersedes.contains(self.get())) {
            findings.error("supersedes", "supersedes-itself");
        }
        return supersedes;
    }

    private <E extends Enum<E>> @Nullable E word(String field, Class<E> type, boolean needed) {
        String word = text(field, needed);
        return word.isEmpty() ? null : constant(field, word, type);
    }

    private <E extends Enum<E>> @Nullable E constant(String field, String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            known.add(word(constant));
        }
        findings.error(field, "word-unknown", Map.of("value", word, "known", String.join(", ", known)));
        return null;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable Instant time(String field, boolean needed) {
        String text = text(field, needed);
        return text.isEmpty() ? null : instant(field, text);
    }

    private @Nullable Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            findings.error(field, "time-form", Map.of("value", text));
            return null;
        }
    }

    private @Nullable Position location() {
        JsonNode location = root.get("location");
        if (location == null || location.isNull()) {
            return null;
        }
        JsonNode latitude = location.get("lat");
        JsonNode longitude = location.get("lon");
        if (latitude == null || longitude == null || !latitude.isNumber() || !longitude.isNumber()) {
            findings.error("location", "location-form");
            return null;
        }
        try {
            return new Position(latitude.doubleValue(), longitude.doubleValue());
        } catch (IllegalArgumentException e) {
            findings.error("location", "location-form");
            return null;
        }
    }

    private @Nullable Bilingual bilingual(@Nullable JsonNode node, String field, boolean needed) {
        if (node == null || node.isNull()) {
            if (needed) {
                findings.error(field, "missing");
            }
            return null;
        }
        if (!node.isObject()) {
            findings.error(field, "bilingual-form");
            return null;
        }
        unknownKeys(node, field + ".", Set.of("ar", "en"));
        String arabic = text(node.get("ar"), field + ".ar");
        String english = text(node.get("en"), field + ".en");
        if (arabic.isBlank() && english.isBlank()) {
            findings.error(field, "missing");
            return null;
        }
        return new Bilingual(arabic, english);
    }

    private Map<Language, List<String>> questions() {
        Map<Language, List<String>> questions = new EnumMap<>(Language.class);
        JsonNode node = root.get("questions");
        for (Language language : Language.values()) {
            JsonNode list = node == null || !node.isObject() ? null : node.get(language.code());
            questions.put(language, texts(list, "questions." + language.code()));
        }
        if (node != null && !node.isNull()) {
            if (node.isObject()) {
                unknownKeys(node, "questions.", Set.of("ar", "en"));
            } else {
                findings.error("questions", "bilingual-form");
            }
        }
        return questions;
    }

    private List<Source> sources() {
        JsonNode node = root.get("sources");
        List<Source> sources = new ArrayList<>();
        if (node == null || !node.isArray() || node.isEmpty()) {
            findings.error("sources", "sources-missing");
            return sources;
        }
        for (int i = 0; i < node.size(); i++) {
            source(node.get(i), "sources." + i).ifPresent(sources::add);
        }
        return sources;
    }

    private Optional<Source> source(JsonNode node, String field) {
        if (!node.isObject()) {
            findings.error(field, "source-form");
            return Optional.empty();
        }
        unknownKeys(node, field + ".", SOURCE_KEYS);
        Bilingual name = bilingual(node.get("name"), field + ".name", true);
        String kindWord = text(node.get("kind"), field + ".kind");
        String atText = text(node.get("at"), field + ".at");
        Source.Kind kind = kindWord.isEmpty() ? null : constant(field + ".kind", kindWord, Source.Kind.class);
        Instant at = atText.isEmpty() ? null : instant(field + ".at", atText);
        if (kindWord.isEmpty()) {
            findings.error(field + ".kind", "missing");
        }
        if (atText.isEmpty()) {
            findings.error(field + ".at", "missing");
        }
        Bilingual says = bilingual(node.get("says"), field + ".says", false);
        URI url = url(text(node.get("url"), field + ".url"), field + ".url");
        boolean permits = yes(node.get("permits-position"), field + ".permits-position");
        return name == null || kind == null || at == null
                ? Optional.empty()
                : Optional.of(new Source(name, kind, at, url, says, permits));
    }

    private boolean yes(@Nullable JsonNode node, String field) {
        if (node != null && !node.isNull() && !node.isBoolean()) {
            findings.error(field, "yes-form");
        }
        return node != null && node.booleanValue(false);
    }

    private @Nullable URI url(String text, String field) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI url = URI.create(text);
            if ("https".equals(url.getScheme()) || "http".equals(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // said below, together with addresses of other kinds
        }
        findings.error(field, "url-form");
        return null;
    }

    private String text(String field, boolean needed) {
        String text = text(root.get(field), field);
        if (text.isEmpty() && needed) {
            findings.error(field, "missing");
        }
        return text;
    }

    private String text(@Nullable JsonNode node, String field) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (!node.isValueNode()) {
            findings.error(field, "text-form");
            return "";
        }
        return node.asString().strip();
    }

    private List<String> texts(@Nullable JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        if (node == null || node.isNull()) {
            return texts;
        }
        if (!node.isArray()) {
            findings.error(field, "list-form");
            return texts;
        }
        for (int i = 0; i < node.size(); i++) {
            String text = text(node.get(i), field + "." + i);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}

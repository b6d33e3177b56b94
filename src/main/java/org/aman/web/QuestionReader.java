package org.aman.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aman.answer.Question;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.web.Objection.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a question from the JSON of a request, or objects with the reason.
 *
 * <p>Read by hand rather than bound to a record: each thing that can be wrong has its own sentence, and a misspelt key
 * must not silently drop a place or a position.
 */
@Component
final class QuestionReader {
    /** The longest question asked before; what a message may hold. */
    static final int MOST_UNITS = 4096;

    /** More questions back than this, nobody means. */
    static final int MOST_BEFORE = 10;

    /** A text and ten before it at 4,096 units of Arabic are 90 kB. */
    static final int MOST_BYTES = 128 * 1024;

    /** The list of earlier questions is the second level; nothing is deeper. */
    private static final int DEEPEST = 2;

    private static final Set<String> KEYS = Set.of("text", "language", "place", "latitude", "longitude", "before");

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Gazetteer gazetteer;
    private final Clock clock;

    QuestionReader(Gazetteer gazetteer, Clock clock) {
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /**
     * The question of this body.
     *
     * @throws Objection where it cannot be read as one
     */
    Question read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Objection(Reason.TOO_LARGE);
        }
        return question(parsed(bytes));
    }

    private JsonNode parsed(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (JacksonException e) {
            throw new Objection(Reason.NOT_JSON); // without its cause, which quotes what was sent
        }
    }

    private Question question(JsonNode body) {
        if (!body.isObject()) {
            throw new Objection(Reason.NOT_A_QUESTION);
        }
        Language language = language(body.path("language"));
        if (!KEYS.containsAll(body.propertyNames())) {
            throw new Objection(Reason.UNKNOWN_KEY, language);
        }
        if (!body.path("text").isString()) {
            throw new Objection(Reason.TEXT_MISSING, language);
        }
        return new Question(
                body.path("text").stringValue(),
                language,
                place(body.path("place"), language),
                position(body.path("latitude"), body.path("longitude"), language),
                before(body.path("before"), language),
                null,
                null,
                clock.instant());
    }

    private static boolean isLeftOut(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static @Nullable Language language(JsonNode node) {
        if (isLeftOut(node)) {
            return null;
        }
        if (!node.isString()) {
            throw new Objection(Reason.LANGUAGE_UNKNOWN);
        }
        return Language.of(node.stringValue()).orElseThrow(() -> new Objection(Reason.LANGUAGE_UNKNOWN));
    }

    private Place.@Nullable Id place(JsonNode node, @Nullable Language language) {
        if (isLeftOut(node)) {
            return null;
        }
        if (!node.isString() || node.stringValue().isBlank()) {
            throw new Objection(Reason.PLACE_UNKNOWN, language);
        }
        return gazetteer
                .place(new Place.Id(node.stringValue()))
                .map(Place::id)
                .orElseThrow(() -> new Objection(Reason.PLACE_UNKNOWN, language));
    }

    private static @Nullable Position position(JsonNode latitude, JsonNode longitude, @Nullable Language language) {
        if (isLeftOut(latitude) && isLeftOut(longitude)) {
            return null;
        }
        if (!latitude.isNumber() || !longitude.isNumber()) {
            throw new Objection(Reason.POSITION_WRONG, language);
        }
        try {
            return new Position(latitude.doubleValue(), longitude.doubleValue());
        } catch (IllegalArgumentException | JacksonException e) {
            throw new Objection(Reason.POSITION_WRONG, language);
        }
    }

    private static List<String> before(JsonNode node, @Nullable Language language) {
        if (isLeftOut(node)) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MOST_BEFORE) {
            throw new Objection(Reason.BEFORE_WRONG, language);
        }
        List<String> before = new ArrayList<>();
        for (JsonNode one : node) {
            if (!one.isString() || one.stringValue().length() > MOST_UNITS) {
                throw new Objection(Reason.BEFORE_WRONG, language);
            }
            before.add(one.stringValue());
        }
        return before;
    }
}

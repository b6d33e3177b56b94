package org.aman.command;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aman.answer.Answer;
import org.aman.answer.Question;
import org.aman.knowledge.Update;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question with the answer that is right for it: one line of a question file.
 *
 * @param variety how it is written: en, msa, levantine, arabizi, typo-ar, typo-en, mixed
 * @param kind the kinds of answer that are right
 * @param updates the updates that are right as the first one shown
 * @param trap what makes it hard, if anything
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GoldQuestion(
        String id,
        String variety,
        String text,
        @Nullable String place,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable List<String> before,
        Set<String> kind,
        @Nullable Set<String> updates,
        @Nullable String trap) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<GoldQuestion> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, GoldQuestion.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the questions in " + file, e);
        }
    }

    Question asked(Instant at) {
        Position position = lat == null || lon == null ? null : new Position(lat, lon);
        Place.Id own = place == null ? null : new Place.Id(place);
        return new Question(text, null, own, position, before == null ? List.of() : before, null, null, at);
    }

    /** Right: an acceptable kind and, where updates are shown, an acceptable first one. */
    boolean isRight(String answered, List<Update.Id> shown) {
        return kind.contains(answered) && (!isShowing(answered) || hasFirst(shown));
    }

    /** False: something current is shown as the answer where that, or that one, is wrong. The worst defect there is. */
    boolean isFalse(String answered, List<Update.Id> shown) {
        return answered.equals("found") && !(kind.contains("found") && hasFirst(shown));
    }

    private static boolean isShowing(String answered) {
        return answered.equals("found") || answered.equals("outdated");
    }

    /** Whether some update answers it, current or expired. */
    boolean namesUpdates() {
        return updates != null && !updates.isEmpty();
    }

    /** Whether nothing was asked before it. */
    boolean standsAlone() {
        return before == null || before.isEmpty();
    }

    /** Whether it asks, of a place or at large, for a matter that no update tells. */
    boolean isInVain() {
        boolean beside = "near-topic".equals(trap) || "offtopic".equals(trap);
        return beside && kind.contains("unknown") && !namesUpdates();
    }

    /** The updates that are right as the first one shown; none where nothing is known. */
    Set<Update.Id> ids() {
        return updates == null ? Set.of() : updates.stream().map(Update.Id::new).collect(Collectors.toSet());
    }

    boolean hasFirst(List<Update.Id> shown) {
        return updates != null && !shown.isEmpty() && updates.contains(shown.getFirst().value());
    }

    static List<Update.Id> shown(Answer answer) {
        return answer.shown().stream().map(shown -> shown.update().id()).toList();
    }
}

package org.aman.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.aman.answer.Answer;
import org.aman.conversation.Conversation.Answered;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Pin;
import org.aman.message.Reply;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of an answer.
 *
 * @param kind found, outdated, unclear, unknown, emergency or social
 * @param language the language of the reply
 * @param updates the vetted updates behind it, in the order shown
 */
record Told(String kind, Language language, List<Shown> updates, Said reply) {
    /** Never what is said: it tells what was asked. */
    @Override
    public String toString() {
        return "Told[hidden]";
    }

    /** A vetted update behind an answer; times in UTC. */
    record Shown(
            Update.Id id,
            String topic,
            String status,
            List<Place.Id> places,
            Instant verified,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant expires,
            String confidence,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double distanceKm) {
        static Shown of(Answer.Shown shown) {
            Update update = shown.update();
            return new Shown(
                    update.id(),
                    update.topic().value(),
                    update.status(),
                    List.copyOf(update.places()),
                    update.verified(),
                    update.expires(),
                    update.confidence().word(),
                    shown.distanceKm() == null ? null : rounded(shown.distanceKm()));
        }

        /** To 100 m: places are not known better, and more digits would tell of the position they were measured from. */
        private static double rounded(double kilometres) {
            return Math.round(kilometres * 10) / 10.0;
        }
    }

    /** What is said: plain text with newlines, buttons whose value is the next question's text, points of a map. */
    record Said(String text, List<List<Button>> buttons, List<Point> pins) {
        /** The first line, which answers. */
        public String first() {
            return text.split("\n", 2)[0];
        }

        /** The paragraphs that follow the first line. */
        public List<String> rest() {
            String[] parts = text.split("\n", 2);
            return parts.length < 2
                    ? List.of()
                    : Arrays.stream(parts[1].strip().split("\n{2,}"))
                            .filter(part -> !part.isEmpty())
                            .toList();
        }

        static Said of(Reply reply) {
            return new Said(
                    reply.text(),
                    reply.buttons(),
                    reply.pins().stream().map(Point::of).toList());
        }
    }

    /** A point of a map, in degrees, WGS84. */
    record Point(double latitude, double longitude, String title) {
        static Point of(Pin pin) {
            return new Point(pin.latitude(), pin.longitude(), pin.title());
        }
    }

    static Told of(Answered answered) {
        return new Told(
                answered.answer().kind(),
                answered.reply().language(),
                answered.answer().shown().stream().map(Shown::of).toList(),
                Said.of(answered.reply()));
    }
}

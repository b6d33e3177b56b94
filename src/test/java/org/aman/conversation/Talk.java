package org.aman.conversation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.answer.Answer;
import org.aman.answer.Question;
import org.aman.answer.Understanding;
import org.aman.knowledge.Source;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;

/** Updates, answers and writers for the tests of this room. */
final class Talk {
    static final Instant NOW = Instant.parse("2020-01-12T16:00:00Z"); // 18:00 in Damascus, which was +02:00 then
    static final Gazetteer PLACES = Gazetteer.load(Path.of("config/places.yaml"));
    static final Messages MESSAGES = new Messages();

    private Talk() {}

    static Place.Id place(String id) {
        return new Place.Id(id);
    }

    static Topic.Id topic(String id) {
        return new Topic.Id(id);
    }

    static Understanding understood(Language language, @Nullable String place, @Nullable String topic) {
        return new Understanding(
                language,
                place == null ? List.of() : List.of(place(place)),
                topic == null ? List.of() : List.of(topic(topic)),
                false);
    }

    static Answer.Shown shown(Update update) {
        return new Answer.Shown(update, null);
    }

    static Source source(String arabic, String english, Source.Kind kind) {
        return new Source(new Bilingual(arabic, english), kind, Instant.parse("2020-01-12T12:00:00Z"), null, null);
    }

    /** A camp near Sarmada with room, checked 25 minutes ago. */
    static Update camp() {
        return new Update(
                new Update.Id("camp-killi-0112"),
                1,
                topic("camp"),
                "open",
                Set.of(place("killi-camps")),
                Update.Confidence.CORROBORATED,
                null,
                NOW.minusSeconds(25 * 60),
                Instant.parse("2020-01-13T02:00:00Z"),
                new Position(36.114, 36.689),
                Set.of(),
                new Bilingual("القسم الجديد في مخيمات كللي يتسع لـ 120 عائلة", "New section of the Killi camps has room for 120 families"),
                new Bilingual("التسجيل من 08:00-14:00 قرب طريق M4.", "Register from 08:00-14:00 near the M4."),
                Map.of(),
                List.of(
                        source("إدارة مخيمات كللي", "Killi camp management", Source.Kind.RESPONDER),
                        source("منظمة إغاثية", "Aid group", Source.Kind.AGENCY)));
    }

    static Question asks(String words) {
        return Question.of(words, NOW);
    }

    static ReplyWriter writer() {
        TalkSettings settings = new TalkSettings(
                ZoneId.of("Asia/Damascus"),
                new TalkSettings.Words("متطوعو أمان", "the Aman volunteers"),
                new TalkSettings.Emergency(List.of(new TalkSettings.Contact(
                        new TalkSettings.Words("الدفاع المدني", "Civil Defence"), ""))));
        return new TalkConfiguration().replyWriter(MESSAGES, PLACES, settings);
    }
}

package org.aman.conversation;

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
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.search.Shipped;
import org.jspecify.annotations.Nullable;

/** Updates, answers and writers for the tests of this room. */
final class Talk {
    static final Instant NOW = Instant.parse("2020-01-12T16:00:00Z"); // 18:00 in Damascus, which was +02:00 then
    static final Gazetteer PLACES = Shipped.GAZETTEER;
    static final Messages MESSAGES = new Messages();

    static final Topics TOPICS = Shipped.TOPICS;
    static final TalkSettings SETTINGS = new TalkSettings(
            ZoneId.of("Asia/Damascus"),
            new TalkSettings.Words("متطوعو أمان", "the Aman volunteers"),
            new TalkSettings.Emergency(List.of(
                    new TalkSettings.Contact(new TalkSettings.Words("الدفاع المدني", "Civil Defence"), ""))),
            List.of("camp", "medical"));

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
        return Answer.Shown.here(update);
    }

    static Source source(String arabic, String english, Source.Kind kind) {
        return new Source(new Bilingual(arabic, english), kind, Instant.parse("2020-01-12T12:00:00Z"), null, null);
    }

    /** Standing advice, bound to no place. */
    static Update advice() {
        return new Update(
                new Update.Id("guidance-gas"),
                1,
                topic("guidance"),
                "standing",
                Set.of(),
                Update.Confidence.CONFIRMED,
                null,
                NOW.minusSeconds(25 * 60),
                null,
                null,
                Set.of(),
                new Bilingual("رائحة غاز", "A smell of gas"),
                new Bilingual("افتحوا النوافذ واخرجوا.", "Open the windows and go out."),
                Map.of(),
                List.of(source("الدفاع المدني", "Civil Defence", Source.Kind.RESPONDER)));
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

    /** A few updates of one afternoon. */
    static List<Update> someUpdates() {
        return List.of(
                camp(),
                update("road-m4-ariha-0112", "road", "open", "ariha", "طريق M4 مفتوح بين أريحا وجسر الشغور", "M4 open between Ariha and Jisr al-Shughur"),
                update("road-m4-saraqib-0112", "road", "dangerous", "saraqib", "طريق M4 خطر بين سراقب والنيرب", "M4 dangerous between Saraqib and al-Nayrab"),
                update("truce-idlib-0112", "truce", "in-force", "idlib-governorate", "وقف إطلاق النار في إدلب سارٍ منذ يوم الأحد", "Ceasefire in Idlib in force since Sunday"));
    }

    /** An update whose text repeats its title, checked an hour ago, standing until midnight. */
    static Update update(String id, String topic, String status, String place, String arabic, String english) {
        return new Update(
                new Update.Id(id),
                1,
                topic(topic),
                status,
                Set.of(place(place)),
                Update.Confidence.CONFIRMED,
                null,
                NOW.minusSeconds(3600),
                Instant.parse("2020-01-12T22:00:00Z"),
                null,
                Set.of(),
                new Bilingual(arabic, english),
                new Bilingual(arabic + ".", english + "."),
                Map.of(),
                List.of(source("المجلس المحلي", "Local council", Source.Kind.AUTHORITY)));
    }

    static Question asks(String words) {
        return Question.of(words, NOW);
    }

    @SuppressWarnings("NullAway") // reading the compiled record, it does not see that nested types are @Nullable
    static Question asks(String words, Language language, List<String> before) {
        return new Question(words, language, null, null, before, null, null, NOW);
    }

    @SuppressWarnings("NullAway") // as above
    static Question asksFrom(String words, Position position) {
        return new Question(words, Language.ENGLISH, null, position, List.of(), null, null, NOW);
    }

    static ReplyWriter writer() {
        Whereabouts whereabouts = new Whereabouts(MESSAGES, PLACES);
        return new ReplyWriter(
                MESSAGES,
                PLACES,
                new UpdateWriter(MESSAGES, TOPICS, whereabouts, new Moments(MESSAGES, SETTINGS)),
                new Choices(MESSAGES, PLACES, TOPICS, whereabouts),
                new Contacts(MESSAGES, SETTINGS));
    }
}
